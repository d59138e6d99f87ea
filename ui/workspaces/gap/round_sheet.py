"""The data of one round, and its end: who signs the report."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import Place
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.registers import register_of
from models.services import gap
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.long_text import LongText

_FIELDS = ("title", "started_on", "assessor", "signed_by", "signed_on", "note")
_PAIRS = (("title",), ("started_on", "assessor"), ("note",), ("signed_by", "signed_on"))


class RoundSheet(QWidget):
    """Signals: `place_requested` with the place of an open question, `deletion_requested` for the round."""

    place_requested = Signal(object)
    deletion_requested = Signal()
    finished = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._round = GapRound()
        self._unanswered = ""
        self.fields = RecordFields(company, GapRound, _FIELDS, self)
        self.heading = PlainLabel()
        theme.set_role(self.heading, TextRole.BODY, strong=True)
        self.delete_button = IconButton("delete", role="quiet")
        self.finish_button = PrimaryButton(icon="approve")
        self.problem = WrapLabel(role=TextRole.SMALL, tone=Tone.BROKEN)
        self.go_button = LinkButton()
        note = self.fields.row("note").editor
        assert isinstance(note, LongText)
        note.area.set_rows(1)
        self._lay_out()
        self.delete_button.clicked.connect(self.deletion_requested)
        self.finish_button.clicked.connect(self.finish)
        self.go_button.clicked.connect(self._go)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.delete_button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(3))
        for line, names in enumerate(_PAIRS):
            for at, name in enumerate(names):
                grid.addWidget(self.fields.row(name), line, at, 1, 2 // len(names))
        for column in range(2):
            grid.setColumnStretch(column, 1)
        end = QHBoxLayout()
        end.addWidget(self.finish_button)
        end.addWidget(self.go_button)
        end.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.space(2))
        whole.addLayout(head)
        whole.addLayout(grid)
        whole.addWidget(self.problem)
        whole.addLayout(end)

    def show_round(self, round_: GapRound) -> None:
        """Show a round."""
        if round_.id != self._round.id:
            self._say("")
        self._round = round_
        self.fields.show(round_)
        is_open = not self._company.is_read_only
        self.delete_button.setVisible(is_open)
        self.finish_button.setVisible(is_open and not (round_.signed_by and round_.signed_on))

    def finish(self) -> None:
        """Sign the report; what is missing is said, and where it is found."""
        self.fields.commit()
        round_ = self._company.find(GapRound, self._round.id)
        if round_ is None:
            return
        day = round_.signed_on or date.today()
        self._say("")
        try:
            gap.finish_round(self._company, round_, round_.signed_by, day, date.today())
        except gap.RoundRefused as error:
            if error.field:
                self.fields.refuse(error.field, error)
            else:
                self._say(error.sentence(current()), gap.standing(self._company, round_.id).first_unanswered)
        except AppError as error:
            self._say(error.sentence(current()))
        else:
            self.finished.emit()

    def _say(self, text: str, unanswered: str = "") -> None:
        self._unanswered = unanswered
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.go_button.setVisible(self._can_go())
        if unanswered:
            question = current().island(unanswered)
            self.go_button.setText(_("Go to {question}").format(question=question))

    def _can_go(self) -> bool:
        # A question without any answer is always opened in the newest round.
        newest = gap.newest_round(self._company)
        is_newest = newest is not None and newest.id == self._round.id
        return bool(self._unanswered) and (is_newest or self._known() is not None)

    def _known(self) -> GapAnswer | None:
        return gap.standing(self._company, self._round.id).answers.get(self._unanswered)

    def _go(self) -> None:
        known = self._known()
        code = register_of(GapAnswer).code
        place = Place(code, known.id) if known else Place(code, None, "score", self._unanswered)
        self.place_requested.emit(place)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.heading.setText(_("About this round"))
        self.delete_button.set_name(_("Move the round to the bin"))
        self.finish_button.setText(_("Finish and sign the report"))
        self.fields.retranslate()
        self._say("")
