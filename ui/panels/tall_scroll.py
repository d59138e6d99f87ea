"""A list that is as tall as what stands in it, and scrolls only where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.page_scroll import PageScroll


class TallScroll(PageScroll):
    """Asks for the whole height of its content, and is content with a few lines."""

    def __init__(self, content: QWidget, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(content, parent, theme.space(2))
        self._least = least or theme.space(24)
        self._content = content
        self._is_small = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_small(self, is_small: bool) -> None:
        """Be content with the least height, or ask for all of it again."""
        self._is_small = is_small
        self.updateGeometry()

    def spared_height(self) -> int:
        """Return by how much less than its content the list asks for."""
        return self._content_height() - self.sizeHint().height()

    def sizeHint(self) -> QSize:
        """Return the size at which nothing has to be scrolled."""
        height = self._content_height()
        return QSize(super().sizeHint().width(), min(self._least, height) if self._is_small else height)

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few lines, or of the content where it is smaller."""
        return QSize(super().minimumSizeHint().width(), min(self._least, self._content_height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew for the height: another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a content that grows or shrinks."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _content_height(self) -> int:
        layout, width = self._content.layout(), self.viewport().width()
        if layout is not None and layout.hasHeightForWidth():
            return layout.totalHeightForWidth(width)
        return self._content.sizeHint().height()
