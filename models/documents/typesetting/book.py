"""Pages collected into one PDF file: contents, fonts, outline, language and document facts.

A page is packed as soon as it is full, so a long table costs little memory; what depends on the number of
pages is added to each page as a second stream at the end.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, cast

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFString,
)

from models.documents.typesetting.codes import Codes
from models.documents.typesetting.embedding import embed
from models.documents.typesetting.objects import Value, array, dictionary, pack, packed_stream, reference
from models.documents.typesetting.pictures import Picture, Shown
from models.documents.typesetting.pictures import embed as embed_picture

_VERSION = (1, 5)
_PRODUCER = "Manshur"


class Facts(NamedTuple):
    """What the file says about itself; `created` never is the moment of writing."""

    title: str
    author: str
    subject: str
    language: str
    created: date


class Bookmark(NamedTuple):
    """An entry of the outline: where its heading stands; level 1 is the outermost."""

    title: str
    level: int
    page: int
    y: float


Drawn = str | Callable[[], str] | Shown
"""An operator, one that can be told only when all pages are known, or a picture."""


@dataclass
class _Page:
    width: float
    height: float
    contents: list[bytes] = field(default_factory=list)
    waiting: Sequence[Drawn] = ()


_Packed = bytes
Finish = Callable[[int, int], Sequence[str]]
"""Returns the operators that a page (from 1) of so many pages gets at the end."""


class Book:
    """Collects finished pages and writes them out."""

    def __init__(self, facts: Facts, codes: Codes) -> None:
        self._facts = facts
        self._codes = codes
        self._pages: list[_Page] = []
        self._bookmarks: list[Bookmark] = []
        self._pictures: dict[Picture, str] = {}

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return len(self._pages)

    def add_page(self, width: float, height: float, operators: Sequence[Drawn]) -> None:
        """Add a page, its size in points; it is packed at once unless something in it has to wait."""
        page = _Page(width, height)
        if any(callable(operator) for operator in operators):
            page.waiting = operators
        else:
            page.contents.append(self._packed(operators))
        self._pages.append(page)

    def add_bookmark(self, bookmark: Bookmark) -> None:
        """Add an entry to the outline, in reading order; its page counts from 1."""
        self._bookmarks.append(bookmark)

    def heading_page(self, place: int) -> int:
        """Return the page of a bookmark by its place in reading order."""
        return self._bookmarks[place].page

    def bytes(self, finish: Finish) -> bytes:
        """Return the file; `finish` is asked once for each page now that their number is known."""
        for number, page in enumerate(self._pages, start=1):
            if page.waiting:
                page.contents.append(self._packed(page.waiting))
                page.waiting = ()
            operators = finish(number, len(self._pages))
            if operators:
                page.contents.append(self._packed(operators))
        pdf = self._document()
        resources = self._resources(pdf)
        references = [self._add(pdf, page, resources) for page in self._pages]
        if self._bookmarks:
            outline = _Outline(pdf, self._bookmarks, references)
            pdf.Outlines = pdf.outline = pdf.Catalog.Outlines = outline
            pdf.Catalog.PageMode = "/UseOutlines"
        return cast(bytes, pdf.GetPDFData(None))

    def _resources(self, pdf: PDFDocument) -> PDFObjectReference:
        fonts = {table.resource: embed(pdf, table) for table in self._codes.tables()}
        resources: dict[str, Value] = {"Font": dictionary(pdf, fonts)}
        if self._pictures:
            pictures = {name: embed_picture(pdf, picture) for picture, name in self._pictures.items()}
            resources["XObject"] = dictionary(pdf, pictures)
        return dictionary(pdf, resources)

    def _packed(self, drawn: Sequence[Drawn]) -> _Packed:
        return pack("\n".join(self._told(item) for item in drawn).encode("ascii"))

    def _told(self, item: Drawn) -> str:
        if isinstance(item, Shown):
            resource = self._pictures.setdefault(item.picture, f"P{len(self._pictures) + 1}")
            return item.operators(resource)
        return item() if callable(item) else item

    def _document(self) -> Any:
        facts = self._facts
        pdf: Any = cast(Any, PDFDocument)(
            compression=1, invariant=1, pdfVersion=_VERSION, lang=facts.language
        )
        pdf._timeStamp = _stamp(facts.created)
        pdf.setTitle(facts.title)
        pdf.setAuthor(facts.author)
        pdf.setSubject(facts.subject)
        pdf.setCreator(_PRODUCER)
        pdf.setProducer(_PRODUCER)
        digest = hashlib.sha256()
        for page in self._pages:
            digest.update(b"".join(page.contents))
        pdf.updateSignature(digest.digest())
        # No /Direction here: with R2L pdfium turns every line round, also one that is all codes.
        pdf.Catalog.ViewerPreferences = dictionary(pdf, {"DisplayDocTitle": "true"})
        return pdf

    def _add(self, pdf: PDFDocument, page: _Page, resources: PDFObjectReference) -> PDFObjectReference:
        made: Any = cast(Any, PDFPage)()
        made.Override_default_compilation = 1
        made.MediaBox = array([0, 0, round(page.width, 3), round(page.height, 3)])
        made.Resources = resources
        made.Contents = array([packed_stream(pdf, content) for content in page.contents])
        made.Parent = reference(pdf, cast(Any, pdf).Pages)
        cast(Any, pdf).addPage(made)
        return reference(pdf, made)


class _Outline(PDFObject):
    """The outline tree, in the place of reportlab's, which can only follow a canvas."""

    ready = 1

    def __init__(
        self, pdf: PDFDocument, bookmarks: Sequence[Bookmark], pages: Sequence[PDFObjectReference]
    ) -> None:
        self._entries = [_Entry(bookmark, pages[bookmark.page - 1]) for bookmark in bookmarks]
        self._root = _Entry(None, None)
        path = [(0, self._root)]
        for entry in self._entries:
            level = entry.level
            while path[-1][0] >= level:
                path.pop()
            path[-1][1].children.append(entry)
            path.append((level, entry))
        self._root.link(pdf, reference(pdf, self))

    def prepare(self, document: PDFDocument, canvas: object) -> None:
        """Do nothing: the tree was linked when it was made."""

    def format(self, document: PDFDocument) -> Any:
        """Return the root of the outline as it stands in the file."""
        return self._root.format(document)


