"""The table of contents: its room is known before the page numbers are, which are filled in at the end."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from models.documents.blocks import Align, Block, Contents, Heading, KeepTogether
from models.documents.layout.boxes import Box, TextBox
from models.documents.layout.style import BODY, BODY_STRONG, HEADINGS, Type
from models.documents.layout.text import Typist
from models.documents.typesetting.book import Drawn
from models.documents.typesetting.lines import Line

_NUMBER_ROOM = 40.0
_INDENT = 14.0
_DEEPEST_LEVEL = 2


@dataclass
class Listing:
    """The headings of a document, and how each says its page once all pages are known."""

    headings: list[Heading] = field(default_factory=list)
    page_of: Callable[[int], str] = str
    """Returns the page number, in words, of a heading by its place among all headings."""


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

    def paint(self, typist: Typist, left: float, top: float, width: float) -> Sequence[Drawn]:
        """Return the heading and its page number, which is told at the end."""
        inner = width - self.indent - _NUMBER_ROOM
        text_left = typist.column_left(self.indent, inner, left, width)
        number_left = typist.column_left(width - _NUMBER_ROOM, _NUMBER_ROOM, left, width)
        last = top - self.type_.leading * (len(self.lines) - 1)
        placed = typist.place(self.lines, self.type_, text_left, top, inner)

        def tell() -> str:
            number = typist.lines(self.listing.page_of(self.heading), self.type_, _NUMBER_ROOM)
            end = typist.place(number, self.type_, number_left, last, _NUMBER_ROOM, Align.END)
            return "\n".join(typist.operators(placed + end))

        return [tell]


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
