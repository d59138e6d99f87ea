"""Charts on paper: shapes to operators, their labels through the line setter."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.documents.blocks import Align, Chart
from models.documents.charts.shapes import (
    LEADING,
    Area,
    Geometry,
    Ink,
    Label,
    Level,
    Point,
    Side,
    Stroke,
)
from models.documents.layout.boxes import Box, TextBox
from models.documents.layout.style import (
    ACCENT,
    CAPTION,
    GOOD,
    GRID,
    INK,
    MILLIMETRE,
    QUIET,
    RED,
    TINT,
    TURQUOISE,
    Type,
    fill,
    stroke,
)
from models.documents.layout.text import Typist
from models.documents.typesetting.lines import Line
from models.documents.typesetting.setter import Placed
from models.documents.typesetting.stream import number

_COLOURS = {
    Ink.TEXT: INK,
    Ink.QUIET: QUIET,
    Ink.GRID: GRID,
    Ink.PAPER: "#FFFFFF",
    Ink.PRIMARY: TURQUOISE,
    Ink.TINT: TINT,
    Ink.ACCENT: ACCENT,
    Ink.GOOD: GOOD,
    Ink.LATE: ACCENT,
    Ink.BROKEN: RED,
}
_EM = 8.8
"""The size of a chart's labels where the page has room for the whole chart."""

_ALIGN = {Side.LEFT: 0.0, Side.CENTRE: 0.5, Side.RIGHT: 1.0}
_DROP = {Level.TOP: 0.0, Level.MIDDLE: 0.5, Level.BOTTOM: 1.0}
_DASH = 0.4


_EMPTY = Geometry(1.0, 1.0, ())


class Frame(NamedTuple):
    """Where a chart stands on its page: the left and upper edge and the size of an em, in points."""

    left: float
    top: float
    em: float

    def at(self, point: Point) -> tuple[float, float]:
        """Return the place of a point on the page."""
        return self.left + point[0] * self.em, self.top - point[1] * self.em


@dataclass
class ChartBox(Box):
    """A chart in the middle of the width of the page."""

    geometry: Geometry = _EMPTY
    em: float = _EM

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        """Return the operators of the shapes, then those of the labels in reading order."""
        frame = Frame(left + (width - self.geometry.width * self.em) / 2, top, self.em)
        operators: list[str] = []
        placed: list[Placed] = []
        for shape in self.geometry.shapes:
            if isinstance(shape, Label):
                placed += _label(shape, frame, typist)
            elif isinstance(shape, Stroke):
                operators.append(_stroke(shape, frame))
            else:
                operators.append(_area(shape, frame))
        return operators + typist.operators(_in_rows(placed, typist.rtl))


def chart_boxes(block: Chart, typist: Typist, width: float) -> Iterator[Box]:
    """Yield the caption of a chart and the chart, as large as its labels allow."""
    gap = 10.0
    if block.caption:
        lines = typist.lines(block.caption, CAPTION, width)
        yield TextBox(len(lines) * CAPTION.leading, gap, keep=True, lines=lines, type_=CAPTION)
        gap = 5.0
    geometry = block.geometry
    em = min(_EM, width / max(geometry.width, 1.0))
    if block.height:
        em = min(em, block.height * MILLIMETRE / max(geometry.height, 1.0))
    yield ChartBox(geometry.height * em, gap, geometry=geometry, em=em)


def _path(points: Sequence[Point], frame: Frame) -> str:
    places = [frame.at(point) for point in points]
    corners = [f"{number(x)} {number(y)}" for x, y in places]
    return f"{corners[0]} m " + " ".join(f"{corner} l" for corner in corners[1:])


def _stroke(shape: Stroke, frame: Frame) -> str:
    dash = number(_DASH * frame.em)
    dashed = f"[{dash}] 0 d " if shape.dashed else ""
    weight = number(shape.weight * frame.em)
    return f"q {stroke(_COLOURS[shape.ink])} {weight} w 1 j {dashed}{_path(shape.points, frame)} S Q"


def _area(shape: Area, frame: Frame) -> str:
    colours = fill(_COLOURS[shape.fill]) if shape.fill else ""
    if shape.line:
        colours += f" {stroke(_COLOURS[shape.line])} {number(shape.weight * frame.em)} w"
    painting = "b" if shape.fill and shape.line else "f" if shape.fill else "s"
    return f"{colours} {_path(shape.points, frame)} {painting}"


def _label(label: Label, frame: Frame, typist: Typist) -> list[Placed]:
    size = round(label.size * frame.em, 2)
    type_ = Type(size, round(size * LEADING, 2), label.bold, _COLOURS[label.ink])
    lines = _shortened(label, type_, frame, typist)
    width = max((line.width for line in lines), default=0) * size / 1000
    x, y = frame.at((label.x, label.y))
    left = x - width * _ALIGN[label.side]
    top = y + type_.leading * len(lines) * _DROP[label.level]
    return typist.place(lines, type_, left, top, width, _edge(label.side, typist.rtl))


def _edge(side: Side, rtl: bool) -> Align:
    if side is Side.CENTRE:
        return Align.CENTRE
    return Align.START if (side is Side.RIGHT) == rtl else Align.END


def _shortened(label: Label, type_: Type, frame: Frame, typist: Typist) -> list[Line]:
    """Return the lines of a label; where they are too many the last one ends with an ellipsis."""
    width = label.width * frame.em or 10_000.0
    text = label.text
    lines = typist.lines(text, type_, width)
    while len(lines) > label.lines:
        text = text[: -max(len(text) // 12, 2)].rstrip() + "…"
        lines = typist.lines(text, type_, width)
    return lines


def _in_rows(placed: Iterable[Placed], rtl: bool) -> list[Placed]:
    """Return lines from top to bottom, those on one baseline in reading order, as the setter wants them."""
    return sorted(placed, key=lambda one: (-one.y, -one.x if rtl else one.x))
