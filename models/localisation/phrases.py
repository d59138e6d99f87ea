"""Finding words and phrases in a text, however they are spelled."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from models.localisation.text import HALF_SPACE, search_key

_JOINTS = re.compile(rf"[\s{HALF_SPACE}]+")
_GAP = rf"[\s{HALF_SPACE}]*"
# A half-space joins what stands beside it to one word.
_EDGE = rf"[\w{HALF_SPACE}]"


class Span(NamedTuple):
    """A part of a text: where it starts, and where what follows it starts."""

    start: int
    end: int


class _Letters(dict[str, str]):
    """Maps a character to what stands for it in a comparison; fills itself."""

    def __missing__(self, character: str) -> str:
        if character.isspace() or character == HALF_SPACE:
            folded = character
        else:
            folded = "" if unicodedata.category(character) == "Cc" else search_key(character)
        self[character] = folded
        return folded


_LETTERS = _Letters()


@dataclass(frozen=True)
class Phrases:
    """Some words and phrases, ready to be found; made by `of`."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Phrases:
        """Return the phrases in a form in which they are found."""
        # Of two phrases that begin alike the longer one says more.
        longest_first = sorted(filter(None, phrases), key=len, reverse=True)
        choices = "|".join(map(_loosely, longest_first))
        return cls(re.compile(f"(?<!{_EDGE})(?:{choices})(?!{_EDGE})" if choices else "(?!)"))

    def found_in(self, text: str) -> Sequence[Span]:
        """Return where the phrases stand in a text, as whole words, from its beginning.

        Case, accents, vowel marks, half-spaces and the shapes of letters make no difference; a longer word
        that contains a phrase is another word.
        """
        letters = [_LETTERS[character] for character in text]
        folded = "".join(letters)
        found = [Span(*match.span()) for match in self.pattern.finditer(folded)]
        if not found or (len(folded) == len(text) and all(map(len, letters))):
            return found
        ends = list(accumulate(map(len, letters)))
        return [_unfolded(span, ends) for span in found]


def _loosely(phrase: str) -> str:
    """Return the pattern of a phrase that may be written together, with half-spaces or apart."""
    return _GAP.join(_word(part) for part in _JOINTS.split(phrase.strip()))


def _word(part: str) -> str:
    letters = [re.escape(letter) for letter in search_key(part)]
    return "".join(letters) if part.isascii() else f"{HALF_SPACE}?".join(letters)


def _unfolded(span: Span, ends: Sequence[int]) -> Span:
    """Return the part of the text that a part of its folded form came from."""
    return Span(bisect_right(ends, span.start), bisect_right(ends, span.end))
