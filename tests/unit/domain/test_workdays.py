"""Working days, by hand: 2026-11-29 is a Sunday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.ledger import Records
from models.domain.records.control import CompanySettings, Holiday
from models.domain.registers import register_of
from models.domain.workdays import Workdays, workdays_of

SUNDAY = date(2026, 11, 29)
FRIDAY_OFF = Workdays(frozenset({4}))


@pytest.mark.parametrize(
    ("days_off", "start", "count", "end"),
    [
        ({4}, SUNDAY, 1, date(2026, 11, 30)),
        ({4}, SUNDAY, 5, date(2026, 12, 5)),  # Mon, Tue, Wed, Thu, and Saturday after the Friday
        ({5, 6}, SUNDAY, 1, date(2026, 11, 30)),
        ({5, 6}, SUNDAY, 0, date(2026, 11, 30)),  # received on a day off: the next working day
        ({4}, SUNDAY, 0, SUNDAY),
        ({4}, SUNDAY, 7, date(2026, 12, 7)),
    ],
)
def test_a_due_date_leaves_out_days_off(days_off: set[int], start: date, count: int, end: date) -> None:
    assert Workdays(frozenset(days_off)).after(start, count) == end


def test_a_due_date_leaves_out_holidays() -> None:
    closed = Workdays(frozenset({4}), ((date(2026, 11, 30), date(2026, 12, 3)),))

    assert closed.after(SUNDAY, 1) == date(2026, 12, 5)
    assert not closed.is_working(date(2026, 12, 2))


def test_working_days_between_two_days_have_a_sign() -> None:
    assert FRIDAY_OFF.between(SUNDAY, date(2026, 12, 5)) == 5
    assert FRIDAY_OFF.between(date(2026, 12, 5), SUNDAY) == -5


def test_a_company_without_any_working_day_still_gets_due_dates() -> None:
    assert Workdays(frozenset(range(7))).after(SUNDAY, 2) == date(2026, 12, 1)
    assert Workdays(holidays=((date.min, date.max),)).after(SUNDAY, 2) == SUNDAY
    assert FRIDAY_OFF.after(date.max, 3) == date.max


def test_the_calendar_comes_from_settings_and_holidays() -> None:
    settings = register_of(CompanySettings).sheet_id
    company = Records(
        [
            CompanySettings(id=settings, days_off=("5", "6", "nonsense")),
            Holiday(name="Turned round", first=date(2026, 12, 3), last=date(2026, 12, 1)),
            Holiday(name="A day", first=date(2026, 12, 7)),
            Holiday(name="No day yet"),
        ]
    )

    assert workdays_of(company) == Workdays(
        frozenset({5, 6}),
        ((date(2026, 12, 1), date(2026, 12, 3)), (date(2026, 12, 7), date(2026, 12, 7))),
    )


def test_friday_is_off_before_anything_was_set() -> None:
    assert workdays_of(Records()) == FRIDAY_OFF


@given(
    days_off=st.frozensets(st.integers(0, 6), max_size=6),
    start=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    count=st.integers(1, 60),
)
def test_counting_back_gives_the_number_of_days(days_off: frozenset[int], start: date, count: int) -> None:
    days = Workdays(days_off)
    end = days.after(start, count)

    assert days.is_working(end)
    assert days.between(start, end) == count
