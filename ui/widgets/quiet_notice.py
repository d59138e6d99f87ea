"""A line in a page that stays as long as it is true, with a button that does something about it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ui import icons, theme
from ui.theme import Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind

_SIGNS = {NoticeKind.INFO: ("info", Tone.PRIMARY), NoticeKind.WARNING: ("warning", Tone.LATE)}


class QuietNotice(QFrame):
    """Hidden while there is nothing to say; unlike the window's notice bar it cannot be closed."""

    acted = Signal()

    def __init__(self, kind: NoticeKind = NoticeKind.INFO, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name, tone = _SIGNS[kind]
        self.setProperty("kind", "notice")
        self.setProperty("notice", kind.value)
        sign = QLabel(self)
        icons.set_icon(sign, name, tone.value, theme.ICON)
        self._text = WrapLabel(parent=self)
        self.button = SecondaryButton(small=True, parent=self)
        self.button.clicked.connect(self.acted)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(3), theme.space(1.5), theme.space(3), theme.space(1.5))
        line.setSpacing(theme.space(2.5))
        line.addWidget(sign)
        line.addWidget(self._text, 1)
        line.addWidget(self.button)
        self.hide()

    def say(self, text: str, action: str = "") -> None:
        """Show a sentence and the verb of its button, "" for none; without a sentence nothing is shown."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setVisible(bool(text))

    def text(self) -> str:
        """Return the sentence, "" while nothing is shown."""
        return "" if self.isHidden() else self._text.text()
