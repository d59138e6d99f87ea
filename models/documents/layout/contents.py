"""The table of contents: its room is known before the page numbers are, which are filled in at the end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from models.documents.blocks import Align, Block, Contents, Heading, KeepTogether
from models.documents.layout.boxes import Box, TextBox
from models.documents.layout.style import BODY, BODY_STRONG, HEADINGS, Type
from models.documents.layout.text import Typist
from models.documents.typesetting.lines import Line

_NUMBER_ROOM = 40.0
_INDENT = 14.0
_DEEPEST_LEVEL = 2


class Slot(NamedTuple):
    """Where a page number goes: the place of its heading among all headings, the page, and the line."""

    heading: int
    page: int
    left: float
    top: float
    width: float
    type_: Type


@dataclass
class Listing:
    """The headings of a document and the places that wait for their page numbers."""

    headings: list[Heading] = field(default_factory=list)
    page: Callable[[], int] = lambda: 1
    """Returns the page that is being filled."""
    slots: list[Slot] = field(default_factory=list)

    def operators(self, typist: Typist, page: int, numbers: Sequence[str]) -> list[str]:
        """Return the operators of the page numbers that stand on a page; one number for each heading."""
        operators: list[str] = []
        for slot in self.slots:
            if slot.page == page:
                lines = typist.lines(numbers[slot.heading], slot.type_, slot.width)
                placed = typist.place(lines, slot.type_, slot.left, slot.top, slot.width, Align.END)
                operators += typist.operators(placed)
        return operators


def headings_in(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings of blocks in reading order."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, KeepTogether):
            yield from headings_in(block.blocks)


@dataclass
class ContentsLine(Box):
    """One entry of the table of contents."""

    lines: Sequence[Line] = ()
    type_: Type = BODY
    indent: float = 0.0
    heading: int = 0
    listing: Listing = field(default_factory=Listing)

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        """Return the operators of the heading and leave a slot for its page number."""
        inner = width - self.indent - _NUMBER_ROOM
        text_left = typist.column_left(self.indent, inner, left, width)
        number_left = typist.column_left(width - _NUMBER_ROOM, _NUMBER_ROOM, left, width)
        last = top - self.type_.leading * (len(self.lines) - 1)
        page = self.listing.page()
        self.listing.slots.append(Slot(self.heading, page, number_left, last, _NUMBER_ROOM, self.type_))
        return typist.operators(typist.place(self.lines, self.type_, text_left, top, inner))


def contents_boxes(block: Contents, listing: Listing, typist: Typist, width: float) -> Iterator[Box]:
    """Yield the title and a line for each heading of the first two levels."""
    title = typist.lines(block.title, HEADINGS[0], width)
    yield TextBox(len(title) * HEADINGS[0].leading, 14.0, keep=True, lines=title, type_=HEADINGS[0])
    for place, heading in enumerate(listing.headings):
        if heading.level > _DEEPEST_LEVEL:
            continue
        type_ = BODY_STRONG if heading.level <= 1 else BODY
        indent = _INDENT * (heading.level - 1)
        text = f"{heading.number} {heading.text}".strip()
        lines = typist.lines(text, type_, width - indent - _NUMBER_ROOM)
        yield ContentsLine(
            len(lines) * type_.leading,
            2.0,
            lines=lines,
            type_=type_,
            indent=indent,
            heading=place,
            listing=listing,
        )
