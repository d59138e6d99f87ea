import pytest

from models.localisation.language import Language, load_language
from models.localisation.languages import (
    CalendarName,
    LanguageRow,
    UnknownLanguage,
    all_language_rows,
    language_row,
    language_rows,
)

every_row = pytest.mark.parametrize("row", all_language_rows(), ids=lambda row: row.code)


def test_users_are_offered_persian_and_english() -> None:
    assert [row.code for row in language_rows()] == ["fa", "en"]


def test_the_language_for_tests_is_not_offered() -> None:
    assert [row.code for row in all_language_rows() if row.for_tests] == ["qps"]


@every_row
def test_a_row_has_ten_digits(row: LanguageRow) -> None:
    assert [int(digit) for digit in row.digits] == list(range(10))


@every_row
@pytest.mark.parametrize("calendar", CalendarName)
def test_a_row_names_twelve_different_months(row: LanguageRow, calendar: CalendarName) -> None:
    assert len(set(row.months[calendar])) == 12


@every_row
def test_a_row_names_seven_different_weekdays(row: LanguageRow) -> None:
    assert len(set(row.weekdays)) == 7


@every_row
def test_no_letter_stands_twice_in_an_alphabet(row: LanguageRow) -> None:
    assert sorted(set(row.alphabet)) == sorted(row.alphabet)


def test_the_persian_week_starts_on_saturday_and_ends_on_friday() -> None:
    row = language_row("fa")
    assert (row.first_weekday, row.weekend) == (5, frozenset({4}))


def test_the_english_week_starts_on_monday_and_ends_with_two_free_days() -> None:
    row = language_row("en")
    assert (row.first_weekday, row.weekend) == (0, frozenset({5, 6}))


def test_an_unknown_code_is_refused(en: Language) -> None:
    with pytest.raises(UnknownLanguage) as failure:
        load_language("xx")

    assert failure.value.sentence(en) == "There is no language with the code \u2068xx\u2069."
