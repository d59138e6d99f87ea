"""Rules about the values of indicators: periods, late entries, and when red ones ask for an action."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import takewhile

from models.domain.performance import Performance, Signal, signal
from models.domain.records.charter import Indicator
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet

LATE_AFTER = timedelta(days=31)
"""A value that was entered later than this after its period was written from memory, or made up."""

REDS_FOR_AN_ACTION = 2

_PERCENT = frozenset({"%", "٪", "percent", "per cent", "درصد"})


def days_late(value: IndicatorValue, entered_on: date | None) -> int:
    """Return how many days after the end of its period a value was entered; 0 where that is soon enough.

    entered_on: the real day of its entry, None where it is not known.
    """
    if value.end is None or entered_on is None or entered_on - value.end <= LATE_AFTER:
        return 0
    return (entered_on - value.end).days


def overlapping(value: IndicatorValue, others: Iterable[IndicatorValue]) -> IndicatorValue | None:
    """Return another value of the same indicator whose period shares a day with this one's.

    A period without a first day is its last day alone.
    """
    if value.end is None:
        return None
    return next(
        (
            one
            for one in others
            if one.id != value.id
            and one.indicator == value.indicator
            and one.end is not None
            and (one.start or one.end) <= value.end
            and (value.start or value.end) <= one.end
        ),
        None,
    )


def reds_in_a_row(one: Performance) -> int:
    """Return how many of the newest values are red, without a better one between them."""
    newest_first = reversed(one.values)
    is_red = (signal(one.indicator, value.value) is Signal.RED for value in newest_first)
    return sum(takewhile(bool, is_red))


def asks_for_action(one: Performance) -> bool:
    """Return whether the newest values are red so often that the cause has to be looked for."""
    return reds_in_a_row(one) >= REDS_FOR_AN_ACTION


def action_about(indicator: Indicator, actions: Iterable[Action]) -> Action | None:
    """Return the newest open action that an indicator of this promise led to; None where there is none."""
    open_ones = [
        one
        for one in actions
        if one.source == ActionSource.INDICATOR
        and one.closed_on is None
        and one.promise is not None
        and one.promise == indicator.promise
    ]
    return open_ones[-1] if open_ones else None


def is_share(indicator: Indicator) -> bool:
    """Return whether an indicator is a percentage, as the share of kept cases is."""
    return any(text.strip().lower() in _PERCENT for _code, text in indicator.unit.items())


def sheets_within(
    sheets: Iterable[DataSheet], indicator: Indicator, start: date | None, end: date | None
) -> list[DataSheet]:
    """Return the data sheets of an indicator's promise whose week begins within a period, both days included.

    A period without a first day begins with its last one.
    """
    if end is None:
        return []
    return [
        one
        for one in sheets
        if one.promise is not None
        and one.promise == indicator.promise
        and one.week_start is not None
        and (start or end) <= one.week_start <= end
    ]
