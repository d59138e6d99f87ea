"""A line through the values of following periods, with the target and the limits it is judged by."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from math import ceil
from typing import NamedTuple

from models.documents.charts.scale import Scale, Value, known, scale_of
from models.documents.charts.shapes import (
    LEADING,
    Area,
    Figure,
    Geometry,
    Ink,
    Label,
    Level,
    Point,
    Shape,
    Side,
    Stroke,
    circle,
    room,
)

WIDTH = 53.0
HEIGHT = 17.0
_MOST_WORDED = 13
_TOP = 1.6
_FOOT = 2.4
_VALUE_SIZE = 0.88
_CLEAR = 0.5


class Period(NamedTuple):
    """One period: its name, its value and the value in words; None where nothing was measured."""

    name: str
    value: Value | None
    text: str = ""


class Bound(NamedTuple):
    """A value drawn across the chart, such as the target."""

    name: str
    value: Value
    ink: Ink = Ink.ACCENT


def trend(
    periods: Sequence[Period],
    number: Callable[[Decimal], str],
    *,
    bounds: Sequence[Bound] = (),
    lowest: Value | None = 0,
    highest: Value | None = None,
) -> Geometry:
    """Return a line chart, the first period at the left; a period without a value interrupts the line.

    Args:
        periods: in the order of time.
        number: words the ticks of the axis.
        bounds: the target, and limits.
        lowest: where the axis begins at the latest; None lets it begin near the smallest value.
        highest: where the axis ends at the earliest.
    """
    values = [*(period.value for period in periods), *(bound.value for bound in bounds)]
    scale = scale_of(values, lowest, highest)
    left = max(room(number(tick)) for tick in scale.ticks) * 0.88 + 0.7
    names = max((room(bound.name) for bound in bounds), default=0.0)
    plot = _Plot(scale, left, WIDTH - min(names, 12.0) - 1.2, len(periods))
    shapes = [*_axis(plot, number), *_names(periods, plot)]
    for bound in bounds:
        shapes += _bound(bound, plot)
    crossing = [plot.y(bound.value) for bound in bounds]
    figures = tuple(Figure(period.name, period.text) for period in periods)
    return Geometry(WIDTH, HEIGHT, (*shapes, *_line(periods, plot, crossing)), figures)


class _Plot(NamedTuple):
    scale: Scale
    left: float
    right: float
    periods: int

    @property
    def bottom(self) -> float:
        return HEIGHT - _FOOT

    def y(self, value: Value) -> float:
        return self.bottom - (self.bottom - _TOP) * self.scale.share(value)

    def x(self, place: int) -> float:
        return self.left + (self.right - self.left) * (place + 0.5) / max(self.periods, 1)


def _axis(plot: _Plot, number: Callable[[Decimal], str]) -> Iterator[Shape]:
    for tick in plot.scale.ticks:
        y = plot.y(tick)
        yield Stroke(((plot.left, y), (plot.right, y)), Ink.GRID)
        yield Label(number(tick), plot.left - 0.5, y, Side.RIGHT, ink=Ink.QUIET, size=0.88)


def _names(periods: Sequence[Period], plot: _Plot) -> Iterator[Shape]:
    """Yield the names of the periods, as many as stand beside each other; the last one is among them."""
    widest = max((room(period.name) for period in periods), default=1.0) * 0.88
    slot = (plot.right - plot.left) / max(len(periods), 1)
    every = max(ceil(widest / slot), 1)
    for place, period in enumerate(periods):
        if (len(periods) - 1 - place) % every == 0:
            x = plot.x(place)
            yield Label(period.name, x, plot.bottom + 0.4, Side.CENTRE, Level.TOP, Ink.QUIET, 0.88)


def _bound(bound: Bound, plot: _Plot) -> Iterator[Shape]:
    y = plot.y(bound.value)
    yield Stroke(((plot.left, y), (plot.right, y)), bound.ink, 0.12, dashed=True)
    width = WIDTH - plot.right - 0.4
    yield Label(bound.name, plot.right + 0.4, y, Side.LEFT, ink=bound.ink, size=0.88, width=width, lines=2)


def _line(periods: Sequence[Period], plot: _Plot, crossing: Sequence[float]) -> Iterator[Shape]:
    """Yield the line and its values; `crossing` are the heights of the lines that they stand clear of."""
    points: list[Point | None] = [
        None if value is None else (plot.x(place), plot.y(value))
        for place, value in enumerate(known(period.value) for period in periods)
    ]
    for is_gap, stretch in groupby(points, key=lambda point: point is None):
        joined = tuple(point for point in stretch if point)
        if not is_gap and len(joined) > 1:
            yield Stroke(joined, Ink.PRIMARY, 0.18)
    for period, point in zip(periods, points, strict=True):
        if point is None:
            continue
        yield Area(circle(*point, 0.32), Ink.PRIMARY, Ink.PAPER, 0.1)
        if period.text and len(periods) <= _MOST_WORDED:
            yield _worded(period.text, point, plot, crossing)


def _worded(text: str, point: Point, plot: _Plot, crossing: Sequence[float]) -> Label:
    """Return a value above its point, below it where a line would strike it through and there is room."""
    x, y = point
    height = LEADING * _VALUE_SIZE
    is_struck = any(y - _CLEAR - height <= line <= y - _CLEAR for line in crossing)
    below = y + _CLEAR
    fits = below + height <= plot.bottom and not any(below <= line <= below + height for line in crossing)
    if is_struck and fits:
        return Label(text, x, below, level=Level.TOP, size=_VALUE_SIZE, bold=True)
    return Label(text, x, y - _CLEAR, level=Level.BOTTOM, size=_VALUE_SIZE, bold=True)
