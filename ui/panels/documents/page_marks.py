"""Areas of pages that are marked for the eye, and are no part of the paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui import theme
from ui.theme import Tone

_AROUND_POINTS = 3.0
_FILL = 0.12
_EDGE = 0.75
_EDGE_WIDTH = 1.5


@dataclass(frozen=True)
class PageMark:
    """An area of a page.

    page: from 1. area: in points, from the left upper corner of the page.
    """

    page: int
    area: QRectF
    tone: Tone = Tone.ACCENT

    def on(self, place: QRect, size: QSizeF) -> QRectF:
        """Return the area, with a little room round it, of a page of that size shown in that place."""
        scale = place.width() / size.width()
        room = self.area.adjusted(-_AROUND_POINTS, -_AROUND_POINTS, _AROUND_POINTS, _AROUND_POINTS)
        corner = room.topLeft() * scale + place.topLeft().toPointF()
        return QRectF(corner, room.size() * scale)


def paint_marks(painter: QPainter, place: QRect, size: QSizeF, marks: Iterable[PageMark]) -> None:
    """Paint marks over a page of that size shown in that place; the words under them stay legible."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        ink = QColor(getattr(theme.colours(), mark.tone.value))
        fill = QColor(ink)
        fill.setAlphaF(_FILL)
        ink.setAlphaF(_EDGE)
        painter.setBrush(fill)
        painter.setPen(QPen(ink, _EDGE_WIDTH, Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(mark.on(place, size), theme.RADIUS / 2, theme.RADIUS / 2)
    painter.restore()
