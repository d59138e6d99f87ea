"""Paragraphs to lines: broken on logical text, by the widths of shaped words, before any reordering."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from models.documents.blocks import Inline
from models.documents.typesetting import bidi, text
from models.documents.typesetting.faces import UNITS, Face, Family, family
from models.documents.typesetting.shaping import CACHED_WORDS, Shaped, Shaper

_WORDS = re.compile(r"[^ \u200b]+|[ \u200b]+")
_SOFT_CUTS = frozenset("/._@?&=-–—\\")
_NEVER_FIRST = frozenset("·")
"""What stands between two names and follows the one before it onto the next line, rather than begin one."""

_JOINERS = frozenset("\u200c\u200d")
_SHORT = 80
_CACHED_TEXTS = 500


class Segment(NamedTuple):
    """A stretch of one face, one level and one kind, shaped; `start` counts from the start of its line."""

    start: int
    level: int
    shaped: Shaped


@dataclass(frozen=True, slots=True)
class Line:
    """One line in logical order; widths are thousandths of an em."""

    text: str
    levels: tuple[int, ...]
    segments: tuple[Segment, ...]
    width: int
    base: int


class _Word(NamedTuple):
    text: str
    start: int
    end: int
    segments: tuple[Segment, ...]
    width: int
    is_space: bool


class LineBreaker:
    """Breaks paragraphs of one language and family into lines.

    remembers: whether also long texts are kept, for a document that is set again and again.
    """

    def __init__(self, family: Family, language: str, *, remembers: bool = False) -> None:
        self._family = family
        self._shaper = Shaper(language)
        self._words: dict[tuple[str, int, bool], tuple[Segment, ...]] = {}
        self._remembers = remembers
        self._known: dict[tuple[Inline, int, int, bool], list[Line]] = {}

    def lines(self, content: Inline, size: float, width: float, base: int, bold: bool = False) -> list[Line]:
        """Return the lines of a text set at a size (points) within a width (points), at least one.

        A word wider than the line is cut between glyphs, behind a slash, dot or hyphen when one is near.
        """
        limit = max(int(width * UNITS / size), 1)
        is_short = isinstance(content, str) and len(content) <= _SHORT
        if not is_short and not self._remembers:
            return self._broken(content, limit, base, bold)
        key = (content, limit, base, bold)
        if key not in self._known:
            if len(self._known) >= _CACHED_TEXTS:
                self._known.clear()
            self._known[key] = self._broken(content, limit, base, bold)
        return self._known[key]

    def _broken(self, content: Inline, limit: int, base: int, bold: bool) -> list[Line]:
        characters, weights = text.joined(content)
        result: list[Line] = []
        start = 0
        for part in characters.split("\n"):
            strong = weights[start : start + len(part)] if any(weights) else b""
            result.extend(self._paragraph(part, strong, limit, base, bold))
            start += len(part) + 1
        return result

    def width(self, content: Inline, size: float, base: int, bold: bool = False) -> float:
        """Return the width in points of a text set on one line."""
        lines = self.lines(content, size, 1e9, base, bold)
        return max(line.width for line in lines) * size / UNITS

    def _paragraph(self, part: str, strong: bytes, limit: int, base: int, bold: bool) -> Iterator[Line]:
        source = text.isolated(part, rtl=bool(base))
        levels = bidi.levels(source, base)
        if strong:
            strong = bytes(s for s, c in zip(strong, part, strict=True) if not text.is_control(c))
        weights = strong or bytes([bold]) * len(source)
        if any(map(text.is_control, source)):
            source, levels, weights = _without_controls(source, levels, weights)
        words = [self._word(match, levels, weights) for match in _WORDS.finditer(source)]
        for group in _filled(words, limit):
            yield _line(source, levels, group, base)

    def _word(self, match: re.Match[str], levels: Sequence[int], weights: bytes) -> _Word:
        start, end = match.span()
        word = match.group()
        segments: tuple[Segment, ...]
        level, weight = levels[start], weights[start]
        if end - start == 1 or (
            levels[start:end].count(level) == end - start and weights.count(weight, start, end) == end - start
        ):
            segments = self._uniform(word, level, bool(weight))
        else:
            segments = tuple(self._mixed(word, levels[start:end], weights[start:end]))
        width = sum(segment.shaped.width for segment in segments)
        return _Word(word, start, end, segments, width, word[0] in " \u200b")

    def _uniform(self, word: str, level: int, bold: bool) -> tuple[Segment, ...]:
        key = (word, level, bold)
        segments = self._words.get(key)
        if segments is None:
            if len(self._words) >= CACHED_WORDS:
                self._words.clear()
            segments = tuple(self._mixed(word, [level] * len(word), bytes([bold]) * len(word)))
            self._words[key] = segments
        return segments

    def _mixed(self, word: str, levels: Sequence[int], weights: bytes) -> Iterator[Segment]:
        start = 0
        keys = list(self._keys(word, levels, weights))
        for end in range(1, len(word) + 1):
            if end == len(word) or keys[end] != keys[start]:
                face, level, boxed, _ = keys[start]
                shaped = self._shaper.shape(word[start:end], face, level % 2 == 1, boxed)
                yield Segment(start, level, shaped)
                start = end

    def _keys(
        self, word: str, levels: Sequence[int], weights: bytes
    ) -> Iterator[tuple[Face, int, bool, int]]:
        """Yield what must be equal for neighbouring characters to be shaped as one."""
        previous: Face | None = None
        for place, (character, level, weight) in enumerate(zip(word, levels, weights, strict=True)):
            if character == "\u200b":
                found: Face | None = self._family.main(bool(weight))
            elif previous is not None and _belongs_to(previous, character):
                found = previous
            else:
                found = self._family.face_of(character, bool(weight))
            face = found or self._family.box_face(bool(weight))
            alone = place + 1 if level % 2 and text.stands_alone(character) else 0
            yield face, level, found is None, alone
            previous = face


class Breakers:
    """The line breakers of a document that is set again and again, by one thread at a time."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], LineBreaker] = {}

    def of(self, language: str, font: str) -> LineBreaker:
        """Return the line breaker of a language and a font, always the same one."""
        key = (language, font)
        if key not in self._known:
            self._known[key] = LineBreaker(family(font), language, remembers=True)
        return self._known[key]


