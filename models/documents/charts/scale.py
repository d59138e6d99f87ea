"""The steps of an axis: round numbers round the values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor, isnan, log10

Value = int | float | Decimal | Fraction

_MOST_STEPS = 6
_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))
_WHOLE = (Decimal(1), Decimal(2), Decimal(5))
_FARTHEST = 1e15


@dataclass(frozen=True)
class Scale:
    """An axis from its lowest to its highest tick, both exact so that they can be worded."""

    ticks: tuple[Decimal, ...]

    def share(self, value: Value) -> float:
        """Return where a value lies between the first tick (0) and the last (1), kept inside."""
        low, high = float(self.ticks[0]), float(self.ticks[-1])
        return min(max((float(value) - low) / (high - low), 0.0), 1.0)


def known(value: Value | None) -> float | None:
    """Return a value that can be drawn, None for none and for what is no number."""
    if value is None or isnan(value):
        return None
    return min(max(float(value), -_FARTHEST), _FARTHEST)


def scale_of(
    values: Iterable[Value | None],
    lowest: Value | None = 0,
    highest: Value | None = None,
    whole: bool = False,
) -> Scale:
    """Return an axis on which all values lie.

    Args:
        values: None and what is no number are left out.
        lowest: where the axis begins at the latest; None lets it begin near the smallest value.
        highest: where the axis ends at the earliest, such as 1 for shares.
        whole: whether all ticks are whole numbers.
    """
    drawn = [value for value in map(known, (*values, lowest, highest)) if value is not None] or [0.0]
    low, high = min(drawn), max(drawn)
    if high == low:
        low, high = (low, high + 1) if lowest is not None else (low - 1, high + 1)
    step = _step(high - low, whole)
    first, last = _below(low, step), -_below(-high, step)
    return Scale(tuple(_bare(step * place) for place in range(first, last + 1)))


def _step(span: float, whole: bool) -> Decimal:
    power = Decimal(10) ** (floor(log10(span)) - 1)
    if whole:
        power = max(power, Decimal(1))
    units = [
        unit * Decimal(10) ** more * power for more in range(3) for unit in (_WHOLE if whole else _ROUND)
    ]
    return next(unit for unit in units if span < float(unit) * _MOST_STEPS)


def _bare(tick: Decimal) -> Decimal:
    """Return a number without zeros behind its point, which users would take for precision."""
    return Decimal(f"{tick.normalize():f}")


def _below(value: float, step: Decimal) -> int:
    """Return the number of steps to the last tick that is not above a value, free of binary dust."""
    return floor(round(value / float(step), 9))
