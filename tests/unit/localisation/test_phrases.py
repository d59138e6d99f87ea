"""Phrases are found as whole words, however they are spelled, and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.content.promises import vague_words
from models.localisation.phrases import Phrases

VAGUE = {code: Phrases.of(words) for code, words in vague_words().words.items()}


def found(code: str, text: str) -> list[str]:
    return [text[span.start : span.end] for span in VAGUE[code].found_in(text)]


@pytest.mark.parametrize("text", ["به زودی", "به\u200cزودی", "بهزودی", "به  زودي"])
def test_half_spaces_and_letters_make_no_difference(text: str) -> None:
    assert found("fa", f"پاسخ را {text} می‌دهیم.") == [text]


@pytest.mark.parametrize("text", ["فوراً", "فورا", "فـورا", "فورًا"])
def test_marks_make_no_difference(text: str) -> None:
    assert found("fa", f"{text} می‌آییم") == [text]


@pytest.mark.parametrize("text", ["مناسبی", "مناسب‌ترین", "کافی‌نت", "محبوب", "خوبی", "نامناسب"])
def test_another_word_is_another_word(text: str) -> None:
    assert found("fa", f"جای {text} است") == []


@pytest.mark.parametrize("text", ["goods", "bestseller", "fasten", "sooner"])
def test_another_english_word_is_another_word(text: str) -> None:
    assert found("en", f"the {text} are here") == []


def test_case_makes_no_difference() -> None:
    assert found("en", "We deliver SOON.") == ["SOON"]


def test_the_longer_phrase_is_found() -> None:
    assert found("en", "as soon as possible") == ["as soon as possible"]


def test_every_place_is_found() -> None:
    assert found("en", "good, better, good") == ["good", "good"]


def test_what_is_folded_to_more_letters_shifts_nothing() -> None:
    assert found("en", "½ ﬁt 🙂 soon") == ["soon"]


def test_without_phrases_nothing_is_found() -> None:
    assert Phrases.of(()).found_in("soon") == []


@given(st.text(), st.sampled_from(sorted(VAGUE)))
def test_what_is_found_stands_in_the_text(text: str, code: str) -> None:
    spans = VAGUE[code].found_in(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.sampled_from(sorted(VAGUE)), st.data())
def test_every_vague_word_finds_itself(code: str, data: st.DataObject) -> None:
    word = data.draw(st.sampled_from(vague_words().words[code]))

    assert found(code, f"… {word} …") == [word]
