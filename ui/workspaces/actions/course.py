"""Where an action stands, where it came from, and the next step of its course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.action_check import is_gone
from models.domain.action_states import ActionState, Lack, has_failed, is_open, state_of
from models.domain.fields import Record
from models.domain.gates.criterion import place
from models.domain.ledger import Ledger
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.localisation.text import shortened
from models.services.action_list import day_in_words, standing_in_words
from models.services.action_sources import origin_name
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.chip import Chip
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel, plain_tooltip
from ui.widgets.text_edit import ShortText
from ui.workspaces.actions.table import tone_of

_MOST_ORIGINS = 3
_LONGEST = 50


class CourseBar(QWidget):
    """Signals:

    move_requested: the `ActionState` where the action is wanted.
    reopen_requested: it is to be opened again.
    owner_requested: another owner is wanted.
    place_requested: the `Place` of what the action came from.
    """

    move_requested = Signal(object)
    reopen_requested = Signal()
    owner_requested = Signal()
    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = Action()
        self._goal = ActionState.WAITING
        self.state = Chip(parent=self)
        self.day = Chip(parent=self)
        self.next_button = SecondaryButton(icon="good", small=True, parent=self)
        self.again_button = SecondaryButton(icon="undo", small=True, parent=self)
        self.owner_button = SecondaryButton(icon="person", small=True, parent=self)
        self.origins: list[LinkButton] = []
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        self.next_button.clicked.connect(self._go_on)
        self.again_button.clicked.connect(self.reopen_requested)
        self.owner_button.clicked.connect(self.owner_requested)
        line = FlowBox(theme.space(2), self)
        for widget in (self.state, self.day, self.next_button, self.again_button, self.owner_button):
            line.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(1))
        column.setSpacing(theme.space(2))
        column.addWidget(line)
        column.addLayout(self._links)

    def show_action(
        self, action: Action, came_from: Sequence[Record], ledger: Ledger, *, is_new: bool, is_locked: bool
    ) -> None:
        """Show where an action stands and what can come next."""
        self._action = action
        state, speech, today = state_of(action), current(), date.today()
        self.state.set_chip(standing_in_words(action).worded(speech), _tone_of_state(action))
        words = day_in_words(action, today)
        self.day.setVisible(words is not None and not is_new)
        self.day.set_chip(words.worded(speech) if words is not None else "", tone_of(action))
        self._goal = ActionState.WAITING if is_open(action) else ActionState.CLOSED
        self.next_button.setText(_("It is done") if is_open(action) else _("Close it"))
        must_reopen = has_failed(action)
        can_go_on = not (is_locked or is_new or must_reopen or state is ActionState.CLOSED)
        self.next_button.setVisible(can_go_on)
        self.again_button.setText(_("Open again"))
        self.again_button.setVisible(not is_locked and not is_open(action))
        owner = ledger.find(Person, action.owner)
        is_without = owner is not None and is_gone(owner, today) and state is not ActionState.CLOSED
        self.owner_button.setText(_("Choose another owner"))
        self.owner_button.setVisible(is_without and not is_locked)
        self._show_origins(came_from, ledger)

    def _show_origins(self, came_from: Sequence[Record], ledger: Ledger) -> None:
        for link in self.origins:
            link.hide()
            link.deleteLater()
        self.origins = []
        for record in came_from[:_MOST_ORIGINS]:
            name = " ".join(origin_name(record, ledger).worded(current()).split())
            link = LinkButton(shortened(name, _LONGEST), "forward", self)
            link.setFont(theme.font(TextRole.SMALL))
            link.setToolTip(plain_tooltip(name))
            link.clicked.connect(partial(self.place_requested.emit, place(record)))
            self.origins.append(link)
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)

    def _go_on(self) -> None:
        self.move_requested.emit(self._goal)


def _tone_of_state(action: Action) -> Tone:
    if has_failed(action):
        return Tone.BROKEN
    tones = {
        ActionState.OPEN: Tone.QUIET,
        ActionState.DOING: Tone.PRIMARY,
        ActionState.WAITING: Tone.LATE,
        ActionState.CLOSED: Tone.GOOD,
    }
    return tones[state_of(action)]


class ReopenBar(QWidget):
    """Asks why an action is opened again, and by when it is to be done now.

    Signals: `confirmed` with the reason and the day, `left` when it is not to be.
    """

    confirmed = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme.set_property(self, "notice", "warning")
        self._about = WrapLabel(role=TextRole.SMALL, parent=self)
        self.because = FieldRow("", ShortText(), required=True, parent=self)
        self.due = FieldRow("", DateEdit(), required=True, parent=self)
        self.confirm_button = PrimaryButton(parent=self)
        self.cancel_button = LinkButton(parent=self)
        self.confirm_button.clicked.connect(self._confirm)
        self.cancel_button.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.confirm_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        column.setSpacing(theme.space(2))
        for widget in (self._about, self.because, self.due):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.retranslate()
        self.hide()

    def begin(self, reason: str = "") -> None:
        """Ask anew."""
        self.because.editor.set_value(reason)
        self.due.editor.set_value(None)
        self.because.set_problem("")
        self.due.set_problem("")
        self.show()
        self.because.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def fail(self, lack: Lack) -> None:
        """Say beside its field what is missing."""
        speech = current()
        row = self.due if lack.field == "new_due" else self.because
        for one in (self.because, self.due):
            one.set_problem(lack.sentence.worded(speech) if one is row else "")
        row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        for row in (self.because, self.due):
            row.editor.commit()
            if row.editor.problem():
                row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.confirmed.emit(self.because.editor.value(), self.due.editor.value())

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._about.setText(
            _("A new round begins. What was done and found until now is kept under “Earlier rounds”.")
        )
        self.because.set_label(_("Opened again because"))
        self.due.set_label(_("New due date"))
        self.confirm_button.setText(_("Open again"))
        self.cancel_button.setText(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
