"""What the review decided, about the charter and all else; a decision becomes an action by one press."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.action_states import is_open
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place, place
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.audit import Review, ReviewDecision
from models.domain.registers import register_of
from models.services import reviewing
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current, pgettext
from ui.panels.record_cards import RecordCards
from ui.panels.record_fields import RecordFields
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, SecondaryButton
from ui.widgets.chip import Chip
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.showing import show_if

_LINES = (("subject", "owner"), ("text",), ("due", "done_on"))
_BUTTONS = {
    "keep": N_("Keep the charter"),
    "change": N_("Change a promise"),
    "drop": N_("Drop a promise"),
    "add": N_("Add a promise"),
}
UNCHANGED = "charter_unchanged_because"


class DecisionFoot(QWidget):
    """Below a decision: a button that makes it an action, or the action that it became.

    Signals:
        wanted: the decision that is to become an action. place_requested: the `Place` of its action.
    """

    wanted = Signal(object)
    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._decision: ReviewDecision | None = None
        self.button = SecondaryButton(icon="step-7", small=True, parent=self)
        self.link = LinkButton(icon="step-7", parent=self)
        self.chip = Chip(parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (self.button, self.link, self.chip):
            line.addWidget(widget)
        line.addStretch(1)
        self.button.clicked.connect(self._ask)
        self.link.clicked.connect(self._go)

    def show_record(self, record: Record) -> None:
        """Show what became of a decision."""
        if not isinstance(record, ReviewDecision):
            return
        self._decision = record
        action = reviewing.action_of(self._company, record)
        is_new = self._company.find(ReviewDecision, record.id) is None
        self.button.setText(_("Make it an action"))
        self.button.setVisible(action is None and not is_new and not self._company.is_read_only)
        self.link.setVisible(action is not None)
        self.chip.setVisible(action is not None)
        if action is not None:
            self.link.setText(_("Action {no}").format(no=current().isolate(action.no)))
            open_ = is_open(action)
            state = pgettext("action", "Open") if open_ else _("Done")
            self.chip.set_chip(state, Tone.LATE if open_ else Tone.GOOD)

    def _ask(self) -> None:
        self.wanted.emit(self._decision)

    def _go(self) -> None:
        action = reviewing.action_of(self._company, self._decision) if self._decision else None
        if action is not None:
            self.place_requested.emit(place(action))


class DecisionsPage(QWidget):
    """The charter first, then every decision as a card.

    Signals:
        told: `News`. place_requested: a `Place`. typed: something is being typed about the charter.
    """

    told = Signal(object)
    place_requested = Signal(object)
    typed = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._review: Review | None = None
        self._charter_title = WrapLabel(role=TextRole.TITLE, parent=self)
        self._charter_about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._choices = FlowBox(parent=self)
        self.charter_buttons: dict[str, SecondaryButton] = {}
        for key in _BUTTONS:
            button = SecondaryButton(small=True, parent=self._choices)
            button.clicked.connect(partial(self.begin_on_charter, key))
            self.charter_buttons[key] = button
            self._choices.add(button)
        self.fields = RecordFields(company, Review, (UNCHANGED,), self)
        self._title = WrapLabel(role=TextRole.TITLE, parent=self)
        self.cards = RecordCards(
            company,
            register_of(ReviewDecision),
            _LINES,
            wanted=self._wanted,
            begun=self._begun,
            foot=self._foot,
            parent=self,
        )
        self._lay_out()
        self.fields.typed.connect(self.typed)
        self.cards.told.connect(self.told)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(3))
        column.addWidget(self._charter_title)
        column.addWidget(self._charter_about)
        column.addWidget(self._choices)
        column.addWidget(self.fields.row(UNCHANGED))
        column.addWidget(self._title)
        column.addWidget(self.cards)
        column.addStretch(1)

    def _foot(self, parent: QWidget) -> DecisionFoot:
        foot = DecisionFoot(self._company, parent)
        foot.wanted.connect(self.make_action)
        foot.place_requested.connect(self.place_requested)
        return foot

    def show_review(self, review: Review) -> None:
        """Show what a review decided."""
        if self._review is not None and self._review.id != review.id:
            self.cards.forget_new()
        self._review = review
        self.fields.show(review)
        self.cards.refresh()
        show_if(self._choices, not self._company.is_read_only)

    def _wanted(self) -> Sequence[Record]:
        return reviewing.decisions_of(self._company, self._review) if self._review is not None else ()

    def _begun(self) -> Record:
        assert self._review is not None
        return ReviewDecision(review=self._review.id, due=None)

    def begin_on_charter(self, choice: str) -> None:
        """Save the beginning of a decision about the charter and go on with it."""
        if self._review is None or self._company.is_read_only:
            return
        self.commit()
        decision = reviewing.decision_on_charter(self._review, choice, current())
        try:
            self._company.save(decision)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        if choice == "keep" and not self._review.charter_unchanged_because:
            self.fields.focus(UNCHANGED)
        else:
            self.cards.focus(decision.id, "text")

    def make_action(self, decision: ReviewDecision) -> None:
        """Make the corrective action that carries a decision out; what it lacks is said beside the field."""
        self.commit()
        known = self._company.find(ReviewDecision, decision.id)
        if known is None:
            return
        try:
            action = reviewing.make_action(self._company, known, current(), date.today())
        except reviewing.DecisionIncomplete as error:
            self.cards.refuse(known.id, error.field, error)
            return
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        text = _("Action {no} carries this decision out.").format(no=current().isolate(action.no))
        self.told.emit(News(text, NoticeKind.GOOD, can_undo=True))

    def focus(self, decision: RecordId | None, field: str) -> None:
        """Give the focus to a decision, or to the button that adds one."""
        if decision is None or not self.cards.focus(decision, field):
            self.cards.add_button.setFocus()

    def reveal(self, where: Place) -> None:
        """Show a place of this page."""
        if where.field == UNCHANGED:
            self.fields.focus(UNCHANGED)
        else:
            self.focus(where.record, where.field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()
        self.cards.commit()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._charter_title.setText(_("The charter"))
        self._charter_about.setText(
            _("Every review decides whether the charter stays, or a promise is changed, dropped or added.")
        )
        for key, label in _BUTTONS.items():
            self.charter_buttons[key].setText(_(label))
        self._title.setText(_("All decisions"))
        self.fields.retranslate()
        self.cards.refresh()
