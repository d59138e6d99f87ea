"""Bars from left to right: a figure for each row, with its target, its interval and its earlier value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from models.documents.charts import legend
from models.documents.charts.legend import Key, Sign
from models.documents.charts.scale import Scale, Value, known, scale_of
from models.documents.charts.shapes import (
    LEADING,
    Area,
    Figure,
    Geometry,
    Ink,
    Label,
    Level,
    Shape,
    Side,
    Stroke,
    diamond,
    rectangle,
    room,
)

WIDTH = 53.0
_WIDEST_LABEL = 19.0
_MOST_LINES = 3
_AXIS = 1.9
_ROW_GAP = 0.9
_THICK = 1.15
_THIN = 0.5
_BETWEEN = 0.15


@dataclass(frozen=True)
class Bar:
    """One row: its label, its value and the value in words.

    A value of None leaves the row empty but for its words. before: an earlier value. interval: between
    which values the true one lies.
    """

    label: str
    value: Value | None
    text: str
    ink: Ink = Ink.PRIMARY
    before: Value | None = None
    target: Value | None = None
    interval: tuple[Value, Value] | None = None


@dataclass(frozen=True)
class BarNames:
    """What the signs of a chart of bars are called in its legend; without names there is none."""

    value: str = ""
    before: str = ""
    target: str = ""


def bars(
    rows: Sequence[Bar],
    number: Callable[[Decimal], str],
    *,
    lowest: Value = 0,
    highest: Value | None = None,
    names: BarNames | None = None,
) -> Geometry:
    """Return bars, the first row at the top.

    Args:
        rows: any number of them.
        number: words the ticks of the axis.
        lowest: where the axis begins at the latest.
        highest: where the axis ends at the earliest, such as 1 for shares.
        names: for the legend.
    """
    scale = scale_of(_values(rows), lowest, highest)
    frame = _frame(rows, scale)
    shapes: list[Shape] = []
    heights = [_height(row, frame.label_width) for row in rows]
    bottom = sum(heights)
    shapes += _axis(scale, frame, bottom, number)
    top = 0.0
    for row, height in zip(rows, heights, strict=True):
        shapes += _row(row, scale, frame, top, height)
        top += height
    zero = frame.zero(scale)
    shapes.append(Stroke(((zero, 0.0), (zero, bottom)), Ink.QUIET, 0.1))
    total = bottom + _AXIS
    keys = _keys(names or BarNames())
    if keys:
        total += legend.HEIGHT
        shapes += legend.legend(keys, WIDTH / 2, total - legend.HEIGHT / 2)
    figures = tuple(Figure(row.label, row.text) for row in rows)
    return Geometry(WIDTH, total, tuple(shapes), figures)


@dataclass(frozen=True)
class _Frame:
    """Where the bars lie between the labels and the words behind them."""

    label_width: float
    left: float
    right: float

    def x(self, scale: Scale, value: Value) -> float:
        return self.left + (self.right - self.left) * scale.share(value)

    def zero(self, scale: Scale) -> float:
        return self.x(scale, 0)


def _values(rows: Sequence[Bar]) -> Iterator[Value | None]:
    for row in rows:
        yield from (row.value, row.before, row.target, *(row.interval or ()))


def _frame(rows: Sequence[Bar], scale: Scale) -> _Frame:
    widest = max((room(row.label) for row in rows), default=0.0)
    label_width = min(widest, _WIDEST_LABEL)
    words = min(max((room(row.text) for row in rows), default=0.0), 12.0)
    # A bar to the left of zero leaves the words of the others where they are.
    left = label_width + 0.7 + (words if scale.ticks[0] < 0 else 0.0)
    return _Frame(label_width, left, WIDTH - words - 0.8)


def _height(row: Bar, label_width: float) -> float:
    lines = min(ceil(room(row.label) / max(label_width, 1.0)), _MOST_LINES)
    return max(lines * LEADING, _drawn(row)) + _ROW_GAP


def _axis(scale: Scale, frame: _Frame, bottom: float, number: Callable[[Decimal], str]) -> Iterator[Shape]:
    for tick in scale.ticks:
        x = frame.x(scale, tick)
        yield Stroke(((x, 0.0), (x, bottom)), Ink.GRID)
        yield Label(number(tick), x, bottom + 0.35, Side.CENTRE, Level.TOP, Ink.QUIET, 0.88)


def _row(row: Bar, scale: Scale, frame: _Frame, top: float, height: float) -> Iterator[Shape]:
    middle = top + height / 2
    yield Label(row.label, frame.label_width, middle, Side.RIGHT, width=frame.label_width, lines=_MOST_LINES)
    zero = frame.zero(scale)
    upper = middle - _drawn(row) / 2
    axis = upper + _THICK / 2
    ends = [zero]
    value, before, target = known(row.value), known(row.before), known(row.target)
    if value is not None:
        ends.append(frame.x(scale, value))
        yield Area(rectangle(min(ends), upper, max(ends), upper + _THICK), row.ink)
    if before is not None:
        yield _earlier(zero, frame.x(scale, before), upper + _THICK + _BETWEEN)
    if row.interval is not None:
        low, high = (frame.x(scale, limit) for limit in row.interval)
        yield from _whisker(low, high, axis)
        ends.append(high)
    if target is not None:
        x = frame.x(scale, target)
        yield Area(diamond(x, axis, 0.5), Ink.TEXT, Ink.PAPER, 0.1)
        if max(ends) - 1 < x < max(ends) + 1 + room(row.text):
            ends.append(x + 0.5)
    yield Label(row.text, max(ends) + 0.5, axis, Side.LEFT, bold=True, size=0.94)


def _drawn(row: Bar) -> float:
    return _THICK if row.before is None else _THICK + _BETWEEN + _THIN


def _earlier(zero: float, x: float, top: float) -> Shape:
    return Area(rectangle(min(zero, x), top, max(zero, x), top + _THIN), Ink.TINT, Ink.QUIET)


def _whisker(low: float, high: float, y: float) -> Iterator[Shape]:
    yield Stroke(((low, y), (high, y)), Ink.TEXT, 0.1)
    for x in (low, high):
        yield Stroke(((x, y - 0.35), (x, y + 0.35)), Ink.TEXT, 0.1)


def _keys(names: BarNames) -> list[Key]:
    keys = (
        Key(names.value, Sign.BLOCK, Ink.PRIMARY),
        Key(names.before, Sign.BLOCK, Ink.TINT),
        Key(names.target, Sign.DIAMOND, Ink.TEXT),
    )
    return [key for key in keys if key.name]
