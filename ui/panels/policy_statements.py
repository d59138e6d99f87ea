"""The commitments of the policy: kept, edited, dropped and put into order, and the model's to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content.documents import PolicyStatement as ModelStatement
from models.content.documents import model_policy
from models.domain.fields import Record
from models.domain.records.commitment import PolicyStatement
from models.domain.registers import register_of
from models.services import commitment
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current, ngettext
from ui.panels.ordered_records import OrderedRecords
from ui.panels.record_row import RecordRow
from ui.panels.statement_row import StatementRow
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import WrapLabel
from ui.widgets.row_button import OfferRow


class PolicyStatements(OrderedRecords):
    """The statements in their order, how many are recommended, and the model statements left to take."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(PolicyStatement), parent)
        self._title = WrapLabel(role=TextRole.TITLE, parent=self)
        self.count = Chip(parent=self)
        self._advice = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._offers_title = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.offers: list[OfferRow] = []
        self._offers = QVBoxLayout()
        self._lay_out()
        self.add_button.clicked.connect(self.add)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.count)
        self._offers.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(head)
        column.addWidget(self._advice)
        column.addWidget(self.list)
        column.addLayout(self.foot())
        column.addWidget(self._offers_title)
        column.addLayout(self._offers)

    def records(self) -> Sequence[Record]:
        """Return the statements in their order."""
        return commitment.statements_in_order(self._company)

    def new_row(self, record: Record) -> RecordRow:
        """Return the row of a statement."""
        return StatementRow(self._company, record, parent=self.list)

    def moved_records(self, record: Record, place: int) -> Sequence[Record]:
        """Return the statements that change when one is given a place."""
        assert isinstance(record, PolicyStatement)
        return commitment.moved(record, place, self._company)

    def settle(self, saved: Sequence[Record]) -> None:
        """Say how many statements there are, and offer what is left of the model's."""
        speech, model = current(), model_policy()
        sentence = ngettext("{count} statement", "{count} statements", len(saved))
        is_fine = model.at_least <= len(saved) <= model.at_most
        self.count.set_chip(
            sentence.format(count=speech.number(len(saved))), Tone.GOOD if is_fine else Tone.LATE
        )
        self.count.setToolTip(
            _("{least} to {most} are recommended.").format(
                least=speech.number(model.at_least), most=speech.number(model.at_most)
            )
        )
        self._offer()

    def _offer(self) -> None:
        left = [] if self._company.is_read_only else commitment.statements_to_take(self._company)
        self._offers_title.setVisible(bool(left))
        for row in self.offers:
            row.hide()
            row.deleteLater()
        self.offers = [OfferRow(one.text.best(current().code), self) for one in left]
        for row, one in zip(self.offers, left, strict=True):
            row.setToolTip(_("Take it into the policy"))
            row.clicked.connect(partial(self.take, one))
            self._offers.addWidget(row)
            # One that is not shown yet could not take the focus.
            row.show()

    def add(self) -> None:
        """Begin a statement of one's own."""
        self.show_new(commitment.new_statement(self._company))

    def take(self, model: ModelStatement) -> None:
        """Save a model statement at the end of the policy."""
        self.do(lambda: self._company.save(commitment.new_statement(self._company, model)))
        self.beginning().setFocus(Qt.FocusReason.OtherFocusReason)

    def beginning(self) -> QWidget:
        """Return the first model statement, or else what begins one of one's own."""
        return next(iter(self.offers), self.add_button)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._title.setText(_("Commitments of management"))
        self._advice.setText(model_policy().note.best(current().code))
        self.add_button.setText(_("Write your own"))
        self._offers_title.setText(_("From the model, not in your policy"))
        super().retranslate()
