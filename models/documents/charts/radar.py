"""A radar: shares of several areas round a middle, of one round or of two to be compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from math import cos, pi, sin
from typing import NamedTuple

from models.documents.charts import legend
from models.documents.charts.legend import Key, Sign
from models.documents.charts.scale import Value, known
from models.documents.charts.shapes import (
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
)

WIDTH = 48.0
_RADIUS = 9.6
_TOP = 5.2
_LABEL_WIDTH = 12.5
_RINGS = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))


class Series(NamedTuple):
    """One round: what it is called, and a share of 0 to 1 for each area, None where there is none."""

    name: str
    shares: Sequence[Value | None]


def radar(areas: Sequence[str], series: Sequence[Series], number: Callable[[Decimal], str]) -> Geometry:
    """Return a radar whose first area stands at the top, the others following clockwise.

    Args:
        areas: their names, at least three; a line end in a name starts a new line.
        series: the last one is filled, those before it are dashed.
        number: words the rings, such as "50%".
    """
    centre = (WIDTH / 2, _TOP + _RADIUS)
    spokes = [_at(centre, 1.0, place, len(areas)) for place in range(len(areas))]
    shapes: list[Shape] = []
    outlines = [_outline(one.shares, centre, len(areas)) for one in series]
    if outlines and None not in outlines[-1]:
        shapes.append(Area(tuple(point for point in outlines[-1] if point), Ink.TINT))
    for ring in _RINGS:
        corners = tuple(_at(centre, float(ring), place, len(areas)) for place in range(len(areas)))
        shapes.append(Area(corners, line=Ink.GRID))
    shapes += [Stroke((centre, spoke), Ink.GRID) for spoke in spokes]
    for place, outline in enumerate(outlines):
        shapes += _drawn(outline, is_last=place + 1 == len(outlines))
    for ring in _RINGS:
        x, y = centre[0] + 0.3, centre[1] - _RADIUS * float(ring)
        shapes.append(Label(number(ring), x, y + 0.1, Side.LEFT, Level.TOP, Ink.QUIET, 0.78))
    shapes += _names(areas, centre)
    height = 2 * _RADIUS + 2 * _TOP
    if len(series) > 1:
        height += legend.HEIGHT
        shapes += legend.legend(_keys(series), WIDTH / 2, height - legend.HEIGHT / 2)
    return Geometry(WIDTH, height, tuple(shapes), tuple(_figures(areas, series, number)))


def _figures(
    areas: Sequence[str], series: Sequence[Series], number: Callable[[Decimal], str]
) -> Iterator[Figure]:
    for one in series:
        for area, share in zip(areas, one.shares, strict=False):
            value = known(share)
            text = "–" if value is None else number(Decimal(str(round(value, 3))))
            yield Figure(f"{one.name} · {area.partition(chr(10))[0]}", text)


def _keys(series: Sequence[Series]) -> list[Key]:
    earlier = [Key(one.name, Sign.DASHES, Ink.ACCENT) for one in series[:-1]]
    return [*earlier, Key(series[-1].name, Sign.LINE, Ink.PRIMARY)]


def _at(centre: Point, share: float, place: int, areas: int) -> Point:
    turn = 2 * pi * place / areas
    return centre[0] + _RADIUS * share * sin(turn), centre[1] - _RADIUS * share * cos(turn)


def _outline(shares: Sequence[Value | None], centre: Point, areas: int) -> list[Point | None]:
    outline: list[Point | None] = []
    for place in range(areas):
        share = known(shares[place]) if place < len(shares) else None
        outline.append(None if share is None else _at(centre, min(max(share, 0.0), 1.0), place, areas))
    return outline


def _drawn(outline: Sequence[Point | None], is_last: bool) -> Iterator[Shape]:
    """Yield the sides between neighbours that both have a share, and a mark at each share."""
    ink = Ink.PRIMARY if is_last else Ink.ACCENT
    for start, end in zip(outline, [*outline[1:], *outline[:1]], strict=True):
        if start and end:
            yield Stroke((start, end), ink, 0.16, dashed=not is_last)
    for point in outline:
        if point:
            yield Area(circle(*point, 0.3 if is_last else 0.24), ink if is_last else Ink.PAPER, ink, 0.1)


def _names(areas: Sequence[str], centre: Point) -> Iterator[Shape]:
    for place, name in enumerate(areas):
        turn = 2 * pi * place / len(areas)
        x = centre[0] + (_RADIUS + 0.8) * sin(turn)
        y = centre[1] - (_RADIUS + 0.5) * cos(turn)
        side = Side.CENTRE if abs(sin(turn)) < 0.2 else Side.LEFT if sin(turn) > 0 else Side.RIGHT
        level = Level.BOTTOM if cos(turn) > 0.9 else Level.TOP if cos(turn) < -0.9 else Level.MIDDLE
        yield Label(name, x, y, side, level, width=_LABEL_WIDTH)
