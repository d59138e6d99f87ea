"""Which days the company works, and due dates counted in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.ledger import Ledger
from models.domain.records.choices import WEEKDAYS
from models.domain.records.control import CompanySettings, Holiday

_DAY = timedelta(days=1)
_FARTHEST = 3_660
"""How many days are looked at for the next working day: nobody is closed for ten years."""


@dataclass(frozen=True)
class Workdays:
    """The working days of a company.

    days_off: of every week, counted from Monday = 0; all seven count as none.
    holidays: first and last day of each.
    """

    days_off: frozenset[int] = frozenset()
    holidays: tuple[tuple[date, date], ...] = ()

    def is_working(self, day: date) -> bool:
        """Return whether the company works on a day."""
        if day.weekday() in self.days_off and len(self.days_off) < len(WEEKDAYS):
            return False
        return not any(first <= day <= last for first, last in self.holidays)

    def first_from(self, day: date) -> date:
        """Return the day itself, or else the next one on which the company works."""
        return next(self._working(day), day)

    def after(self, day: date, count: int) -> date:
        """Return the day by which a number of working days after a day are over.

        count: 0 for the day itself, or the next working one.
        """
        if not count:
            return self.first_from(day)
        if day >= date.max - _DAY:
            return day
        following = self._working(day + _DAY)
        found = day
        for _ in range(count):
            found = next(following, found)
        return found

    def between(self, start: date, end: date) -> int:
        """Return how many working days lie after the start, up to the end; negative if that is earlier."""
        first, last = sorted((start, end))
        days = (last - first).days
        worked = sum(self.is_working(first + number * _DAY) for number in range(1, days + 1))
        return worked if start <= end else -worked

    def _working(self, day: date) -> Iterator[date]:
        left = min(_FARTHEST, (date.max - day).days)
        days = (day + number * _DAY for number in range(left + 1))
        return (one for one in days if self.is_working(one))


def workdays_of(ledger: Ledger) -> Workdays:
    """Return the working days of a company by its settings and holidays."""
    settings = ledger.sheet(CompanySettings)
    holidays = (tuple(sorted((one.first, one.last or one.first))) for one in ledger.all(Holiday) if one.first)
    return Workdays(
        frozenset(int(day) for day in settings.days_off if day in WEEKDAYS),
        tuple((first, last) for first, last in holidays),
    )
