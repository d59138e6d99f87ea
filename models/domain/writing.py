"""Whether a text is written in the language under which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from models.domain.text import LocalText

_LETTERS = re.compile(r"[^\W\d_]+")
# Addresses and codes are written alike in every language.
_CODE = re.compile(r"[@/\\:.\d_]\S")
_FEWEST = 3


class Written(Protocol):
    """What must be known of a language; a row of `models.localisation.languages` has it."""

    @property
    def code(self) -> str:
        """The language's code."""

    @property
    def name(self) -> str:
        """The language's name in its own script."""

    @property
    def alphabet(self) -> str:
        """Its lower-case letters."""


def misplaced(text: LocalText, languages: Iterable[Written]) -> Written | None:
    """Return the first language under which a text stands that is written in the letters of another.

    Names in capital letters, addresses and codes are at home in every language; so is a text of less than
    three letters. None where every text is at home.
    """
    known = tuple(languages)
    for language in known:
        others = {letter for other in known for letter in other.alphabet} - set(language.alphabet)
        if _is_strange(text.get(language.code), set(language.alphabet), others):
            return language
    return None


def _is_strange(text: str, own: set[str], others: set[str]) -> bool:
    strange = 0
    for word in text.split():
        if _CODE.search(word):
            continue
        for letters in _LETTERS.findall(word):
            if not own.isdisjoint(letters.casefold()):
                return False
            is_name = letters[0].isupper()
            strange += 0 if is_name else sum(letter in others for letter in letters.casefold())
    return strange >= _FEWEST
