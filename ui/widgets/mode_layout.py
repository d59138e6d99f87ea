"""The layout of what is looked at in several ways: a head with the ways, a line, and the page in front."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.line import thin_line
from ui.widgets.mode_switch import ModeSwitch


class ModeLayout(QVBoxLayout):
    """Lays out a whole widget.

    modes: the ways of looking, given as key and icon. head: the line in which they stand; what belongs to all
    of them follows at its trailing side. pages: those of which one is in front.
    """

    def __init__(self, owner: QWidget, modes: Iterable[tuple[str, str]]) -> None:
        super().__init__(owner)
        self.modes = ModeSwitch(modes, owner)
        self.pages = QStackedWidget(owner)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(theme.space(5), theme.space(2), theme.space(4), theme.space(2))
        self.head.setSpacing(theme.space(3))
        self.head.addWidget(self.modes)
        self.head.addStretch(1)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addLayout(self.head)
        self.addWidget(thin_line(parent=owner))
        self.addWidget(self.pages, 1)

    def add_beside(self, *widgets: QWidget) -> None:
        """Put widgets at the trailing side of the head."""
        for widget in widgets:
            self.head.addWidget(widget)

    def add_after(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget right after the modes."""
        self.head.insertWidget(1, widget, stretch)

    def add_under(self, room: QLayout) -> None:
        """Put more room between the head and the line."""
        self.insertLayout(1, room)

    def add_pages(self, *pages: QWidget) -> None:
        """Add pages; the first one of all is in front."""
        for page in pages:
            self.pages.addWidget(page)