class _Entry(PDFObject):
    """One entry of the outline, or its root."""

    def __init__(self, bookmark: Bookmark | None, page: PDFObjectReference | None) -> None:
        self.level = bookmark.level if bookmark else 0
        self.children: list[_Entry] = []
        self.entries: dict[str, Value] = {}
        if bookmark and page:
            self.entries["Title"] = cast(Any, PDFString)(bookmark.title)
            self.entries["Dest"] = array([page, "/XYZ", "null", round(bookmark.y, 3), "null"])
        else:
            self.entries["Type"] = "/Outlines"

    def link(self, pdf: PDFDocument, own: PDFObjectReference) -> None:
        """Tie the children to this entry and to each other."""
        references = [reference(pdf, child) for child in self.children]
        for place, child in enumerate(self.children):
            child.entries["Parent"] = own
            if place:
                child.entries["Prev"] = references[place - 1]
            if place + 1 < len(references):
                child.entries["Next"] = references[place + 1]
            child.link(pdf, references[place])
        if references:
            self.entries |= {"First": references[0], "Last": references[-1], "Count": self.count()}

    def count(self) -> int:
        """Return how many entries lie below this one."""
        return sum(1 + child.count() for child in self.children)

    def format(self, document: PDFDocument) -> Any:
        """Return the entry as it stands in the file."""
        return cast(Any, PDFDictionary)(self.entries).format(document)


def _stamp(day: date) -> TimeStamp:
    stamp = TimeStamp(1)
    moment: Any = stamp
    moment.lt = moment.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    return stamp
