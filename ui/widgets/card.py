"""A titled panel."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import TextRole
from ui.widgets.labels import WrapLabel
from ui.widgets.showing import show_if


class Card(QFrame):
    """A raised panel with an optional title line: icon, title, and a widget at the trailing end."""

    def __init__(self, title: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._icon = QLabel()
        self._title = WrapLabel(role=TextRole.BODY)
        theme.set_role(self._title, TextRole.BODY, strong=True)
        self._trailing: QWidget | None = None
        self._head = QWidget()
        self._head_layout = QHBoxLayout(self._head)
        self._head_layout.setContentsMargins(0, 0, 0, 0)
        self._head_layout.setSpacing(theme.space(2))
        self._head_layout.addWidget(self._icon)
        self._head_layout.addWidget(self._title, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space(2))
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(theme.space(3))
        self._outer.addWidget(self._head)
        self._outer.addLayout(self.body, 1)
        self.set_flush(False)
        self.set_title(title)
        self.set_icon(icon)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Append a widget to the body."""
        self.body.addWidget(widget, stretch)

    def set_title(self, title: str) -> None:
        """Show a title; "" hides the title line unless something stands at its end."""
        self._title.setText(title)
        self.setAccessibleName(title)
        show_if(self._head, bool(title) or self._trailing is not None)

    def set_icon(self, name: str) -> None:
        """Show an icon before the title; "" takes it away."""
        icons.set_icon(self._icon, name, "primary", theme.ICON)
        show_if(self._icon, bool(name))

    def set_trailing(self, widget: QWidget) -> None:
        """Put a widget at the trailing end of the title line, in place of an earlier one."""
        if self._trailing is not None:
            self._trailing.deleteLater()
        self._trailing = widget
        self._head_layout.addWidget(widget)
        self._head.show()

    def add_trailing(self, widget: QWidget) -> None:
        """Put one more widget at the trailing end of the title line."""
        self._head_layout.addWidget(widget)
        self._head.show()

    def set_flush(self, flush: bool) -> None:
        """Let the body reach the edges, as a table does, or keep it away from them."""
        side, around = theme.space(4.5), theme.space(4)
        if flush:
            self._outer.setContentsMargins(1, 1, 1, 1)
            self._head.setContentsMargins(side, around - theme.space(1), side, 0)
        else:
            self._outer.setContentsMargins(side, around, side, around)
            self._head.setContentsMargins(0, 0, 0, 0)
