"""What a chart is made of: frozen shapes in ems of its labels, x to the right and y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import cos, pi, sin

Point = tuple[float, float]

LEADING = 1.5
"""The distance of the lines of a label, in ems of its own size."""


class Ink(StrEnum):
    """What a colour means; each painter knows its own colours."""

    TEXT = "text"
    QUIET = "quiet"
    GRID = "grid"
    PAPER = "paper"
    PRIMARY = "primary"
    TINT = "tint"
    ACCENT = "accent"
    GOOD = "good"
    LATE = "late"
    BROKEN = "broken"


class Side(StrEnum):
    """Which part of a label stands at its x."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Level(StrEnum):
    """Which part of a label stands at its y."""

    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


@dataclass(frozen=True)
class Stroke:
    """A line through points."""

    points: tuple[Point, ...]
    ink: Ink
    weight: float = 0.06
    dashed: bool = False


@dataclass(frozen=True)
class Area:
    """A polygon, filled or outlined or both."""

    points: tuple[Point, ...]
    fill: Ink | None = None
    line: Ink | None = None
    weight: float = 0.06


@dataclass(frozen=True)
class Label:
    """Words, broken into at most so many lines where they are wider than `width`; no width, no break."""

    text: str
    x: float
    y: float
    side: Side = Side.CENTRE
    level: Level = Level.MIDDLE
    ink: Ink = Ink.TEXT
    size: float = 1.0
    bold: bool = False
    width: float = 0.0
    lines: int = 3


Shape = Stroke | Area | Label


@dataclass(frozen=True)
class Figure:
    """What a chart shows in one place, in words, for those who do not see it."""

    name: str
    text: str


@dataclass(frozen=True)
class Geometry:
    """A whole chart, its size in ems of its labels; the shapes are painted in their order."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    figures: tuple[Figure, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The texts of the chart in the order of painting."""
        return tuple(shape.text for shape in self.shapes if isinstance(shape, Label))


def rectangle(left: float, top: float, right: float, bottom: float) -> tuple[Point, ...]:
    """Return the corners of a rectangle."""
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def circle(x: float, y: float, radius: float) -> tuple[Point, ...]:
    """Return the corners of a polygon that looks like a circle at the size of a mark."""
    steps = 24
    turns = (2 * pi * step / steps for step in range(steps))
    return tuple((x + radius * cos(turn), y + radius * sin(turn)) for turn in turns)


def diamond(x: float, y: float, radius: float) -> tuple[Point, ...]:
    """Return the corners of a square that stands on one of them."""
    return ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))


def room(text: str) -> float:
    """Return the width, in ems, that is kept free for a label; painters measure, geometry estimates."""
    longest = max((len(line) for line in text.split("\n")), default=0)
    return 0.57 * longest + 0.2
