"""Days as a language writes them, in either calendar, and as its users type them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from models.domain.errors import AppError
from models.domain.marking import N_
from models.localisation.languages import CalendarName, LanguageRow, all_language_rows
from models.localisation.text import ascii_digits, island, search_key, shortened, without_marks

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)

# The years of both calendars between those days do not overlap, so a year tells its calendar.
_YEARS = {CalendarName.JALALI: range(1278, 1580), CalendarName.GREGORIAN: range(1900, 2201)}
_LONGEST = 60
_SHORTEST_MONTH = 3  # letters of a month that are enough to know it by
_BETWEEN = r"(?:\s*[/.\-\u2010-\u2013\u2212]\s*|\s+)"
_NUMERIC = re.compile(f"([0-9]{{4}}){_BETWEEN}([0-9]{{1,2}}){_BETWEEN}([0-9]{{1,2}})")
_BETWEEN_WORDS = re.compile(r"[\s,،/.\-]+")
_EXAMPLE = date(2026, 11, 22)


class NotADate(AppError):
    """A typed text that is no day."""

    message = N_("{text} is not a date. Write year, month and day, for example {example}.")


class NoSuchDay(NotADate):
    """A typed day that its month does not have, such as 30 Esfand of a common year."""

    message = N_("{text} does not exist: {month} {year} has {days} days.")


class DateOutOfRange(NotADate):
    """A typed day too early or too late to be meant."""

    message = N_("{text} is too early or too late. Write a date from {first} to {last}.")


class CalendarDay(NamedTuple):
    """A day in some calendar; months and days count from 1."""

    year: int
    month: int
    day: int


def in_calendar(day: date, calendar: CalendarName) -> CalendarDay:
    """Return year, month and day of a day in a calendar."""
    if calendar is CalendarName.GREGORIAN:
        return CalendarDay(day.year, day.month, day.day)
    jalali = _jalali_date().to_jalali(day.year, day.month, day.day)
    return CalendarDay(jalali.year, jalali.month, jalali.day)


def from_calendar(day: CalendarDay, calendar: CalendarName) -> date:
    """Return the date of a day in a calendar.

    Raises:
        ValueError: the calendar has no such day.
    """
    if calendar is CalendarName.GREGORIAN:
        return date(*day)
    gregorian: date = _jalali_date()(*day).to_gregorian()
    return gregorian


def month_length(year: int, month: int, calendar: CalendarName) -> int:
    """Return how many days a month has."""
    if calendar is CalendarName.GREGORIAN:
        return monthrange(year, month)[1]
    return int(_jalali_date().days_in_month(month, year))


class DateNotation:
    """Writes and reads days for one language and calendar."""

    def __init__(self, row: LanguageRow, calendar: CalendarName) -> None:
        self._row = row
        self._calendar = calendar
        self._digits = str.maketrans("0123456789", row.digits)

    def short(self, day: date) -> str:
        """Return the day in digits, year first."""
        return _numeric(day, self._calendar, self._row).translate(self._digits)

    def medium(self, day: date) -> str:
        """Return the day with the name of its month."""
        return self._filled(self._row.medium_date, day)

    def long(self, day: date) -> str:
        """Return the day with the names of its month and weekday."""
        return self._filled(self._row.long_date, day)

    def both(self, day: date) -> str:
        """Return the day in this calendar, and in brackets in the other; Gregorian there as ISO 8601."""
        if self._calendar is CalendarName.GREGORIAN:
            other = _numeric(day, CalendarName.JALALI, self._row).translate(self._digits)
        else:
            # A hyphen between Latin digits changes their order behind Persian words.
            other = island(f"{day:%Y-%m-%d}")
        return f"{self.short(day)} ({other})"

    def read(self, text: str) -> date:
        """Return the day a user typed, in whichever calendar its year belongs to.

        Accepts year, month and day in digits of any shape, with / - . or blanks between, and day, month's
        name and year in any order and language. Years have four digits.

        Raises:
            NoSuchDay: its month is shorter.
            DateOutOfRange: it lies outside of FIRST_DAY to LAST_DAY.
            NotADate: it is anything else.
        """
        if len(text) > _LONGEST:
            raise self._not_a_date(text)
        plain = ascii_digits(without_marks(text))
        numeric = _NUMERIC.fullmatch(plain)
        if numeric:
            year, month, day = (int(part) for part in numeric.groups())
            return self._checked(CalendarDay(year, month, day), self._calendar_of(year, text), text)
        return self._read_named(plain, text)

    def _read_named(self, plain: str, text: str) -> date:
        tokens = [token for token in _BETWEEN_WORDS.split(plain) if token]
        numbers = sorted((token for token in tokens if re.fullmatch("[0-9]+", token)), key=len)
        words = [search_key(token) for token in tokens if token not in numbers]
        months = [found for found in map(_month_named, words) if found]
        weekdays = [_weekday_names()[word] for word in words if word in _weekday_names()]
        if [len(number) for number in numbers] not in ([1, 4], [2, 4]) or len(months) != 1:
            raise self._not_a_date(text)
        calendar, month = months[0]
        day, year = map(int, numbers)
        strangers = len(words) - 1 - len(weekdays)
        if strangers or len(weekdays) > 1 or calendar is not self._calendar_of(year, text):
            raise self._not_a_date(text)
        found = self._checked(CalendarDay(year, month, day), calendar, text)
        if any(weekday != found.weekday() for weekday in weekdays):
            raise self._not_a_date(text)
        return found

    def _calendar_of(self, year: int, text: str) -> CalendarName:
        for calendar, years in _YEARS.items():
            if year in years:
                return calendar
        raise self._out_of_range(text)

    def _checked(self, day: CalendarDay, calendar: CalendarName, text: str) -> date:
        if not 1 <= day.month <= 12:
            raise self._not_a_date(text)
        days = month_length(day.year, day.month, calendar)
        if not 1 <= day.day <= days:
            month = self._row.months[calendar][day.month - 1]
            year = str(day.year).translate(self._digits)
            raise NoSuchDay(text=shortened(text), month=month, year=year, days=days)
        found = from_calendar(day, calendar)
        if not FIRST_DAY <= found <= LAST_DAY:
            raise self._out_of_range(text)
        return found

    def _filled(self, pattern: str, day: date) -> str:
        year, month, number = in_calendar(day, self._calendar)
        digits = {"year": str(year), "day": str(number)}
        return pattern.format(
            weekday=self._row.weekdays[day.weekday()],
            month=self._row.months[self._calendar][month - 1],
            **{name: text.translate(self._digits) for name, text in digits.items()},
        )

    @staticmethod
    def _not_a_date(text: str) -> NotADate:
        return NotADate(text=shortened(text), example=_EXAMPLE)

    @staticmethod
    def _out_of_range(text: str) -> DateOutOfRange:
        return DateOutOfRange(text=shortened(text), first=FIRST_DAY, last=LAST_DAY)


def _jalali_date() -> Any:
    # Imported here: it costs 20 to 40 ms, and the first window may show no date.
    from persiantools.jdatetime import JalaliDate

    return JalaliDate


def _numeric(day: date, calendar: CalendarName, row: LanguageRow) -> str:
    year, month, number = in_calendar(day, calendar)
    return row.date_separators[calendar].join((f"{year:04}", f"{month:02}", f"{number:02}"))


@cache
def _month_names() -> dict[str, tuple[CalendarName, int]]:
    return {
        search_key(name): (calendar, number)
        for row in all_language_rows()
        for calendar, names in row.months.items()
        for number, name in enumerate(names, start=1)
    }


@cache
def _weekday_names() -> dict[str, int]:
    return {
        search_key(name): number for row in all_language_rows() for number, name in enumerate(row.weekdays)
    }


def _month_named(word: str) -> tuple[CalendarName, int] | None:
    """Return the month of that name, or the only one with that beginning; None when there is none."""
    names = _month_names()
    if word in names:
        return names[word]
    begun = {month for name, month in names.items() if name.startswith(word)}
    return begun.pop() if len(begun) == 1 and len(word) >= _SHORTEST_MONTH else None
