"""A column of cards at the trailing side of an editor."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.line import thin_line
from ui.widgets.page_scroll import PageScroll


class SideColumn(QWidget):
    """Holds cards in `cards`, one below the other, scrolled where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget(self)
        self.cards = QVBoxLayout(content)
        self.cards.setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4))
        self.cards.setSpacing(theme.space(4))
        self.setFixedWidth(theme.PANEL_WIDTH + theme.space(5))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(thin_line(is_upright=True, parent=self))
        inside.addWidget(PageScroll(content, self), 1)
