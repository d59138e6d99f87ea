"""The periods in which something is measured: days, weeks, months and quarters of a calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from models.localisation.dates import (
    FIRST_DAY,
    LAST_DAY,
    CalendarDay,
    from_calendar,
    in_calendar,
    month_length,
)
from models.localisation.language import Language

_DAY = timedelta(days=1)
_QUARTER = 3
_IN_WEEKS_UP_TO_DAYS = 62


class Period(NamedTuple):
    """A period by its first and its last day."""

    start: date
    end: date


def week_start(day: date, language: Language) -> date:
    """Return the first day of the week in which a day lies."""
    return day - ((day.weekday() - language.row.first_weekday) % 7) * _DAY


def period_of(day: date, frequency: str, language: Language) -> Period:
    """Return the period in which a day lies.

    Args:
        day: within FIRST_DAY and LAST_DAY; one outside of them stands for the nearest within.
        frequency: a key of `FREQUENCIES`; any other means monthly.
        language: by whose calendar and week is counted.
    """
    within = min(max(day, FIRST_DAY), LAST_DAY)
    return _PERIODS.get(frequency, _month)(within, language)


def period_after(end: date, frequency: str, language: Language) -> Period:
    """Return the period that begins with the day after an end, or in which that day lies.

    The days that were measured before are left out of it.
    """
    first = end + _DAY if end < LAST_DAY else end
    found = period_of(first, frequency, language)
    return Period(max(found.start, first), found.end)


def period_name(start: date | None, end: date, language: Language) -> str:
    """Return how a period is called: by its month where it is a whole one, else by its days."""
    if start is None or start == end:
        return language.medium_date(end)
    if is_whole_month(start, end, language):
        day = in_calendar(start, language.calendar)
        month = language.month_names[day.month - 1]
        return f"{month} {language.digits(str(day.year))}"
    return f"{language.date(start)} – {language.date(end)}"


def is_whole_month(start: date | None, end: date, language: Language) -> bool:
    """Return whether a period is one month of the calendar, from its first day to its last."""
    return start is not None and start <= end and _month(start, language) == Period(start, end)


def month_start(day: date, language: Language) -> date:
    """Return the first day of the month in which a day lies, in the language's calendar."""
    return _month(day, language).start


def is_in_weeks(first: date, last: date) -> bool:
    """Return whether a stretch of days is so short that its course is told by weeks."""
    return (last - first).days < _IN_WEEKS_UP_TO_DAYS


def stretch_of(language: Language, *, in_weeks: bool = False) -> Callable[[date], date]:
    """Return what tells the first day of the month of a day, or of its week."""
    start = week_start if in_weeks else month_start
    return lambda day: start(day, language)


def stretch_name(start: date, language: Language, *, in_weeks: bool = False) -> str:
    """Return how a month is called by its first day, or a week by that day."""
    return language.date(start) if in_weeks else period_name(start, _month(start, language).end, language)


def _a_day(day: date, _language: Language) -> Period:
    return Period(day, day)


def _week(day: date, language: Language) -> Period:
    first = week_start(day, language)
    return Period(first, first + 6 * _DAY)


def _month(day: date, language: Language) -> Period:
    return _months(day, 1, language)


def _quarter(day: date, language: Language) -> Period:
    return _months(day, _QUARTER, language)


def _months(day: date, count: int, language: Language) -> Period:
    """Return the months, counted in groups from the beginning of the year, in which a day lies."""
    calendar = language.calendar
    year, month, _number = in_calendar(day, calendar)
    first = (month - 1) // count * count + 1
    last = first + count - 1
    end = CalendarDay(year, last, month_length(year, last, calendar))
    return Period(from_calendar(CalendarDay(year, first, 1), calendar), from_calendar(end, calendar))


_PERIODS: Mapping[str, Callable[[date, Language], Period]] = {
    "daily": _a_day,
    "weekly": _week,
    "monthly": _month,
    "quarterly": _quarter,
}
