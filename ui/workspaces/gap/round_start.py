"""Asks what a new round is called, who makes it, and whether it begins with the answers of another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.ids import RecordId
from models.domain.records.organisation import GapRound
from models.domain.scoring import rounds_in_order
from models.services import gap
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.registers.boxes import PersonBox
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.field_row import FieldRow
from ui.widgets.text_edit import ShortText

_BLANK = "blank"


class RoundStart(QWidget):
    """Signals: `started` with the new round, `left` when the user thinks otherwise."""

    started = Signal(object)
    left = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.title = ShortText()
        self.assessor = PersonBox(company)
        self.copied = ChoiceBox(optional=False)
        self.rows = {
            "title": FieldRow("", self.title),
            "assessor": FieldRow("", self.assessor),
            "copied": FieldRow("", self.copied),
        }
        self.start_button = PrimaryButton(icon="add")
        self.cancel_button = LinkButton()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        for row in self.rows.values():
            column.addWidget(row)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.start_button.clicked.connect(self.start)
        self.cancel_button.clicked.connect(self.left)
        self.retranslate()

    def begin(self) -> None:
        """Offer the next name, and the answers of the newest round."""
        self.rows["title"].set_problem("")
        self.title.set_value(gap.title_of_next(self._company, current()))
        self.assessor.set_value(None)
        newest = gap.newest_round(self._company)
        self._offer()
        self.copied.set_value(newest.id if newest else _BLANK)
        self.rows["copied"].setVisible(newest is not None)
        self.title.setFocus()

    def _offer(self) -> None:
        text = _("Copy the answers of “{round}”")
        isolate = current().isolate
        rounds = (
            Choice(one.id, text.format(round=isolate(one.title))) for one in rounds_in_order(self._company)
        )
        self.copied.set_choices((Choice(_BLANK, _("Begin blank")), *rounds))

    def start(self) -> None:
        """Start the round as it was described; what is missing is said beside its field."""
        for row in self.rows.values():
            if row.editor.is_pending():
                row.editor.commit()
        if self.rows["assessor"].problem():
            self.assessor.setFocus()
            return
        assessor, copied = self.assessor.value(), self.copied.value()
        round_ = GapRound(
            title=self.title.value(),
            started_on=date.today(),
            assessor=RecordId(assessor) if assessor else None,
        )
        try:
            gap.start_round(self._company, round_, self._company.find(GapRound, RecordId(copied)))
        except AppError as error:
            self.rows["title"].set_problem(error.sentence(current()))
            self.title.setFocus()
        else:
            self.started.emit(round_)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.rows["title"].set_label(_("Round"))
        self.rows["assessor"].set_label(_("Assessor"))
        self.rows["copied"].set_label(_("Answers"))
        self.rows["copied"].set_hint(
            _("Copies keep score, notes and evidence; marks, owners and dates stay behind.")
        )
        self.start_button.setText(_("Start the round"))
        self.cancel_button.setText(_("Cancel"))
        chosen = self.copied.value()
        if chosen:
            self._offer()
