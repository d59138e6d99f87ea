"""A chart in the window: the shapes that documents print, in the inks and the letters of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.documents.charts.shapes import LEADING, Area, Geometry, Ink, Label, Level, Point, Side, Stroke
from ui import theme
from ui.language import _

Source = Callable[[], Geometry | None]

_INKS: Mapping[Ink, str] = {
    Ink.TEXT: "text",
    Ink.QUIET: "quiet",
    Ink.GRID: "line",
    Ink.PAPER: "raised",
    Ink.PRIMARY: "primary",
    Ink.TINT: "primary_tint",
    Ink.ACCENT: "accent",
    Ink.GOOD: "good",
    Ink.LATE: "late",
    Ink.BROKEN: "broken",
}
_SMALLEST_EM = 8.0
_ALIGN = {Side.LEFT: 0.0, Side.CENTRE: 0.5, Side.RIGHT: 1.0}
_DROP = {Level.TOP: 0.0, Level.MIDDLE: 0.5, Level.BOTTOM: 1.0}
# How far, in ems, the baseline lies below the middle of a line's height; paper has the same.
_BASELINE = 0.33
_DASH = 0.4
_NO_LIMIT = 100_000.0
_LINE_SEPARATOR = "\u2028"


class ChartView(QWidget):
    """Shows a chart as wide as its place allows, its labels never larger than the text of the window.

    source: draws the chart, its labels in the present language; asked again when that or the facts change,
    None while there is nothing to show. name: message of the catalogue by which assistive technology calls
    the chart; the figures follow as its description.
    """

    def __init__(self, source: Source, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._name = name
        self._geometry: Geometry | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.refresh()

    @property
    def geometry_shown(self) -> Geometry | None:
        """The chart as it was drawn last."""
        return self._geometry

    def refresh(self) -> None:
        """Draw the chart from the facts as they are now."""
        self._geometry = self._source()
        self.setAccessibleName(_(self._name) if self._name else "")
        self.setAccessibleDescription(in_words(self._geometry))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size at which labels are as large as the text of the window."""
        return self._size(self._largest_em())

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the labels could not be read."""
        return self._size(_SMALLEST_EM)

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the shape."""
        shown = self._geometry
        return round(self._em(width, _NO_LIMIT) * shown.height) if shown else 0

    def _size(self, em: float) -> QSize:
        shown = self._geometry
        return QSize(round(shown.width * em), round(shown.height * em)) if shown else QSize(0, 0)

    def _largest_em(self) -> float:
        return QFontInfo(theme.font()).pixelSize()

    def _em(self, width: float, height: float) -> float:
        shown = self._geometry
        if shown is None:
            return 0.0
        return min(width / shown.width, height / shown.height, self._largest_em())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart in the middle of the width."""
        if self._geometry is None:
            return
        painter = QPainter(self)
        em = self._em(self.width(), self.height())
        left = (self.width() - self._geometry.width * em) / 2
        paint_chart(painter, self._geometry, Frame(left, 0.0, em, self.devicePixelRatioF()))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language and of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self.update()


def in_words(chart: Geometry | None) -> str:
    """Return the figures of a chart, each on a line."""
    figures = chart.figures if chart else ()
    return "\n".join(f"{' '.join(one.name.split())}: {one.text or '–'}" for one in figures)


class Frame(NamedTuple):
    """Where a chart stands: its left and upper edge and its em in logical pixels, and dots to the pixel."""

    left: float
    top: float
    em: float
    dots: float = 1.0

    def at(self, point: Point) -> QPointF:
        """Return the place of a point."""
        return QPointF(self.left + point[0] * self.em, self.top + point[1] * self.em)

    def on_a_dot(self, value: float, weight: float = 0.0) -> float:
        """Return the place nearest to a value where an edge, or a line of that weight, is sharp."""
        half = (round(weight * self.dots) % 2) / 2
        return (round(value * self.dots - half) + half) / self.dots

    def weight(self, ems: float) -> float:
        """Return a line's weight in whole dots, at least one."""
        return max(round(ems * self.em * self.dots), 1) / self.dots


