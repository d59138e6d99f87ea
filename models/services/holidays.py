"""The fixed public holidays of a year, offered to the company's own list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from models.content.places import FixedHoliday, Place, places
from models.domain.ledger import Ledger
from models.domain.records.control import Holiday
from models.domain.sentences import Wording
from models.localisation.dates import CalendarDay, from_calendar, in_calendar

_PLANNING_MONTH = 11
"""From this month of the solar year on, the next one is planned."""


def country() -> Place:
    """Return the country whose holidays are known."""
    return places()[0]


def year_to_offer(ledger: Ledger, today: date) -> int:
    """Return the solar year whose holidays are offered: this one, or near its end the next."""
    now = in_calendar(today, country().solar_calendar)
    if now.month >= _PLANNING_MONTH and not _left(ledger, now.year):
        return now.year + 1
    return now.year


def missing(ledger: Ledger, wording: Wording, year: int) -> Sequence[Holiday]:
    """Return the fixed holidays of a solar year on whose days the company is not closed yet; not saved."""
    return [
        Holiday(name=one.name.best(wording.code), first=first, last=last if last > first else None)
        for one, first, last in _left(ledger, year)
    ]


def _left(ledger: Ledger, year: int) -> list[tuple[FixedHoliday, date, date]]:
    closed = [(one.first, one.last or one.first) for one in ledger.all(Holiday) if one.first]
    return [
        (one, first, last)
        for one, first, last in _dated(year)
        if not any(begin <= first and last <= end for begin, end in closed)
    ]


def _dated(year: int) -> Iterator[tuple[FixedHoliday, date, date]]:
    for one in country().holidays:
        first = from_calendar(CalendarDay(year, one.month, one.day), country().solar_calendar)
        yield one, first, first + timedelta(days=one.days - 1)


def upcoming(ledger: Ledger, today: date) -> Sequence[Holiday]:
    """Return the holidays that are not over, and those without a day, in their order."""
    left = (one for one in ledger.all(Holiday) if one.first is None or (one.last or one.first) >= today)
    return sorted(left, key=_order)


def in_order(ledger: Ledger) -> Sequence[Holiday]:
    """Return all holidays by their days, those without one at the end."""
    return sorted(ledger.all(Holiday), key=_order)


def _order(holiday: Holiday) -> tuple[date, str]:
    return holiday.first or date.max, holiday.id
