"""Columns side by side: how many answered what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from models.documents.charts.scale import Scale, scale_of
from models.documents.charts.shapes import (
    Area,
    Figure,
    Geometry,
    Ink,
    Label,
    Level,
    Shape,
    Side,
    Stroke,
    rectangle,
    room,
)

WIDTH = 53.0
HEIGHT = 15.0
_TOP = 1.8
_FOOT = 3.4
_WIDEST = 5.5


class Pile(NamedTuple):
    """One answer: its name, how often it was given, and that in words."""

    name: str
    answers: int
    text: str
    ink: Ink = Ink.PRIMARY


def distribution(piles: Sequence[Pile], number: Callable[[Decimal], str]) -> Geometry:
    """Return columns, the first one at the left; names stand below, words above.

    number: words the ticks of the axis, which are whole numbers.
    """
    scale = scale_of([pile.answers for pile in piles], 0, 4, whole=True)
    left = max(room(number(tick)) for tick in scale.ticks) * 0.88 + 0.7
    bottom = HEIGHT - _FOOT
    shapes: list[Shape] = []
    for tick in scale.ticks:
        y = bottom - (bottom - _TOP) * scale.share(tick)
        shapes.append(Stroke(((left, y), (WIDTH, y)), Ink.GRID))
        shapes.append(Label(number(tick), left - 0.5, y, Side.RIGHT, ink=Ink.QUIET, size=0.88))
    slot = (WIDTH - left) / max(len(piles), 1)
    for place, pile in enumerate(piles):
        shapes += _column(pile, scale, left + slot * (place + 0.5), slot, bottom)
    shapes.append(Stroke(((left, bottom), (WIDTH, bottom)), Ink.QUIET, 0.1))
    figures = tuple(Figure(pile.name, pile.text) for pile in piles)
    return Geometry(WIDTH, HEIGHT, tuple(shapes), figures)


def _column(pile: Pile, scale: Scale, x: float, slot: float, bottom: float) -> Iterator[Shape]:
    half = min(slot * 0.34, _WIDEST / 2)
    top = bottom - (bottom - _TOP) * scale.share(pile.answers)
    if pile.answers:
        yield Area(rectangle(x - half, top, x + half, bottom), pile.ink)
    yield Label(pile.text, x, top - 0.25, level=Level.BOTTOM, size=0.88, bold=True)
    yield Label(
        pile.name, x, bottom + 0.4, level=Level.TOP, ink=Ink.QUIET, size=0.88, width=slot - 0.4, lines=2
    )