def _without_controls(source: str, levels: Sequence[int], weights: bytes) -> tuple[str, list[int], bytes]:
    """Return a text without what only steers it, with the level and the weight of each character left.

    A control that stands lower than its neighbours on both sides keeps their runs apart: a space without
    width takes its place.
    """
    kept = [place for place, character in enumerate(source) if not text.is_control(character)]
    characters = [source[place] for place in kept]
    result = [levels[place] for place in kept]
    drawn = weights[: len(kept)]
    beside = [
        (number, left, right) for number, (left, right) in enumerate(pairwise(kept), 1) if right - left > 1
    ]
    for number, left, right in reversed(beside):
        lowest = min(levels[left : right + 1])
        if lowest < min(levels[left], levels[right]):
            characters.insert(number, "\u200b")
            result.insert(number, lowest)
            drawn = drawn[:number] + drawn[number - 1 : number] + drawn[number:]
    return "".join(characters), result, drawn


def _belongs_to(face: Face, character: str) -> bool:
    """Tell whether a joiner or mark is drawn by the face of the letter before it."""
    if character in _JOINERS:
        return True
    return bidi.bidi_class(character) == "NSM" and ord(character) in face.coverage


def _filled(words: Sequence[_Word], limit: int) -> Iterator[list[_Word]]:
    """Yield the words of each line without the spaces at its end; a paragraph keeps those at its start."""
    line: list[_Word] = []
    spaces: list[_Word] = []
    used = 0
    for word in words:
        if word.is_space:
            spaces.append(word)
            continue
        gap = sum(space.width for space in spaces)
        if line and used + gap + word.width > limit:
            kept, line = _parted(line) if word.text in _NEVER_FIRST else (line, [])
            yield kept
            used = sum(moved.width for moved in line)
            gap, spaces = (gap, spaces) if line else (0, [])
        for piece in _cut(word, limit) if word.width > limit else (word,):
            if line and used + gap + piece.width > limit:
                yield line
                line, used, gap, spaces = [], 0, 0, []
            line += [*spaces, piece]
            used += gap + piece.width
            gap, spaces = 0, []
    yield line


def _parted(line: list[_Word]) -> tuple[list[_Word], list[_Word]]:
    """Return a line without its last word, and that word; all of it where it has no other."""
    kept = line[:-1]
    while kept and kept[-1].is_space:
        kept.pop()
    return (kept, line[-1:]) if kept else (line, [])


def _cut(word: _Word, limit: int) -> Iterator[_Word]:
    """Yield a word in parts that fit the limit, each at least one cluster long."""
    length = word.end - word.start
    widths = [0] * length
    for segment in word.segments:
        for atom in segment.shaped.atoms:
            widths[segment.start + atom.place] += atom.width
    cuts = [segment.start + cut for segment in word.segments for cut in segment.shaped.cuts]
    start = soft = used = 0
    for cut, end in pairwise([*cuts, length]):
        advance = sum(widths[cut:end])
        if used + advance > limit and cut > start:
            # A cut behind a slash or hyphen reads better, unless it leaves half the line empty.
            at = soft if soft - start > (cut - start) // 2 else cut
            yield _part(word, start, at)
            start, used = at, sum(widths[at:cut])
        used += advance
        if word.text[end - 1] in _SOFT_CUTS:
            soft = end
    yield _part(word, start, length)


def _part(word: _Word, start: int, end: int) -> _Word:
    segments = []
    for segment in word.segments:
        first, last = start - segment.start, end - segment.start
        atoms = tuple(
            atom._replace(place=atom.place - max(first, 0))
            for atom in segment.shaped.atoms
            if first <= atom.place < last
        )
        if atoms:
            shaped = Shaped(segment.shaped.face, max(atom.place for atom in atoms) + 1, atoms)
            segments.append(Segment(max(segment.start - start, 0), segment.level, shaped))
    width = sum(segment.shaped.width for segment in segments)
    return _Word(word.text[start:end], word.start + start, word.start + end, tuple(segments), width, False)


def _line(source: str, levels: Sequence[int], words: Sequence[_Word], base: int) -> Line:
    if not words:
        return Line("", (), (), 0, base)
    start, end = words[0].start, words[-1].end
    segments = [
        Segment(word.start - start + segment.start, segment.level, segment.shaped)
        for word in words
        for segment in word.segments
    ]
    width = sum(word.width for word in words)
    return Line(source[start:end], tuple(levels[start:end]), tuple(segments), width, base)
