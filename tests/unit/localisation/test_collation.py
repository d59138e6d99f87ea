from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.localisation.language import Language
from models.localisation.languages import LanguageRow, all_language_rows
from tests.unit.localisation.conftest import LANGUAGES


@pytest.mark.parametrize("row", all_language_rows(), ids=lambda row: row.code)
@pytest.mark.parametrize("language", LANGUAGES, ids=repr)
def test_letters_come_in_the_order_of_their_alphabet(language: Language, row: LanguageRow) -> None:
    backwards = row.alphabet[::-1]
    assert sorted(backwards, key=language.sort_key) == list(row.alphabet)


@pytest.mark.parametrize(
    "words",
    [
        ["آب", "ابر", "بازار", "پدر", "تابستان"],
        ["رز", "رژ", "رس", "رش"],
        ["باد", "پاد"],
        ["کار", "گار", "لار"],
        ["نان", "وام", "هوا", "یار"],
        ["ایران", "ایرانی"],
        ["", "!", "1", "ا", "a"],
        ["بند 2", "بند ۱۰", "بند 11", "بند ۰۲۰"],
        ["می\u200cخواهم", "میز", "می\u200cشود"],
        ["با", "با من", "باران"],
    ],
)
def test_persian_order(fa: Language, words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=fa.sort_key) == words


@pytest.mark.parametrize(
    "words",
    [
        ["Ali", "bob", "Éva", "zoë"],
        ["a", "B", "c", "D"],
        ["file 9", "file 10", "File 11"],
        ["apple", "zebra", "آب", "یار"],
        ["zebra", "آب", "ωμέγα"],
    ],
)
def test_english_order(en: Language, words: list[str]) -> None:
    backwards = words[::-1]
    assert sorted(backwards, key=en.sort_key) == words


def test_the_languages_own_alphabet_comes_first(fa: Language, en: Language) -> None:
    words = ["zebra", "یار", "apple", "آب"]
    assert sorted(words, key=fa.sort_key) == ["آب", "یار", "apple", "zebra"]
    assert sorted(words, key=en.sort_key) == ["apple", "zebra", "آب", "یار"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("كيك", "کیک"), ("مُحَمَّد", "محمد"), ("می\u200cشود", "میشود"), ("رأی", "رای"), ("۱۲", "12"), ("É", "e")],
)
def test_spellings_of_one_word_stand_side_by_side(fa: Language, one: str, other: str) -> None:
    assert fa.sort_key(one)[0] == fa.sort_key(other)[0]


@given(st.sampled_from(LANGUAGES), st.lists(st.text(), max_size=8))
def test_any_texts_have_one_order(language: Language, texts: list[str]) -> None:
    backwards = texts[::-1]
    ordered = sorted(texts, key=language.sort_key)
    assert ordered == sorted(backwards, key=language.sort_key)
    assert all(language.sort_key(a) <= language.sort_key(b) for a, b in pairwise(ordered))