def paint_chart(painter: QPainter, chart: Geometry, frame: Frame) -> None:
    """Paint a chart into a frame; its axis runs from left to right in every language."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in chart.shapes:
        if isinstance(shape, Label):
            _paint_label(painter, shape, frame)
        elif isinstance(shape, Stroke):
            _paint_stroke(painter, shape, frame)
        else:
            _paint_area(painter, shape, frame)


def _colour(ink: Ink) -> QColor:
    return QColor(getattr(theme.colours(), _INKS[ink]))


def _paint_stroke(painter: QPainter, shape: Stroke, frame: Frame) -> None:
    painter.setPen(_pen(shape.ink, shape.weight, frame, dashed=shape.dashed))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(_sharp(shape.points, frame, frame.weight(shape.weight)))


def _paint_area(painter: QPainter, shape: Area, frame: Frame) -> None:
    pen = _pen(shape.line, shape.weight, frame) if shape.line else QPen(Qt.PenStyle.NoPen)
    painter.setPen(pen)
    painter.setBrush(_colour(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_sharp(shape.points, frame, frame.weight(shape.weight) if shape.line else 0.0))


def _pen(ink: Ink, weight: float, frame: Frame, *, dashed: bool = False) -> QPen:
    pen = QPen(_colour(ink), frame.weight(weight), j=Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashed:
        # Qt counts dashes in widths of the pen.
        length = _DASH * frame.em / pen.widthF()
        pen.setDashPattern([length, length])
    return pen


def _sharp(points: Sequence[Point], frame: Frame, weight: float) -> QPolygonF:
    """Return points in place; what is upright or level all round lies on whole dots."""
    placed = [frame.at(point) for point in points]
    if _is_straight(points):
        placed = [QPointF(*(frame.on_a_dot(of, weight) for of in (at.x(), at.y()))) for at in placed]
    return QPolygonF(placed)


def _is_straight(points: Sequence[Point]) -> bool:
    following = (*points[1:], points[0])
    return all(one[0] == two[0] or one[1] == two[1] for one, two in zip(points, following, strict=True))


def _paint_label(painter: QPainter, label: Label, frame: Frame) -> None:
    face = _face(painter, label, frame)
    metrics = QFontMetricsF(face)
    lines = list(_lines(label, face, label.width * frame.em or _NO_LIMIT))
    leading = label.size * frame.em * LEADING
    at = frame.at((label.x, label.y))
    baseline = at.y() - leading * len(lines) * _DROP[label.level]
    baseline += leading / 2 + label.size * frame.em * _BASELINE
    painter.setFont(face)
    painter.setPen(_colour(label.ink))
    for line in lines:
        x = at.x() - metrics.horizontalAdvance(line) * _ALIGN[label.side]
        painter.drawText(QPointF(x, frame.on_a_dot(baseline)), line)
        baseline += leading


def _face(painter: QPainter, label: Label, frame: Frame) -> QFont:
    face = theme.font(strong=label.bold)
    # Only points may be fractions, and a chart of any width has its own size of letters.
    face.setPointSizeF(label.size * frame.em * 72 / painter.device().logicalDpiY())
    return face


def _lines(label: Label, face: QFont, width: float) -> Iterator[str]:
    """Yield the lines of a label; where they are too many the last one ends with an ellipsis."""
    text = label.text.replace("\n", _LINE_SEPARATOR)
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[tuple[int, int]] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append((line.textStart(), line.textLength()))
    layout.endLayout()
    for place, (start, length) in enumerate(starts[: label.lines]):
        if place + 1 == label.lines < len(starts):
            rest = text[start:].replace(_LINE_SEPARATOR, " ")
            yield QFontMetricsF(face).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        else:
            yield text[start : start + length].strip()
