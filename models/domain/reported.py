"""What is reported to a management review: sentences with figures, counts for a chart, and the period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from models.domain.gates.criterion import Place
from models.domain.gates.facts import Facts
from models.domain.marking import N_
from models.domain.records.audit import Review
from models.domain.sentences import Sentence, Wording
from models.domain.text import LocalText

MOST_NAMED = 5
"""How many things of one kind are named; the count before them counts all."""

_DAY = timedelta(days=1)
_PERCENT = frozenset({"%", "٪"})


class Mood(StrEnum):
    """What a figure means for the charter."""

    PLAIN = "plain"
    GOOD = "good"
    LATE = "late"
    BROKEN = "broken"


@dataclass(frozen=True)
class Reported:
    """One sentence, and where what it tells of is found."""

    sentence: Sentence
    place: Place
    mood: Mood = Mood.PLAIN


@dataclass(frozen=True)
class Count:
    """One column of a chart."""

    name: Sentence
    number: int
    mood: Mood = Mood.PLAIN


@dataclass(frozen=True)
class Report:
    """What is told on one item of the agenda; without counts there is no chart."""

    lines: tuple[Reported, ...]
    counts: tuple[Count, ...] = ()

    @property
    def charted(self) -> tuple[Count, ...]:
        """The columns of the chart, nothing where all of them are empty."""
        return self.counts if any(one.number for one in self.counts) else ()


@dataclass(frozen=True)
class Period:
    """The days that a review looks back on; without a start, all that lie before its end."""

    start: date | None
    end: date

    def holds(self, day: date | None) -> bool:
        """Return whether a day is given and lies within."""
        return day is not None and day <= self.end and (self.start is None or day >= self.start)

    def meets(self, start: date | None, end: date | None) -> bool:
        """Return whether something that took from one day to another lies within, at least in part."""
        first, last = start or end, end or start
        if first is None or last is None:
            return False
        return first <= self.end and (self.start is None or last >= self.start)


class Quantity(Sentence):
    """A number with its unit; a percent sign stands as the language has it."""

    def __init__(self, number: Decimal | int | Fraction, unit: LocalText | str = "") -> None:
        super().__init__(N_("{number} {unit}"), number=number, unit=unit)

    def worded(self, wording: Wording) -> str:
        """Return number and unit in a language."""
        unit, number = self.fields["unit"], self.fields["number"]
        assert isinstance(number, int | Decimal | Fraction)
        name = unit.best(wording.code) if isinstance(unit, LocalText) else str(unit)
        if name in _PERCENT:
            return Sentence(N_("{number}%"), number=number).worded(wording)
        if not name:
            return wording.number(number)
        return super().worded(wording)

    __hash__ = Sentence.__hash__


def percent(share: Fraction | float) -> Quantity:
    """Return a share of one as a whole percentage."""
    return Quantity(round(100 * share), "%")


def previous(facts: Facts, review: Review) -> Review | None:
    """Return the review held last before another, None for the first one."""
    earlier = [
        one
        for one in facts.all(Review)
        if one.id != review.id
        and one.held_on is not None
        and (review.held_on is None or one.held_on < review.held_on)
    ]
    return max(earlier, key=lambda one: one.held_on or date.min, default=None)


def period_of(facts: Facts, review: Review) -> Period:
    """Return the period of a review: the one entered, or else from the day after the review before it."""
    end = review.end or review.held_on or facts.today
    before = previous(facts, review)
    start = review.start
    if start is None and before is not None and before.held_on is not None:
        start = before.held_on + _DAY
    return Period(start, end)


def named(lines: Iterable[Reported]) -> tuple[Reported, ...]:
    """Return the first few of many things that could be named."""
    return tuple(lines)[:MOST_NAMED]
