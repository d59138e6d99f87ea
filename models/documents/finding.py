"""Finding words on the pages of a finished PDF, and where on the paper they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from models.documents import pdfium
from models.documents.carriers import spread
from models.localisation.finding import Findable

_UNSEEN = str.maketrans("\x02\ufffe", "\u00ad" * 2)
"""What PDFium gives for hyphens at the end of a line; a soft one is ignored in search."""

_FARTHEST = 1.5
"""The widest gap between two characters of one line, in its heights."""


class Box(NamedTuple):
    """A place on a page in points, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def continues(self, other: Box) -> bool:
        """Tell whether both stand in one line, near each other."""
        height = max(self.bottom - self.top, other.bottom - other.top)
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        gap = max(self.left, other.left) - min(self.right, other.right)
        return shared > height / 2 and gap < _FARTHEST * height

    def joined(self, other: Box) -> Box:
        """Return the box around both."""
        upper = min(self.left, other.left), min(self.top, other.top)
        return Box(*upper, max(self.right, other.right), max(self.bottom, other.bottom))


@dataclass(frozen=True)
class PageText:
    """The characters of a page in reading order, each with its box; direction marks among them."""

    characters: str
    boxes: Sequence[Box]

    @cached_property
    def findable(self) -> Findable:
        """The characters, ready to be searched."""
        return Findable(self.characters)


@dataclass(frozen=True)
class Hit:
    """A place where the wanted text stands: the page, counted from 0, and a box in each line."""

    page: int
    boxes: tuple[Box, ...]


def read_page(pdf: bytes, page: int) -> PageText:
    """Return the text of a page, counted from 0."""
    import pypdfium2.raw as raw

    with pdfium.opened(pdf) as document:
        sheet = document[page]
        height = sheet.get_height()
        text = sheet.get_textpage()
        count = text.count_chars()
        characters = "".join(chr(raw.FPDFText_GetUnicode(text, at)) for at in range(count))
        places = [_place(raw, text, at, height) for at in range(count)]
        text.close()
        sheet.close()
    boxes = [Box(*place) for place in spread(characters, places)]
    return PageText(characters.translate(_UNSEEN), boxes)


def _place(raw: Any, text: Any, at: int, height: float) -> tuple[float, float, float, float]:
    found = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, at, found)
    return found.left, height - found.top, found.right, height - found.bottom


def hits(pages: Sequence[PageText], wanted: str) -> list[Hit]:
    """Return where the wanted text stands, in reading order."""
    return [
        Hit(number, tuple(_lines(page.boxes[first : last + 1])))
        for number, page in enumerate(pages)
        for first, last in page.findable.places(wanted)
    ]


def _lines(boxes: Sequence[Box]) -> Iterator[Box]:
    line: Box | None = None
    for box in boxes:
        # Line ends and direction marks take no room of their own.
        if box.right - box.left < 0.1 or box.bottom - box.top < 0.1:
            continue
        if line is not None and not line.continues(box):
            yield line
            line = None
        line = box if line is None else line.joined(box)
    if line is not None:
        yield line
