"""An index of words: in which entries a text is found, and how well."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from heapq import nsmallest
from typing import NamedTuple, TypeAlias

from models.localisation.text import search_key

# Whole words, beginnings and insides, each in names and then elsewhere.
_LEVELS = 6
_MOST_WORDS_INSIDE = 20_000
_EDGES = ".,;:!?()[]{}<>\"'«»“”‘’…·•-–—_/\\|،؛؟٪%*#@+=~`"
_BETWEEN = "\n"
_AFTER_ALL = "\U0010ffff"

_Holders: TypeAlias = list[list[int]]


class Ranking(NamedTuple):
    """Numbers of entries, each with how well it fits, the better the lower; and how many there are in all."""

    best: tuple[tuple[int, int], ...]
    total: int


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a text in their order, without the signs around them."""
    return tuple(word for piece in search_key(text).split() if (word := piece.strip(_EDGES)))


class WordIndex:
    """Entries by the words of their names and of the rest of their text; entries are numbered from 0."""

    def __init__(self) -> None:
        self._names = _Words()
        self._texts = _Words()
        self._gone: set[int] = set()
        self._added = 0

    def __len__(self) -> int:
        return self._added - len(self._gone)

    @property
    def wasted(self) -> int:
        """How many entries were removed whose words still take up room."""
        return len(self._gone)

    def add(self, name: str, text: str) -> int:
        """Take in an entry and return its number."""
        number = self._added
        named = frozenset(words_of(name))
        self._names.add(named, number)
        self._texts.add(frozenset(words_of(text)) - named, number)
        self._added += 1
        return number

    def remove(self, number: int) -> None:
        """Let an entry be found no longer."""
        self._gone.add(number)

    def found(self, words: Sequence[str], most: int) -> Ranking:
        """Return the entries that hold every word, as many as wanted, the best first.

        An entry is as good as the word that fits it worst; among equals the earlier one comes first. A
        single letter is looked for only where words begin.
        """
        best: dict[int, int] = {}
        held: list[set[int]] = [set() for _word in words]
        levels = [self._levels(word) for word in words]
        for level in range(_LEVELS):
            for entries, holders in zip(held, levels, strict=True):
                entries.update(*holders[level])
            if len(best) < most or level == _LEVELS - 1:
                every = self._in_all(held)
                wanted = nsmallest(most - len(best), every - best.keys())
                best.update(dict.fromkeys(wanted, level))
        return Ranking(tuple(best.items()), len(every))

    def _in_all(self, held: Sequence[set[int]]) -> set[int]:
        fewest, *others = sorted(held, key=len)
        return fewest.intersection(*others) - self._gone

    def _levels(self, word: str) -> Sequence[Sequence[Sequence[int]]]:
        """Return the entries with each word that fits, level by level, the best first."""
        pairs = zip(self._names.holding(word), self._texts.holding(word), strict=True)
        return [holders for pair in pairs for holders in pair]


class _Words:
    """Which entries hold each word."""

    def __init__(self) -> None:
        self._holders: dict[str, list[int]] = {}
        self._sorted: list[str] = []
        self._joined = ""

    def add(self, words: Set[str], number: int) -> None:
        for word in words:
            holders = self._holders.get(word)
            if holders is None:
                self._holders[word] = [number]
            else:
                holders.append(number)

    def holding(self, wanted: str) -> tuple[_Holders, _Holders, _Holders]:
        """Return the entries of the word itself, of words that begin with it, and of words with it inside."""
        self._arrange()
        first = bisect_left(self._sorted, wanted)
        whole = [self._holders[wanted]] if wanted in self._holders else []
        last = bisect_left(self._sorted, wanted + _AFTER_ALL, first)
        beginning = [self._holders[word] for word in self._sorted[first + len(whole) : last]]
        inside = [self._holders[word] for word in self._inside(wanted)] if len(wanted) > 1 else []
        return whole, beginning, inside

    def _inside(self, wanted: str) -> Iterator[str]:
        every = self._joined
        at, seen = every.find(wanted), 0
        while at >= 0 and seen < _MOST_WORDS_INSIDE:
            begin, end = every.rfind(_BETWEEN, 0, at) + 1, every.find(_BETWEEN, at)
            if begin < at:
                yield every[begin:end]
            at, seen = every.find(wanted, end), seen + 1

    def _arrange(self) -> None:
        """Put all words in order, and into one text: the machine searches that faster than word by word."""
        if len(self._sorted) != len(self._holders):
            self._sorted = sorted(self._holders)
            self._joined = _BETWEEN.join(["", *self._sorted, ""])
