"""Text as runs, each in one direction, for programs that know of direction run by run only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from models.documents.blocks import Inline
from models.documents.docx.xml import element
from models.documents.docx.xml import text as text_element
from models.documents.typesetting import bidi
from models.documents.typesetting import text as typed
from models.localisation.languages import Direction

LRM, RLM, LRI, PDI = "\u200e", "\u200f", "\u2066", "\u2069"
_OPENING = frozenset("\u2066\u2067\u2068")
_FIELD_PARTS = ("begin", "separate", "end")
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


class Voice(NamedTuple):
    """The language in which a passage is written."""

    language: str
    is_rtl: bool
    font: str

    @classmethod
    def of(cls, language: str, direction: Direction, font: str) -> Voice:
        """Return the voice of a document or a passage."""
        return cls(language, direction is Direction.RTL, font)


class Stretch(NamedTuple):
    """Characters of one direction and weight; a line end stands alone."""

    text: str
    is_rtl: bool
    is_bold: bool


def runs(content: Inline, voice: Voice) -> Iterator[Any]:
    """Yield the runs of a text; page numbers are fields that lead to their places."""
    if isinstance(content, str):
        yield from _plain_runs(content, voice)
        return
    for has_page, spans in groupby(content, key=lambda span: bool(span.page_of)):
        if not has_page:
            yield from _plain_runs(tuple(spans), voice)
            continue
        for span in spans:
            yield from field(f"PAGEREF {bookmark_name(span.page_of)} \\h", span.text, voice)


def _plain_runs(content: Inline, voice: Voice) -> Iterator[Any]:
    for stretch in stretches(content, voice.is_rtl):
        inside = element("w:br") if stretch.text == "\n" else text_element("w:t", stretch.text)
        yield element("w:r", properties(voice, stretch.is_rtl, stretch.is_bold), inside)


def properties(voice: Voice, is_rtl: bool, is_bold: bool = False) -> Any:
    """Return the properties of a run that differ from those of its paragraph."""
    made = element("w:rPr")
    if is_bold:
        made.extend((element("w:b"), element("w:bCs")))
    if is_rtl:
        made.append(element("w:rtl"))
        made.append(element("w:lang", w_bidi=voice.language))
    return made


def field(instruction: str, shown: str, voice: Voice) -> Iterator[Any]:
    """Yield the runs of a field whose value Word finds anew; `shown` stands there until then."""
    begin, separate, end = (element("w:fldChar", w_fldCharType=kind) for kind in _FIELD_PARTS)
    told = text_element("w:instrText", f" {instruction} ")
    parts = (begin, told, separate, text_element("w:t", writable(shown)), end)
    for part in parts:
        yield element("w:r", properties(voice, voice.is_rtl), part)


def bookmark_name(anchor: str) -> str:
    """Return the name under which a place is known in the file: letters and digits, at most 40."""
    return "a_" + "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in anchor)[:38]


def stretches(content: Inline, rtl: bool) -> Iterator[Stretch]:
    """Yield a text in the stretches that the programs reading the file must not take apart."""
    characters, weights = typed.joined(content)
    start = 0
    for number, line in enumerate(characters.split("\n")):
        if number:
            yield Stretch("\n", rtl, False)
        bold = weights[start : start + len(line)] if any(weights) else bytes(len(line))
        yield from _line(line, bold, rtl)
        start += len(line) + 1


def _line(line: str, bold: bytes, rtl: bool) -> Iterator[Stretch]:
    source = typed.isolated(line, rtl)
    levels = bidi.levels(source, int(rtl))
    drawn = iter(weight for weight, one in zip(bold, line, strict=True) if not typed.is_control(one))
    marked = _marked(source)
    parting = _parting(marked, levels, rtl)
    kept = []
    weight = 0
    for place, character in enumerate(marked):
        if not typed.is_control(source[place]):
            weight = next(drawn)
        if place in parting:
            kept.append((RLM if rtl else LRM, rtl, bool(weight)))
        if character:
            # A mark belongs to the stretch that it keeps together.
            level = levels[place] if character != LRM else 2
            kept.append((character, bool(level % 2), bool(weight)))
    for (is_rtl, is_bold), group in groupby(kept, key=lambda one: one[1:]):
        yield Stretch(writable("".join(one[0] for one in group)), is_rtl, is_bold)


def _marked(source: str) -> list[str]:
    """Return the characters of a line with left-to-right isolates as marks, and no other control."""
    result: list[str] = []
    open_ones: list[str] = []
    for character in source:
        if character in _OPENING:
            open_ones.append(LRM if character == LRI else "")
            result.append(open_ones[-1])
        elif character == PDI:
            result.append(open_ones.pop() if open_ones else "")
        else:
            result.append("" if typed.is_control(character) and character != LRM else character)
    return result


def _parting(marked: Sequence[str], levels: Sequence[int], rtl: bool) -> set[int]:
    """Return before which characters a mark must stand, so that two names of the other direction stay two.

    Without isolates a comma between «ISO 9001» and «ISO 10002» would run with them and turn them round.
    """
    places = [place for place, character in enumerate(marked) if character]
    found = bidi.levels("".join(marked), int(rtl))
    astray = [
        marked[place] != LRM and levels[place] == int(rtl) and level % 2 != int(rtl)
        for place, level in zip(places, found, strict=True)
    ]
    return {place for at, place in enumerate(places) if astray[at] and not (at and astray[at - 1])}


def writable(content: str) -> str:
    """Return a text without characters that XML has no room for."""
    return _NOT_IN_XML.sub("\ufffd", typed.clean(content))
