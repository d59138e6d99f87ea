"""The order of texts: as in a dictionary of the language, not by character numbers."""

from __future__ import annotations

import re
import unicodedata

from models.localisation.languages import LanguageRow, all_language_rows
from models.localisation.text import ascii_digits, search_key

SortKey = tuple[str, str]

# Weights: a blank, any sign, numbers (a length, then digits), the letters of all alphabets, foreign letters.
_BLANK = "\x01"
_SIGN = "\x02"
_LONGEST_NUMBER = 16
_FIRST_LETTER = 0x41
_NUMBER = re.compile("0*([0-9]+)")


class Collation:
    """Makes the sort keys of one language."""

    def __init__(self, row: LanguageRow) -> None:
        self._weights = _Weights(row)

    def key(self, text: str) -> SortKey:
        """Return the key: first by letters and values of numbers, then, among equals, by the text itself.

        The language's own alphabet comes before the others; half-spaces, vowel marks, case and accents do
        not count, and numbers count by value in whatever digits they are written.
        """
        composed = text if text.isascii() else unicodedata.normalize("NFC", text)
        return _NUMBER.sub(_by_value, composed.translate(self._weights)), text


class _Weights(dict[int, str]):
    """Maps a character to its weights; fills itself."""

    def __init__(self, row: LanguageRow) -> None:
        alphabets = row.alphabet + "".join(other.alphabet for other in all_language_rows())
        letters = enumerate(dict.fromkeys(alphabets), start=_FIRST_LETTER)
        super().__init__({ord(letter): chr(weight) for weight, letter in letters})

    def __missing__(self, ordinal: int) -> str:
        self[ordinal] = self._weights_of(chr(ordinal))
        return self[ordinal]

    def _weights_of(self, character: str) -> str:
        digit = ascii_digits(character)
        if digit in "0123456789":
            return digit
        if character.isspace():
            return _BLANK
        folded = search_key(character)
        if folded and folded != character:
            return "".join(self[ord(part)] for part in folded)
        if not folded or unicodedata.category(character).startswith("C"):
            return ""
        return character if character.isalpha() else _SIGN


def _by_value(number: re.Match[str]) -> str:
    digits = number[1]
    return chr(ord("0") + min(len(digits), _LONGEST_NUMBER)) + digits
