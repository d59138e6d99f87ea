from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.localisation.language import Language
from models.localisation.numbers import NotANumber, NotAWholeNumber, Number, TooManyDigits
from tests.unit.localisation.conftest import LANGUAGES

languages = st.sampled_from(LANGUAGES)
decimals = st.decimals(1 - 10**12, 10**12 - 1, places=6) | st.decimals(-(10**9), 10**9, places=2)


@given(languages, st.integers(-(10**18) + 1, 10**18 - 1))
def test_a_whole_number_is_read_as_it_was_written(language: Language, value: int) -> None:
    assert language.parse_integer(language.number(value)) == value


@given(languages, decimals)
def test_a_number_is_read_as_it_was_written(language: Language, value: Decimal) -> None:
    assert language.parse_decimal(language.number(value)) == value


@given(languages, st.text("0123456789۱۲٣٤.,٫٬/+-−–\u200e \u00a0ab²½", max_size=12))
def test_any_text_is_a_number_or_refused(language: Language, text: str) -> None:
    try:
        value = language.parse_decimal(text)
    except NotANumber:
        return
    assert language.parse_decimal(language.number(value)) == value


@pytest.mark.parametrize(
    ("value", "places", "persian", "english"),
    [
        (0, None, "۰", "0"),
        (1234567, None, "۱٬۲۳۴٬۵۶۷", "1,234,567"),
        (-5, None, "\u200e−۵", "-5"),
        (12.5, None, "۱۲٫۵", "12.5"),
        (Decimal("12.50"), None, "۱۲٫۵۰", "12.50"),
        (Decimal("1E+3"), None, "۱٬۰۰۰", "1,000"),
        (Fraction(1, 3), None, "۰٫۳۳۳", "0.333"),
        (Fraction(5, 2), None, "۲٫۵", "2.5"),
        (Fraction(4, 2), None, "۲", "2"),
        (5, 2, "۵٫۰۰", "5.00"),
        (2.5, 0, "۳", "3"),
        (-2.5, 0, "\u200e−۳", "-3"),
        (0.285, 2, "۰٫۲۹", "0.29"),
        (-0.4, 0, "۰", "0"),
        (1e21, None, "۱٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰", "1,000,000,000,000,000,000,000"),
    ],
)
def test_numbers_are_written_as_each_language_does(
    fa: Language, en: Language, value: Number, places: int | None, persian: str, english: str
) -> None:
    assert (fa.number(value, places), en.number(value, places)) == (persian, english)


@pytest.mark.parametrize(
    ("share", "places", "persian", "english"),
    [
        (0.46, 0, "۴۶٪", "46%"),
        (Fraction(1, 3), 1, "۳۳٫۳٪", "33.3%"),
        (1, 0, "۱۰۰٪", "100%"),
        (0.125, 0, "۱۳٪", "13%"),
    ],
)
def test_shares_are_written_as_percentages(
    fa: Language, en: Language, share: Number, places: int, persian: str, english: str
) -> None:
    assert (fa.percent(share, places), en.percent(share, places)) == (persian, english)


def test_only_the_digits_of_a_text_change_their_shape(fa: Language) -> None:
    assert fa.digits("1405/09/01, 12.5") == "۱۴۰۵/۰۹/۰۱, ۱۲.۵"


@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12", "12"),
        ("۱۲", "12"),
        ("١٢", "12"),
        ("1۲٣", "123"),
        ("12.5", "12.5"),
        ("۱۲٫۵", "12.5"),
        ("1,200", "1200"),
        ("۱٬۲۰۰", "1200"),
        ("۱،۲۰۰٫۲۵", "1200.25"),
        ("1,234,567.8", "1234567.8"),
        (".5", "0.5"),
        ("007", "7"),
        (" \u00a012\t", "12"),
        ("\u200f\u200e۱۲\u200e", "12"),
        ("\u2068-5\u2069", "-5"),
        ("-5", "-5"),
        ("−۵", "-5"),
        ("–5", "-5"),
        ("- 5", "-5"),
        ("۵-", "-5"),
        ("+5", "5"),
        ("-0", "0"),
    ],
)
def test_numbers_are_read_in_any_shape(language: Language, typed: str, value: str) -> None:
    assert language.parse_decimal(typed) == Decimal(value)


def test_a_slash_is_a_decimal_mark_where_people_write_it_so(fa: Language) -> None:
    assert fa.parse_decimal("۱۲/۵") == Decimal("12.5")


def test_a_slash_is_no_decimal_mark_elsewhere(en: Language) -> None:
    with pytest.raises(NotANumber):
        en.parse_decimal("12/5")


@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "-", ".", "twelve", "دوازده", "1e5", "0x10", "nan", "inf", "1_000", "²", "½", "१२"),
        *(
            "12,5",
            "1,20",
            "1,2000",
            "12,34,567",
            "1,200٬300",
            ",200",
            "1..2",
            "1.2.3",
            "12.",
            "--5",
            "-5-",
            "5 5",
        ),
        *("12%", "=1+1", "1\n2", "\0", "<b>5</b>"),
    ],
)
def test_anything_else_is_refused(language: Language, typed: str) -> None:
    with pytest.raises(NotANumber):
        language.parse_decimal(typed)


@pytest.mark.parametrize("typed", ["7" * 100_000, "1," * 50_000, " " * 100_000])
def test_a_huge_text_is_refused_with_a_short_sentence(en: Language, typed: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        en.parse_decimal(typed)

    assert len(refusal.value.sentence(en)) < 150


def test_a_refusal_names_the_typed_text_isolated(en: Language) -> None:
    with pytest.raises(NotANumber) as refusal:
        en.parse_decimal("دوازده")

    assert refusal.value.sentence(en).startswith("\u2068دوازده\u2069 is not a number.")


@pytest.mark.parametrize("typed", ["9" * 19, "123456789.1234567890"])
def test_more_digits_than_can_be_kept_are_refused(en: Language, typed: str) -> None:
    with pytest.raises(TooManyDigits):
        en.parse_decimal(typed)


def test_a_fraction_is_no_whole_number(fa: Language) -> None:
    with pytest.raises(NotAWholeNumber):
        fa.parse_integer("۱۲٫۵")


def test_a_fraction_of_nothing_makes_a_whole_number(fa: Language) -> None:
    assert fa.parse_integer("۱۲٫۰") == 12
