"""A line taken apart into the pieces that go to the page one by one, in logical order.

Readers rebuild the text of a right-to-left line from positions and directions, each in its own way; pieces
are cut so that no reader has to guess inside one of them.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from models.documents.typesetting import bidi
from models.documents.typesetting.faces import Face
from models.documents.typesetting.lines import Line, Segment
from models.documents.typesetting.shaping import Shaped
from models.documents.typesetting.text import stands_alone

_POPPLER_NUMBER = frozenset("0123456789۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩#$%+,-./:،٪٫٬\u00a0°")
_PDFIUM_WEAK = frozenset({"AN", "EN", "NSM", "CS", "ES", "ET", "BN"})


class Kind(Enum):
    """What a piece is for its readers."""

    LATIN = "left to right: Latin words, codes, numbers"
    PERSIAN = "right to left, with a strong letter"
    SINGLE = "one character that a reader mirrors or changes"
    SIGN = "one number sign at the level of the text"
    NEUTRAL = "one character without direction"
    SPACE = "one space between pieces"


@dataclass(slots=True)
class Mark:
    """An inkless direction mark at an end of a piece; a hidden one is not seen by pdfium."""

    text: str
    shown: bool


class Part(NamedTuple):
    """A shaped word and its first character's place in the piece."""

    shift: int
    shaped: Shaped


@dataclass(slots=True)
class Piece:
    """A stretch of one line and the marks it needs."""

    kind: Kind
    level: int
    start: int
    end: int
    face: Face
    text: str
    parts: list[Part]
    """Words and spaces from left to right."""
    x: int = 0
    """The left end, in thousandths of an em from the left end of the line."""
    left: list[Mark] = field(default_factory=list)
    right: list[Mark] = field(default_factory=list)
    inside: dict[int, Mark] = field(default_factory=dict)
    """By the place of the character that follows the mark, counted in the piece."""

    @property
    def width(self) -> int:
        """The distance from the left end to the right end."""
        return sum([part.shaped.width for part in self.parts])

    @property
    def is_ltr(self) -> bool:
        """Whether the piece is drawn in its logical order."""
        return self.kind is Kind.LATIN


@lru_cache(maxsize=8192)
def reader_class(character: str) -> str:
    """Return the class of a character as pdfium cuts its lines: L, R, W (weak) or N."""
    kind = bidi.bidi_class(character)
    if kind in ("R", "AL"):
        return "R"
    return "L" if kind == "L" else "W" if kind in _PDFIUM_WEAK else "N"


def is_poppler_number(character: str) -> bool:
    """Tell whether a character opens or carries on a number section for poppler."""
    return character in _POPPLER_NUMBER


@lru_cache(maxsize=8192)
def is_poppler_neutral(character: str) -> bool:
    """Tell whether a character has no direction for poppler."""
    return character not in _POPPLER_NUMBER and reader_class(character) in ("N", "W")


def is_mark(character: str) -> bool:
    """Tell whether a character is drawn over the one before it."""
    return unicodedata.category(character) == "Mn"


def pieces(line: Line) -> list[Piece]:
    """Return the pieces of a line in logical order, each with its place from the left (rules P1 to P3)."""
    result = list(_with_parts(line, _spans(line))) if line.text else []
    pen = 0
    for place in bidi.visual_order([piece.level for piece in result]):
        result[place].x = pen
        pen += result[place].width
    return result


def _spans(line: Line) -> Iterator[tuple[Kind, int, int]]:
    for start, end in _runs(line):
        if line.levels[start] % 2 == 0:
            yield Kind.LATIN, start, end
        elif not line.base:
            yield Kind.PERSIAN, start, end
        else:
            yield from _cut(line.text, start, end)


def _runs(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the stretches of one level and one face."""
    start = 0
    for before, after in pairwise(line.segments):
        if before.level != after.level or before.shaped.face is not after.shaped.face:
            yield start, after.start
            start = after.start
    yield start, len(line.text)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[Kind, int, int]]:
    """Yield the pieces of a right-to-left run (rule P2)."""
    first = start
    for place in range(start, end + 1):
        if place < end and not stands_alone(text[place]):
            continue
        yield from _stretch(text, first, place)
        if place < end:
            number = bidi.bidi_class(text[place]) in ("EN", "ES", "ET")
            yield (Kind.SIGN if number else Kind.SINGLE), place, place + 1
        first = place + 1


def _stretch(text: str, start: int, end: int) -> Iterator[tuple[Kind, int, int]]:
    if start == end:
        return
    if any(reader_class(character) == "R" for character in text[start:end]):
        yield Kind.PERSIAN, start, end
        return
    for place in range(start, end):
        yield (Kind.SPACE if text[place] == " " else Kind.NEUTRAL), place, place + 1


def _with_parts(line: Line, spans: Iterable[tuple[Kind, int, int]]) -> Iterator[Piece]:
    first = 0
    for kind, start, end in spans:
        parts: list[Part] = []
        place = first
        while place < len(line.segments) and line.segments[place].start < end:
            segment = line.segments[place]
            parts.append(_part(segment, start, end))
            place += 1
        # A word without letters is cut into single characters: its segment serves several pieces.
        first = place - (segment.start + segment.shaped.length > end)
        level = segment.level
        if level % 2:
            parts.reverse()
        yield Piece(kind, level, start, end, segment.shaped.face, line.text[start:end], parts)


def _part(segment: Segment, start: int, end: int) -> Part:
    shift = segment.start - start
    shaped = segment.shaped
    if shift < 0 or segment.start + shaped.length > end:
        atoms = tuple(atom for atom in shaped.atoms if 0 <= atom.place + shift < end - start)
        shaped = Shaped(shaped.face, shaped.length, atoms)
    return Part(shift, shaped)
