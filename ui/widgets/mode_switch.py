"""A few ways of looking at the same thing, one of them chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui import icons, theme
from ui.theme import TextRole


def chip_button(icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """Return a small round button that is on or off."""
    chip = QPushButton(parent)
    chip.setProperty("kind", "chip")
    chip.setFont(theme.font(TextRole.SMALL))
    chip.setCheckable(True)
    chip.setAutoDefault(False)
    chip.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        icons.set_icon(chip, icon, "quiet", 14, gap=theme.space(1))
    return chip


class ModeSwitch(QWidget):
    """Buttons side by side; arrows move between them and choose at once, as tabs do."""

    chosen = Signal(str)

    def __init__(self, modes: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        """Offer modes given as key and icon; `set_texts` names them."""
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1.5))
        for key, icon in modes:
            button = self.buttons[key] = chip_button(icon, self)
            button.clicked.connect(self._press)
            button.installEventFilter(self)
            row.addWidget(button)
        self.set_current(next(iter(self.buttons), ""))

    def set_texts(self, texts: Iterable[tuple[str, str]]) -> None:
        """Name the modes, given as key and text."""
        for key, text in texts:
            self.buttons[key].setText(text)
            self.buttons[key].setAccessibleName(text)

    def current(self) -> str:
        """Return the key of the mode chosen."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Show a mode as chosen, without any signal."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)
            is_stop = name == key
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)

    def _press(self) -> None:
        for key, button in self.buttons.items():
            if button is self.sender():
                self._choose(key)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move between the modes with the arrow keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        keys = list(self.buttons)
        here = next(at for at, button in enumerate(self.buttons.values()) if button is watched)
        forward = (key is Qt.Key.Key_Right) != self.isRightToLeft()
        goal = keys[max(0, min(here + (1 if forward else -1), len(keys) - 1))]
        self._choose(goal)
        self.buttons[goal].setFocus(Qt.FocusReason.TabFocusReason)
        return True
