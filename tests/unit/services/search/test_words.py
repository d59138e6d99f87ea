"""The index of words: what finds what, and in which order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from models.localisation.text import HALF_SPACE, search_key
from models.services.search.passages import around, marked
from models.services.search.words import WordIndex, words_of

_LETTERS = st.text(alphabet="ابپکیهآئأۀةabcde123۴۵۶ " + HALF_SPACE, max_size=40)
_VARIANTS = str.maketrans({"ی": "ي", "ک": "ك", "۴": "4", "۵": "٥", "1": "۱", "2": "٢", "a": "A", "ه": "ة"})


def found(index: WordIndex, wanted: str, most: int = 10) -> list[int]:
    words = words_of(wanted)
    return [number for number, _fit in index.found(words, most).best] if words else []


def index_of(*entries: tuple[str, str]) -> WordIndex:
    index = WordIndex()
    for name, text in entries:
        index.add(name, text)
    return index


@given(_LETTERS, _LETTERS)
def test_a_text_is_found_by_each_of_its_words_however_they_are_typed(name: str, text: str) -> None:
    index = index_of((name, text))

    for word in f"{name} {text}".split():
        for typed in (word, word.translate(_VARIANTS), word.replace(HALF_SPACE, ""), word.upper()):
            assert not words_of(typed) or found(index, typed) == [0]


@given(st.lists(_LETTERS, max_size=8), _LETTERS)
def test_exactly_what_holds_every_word_is_found(texts: list[str], wanted: str) -> None:
    index = index_of(*(("", text) for text in texts))
    words = [word for word in words_of(wanted) if len(word) > 1]

    holding = [no for no, text in enumerate(texts) if all(word in search_key(text) for word in words)]

    assert not words or sorted(found(index, " ".join(words))) == holding


@given(_LETTERS, st.integers(0, 40), st.integers(1, 12))
def test_a_part_of_a_text_is_marked_in_it(text: str, begin: int, length: int) -> None:
    words = words_of(text[begin : begin + length])

    parts = [search_key(text[first:last]) for first, last in marked(text, words)]

    assert all(any(word in part for part in parts) for word in words)


def test_names_come_first_then_beginnings_then_insides() -> None:
    index = index_of(
        ("unlate", ""), ("", "chocolate"), ("later", ""), ("", "lately"), ("", "too late"), ("late", "")
    )

    assert found(index, "late") == [5, 4, 2, 3, 0, 1]


def test_all_words_have_to_be_there() -> None:
    index = index_of(("cold food", "came late"), ("cold", ""), ("late", ""))

    assert found(index, "LATE cold") == [0]


def test_one_letter_is_looked_for_where_words_begin() -> None:
    index = index_of(("ab", ""), ("ba", ""))

    assert found(index, "a") == [0]


def test_what_was_removed_is_found_no_longer() -> None:
    index = index_of(("late", ""), ("late", ""))

    index.remove(0)

    assert found(index, "late") == [1]
    assert len(index) == 1


def test_only_the_best_are_handed_out_but_all_are_counted() -> None:
    index = index_of(*[("late", "")] * 30)

    ranking = index.found(("late",), 5)

    assert [number for number, _fit in ranking.best] == [0, 1, 2, 3, 4]
    assert ranking.total == 30


def test_signs_around_words_do_not_count() -> None:
    index = index_of(("«منشور» (R-05)", ""))

    assert found(index, "منشور") == found(index, "r-05") == found(index, "R-05)") == [0]


def test_a_long_text_is_shown_round_the_word() -> None:
    text = "first line\n" + "before " * 30 + "needle" + " after" * 60 + "\nlast line"

    passage = around(text, ("needle",))

    assert (passage[0], passage[-1]) == ("…", "…")
    assert "needle" in passage
    assert len(passage) < 200


def test_words_are_marked_as_a_whole() -> None:
    text = "پاسخ می‌دهیم و می‌پرسیم"

    assert [text[first:last] for first, last in marked(text, ("دهی", "پرس"))] == ["می‌دهیم", "می‌پرسیم"]
