"""Words to glyphs, each word shaped once.

A shaped word is a row of atoms from left to right, each standing for exactly one character: a ligature of
three letters becomes three atoms of a third of its width, of which the leftmost carries the ink.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import uharfbuzz as hb

from models.documents.typesetting.faces import BOX, Face

ZERO_WIDTH_SPACE = "\u200b"
"""The text of a glyph that stands for no character of its own."""

CACHED_WORDS = 10_000
"""Enough for the words that return in a document, little enough for a table of 10,000 names."""


class Atom(NamedTuple):
    """One code to be: a character, the glyph that draws it, and where."""

    place: int
    """Of the character in its word; the same for several atoms when glyphs outnumber characters."""
    text: str
    glyph: int
    width: int
    dx: int
    dy: int
    inked: bool


@dataclass(slots=True, eq=False)
class Shaped:
    """A word in one face and one direction, in visual order."""

    face: Face
    length: int
    """Characters of the word."""
    atoms: tuple[Atom, ...]
    cuts: tuple[int, ...] = ()
    """Indices at which the word may be cut between glyphs when it does not fit any line."""
    width: int = field(init=False)
    visual: str = field(init=False)
    """The characters from left to right."""

    def __post_init__(self) -> None:
        self.width = sum([atom.width for atom in self.atoms])
        self.visual = "".join([atom.text for atom in self.atoms])


class Shaper:
    """Shapes words and remembers them; one for each language, because digits and letters may differ by it."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._words: dict[tuple[str, Face, bool, bool], Shaped] = {}

    def shape(self, word: str, face: Face, rtl: bool, boxed: bool = False) -> Shaped:
        """Return a word's atoms; with `boxed` each character is drawn as a box that keeps its text."""
        key = (word, face, rtl, boxed)
        shaped = self._words.get(key)
        if shaped is None:
            if len(self._words) >= CACHED_WORDS:
                self._words.clear()
            shaped = self._words[key] = self._shape(word, face, rtl, boxed)
        return shaped

    def _shape(self, word: str, face: Face, rtl: bool, boxed: bool) -> Shaped:
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(BOX * len(word) if boxed else word)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.language = self._language
        hb.shape(face.font, buffer)
        glyphs = [
            _Glyph(info.cluster, info.codepoint, position.x_advance, position.x_offset, position.y_offset)
            for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        starts = sorted({glyph.cluster for glyph in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(word)], strict=True))
        atoms: list[Atom] = []
        for cluster in _clusters(glyphs):
            start = cluster[0].cluster
            atoms.extend(_atoms(word[start : ends[start]], start, cluster, face, rtl))
        cuts = tuple(start for start in starts if start == 0 or not _is_mark(word[start]))
        return Shaped(face, len(word), tuple(atoms), cuts)


class _Glyph(NamedTuple):
    cluster: int
    code: int
    advance: int
    dx: int
    dy: int


def _clusters(glyphs: Sequence[_Glyph]) -> list[list[_Glyph]]:
    grouped: list[list[_Glyph]] = []
    for glyph in glyphs:
        if grouped and grouped[-1][0].cluster == glyph.cluster:
            grouped[-1].append(glyph)
        else:
            grouped.append([glyph])
    return grouped


def _atoms(text: str, start: int, glyphs: Sequence[_Glyph], face: Face, rtl: bool) -> list[Atom]:
    """Return the atoms of one cluster; the leftmost letter carries the ink of all its glyphs."""
    inked = not text.isspace() and any(glyph.code != face.space for glyph in glyphs)
    first = glyphs[0]
    if len(text) == 1 and len(glyphs) == 1:
        return [Atom(start, text, first.code, first.advance, first.dx, first.dy, inked)]
    widths = _shares(text, sum(glyph.advance for glyph in glyphs))
    places = range(len(text) - 1, -1, -1) if rtl else range(len(text))
    lead = next((place for place in places if not _is_mark(text[place])), places[0])
    atoms = []
    for place in places:
        if place != lead:
            atoms.append(Atom(start + place, text[place], face.space, widths[place], 0, 0, inked=False))
            continue
        atoms.append(Atom(start + place, text[place], first.code, widths[place], first.dx, first.dy, inked))
        pen = first.advance
        for glyph in glyphs[1:]:
            dx = pen - widths[place] + glyph.dx
            atoms.append(Atom(start + place, ZERO_WIDTH_SPACE, glyph.code, 0, dx, glyph.dy, inked))
            pen += glyph.advance
    return atoms


def _shares(text: str, width: int) -> list[int]:
    """Return the width of each character of a cluster: marks take none, the others share it evenly."""
    letters = [place for place, character in enumerate(text) if not _is_mark(character)] or [0]
    each, rest = divmod(width, len(letters))
    widths = [0] * len(text)
    for count, place in enumerate(letters):
        widths[place] = each + (count < rest)
    return widths


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")
