"""What lights up on the pages of a preview: the places where a searched text stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from models.documents.finding import Box, Hit
from ui import theme
from ui.colours import Theme

_FAINT, _STRONG = 0.30, 0.75
_EDGE = 1.5


class PaperHits:
    """The hits of a search, one of which is the present one."""

    def __init__(self) -> None:
        self._hits: Sequence[Hit] = ()
        self._present: Hit | None = None

    def show(self, hits: Sequence[Hit], present: Hit | None) -> None:
        """Take other hits."""
        self._hits, self._present = hits, present

    def paint(self, painter: QPainter, page: int, place: QRect, size: QSizeF) -> None:
        """Paint the hits of a page, counted from 0, over its picture; the present one has an edge."""
        painter.save()
        # Ink stays black under a marker; paper is white in the dark theme, too.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for hit in self._hits:
            if hit.page == page:
                self._paint(painter, hit, place, size)
        painter.restore()

    def _paint(self, painter: QPainter, hit: Hit, place: QRect, size: QSizeF) -> None:
        is_present = hit == self._present
        ink = QColor(theme.colours(Theme.LIGHT).accent)
        fill = QColor(ink)
        fill.setAlphaF(_STRONG if is_present else _FAINT)
        for box in hit.boxes:
            shown = on_screen(box, place, size)
            painter.fillRect(shown, fill)
            if is_present:
                painter.setPen(ink)
                painter.drawRect(shown.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))


def on_screen(box: Box, place: QRect, size: QSizeF) -> QRectF:
    """Return where a box of a page lies when the page of that size in points is shown at a place."""
    across, down = place.width() / size.width(), place.height() / size.height()
    left, top = place.left() + box.left * across, place.top() + box.top * down
    return QRectF(left, top, (box.right - box.left) * across, (box.bottom - box.top) * down)
