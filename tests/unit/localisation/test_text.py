import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.localisation.text import (
    ascii_digits,
    island,
    isolated,
    normalise,
    search_key,
    shortened,
    without_marks,
)

# Any characters, and often those for which the rules exist.
TEXTS = st.text() | st.text("يىكیکئأآاةهۀ\u200c\u200d\u0654\u0653\u064b\u0640\r\n\t\0 ۱٣4éİßA\ud800\u202e")


@given(TEXTS)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(TEXTS)
def test_a_text_is_found_before_and_after_it_is_normalised(text: str) -> None:
    assert search_key(normalise(text)) == search_key(text)


@given(TEXTS)
def test_a_search_key_is_its_own_key(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(TEXTS)
def test_a_normalised_text_can_be_written_to_a_file(text: str) -> None:
    assert normalise(text).encode("utf-8")[:0] == b""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("كيفيت", "کیفیت"),
        ("عيسى", "عیسی"),
        ("ي\u0654", "ئ"),
        ("a\0b\x07c\x7f", "abc"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree\tfour"),
        ("می\u200c\u200cشود", "می\u200cشود"),
        ("e\u0301", "é"),
        ("lone \ud800 half", "lone  half"),
        ("👩\u200d🍳 ❤\ufe0f", "👩\u200d🍳 ❤\ufe0f"),
        ("<b>&\"' \u202eabc", "<b>&\"' \u202eabc"),
        ("۱٢3", "۱٢3"),
    ],
)
def test_typed_text_is_normalised(typed: str, kept: str) -> None:
    assert normalise(typed) == kept


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("كيفيت", "کیفیت"),
        ("می\u200cشود", "میشود"),
        ("مُشتَریّ", "مشتری"),
        ("مشــتری", "مشتری"),
        ("۱۲۳", "١٢٣"),
        ("۱۲۳", "123"),
        ("ISO", "iso"),
        ("خانهٔ", "خانه"),
        ("خانۀ", "خانة"),
        ("أمر إلى", "امر الی"),
        ("مسئول", "مسیول"),
        ("آب", "اب"),
        ("Café", "CAFE"),
        ("  two \n words ", "two words"),
        ("\ufefbم", "لام"),
    ],
)
def test_different_spellings_of_a_text_find_each_other(typed: str, found: str) -> None:
    assert search_key(typed) == search_key(found)


@pytest.mark.parametrize(("one", "other"), [("کار", "گار"), ("سر", "شر"), ("پا", "با"), ("12", "21")])
def test_different_texts_do_not_find_each_other(one: str, other: str) -> None:
    assert search_key(one) != search_key(other)


def test_digits_of_any_shape_become_ascii_and_nothing_else_changes() -> None:
    assert ascii_digits("۱۴۰۵/٠٩/01 می\u200cشود") == "1405/09/01 می\u200cشود"


def test_marks_and_outer_blanks_are_left_out() -> None:
    assert without_marks(" \u200e\u206812\u2069\u200f ") == "12"


def test_an_isolate_takes_the_direction_of_its_text() -> None:
    assert isolated("abc") == "\u2068abc\u2069"


def test_an_island_reads_from_left_to_right() -> None:
    assert island("C:\\a") == "\u2066C:\\a\u2069"


def test_a_text_cannot_leave_its_isolate() -> None:
    assert isolated("a\u2069\u202eb") == "\u2068a\u202eb\u2069"


def test_isolates_opened_in_a_text_are_closed() -> None:
    assert isolated("\u2067a\u2066b\u2069") == "\u2068\u2067a\u2066b\u2069\u2069\u2069"


def test_a_short_text_is_not_shortened() -> None:
    assert shortened("a\n b") == "a b"


@pytest.mark.parametrize("text", ["x" * 61, "x" * 100_000, "x y " * 20, "x" + " " * 500 + "y"])
def test_a_long_text_is_shortened(text: str) -> None:
    assert len(shortened(text)) <= 61
    assert shortened(text).endswith("…")
