"""The row of signs and names that tells what a chart shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from models.documents.charts.shapes import (
    Area,
    Ink,
    Label,
    Shape,
    Side,
    Stroke,
    circle,
    diamond,
    rectangle,
    room,
)

HEIGHT = 2.0
_SIGN = 1.4
_GAP = 1.6


class Sign(StrEnum):
    """How something is drawn in the chart."""

    BLOCK = "block"
    LINE = "line"
    DASHES = "dashes"
    DIAMOND = "diamond"


class Key(NamedTuple):
    """A sign and what it stands for."""

    name: str
    sign: Sign
    ink: Ink


def legend(keys: Sequence[Key], middle: float, y: float) -> Iterator[Shape]:
    """Yield the shapes of a legend round a middle, on one line; a key without a name is left out."""
    named = [key for key in keys if key.name]
    widths = [_SIGN + 0.4 + room(key.name) for key in named]
    x = middle - (sum(widths) + _GAP * (len(named) - 1)) / 2
    for key, width in zip(named, widths, strict=True):
        yield from _sign(key, x, y)
        yield Label(key.name, x + _SIGN + 0.4, y, Side.LEFT, ink=Ink.QUIET)
        x += width + _GAP


def _sign(key: Key, x: float, y: float) -> Iterator[Shape]:
    middle = x + _SIGN / 2
    if key.sign is Sign.BLOCK:
        yield Area(
            rectangle(x + 0.2, y - 0.4, x + _SIGN - 0.2, y + 0.4),
            key.ink,
            Ink.QUIET if key.ink is Ink.TINT else None,
        )
    elif key.sign is Sign.DIAMOND:
        yield Area(diamond(middle, y, 0.42), key.ink)
    else:
        dashed = key.sign is Sign.DASHES
        yield Stroke(((x, y), (x + _SIGN, y)), key.ink, 0.14, dashed)
        if not dashed:
            yield Area(circle(middle, y, 0.28), key.ink)
