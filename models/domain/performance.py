"""How well promises are kept: indicators against targets, weekly counts, answers to complaints in time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.charter import Indicator
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Complaint, DataSheet
from models.domain.statistics import share


class Signal(StrEnum):
    """The colour of a value: at its target, between target and red limit, beyond the red limit."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Trend(StrEnum):
    """What the newest value does against the one before; better is whatever the indicator calls good."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


@dataclass(frozen=True)
class Performance:
    """An indicator with its values, oldest first; latest and previous are None before there are any."""

    indicator: Indicator
    values: Sequence[IndicatorValue]

    @property
    def latest(self) -> IndicatorValue | None:
        """The newest value."""
        return self.values[-1] if self.values else None

    @property
    def previous(self) -> IndicatorValue | None:
        """The value before the newest."""
        return self.values[-2] if len(self.values) > 1 else None

    @property
    def signal(self) -> Signal | None:
        """The colour of the newest value; None without a value or a target."""
        return signal(self.indicator, self.latest.value) if self.latest else None

    @property
    def trend(self) -> Trend | None:
        """Where the newest value moves; None before there are two."""
        if self.latest is None or self.previous is None:
            return None
        return trend(self.indicator, self.previous.value, self.latest.value)


@dataclass(frozen=True)
class Kept:
    """How many cases there were and how many of them were kept."""

    cases: int
    kept: int

    @property
    def share(self) -> Fraction | None:
        """Kept of all cases, 0 to 1; None without cases."""
        return share(self.kept, self.cases)


def performances(ledger: Ledger) -> tuple[Performance, ...]:
    """Return every indicator with its values, in the order in which the indicators were entered."""
    values: dict[RecordId | None, list[IndicatorValue]] = {}
    for value in ledger.all(IndicatorValue):
        if value.value is not None and value.end is not None:
            values.setdefault(value.indicator, []).append(value)
    return tuple(
        Performance(card, sorted(values.get(card.id, ()), key=lambda value: value.end or date.min))
        for card in ledger.all(Indicator)
    )


def signal(indicator: Indicator, value: Decimal | None) -> Signal | None:
    """Return the colour of a value; None where the card does not say what is good."""
    sign = _SIGNS.get(indicator.comparison)
    if sign is None or value is None or indicator.target is None:
        return None
    if sign * value >= sign * indicator.target:
        return Signal.GREEN
    if indicator.red_limit is not None and sign * value < sign * indicator.red_limit:
        return Signal.RED
    return Signal.AMBER


def trend(indicator: Indicator, before: Decimal | None, after: Decimal | None) -> Trend | None:
    """Return where a value moves; None where the card does not say what is good."""
    sign = _SIGNS.get(indicator.comparison)
    if sign is None or before is None or after is None:
        return None
    change = sign * (after - before)
    return Trend.BETTER if change > 0 else Trend.WORSE if change < 0 else Trend.SAME


def kept(sheets: Iterable[DataSheet]) -> Kept:
    """Return the cases of data sheets added up; a sheet that lacks one of its numbers is left out."""
    counted = [(one.cases, one.kept) for one in sheets if one.cases is not None and one.kept is not None]
    return Kept(sum(cases for cases, _ in counted), sum(number for _, number in counted))


def answered_in_time(complaints: Iterable[Complaint], today: date) -> Kept:
    """Return the complaints whose answer was given or is due, and how many were answered within their limit.

    Cancelled ones are left out; one that is open past its day counts as late.
    """
    judged = [
        one
        for one in complaints
        if one.due is not None and not one.cancelled_because and (one.answered_on or one.due < today)
    ]
    in_time = [one for one in judged if one.answered_on and one.due and one.answered_on <= one.due]
    return Kept(len(judged), len(in_time))


_SIGNS = {"at_least": 1, "at_most": -1}
