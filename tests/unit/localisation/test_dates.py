from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.localisation.dates import (
    FIRST_DAY,
    LAST_DAY,
    CalendarDay,
    DateOutOfRange,
    NoSuchDay,
    NotADate,
    from_calendar,
    in_calendar,
    month_length,
)
from models.localisation.language import Language, load_language
from models.localisation.languages import CalendarName
from tests.unit.localisation.conftest import LANGUAGES

AZAR = date(2026, 11, 22)

days = st.dates(FIRST_DAY, LAST_DAY)
languages = st.sampled_from(LANGUAGES)


@given(languages, days)
def test_a_short_date_is_read_as_it_was_written(language: Language, day: date) -> None:
    assert language.parse_date(language.date(day)) == day


@given(languages, days)
def test_a_medium_date_is_read_as_it_was_written(language: Language, day: date) -> None:
    assert language.parse_date(language.medium_date(day)) == day


@given(languages, days)
def test_a_long_date_is_read_as_it_was_written(language: Language, day: date) -> None:
    assert language.parse_date(language.long_date(day)) == day


@given(st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES), days)
def test_a_date_is_read_in_every_other_language(writer: Language, reader: Language, day: date) -> None:
    assert reader.parse_date(writer.long_date(day)) == day


@given(st.sampled_from(CalendarName), days)
def test_a_day_comes_back_from_a_calendar(calendar: CalendarName, day: date) -> None:
    assert from_calendar(in_calendar(day, calendar), calendar) == day


@given(st.sampled_from(CalendarName), days)
def test_no_day_is_behind_the_end_of_its_month(calendar: CalendarName, day: date) -> None:
    there = in_calendar(day, calendar)
    assert there.day <= month_length(there.year, there.month, calendar)


def test_persian_dates(fa: Language) -> None:
    written = (fa.date(AZAR), fa.medium_date(AZAR), fa.long_date(AZAR))
    assert written == ("۱۴۰۵/۰۹/۰۱", "۱ آذر ۱۴۰۵", "یکشنبه ۱ آذر ۱۴۰۵")


def test_english_dates(en: Language) -> None:
    written = (en.date(AZAR), en.medium_date(AZAR), en.long_date(AZAR))
    assert written == ("2026-11-22", "22 November 2026", "Sunday, 22 November 2026")


def test_a_calendar_can_be_chosen_apart_from_the_language() -> None:
    persian = load_language("fa", CalendarName.GREGORIAN)
    english = load_language("en", CalendarName.JALALI)
    assert (persian.date(AZAR), persian.medium_date(AZAR)) == ("۲۰۲۶/۱۱/۲۲", "۲۲ نوامبر ۲۰۲۶")
    assert (english.date(AZAR), english.medium_date(AZAR)) == ("1405/09/01", "1 Azar 1405")


def test_approvals_show_both_calendars(fa: Language, en: Language) -> None:
    assert fa.both_calendars(AZAR) == "۱۴۰۵/۰۹/۰۱ (\u20662026-11-22\u2069)"
    assert en.both_calendars(AZAR) == "2026-11-22 (1405/09/01)"


@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
@pytest.mark.parametrize(
    "typed",
    [
        *("۱۴۰۵/۰۹/۰۱", "1405/9/1", "١٤٠٥-٩-١", "1405.09.01", "1405 9 1", "1405 / 9 / 1", " \u200f1405–9–1 "),
        *("2026-11-22", "۲۰۲۶/۱۱/۲۲", "2026 11 22"),
        *("۱ آذر ۱۴۰۵", "یکشنبه، ۱ آذر ۱۴۰۵", "۱۴۰۵ اذر ۱", "1 azar 1405", "Aza 1 1405", "۲۲ نوامبر ۲۰۲۶"),
        *("22 Nov 2026", "nov 22, 2026", "22-Nov-2026", "Sunday, 22 November 2026", "2026 NOVEMBER 22"),
    ],
)
def test_a_day_is_read_in_either_calendar_however_it_is_typed(language: Language, typed: str) -> None:
    assert language.parse_date(typed) == AZAR


@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            " ",
            "today",
            "امروز",
            "05/09/01",
            "۰۵/۹/۱",
            "1405/9",
            "1405",
            "14050901",
            "01/09/1405",
            "22/11/2026",
        ),
        *(
            "1405/13/01",
            "1405/00/01",
            "1405//9/1",
            "1405/9/1/",
            "1405/9/1 x",
            "-1405/9/1",
            "1405/9/۱۲۳",
            "²⁰²⁶/1/1",
        ),
        *("1 آذر 2026", "22 November 1405", "1 آذر آبان 1405", "1 1 آذر 1405", "22 N 2026", "22 Ma 2026"),
        *(
            "22 Nov 26",
            "Monday, 22 November 2026",
            "Sunday Sunday 22 November 2026",
            "آذر 1405",
            "<b>1405/9/1</b>",
        ),
        *("1405/9/1" + " " * 100, "1" * 100_000, "آذر " * 25_000),
    ],
)
def test_anything_else_is_refused(language: Language, typed: str) -> None:
    with pytest.raises(NotADate):
        language.parse_date(typed)


@given(languages, st.text("0123456789۱۲٣/-. آذرNov\u200c\0", max_size=14))
def test_any_text_is_a_date_or_refused(language: Language, text: str) -> None:
    try:
        day = language.parse_date(text)
    except NotADate:
        return
    assert FIRST_DAY <= day <= LAST_DAY


def test_the_leap_day_is_accepted(fa: Language) -> None:
    assert fa.parse_date("۱۴۰۳/۱۲/۳۰") == date(2025, 3, 20)


@pytest.mark.parametrize("typed", ["۱۴۰۴/۱۲/۳۰", "۳۰ اسفند ۱۴۰۴", "1404-12-00"])
def test_a_day_that_its_month_lacks_is_refused_with_the_length_of_the_month(en: Language, typed: str) -> None:
    with pytest.raises(NoSuchDay) as refusal:
        load_language("en", CalendarName.JALALI).parse_date(typed)

    assert refusal.value.sentence(en).endswith(" \u2068Esfand\u2069 \u20681404\u2069 has 29 days.")


def test_the_length_of_a_month_follows_its_calendar(en: Language) -> None:
    with pytest.raises(NoSuchDay) as refusal:
        en.parse_date("2026-02-29")

    assert "\u2068February\u2069 \u20682026\u2069 has 28 days" in refusal.value.sentence(en)


@pytest.mark.parametrize(
    "typed", ["1899-12-31", "2201-01-01", "1278/10/10", "1579/10/11", "1750/1/1", "0005/1/1", "9999-12-31"]
)
def test_days_out_of_range_are_refused(en: Language, typed: str) -> None:
    with pytest.raises(DateOutOfRange) as refusal:
        en.parse_date(typed)

    assert refusal.value.sentence(en).endswith("Write a date from 1900-01-01 to 2200-12-31.")


def test_the_first_and_the_last_day_are_in_range(fa: Language) -> None:
    assert (fa.parse_date("1278/10/11"), fa.parse_date("1579/10/10")) == (FIRST_DAY, LAST_DAY)


def test_a_refusal_shows_how_to_write_a_date(en: Language) -> None:
    with pytest.raises(NotADate) as refusal:
        en.parse_date("tomorrow")

    assert refusal.value.sentence(en) == (
        "\u2068tomorrow\u2069 is not a date. Write year, month and day, for example 2026-11-22."
    )


def test_the_new_year_falls_on_its_day() -> None:
    assert in_calendar(date(2026, 3, 21), CalendarName.JALALI) == CalendarDay(1405, 1, 1)
