"""The beginning of a text."""

from __future__ import annotations

import pytest

from models.domain.text import first_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("A short text", "A short text"),
        ("in\nlines  of  words", "in lines of words"),
        ("words that do not find room", "words that do not…"),
        ("one, two, three, four, five", "one, two, three…"),
        ("دیر رسید، سرد بود، کم بود", "دیر رسید، سرد…"),
        ("unbreakablelongestword", "unbreakablelongest…"),
    ],
)
def test_a_text_is_cut_at_a_word_and_not_after_a_comma(text: str, expected: str) -> None:
    assert first_words(text, 18) == expected
