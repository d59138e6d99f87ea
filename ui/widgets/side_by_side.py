"""A list with the form of what is chosen in it beside it, or in its place where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme

_BOTH_FROM = theme.space(225)
_FORM_SHARE = 0.39
_WIDEST_FORM = theme.space(160)


class SideBySide(QWidget):
    """Holds two pages as a stack does: at index 0 the first alone, at 1 the second beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: list[QWidget] = []
        self._index = 0
        self._line = QFrame(self)
        self._line.setProperty("kind", "line")
        self._line.setFixedWidth(1)
        self._line.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def addWidget(self, page: QWidget) -> None:  # noqa: N802
        """Take the next page, the list first."""
        if self._pages:
            page.hide()
            self._row.addWidget(self._line)
        self._row.addWidget(page, 0 if self._pages else 1)
        self._pages.append(page)

    def currentIndex(self) -> int:  # noqa: N802
        """Return 1 while the second page is shown."""
        return self._index

    def setCurrentIndex(self, index: int) -> None:  # noqa: N802
        """Show the first page alone, or the second as well."""
        self._index = index
        self._arrange()

    @property
    def has_both(self) -> bool:
        """Whether there is room for the two side by side."""
        return self.width() >= _BOTH_FROM

    def _arrange(self) -> None:
        if len(self._pages) < 2:
            return
        first, second = self._pages
        is_open, has_both = self._index == 1, self.has_both
        width = min(round(self.width() * _FORM_SHARE), _WIDEST_FORM) if has_both else self.width()
        second.setFixedWidth(width)
        first.setVisible(has_both or not is_open)
        self._line.setVisible(has_both and is_open)
        second.setVisible(is_open)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the list needs."""
        own = super().minimumSizeHint()
        return QSize(self._pages[0].minimumSizeHint().width() if self._pages else own.width(), own.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._arrange()
        self._row.activate()
