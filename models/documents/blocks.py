"""What a document is made of: frozen blocks of plain text, without a word about fonts, positions or files.

User text is never markup. A block says what something is; the pages decide how it looks. All words, digits
and dates arrive in the language of the document.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum

from models.documents.charts.shapes import Geometry
from models.documents.origin import Origin
from models.documents.pieces import Leaflet, Poster, Slide, TableCard
from models.localisation.languages import Direction


@dataclass(frozen=True)
class Span:
    """A stretch of inline text; an island (a code, a path, an address) is left-to-right in any text.

    link: the name of the anchor to which its paragraph or cell leads. page_of: the name of an anchor whose
    page number stands here instead of the text, and to which its paragraph or cell leads. origin: whose text
    it is.
    """

    text: str
    bold: bool = False
    island: bool = False
    link: str = ""
    page_of: str = ""
    origin: Origin | None = None


Inline = str | tuple[Span, ...]
"""Text of a paragraph or a cell; a line end in it starts a new line."""


def plain(text: Inline) -> str:
    """Return the characters of an inline text without its structure."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


class Align(StrEnum):
    """Where lines stand; start and end follow the direction of the document."""

    START = "start"
    CENTRE = "centre"
    END = "end"


class Tone(StrEnum):
    """How loud a paragraph speaks."""

    BODY = "body"
    QUIET = "quiet"
    STRONG = "strong"


class CellKind(StrEnum):
    """What a column holds; a code or a number stands as an island and is not broken at its hyphens."""

    TEXT = "text"
    NUMBER = "number"
    CODE = "code"
    DATE = "date"
    MARK = "mark"


class State(StrEnum):
    """How far a document has come; a draft carries the watermark and says what is missing."""

    DRAFT = "draft"
    APPROVED = "approved"
    ISSUED = "issued"


class Paper(Enum):
    """Sheet sizes in millimetres, upright."""

    A3 = (297, 420)
    A4 = (210, 297)
    A5 = (148, 210)


@dataclass(frozen=True)
class Image:
    """A picture under its caption, its sides in millimetres at most, its shape kept.

    data: a PNG or JPEG file. name: what users call it when it cannot be read. Without width and height it
    gets its own size, at most the width of the text.
    """

    data: bytes = field(repr=False)
    name: str
    width: float = 0.0
    height: float = 0.0
    caption: str = ""
    align: Align = Align.CENTRE


@dataclass(frozen=True)
class QrCode:
    """A text, mostly an address, for cameras; `size` in millimetres with the white margin that they need."""

    text: str
    size: float = 34.0
    caption: str = ""
    align: Align = Align.CENTRE


@dataclass(frozen=True)
class Title:
    """The name of the document in the middle of its first page, a quiet line under it, a logo above it."""

    text: str
    subtitle: Inline = ""
    logo: Image | None = None


@dataclass(frozen=True)
class Heading:
    """A section heading; level 1 to 3. The number comes ready, in the digits of the language."""

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text, ragged at its end."""

    text: Inline
    tone: Tone = Tone.BODY
    align: Align = Align.START


@dataclass(frozen=True)
class Bullets:
    """A list whose order means nothing."""

    items: tuple[Inline, ...]


@dataclass(frozen=True)
class Numbered:
    """A list whose order counts; the labels («۱.», "a)") come ready."""

    items: tuple[Inline, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table: its heading, its share of the width, and what stands in it."""

    title: str
    width: float = 1.0
    kind: CellKind = CellKind.TEXT
    align: Align | None = None
    """None: at the start for text, in the middle for marks."""


@dataclass(frozen=True)
class Table:
    """Rows under repeated headings; the first column stands where reading begins.

    `empty` is said in place of rows when there are none; `blank_rows` adds empty rows to be filled by hand.
    anchors: the name of each row as a place, where rows are places.
    to_sign: whether the rows are high enough to sign in.
    pictures: one for each row or None for none, shown small below the words of its last cell.
    by_hand: whether the rows with words are filled in by hand too: high enough, their columns apart.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Inline]]
    caption: str = ""
    empty: str = ""
    blank_rows: int = 0
    anchors: Sequence[str] = ()
    to_sign: bool = False
    by_hand: bool = False
    pictures: Sequence[Image | None] = ()

    def picture_of(self, row: int) -> Image | None:
        """Return the picture of a row, counted from 0."""
        return self.pictures[row] if self.pictures else None


@dataclass(frozen=True)
class Entry:
    """A labelled value."""

    label: str
    value: Inline = ""
    is_code: bool = False


@dataclass(frozen=True)
class ControlBlock:
    """The frame an auditor looks for first: organisation, number, revision, dates, people.

    `across` entries stand in a row; the logo stands where reading begins.
    """

    entries: tuple[Entry, ...]
    across: int = 3
    logo: Image | None = None


@dataclass(frozen=True)
class KeyValues:
    """Facts in two columns, label before value."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class SignatureBox:
    """Who signs as what; empty names and dates leave room to write."""

    role: str
    name: str = ""
    position: str = ""
    date: str = ""


