"""A bar over the page that says what happened, with one thing to do about it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import icons, theme
from ui.language import _
from ui.theme import Tone
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.labels import WrapLabel

_UNDO_SECONDS = 10.0


class NoticeKind(StrEnum):
    """What sort of news it is."""

    INFO = "info"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"
    UNDO = "undo"


_SIGNS = {
    NoticeKind.INFO: ("info", "primary", Tone.TEXT),
    NoticeKind.GOOD: ("good", "good", Tone.TEXT),
    NoticeKind.WARNING: ("warning", "late", Tone.TEXT),
    NoticeKind.ERROR: ("error", "broken", Tone.TEXT),
    NoticeKind.UNDO: ("delete", "primary", Tone.TEXT),
}


class NoticeBar(QFrame):
    """Hidden until there is news; goes by itself when a time was given, but not while it is in use."""

    acted = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self._sign = QLabel()
        self._text = WrapLabel()
        self.action = SecondaryButton(small=True)
        self.action.clicked.connect(self._act)
        self.close_button = IconButton("remove", role="quiet")
        self.close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._expire)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), theme.space(1))
        line.setSpacing(theme.space(2.5))
        line.addWidget(self._sign)
        line.addWidget(self._text, 1)
        line.addWidget(self.action)
        line.addWidget(self.close_button)
        self.retranslate()
        self.hide()

    def show_notice(
        self, kind: NoticeKind, text: str, action: str = "", seconds: float | None = None
    ) -> None:
        """Show a notice in place of an earlier one.

        Args:
            kind: decides sign and ground.
            text: a whole sentence or two.
            action: the verb of a button; "" for none.
            seconds: how long it stays; None for as long as nobody closes it, and ten for undo.
        """
        name, role, tone = _SIGNS[kind]
        icons.set_icon(self._sign, name, role, theme.ICON)
        theme.set_property(self, "notice", kind.value)
        theme.set_property(self._text, "tone", tone.value)
        self._text.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._timer.stop()
        if seconds is None and kind is NoticeKind.UNDO:
            seconds = _UNDO_SECONDS
        if seconds is not None:
            self._timer.start(round(seconds * 1000))
        self.show()
        # Imported here: the many constants of accessibility would hold up the first window.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def text(self) -> str:
        """Return the sentence shown, "" while there is none."""
        return "" if self.isHidden() else self._text.text()

    def retranslate(self) -> None:
        """Word the closing button."""
        self.close_button.set_name(_("Close this notice"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def leaveEvent(self, event: QEvent) -> None:
        """Let the time run again."""
        super().leaveEvent(event)
        self._go_on()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop the time while the user reads."""
        super().enterEvent(event)
        if self._timer.isActive():
            self._timer.setInterval(max(self._timer.remainingTime(), 2_000))

    def _go_on(self) -> None:
        if self._timer.isActive():
            self._timer.start()

    def _expire(self) -> None:
        if self.underMouse() or self.action.hasFocus() or self.close_button.hasFocus():
            self._timer.start(2_000)
        else:
            self.dismiss()

    def _act(self) -> None:
        self._timer.stop()
        self.hide()
        self.acted.emit()
