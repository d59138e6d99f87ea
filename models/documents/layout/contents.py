"""The table of contents: its room is known before the page numbers are, which are filled in at the end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models.documents.blocks import (
    Align,
    Block,
    Contents,
    Heading,
    InColumns,
    Inline,
    KeepTogether,
    Passage,
    SideBySide,
    Span,
    plain,
)
from models.documents.layout.boxes import Box, TextBox, dotted
from models.documents.layout.style import BODY, BODY_STRONG, HEADINGS, Type
from models.documents.layout.text import Typist
from models.documents.typesetting.faces import UNITS
from models.documents.typesetting.lines import Line
from models.documents.typesetting.page import Drawn, Link
from models.documents.typesetting.setter import Placed

_NUMBER_ROOM = 40.0
_NUMBER_KEPT = 22.0
_DOTS_GAP = 8.0
_INDENT = 14.0
_DEEPEST_LEVEL = 2
_PARTS_LEVEL = 2
_BETWEEN = " · "


class Listed(NamedTuple):
    """A line of a table of contents and the place of its heading in the outline of the file."""

    text: Inline
    level: int
    heading: int


@dataclass
class Listing:
    """What tables of contents list, and how a page is worded once all pages are known."""

    headings: Sequence[Listed] = ()
    parts: Sequence[Listed] = ()
    page_of: Callable[[int], str] = str
    """Returns the page number, in words, of a heading of the outline."""


def listed(blocks: Iterable[Block], language: str, first: int) -> list[Listed]:
    """Return the headings of blocks; `first` is the place of the first one in the outline of the file."""
    return [
        Listed(f"{heading.number} {heading.text}".strip(), heading.level, first + place)
        for place, heading in enumerate(headings_in(blocks, language))
    ]


def headings_in(blocks: Iterable[Block], language: str) -> Iterator[Heading]:
    """Yield the headings of blocks in reading order; of two columns, those in the document's language."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, KeepTogether | InColumns | Passage):
            yield from headings_in(block.blocks, language)
        elif isinstance(block, SideBySide):
            yield from headings_in(leading(block, language).blocks, language)


def leading(block: SideBySide, language: str) -> Passage:
    """Return the column whose headings stand in the outline."""
    return block.right if block.right.language == language else block.left


def listed_parts(parts: Sequence[tuple[str, str]], headings: Sequence[int]) -> list[Listed]:
    """Return the documents of a bundle, given their titles and numbers and the headings of each."""
    result = []
    place = 0
    for (title, number), own in zip(parts, headings, strict=True):
        spans = (Span(title), Span(_BETWEEN), Span(number, island=True)) if number else (Span(title),)
        result.append(Listed(spans, _PARTS_LEVEL, place))
        place += 1 + own
    return result


@dataclass
class ContentsLine(Box):
    """One entry of the table of contents."""

    lines: Sequence[Line] = ()
    type_: Type = BODY
    indent: float = 0.0
    heading: int = 0
    listing: Listing = field(default_factory=Listing)

    def paint(self, typist: Typist, left: float, top: float, width: float) -> Sequence[Drawn]:
        """Return the heading and its page number, which is told at the end, and the way there."""
        inner = width - self.indent - _NUMBER_ROOM
        text_left = typist.column_left(self.indent, inner, left, width)
        number_left = typist.column_left(width - _NUMBER_ROOM, _NUMBER_ROOM, left, width)
        last = top - self.type_.leading * (len(self.lines) - 1)
        placed = typist.place(self.lines, self.type_, text_left, top, inner)

        def tell() -> str:
            number = typist.lines(self.listing.page_of(self.heading), self.type_, _NUMBER_ROOM)
            end = typist.place(number, self.type_, number_left, last, _NUMBER_ROOM, Align.END)
            return "\n".join(typist.operators(placed + end))

        way = Link(left, top - self.height, left + width, top, self.heading)
        return [way, _dots(placed[-1], typist.rtl, number_left), tell]


def _dots(last: Placed, rtl: bool, number_left: float) -> str:
    """Return the dots that lead the eye from the last line of a heading to its page."""
    if rtl:
        start, end = number_left + _NUMBER_KEPT, last.x - _DOTS_GAP
    else:
        start = last.x + last.line.width * last.size / UNITS + _DOTS_GAP
        end = number_left + _NUMBER_ROOM - _NUMBER_KEPT
    return dotted(start, end, last.y) if end - start > _DOTS_GAP else ""


def contents_boxes(block: Contents, listing: Listing, typist: Typist, width: float) -> Iterator[Box]:
    """Yield the title and a line for each heading of the first two levels, or for each document."""
    title = typist.lines(block.title, HEADINGS[0], width)
    yield TextBox(len(title) * HEADINGS[0].leading, 14.0, keep=True, lines=title, type_=HEADINGS[0])
    for entry in listing.parts if block.of_parts else listing.headings:
        if entry.level > _DEEPEST_LEVEL or not plain(entry.text):
            continue
        type_ = BODY_STRONG if entry.level <= 1 else BODY
        indent = 0.0 if block.of_parts else _INDENT * (entry.level - 1)
        lines = typist.lines(entry.text, type_, width - indent - _NUMBER_ROOM)
        yield ContentsLine(
            len(lines) * type_.leading,
            2.0,
            lines=lines,
            type_=type_,
            indent=indent,
            heading=entry.heading,
            listing=listing,
        )