@dataclass(frozen=True)
class Signatures:
    """Boxes to sign in, side by side; the labels name the lines inside each box."""

    boxes: tuple[SignatureBox, ...]
    name_label: str
    date_label: str
    signature_label: str


@dataclass(frozen=True)
class Note:
    """A remark set apart from the text."""

    text: Inline
    title: str = ""


@dataclass(frozen=True)
class Missing:
    """What an unfinished section lacks and where it is filled in; printed in drafts only."""

    text: str
    origin: Origin | None = None


@dataclass(frozen=True)
class Chart:
    """A chart under its caption; `height` in millimetres is the most it may take, 0 leaves it its own."""

    geometry: Geometry
    caption: str = ""
    height: float = 0.0


@dataclass(frozen=True)
class WriteLines:
    """Empty ruled lines for handwriting under a label."""

    label: str = ""
    count: int = 3


@dataclass(frozen=True)
class CheckBoxes:
    """Boxes to tick under a question: so many in a row, or as many as fit when `across` is 0."""

    items: tuple[str, ...]
    label: Inline = ""
    across: int = 0


@dataclass(frozen=True)
class Spacer:
    """Empty height in millimetres, dropped at the top of a page."""

    height: float = 4.0


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class KeepTogether:
    """Blocks that stay on one page when one page can hold them."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class InColumns:
    """Blocks in two columns, the second after the first, for short texts that would waste the width."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Passage:
    """Blocks in a language that may be another than the document's, set in its own direction."""

    blocks: tuple[Block, ...]
    language: str
    direction: Direction
    font: str = "Vazirmatn"


@dataclass(frozen=True)
class SideBySide:
    """Two passages in two columns; blocks of the same place begin level."""

    left: Passage
    right: Passage


@dataclass(frozen=True)
class Anchor:
    """A named place, at the block that follows; it takes no room."""

    name: str


@dataclass(frozen=True)
class Contents:
    """The table of contents with page numbers: the headings of the document, of its first two levels.

    of_parts: lists the documents of the bundle instead.
    """

    title: str
    of_parts: bool = False


Block = (
    Title
    | Heading
    | Paragraph
    | Bullets
    | Numbered
    | Table
    | ControlBlock
    | KeyValues
    | Signatures
    | Note
    | Missing
    | Chart
    | Image
    | QrCode
    | WriteLines
    | CheckBoxes
    | Spacer
    | PageBreak
    | KeepTogether
    | InColumns
    | Passage
    | SideBySide
    | Leaflet
    | Poster
    | Slide
    | TableCard
    | Anchor
    | Contents
)


def _plain_label(page: int, pages: int) -> str:
    return f"{page} / {pages}"


@dataclass(frozen=True)
class Furniture:
    """The words round the text of every page, in the language of the document."""

    footer: str = ""
    """The disclaimer at the foot of each page."""
    running: str = ""
    """Identifies the document at the head of its second and later pages."""
    draft_mark: str = ""
    sample_mark: str = ""
    page_label: Callable[[int, int], str] = field(default=_plain_label, compare=False)
    """Page n of m in words."""
    page_number: Callable[[int], str] = field(default=str, compare=False)
    """A page number in the digits of the language, for the table of contents."""


@dataclass(frozen=True)
class Document:
    """A whole document, ready to be set.

    Equal documents give equal bytes, so `created` is a date from the data and never the moment of printing.
    most_pages: how many pages it should have; a longer one is set in smaller type, but never tiny. 0 for any.
    """

    number: str
    title: str
    language: str
    direction: Direction
    blocks: tuple[Block, ...]
    created: date
    state: State = State.DRAFT
    is_sample: bool = False
    author: str = ""
    subject: str = ""
    furniture: Furniture = Furniture()
    paper: Paper = Paper.A4
    landscape: bool = False
    font: str = "Vazirmatn"
    most_pages: int = 0
