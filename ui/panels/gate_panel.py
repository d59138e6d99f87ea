"""The gate of a step: its exit criteria, what they still need, and the sign-off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content.steps import ExitCriterion
from models.domain.gates.criterion import CriterionState, Place
from models.domain.records.control import StepClosing
from models.services.steps import open_criteria
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.panels.tall_scroll import TallScroll
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel, plain_tooltip


class CriterionRow(QWidget):
    """One criterion: whether it is met, what it says, what is missing, and the way there."""

    go_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel(self)
        self.text = WrapLabel(parent=self)
        self.reason = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.go = SecondaryButton(small=True, parent=self)
        self.go.clicked.connect(self._go)
        self._place: Place | None = None
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        words.addWidget(self.text)
        words.addWidget(self.reason)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(2))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)

    def show_state(self, criterion: ExitCriterion, state: CriterionState) -> None:
        """Show how a criterion stands; the reason is a tooltip until `show_reason` brings it out."""
        speech = current()
        text, reason = criterion.text.best(speech.code), state.reason.worded(speech)
        mark = _("Met") if state.is_met else _("Not met yet")
        self._place = state.place
        icons.set_icon(self._sign, "met" if state.is_met else "unmet", "good" if state.is_met else "late")
        self._sign.setAccessibleName(mark)
        self._sign.setToolTip(plain_tooltip(mark))
        self.text.setText(text)
        self.text.setToolTip(plain_tooltip(reason))
        self.reason.setText(reason)
        self.go.setText(_("Go"))
        self.go.setAccessibleName(_("Go to what is missing: {criterion}").format(criterion=text))
        self.go.setToolTip(_("Go to what is missing"))
        self.go.setVisible(not state.is_met)
        self.setAccessibleName(f"{mark}: {text}")
        self.setAccessibleDescription(reason)

    def show_reason(self, is_shown: bool) -> None:
        """Say below the criterion what is missing, or keep it short."""
        self.reason.setVisible(is_shown)

    def _go(self) -> None:
        self.go_requested.emit(self._place)


class AnswerBox(QFrame):
    """What the page says when it is asked to close the step: what is missing, or that it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._sign = QLabel(self)
        self.text = WrapLabel(parent=self)
        self.more = WrapLabel(role=TextRole.SMALL, parent=self)
        self.button = SecondaryButton(small=True, parent=self)
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        for widget in (self.text, self.more):
            words.addWidget(widget)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(3), theme.space(2.5), theme.space(3), theme.space(2.5))
        line.setSpacing(theme.space(2))
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.hide()

    def say(self, kind: str, icon: str, role: str, text: str, more: str, button: str) -> None:
        """Show a sentence, perhaps a quieter one below it, and a button; `kind` is that of a notice."""
        theme.set_property(self, "notice", kind)
        icons.set_icon(self._sign, icon, role)
        self.text.setText(text)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(text)
        self.show()


class GatePanel(Card):
    """The criteria, and the button that closes the step; that button is never greyed out.

    Signals:
        place_requested: the `Place` that mends a criterion.
        close_requested: the step is to be signed off; forced, with a reason, where criteria are open.
        reopen_requested: the sign-off is to be taken back.
        asked: the panel says all that is missing now, or no more.
    """

    place_requested = Signal(object)
    close_requested = Signal()
    reopen_requested = Signal()
    asked = Signal()

    def __init__(self, criteria: Sequence[ExitCriterion], parent: QWidget | None = None) -> None:
        super().__init__(icon="gate", parent=parent)
        self._criteria = criteria
        self._states: Sequence[CriterionState] = ()
        self._closing: StepClosing | None = None
        self._signer = ""
        self._is_asked = False
        self._is_read_only = False
        self._board = QWidget()
        self._scroll = TallScroll(self._board, theme.space(30), self)
        self.rows: Mapping[str, CriterionRow] = {one.id: CriterionRow(self._board) for one in criteria}
        self.answer = AnswerBox(self)
        self.answer.button.clicked.connect(self._act)
        self.close_button = PrimaryButton(parent=self)
        self.close_button.clicked.connect(self._press)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2.5))
        for row in self.rows.values():
            row.go_requested.connect(self.place_requested)
            column.addWidget(row)
        column.addStretch()
        self.add(self._scroll, 1)
        self.add(self.answer)
        self.add(self.close_button)

    def show_gate(
        self, states: Sequence[CriterionState], closing: StepClosing | None, signer: str = ""
    ) -> None:
        """Show how the criteria stand, and who signed the step off."""
        self._states, self._closing, self._signer = states, closing, signer
        by_id = {criterion.id: criterion for criterion in self._criteria}
        for state in states:
            self.rows[state.id].show_state(by_id[state.id], state)
        self._is_asked = self._is_asked and closing is None and bool(self._missing())
        self.set_icon("closed" if closing else "gate")
        self.close_button.setVisible(closing is None)
        self._show_answer()

    def set_read_only(self, read_only: bool) -> None:
        """Offer no way to take the sign-off back."""
        self._is_read_only = read_only
        self._show_answer()

    def ask(self) -> None:
        """Say what is missing, and go to the first of it."""
        self._is_asked = True
        self._show_answer()
        first = next(iter(self._missing()), None)
        if first is not None:
            self.rows[first.id].go.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asked(self) -> bool:
        """Whether the panel says all that is missing."""
        return self._is_asked

    def focus_sign_off(self) -> None:
        """Give the focus to the button that closes the step, or reopens it."""
        button = self.close_button if self._closing is None else self.answer.button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _missing(self) -> tuple[CriterionState, ...]:
        return open_criteria(self._states)

    def _press(self) -> None:
        if self._missing():
            self.ask()
        else:
            self.close_requested.emit()

    def _act(self) -> None:
        if self._closing is not None:
            self.reopen_requested.emit()
        else:
            self.close_requested.emit()

    def _show_answer(self) -> None:
        missing = self._missing()
        for state in self._states:
            # One reason at a time keeps the list short; asked for the sign-off, it gives them all.
            self.rows[state.id].show_reason(state in (missing if self._is_asked else missing[:1]))
        if self._closing is not None:
            self._show_closing(self._closing)
        elif self._is_asked:
            self._show_missing()
        else:
            self.answer.hide()
        self.asked.emit()

    def _show_missing(self) -> None:
        count = len(self._missing())
        sentence = ngettext(
            "{count} criterion is not met yet.",
            "{count} criteria are not met yet.",
            count,
        ).format(count=current().number(count))
        self.answer.say("warning", "warning", "late", sentence, "", _("Close with a reason…"))

    def _show_closing(self, closing: StepClosing) -> None:
        speech = current()
        day = speech.medium_date(closing.closed_on) if closing.closed_on else ""
        message = _("Closed on {day} by {name}.") if self._signer else _("Closed on {day}.")
        again = "" if self._is_read_only else _("Reopen step")
        text = message.format(day=day, name=speech.isolate(self._signer))
        if closing.reason:
            reason = _("With a reason: {reason}").format(reason=speech.isolate(closing.reason))
            self.answer.say("warning", "flag", "late", text, reason, again)
        elif self._missing():
            since = _("Since then a criterion is not met any more.")
            self.answer.say("warning", "warning", "late", text, since, again)
        else:
            self.answer.say("good", "good", "good", text, "", again)

    def retranslate(self) -> None:
        """Word title and buttons; the criteria are shown again by the page."""
        self.set_title(_("What closes this step"))
        self.close_button.setText(_("Close step"))
        self._show_answer()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
