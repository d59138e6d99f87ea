"""The days of a plan from edge to edge, in the user's weeks and months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.schedule import Span
from models.localisation.dates import in_calendar
from models.localisation.language import Language

_DAY = timedelta(days=1)
_WEEK = 7
_MOST = 7 * 60
"""Days shown at most: one date far away would make all others invisible."""


@dataclass(frozen=True)
class Stretch:
    """Some days in a row with what stands over them."""

    days: Span
    name: str


class TimeAxis:
    """Whole weeks from the first to the last day of a span; positions are 0 to 1 in the direction of time."""

    def __init__(self, span: Span, speech: Language) -> None:
        self._speech = speech
        before = (span.first.weekday() - speech.row.first_weekday) % _WEEK
        self.first = span.first - before * _DAY
        days = min((span.last - self.first).days + 1, _MOST)
        self.days = -(-days // _WEEK) * _WEEK

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.first + (self.days - 1) * _DAY

    def start_of(self, day: date) -> float:
        """Return where a day begins, within the edges."""
        return min(max((day - self.first).days / self.days, 0.0), 1.0)

    def end_of(self, day: date) -> float:
        """Return where a day ends, within the edges."""
        return min(max(((day - self.first).days + 1) / self.days, 0.0), 1.0)

    def holds(self, day: date) -> bool:
        """Return whether a day is shown."""
        return self.first <= day <= self.last

    def every_day(self) -> Iterator[date]:
        """Yield the days shown."""
        return (self.first + number * _DAY for number in range(self.days))

    def weeks(self) -> Iterator[Stretch]:
        """Yield the weeks, each with the day of the month on which it begins."""
        for number in range(0, self.days, _WEEK):
            first = self.first + number * _DAY
            of_month = in_calendar(first, self._speech.calendar).day
            yield Stretch(Span(first, first + (_WEEK - 1) * _DAY), self._speech.number(of_month))

    def months(self) -> Iterator[Stretch]:
        """Yield the months of the user's calendar, those at the edges cut off."""
        begun, known = self.first, None
        for day in (*self.every_day(), None):
            month = in_calendar(day, self._speech.calendar)[:2] if day is not None else None
            if known is not None and month != known:
                end = (day or self.last + _DAY) - _DAY
                yield Stretch(Span(begun, end), self._speech.month_names[known[1] - 1])
                begun = day or begun
            known = month
