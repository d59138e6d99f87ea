from datetime import date, timedelta

import pytest

from models.localisation.dates import FIRST_DAY, LAST_DAY
from models.localisation.language import load_language
from models.localisation.languages import CalendarName
from models.localisation.periods import Period, period_after, period_name, period_of, week_start

PERSIAN, ENGLISH = load_language("fa"), load_language("en")
DAY = date(2026, 11, 22)  # 1 Azar 1405, a Sunday


@pytest.mark.parametrize(
    ("code", "frequency", "start", "end"),
    [
        ("fa", "daily", date(2026, 11, 22), date(2026, 11, 22)),
        ("fa", "weekly", date(2026, 11, 21), date(2026, 11, 27)),
        ("en", "weekly", date(2026, 11, 16), date(2026, 11, 22)),
        ("fa", "monthly", date(2026, 11, 22), date(2026, 12, 21)),
        ("en", "monthly", date(2026, 11, 1), date(2026, 11, 30)),
        ("fa", "quarterly", date(2026, 9, 23), date(2026, 12, 21)),
        ("en", "quarterly", date(2026, 10, 1), date(2026, 12, 31)),
        ("en", "", date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_a_period_is_counted_in_the_calendar_of_the_language(
    code: str, frequency: str, start: date, end: date
) -> None:
    assert period_of(DAY, frequency, load_language(code)) == Period(start, end)


def test_the_calendar_is_the_users_choice_and_not_the_languages() -> None:
    assert period_of(DAY, "monthly", load_language("en", CalendarName.JALALI)).start == date(2026, 11, 22)


@pytest.mark.parametrize(("day", "days"), [(date(2025, 3, 1), 30), (date(2026, 3, 1), 29)])
def test_esfand_has_a_day_more_in_a_leap_year(day: date, days: int) -> None:
    found = period_of(day, "monthly", PERSIAN)

    assert (found.end - found.start).days + 1 == days


def test_the_next_period_begins_after_the_last_one() -> None:
    assert period_after(date(2026, 11, 21), "monthly", PERSIAN) == Period(
        date(2026, 11, 22), date(2026, 12, 21)
    )
    assert period_after(date(2026, 12, 21), "quarterly", PERSIAN).start == date(2026, 12, 22)


def test_days_measured_already_are_left_out_of_the_next_period() -> None:
    assert period_after(date(2026, 11, 10), "monthly", ENGLISH) == Period(
        date(2026, 11, 11), date(2026, 11, 30)
    )


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY, date.min, date.max])
@pytest.mark.parametrize("frequency", ["daily", "weekly", "monthly", "quarterly"])
@pytest.mark.parametrize("language", [PERSIAN, ENGLISH], ids=str)
def test_no_day_is_too_far_away(day: date, frequency: str, language: object) -> None:
    found = period_of(day, frequency, language)  # type: ignore[arg-type]

    assert found.start <= min(max(day, FIRST_DAY), LAST_DAY) <= found.end
    assert period_after(LAST_DAY, frequency, PERSIAN).end >= LAST_DAY


def test_weeks_follow_each_other_without_a_gap() -> None:
    for offset in range(14):
        day = DAY + timedelta(days=offset)
        assert 0 <= (day - week_start(day, PERSIAN)).days < 7
        assert week_start(day, PERSIAN).weekday() == 5


def test_a_whole_month_is_called_by_its_name_and_others_by_their_days() -> None:
    assert period_name(date(2026, 11, 22), date(2026, 12, 21), PERSIAN) == "آذر ۱۴۰۵"
    assert period_name(date(2026, 11, 1), date(2026, 11, 30), ENGLISH) == "November 2026"
    assert period_name(date(2026, 11, 1), date(2026, 11, 29), ENGLISH) == "2026-11-01 – 2026-11-29"
    assert period_name(None, date(2026, 11, 1), ENGLISH) == "1 November 2026"
    assert period_name(date(2026, 11, 5), date(2026, 11, 1), ENGLISH) == "2026-11-05 – 2026-11-01"
