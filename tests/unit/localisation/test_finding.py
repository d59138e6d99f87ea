"""Texts found in texts, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.localisation.finding import Findable
from models.localisation.text import search_key


def found(text: str, wanted: str) -> list[str]:
    return [text[first : last + 1] for first, last in Findable(text).places(wanted)]


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("مشتری‌مداری در منشور", "مشتريمداري", ["مشتری‌مداری"]),
        ("از ۱۴۰۵/۰۹/۰۱ تا", "1405", ["۱۴۰۵"]),
        ("Customer CUSTOMER", "customer", ["Customer", "CUSTOMER"]),
        ("one\r\n  two", "one two", ["one\r\n  two"]),
        ("شمارهٔ \u200fمدرک", "شماره مدرک", ["شمارهٔ \u200fمدرک"]),
        ("\u200f(\u200e2026-11-17\u200f)", "(2026", ["(\u200e2026"]),
        ("aaa", "aa", ["aa"]),
        ("ﬁre and file", "fi", ["ﬁ", "fi"]),
        ("abc", "", []),
    ],
)
def test_what_search_ignores_is_ignored(text: str, wanted: str, expected: list[str]) -> None:
    assert found(text, wanted) == expected


@given(st.text(), st.text(min_size=1))
def test_places_are_found_as_search_finds_them(text: str, wanted: str) -> None:
    for piece in found(text, wanted):
        assert search_key(wanted) in search_key(piece)
