"""The three dots behind which rarer deeds are found."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui import icons, theme
from ui.widgets.buttons import IconButton


class MoreButton(IconButton):
    """Opens a menu; its name is told by whoever builds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("more", role="quiet", parent=parent)
        self.choices = QMenu(self)
        self.clicked.connect(self._open)

    def add_choice(self, icon: str) -> QAction:
        """Return one more action of the menu, still without words; a shortcut of it is only told there."""
        action = QAction(self)
        icons.set_icon(action, icon, "quiet", theme.ICON)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.choices.addAction(action)
        return action

    def _open(self) -> None:
        open_under(self.choices, self)


def open_under(menu: QMenu, button: QWidget) -> None:
    """Open a menu at the trailing edge of a button, inside the window."""
    at = button.mapToGlobal(QPoint(0, button.height() + theme.space(1)))
    if not button.isRightToLeft():
        at.setX(at.x() + button.width() - menu.sizeHint().width())
    menu.popup(at)
