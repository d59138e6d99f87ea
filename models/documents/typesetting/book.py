"""Pages collected into one PDF file: contents, fonts, pictures, links, outline, language and facts.

A page is packed as soon as it is full, so a long table costs little memory; what depends on the number of
pages is added to each page as a second stream at the end.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, cast

from reportlab.lib.utils import TimeStamp
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference, PDFPage

from models.documents.typesetting.codes import Codes
from models.documents.typesetting.embedding import embed
from models.documents.typesetting.objects import Value, array, dictionary, pack, packed_stream, reference
from models.documents.typesetting.outline import Entry, Outline, destination
from models.documents.typesetting.page import Anchored, Bookmark, Drawn, Link, Marked, Target
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


Finish = Callable[[int, int], Sequence[str]]
"""Returns the operators that a page (from 1) of so many pages gets at the end."""

Ink = str | Callable[[], str] | Shown
_Packed = bytes


@dataclass
class _Page:
    width: float
    height: float
    finish: Finish | None
    contents: list[bytes] = field(default_factory=list)
    waiting: Sequence[Ink] = ()
    links: list[Link] = field(default_factory=list)


class Place(NamedTuple):
    """A page from 1, and a height on it."""

    page: int
    y: float


class Book:
    """Collects finished pages and writes them out."""

    def __init__(self, facts: Facts, codes: Codes) -> None:
        self._facts = facts
        self._codes = codes
        self._pages: list[_Page] = []
        self._headings: list[Entry] = []
        self._pictures: dict[Picture, str] = {}
        self.anchors: dict[str, Place] = {}
        """Where the named places stand."""
        self.marks: list[tuple[int, Marked]] = []
        """Where texts of records stand, with the page from 1."""

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return len(self._pages)

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """The sizes of the finished pages, in points."""
        return [(page.width, page.height) for page in self._pages]

    @property
    def headings(self) -> int:
        """How many entries the outline has."""
        return len(self._headings)

    def add_page(
        self, width: float, height: float, drawn: Sequence[Drawn], finish: Finish | None = None
    ) -> None:
        """Add a page, its size in points; it is packed at once unless something in it has to wait.

        finish: is asked once, when the number of pages is known.
        """
        page = _Page(width, height, finish)
        self._pages.append(page)
        inks = self._noted(page, drawn)
        if any(callable(ink) for ink in inks):
            page.waiting = inks
        else:
            page.contents.append(self._packed(inks))

    def _noted(self, page: _Page, drawn: Sequence[Drawn]) -> list[Ink]:
        """Return what is painted, and keep the rest."""
        inks: list[Ink] = []
        for item in drawn:
            if isinstance(item, Link):
                page.links.append(item)
            elif isinstance(item, Anchored):
                self.anchors.setdefault(item.name, Place(len(self._pages), item.y))
            elif isinstance(item, Marked):
                self.marks.append((len(self._pages), item))
            elif isinstance(item, Bookmark):
                self.add_bookmark(item, len(self._pages))
            else:
                inks.append(item)
        return inks

    def add_bookmark(self, bookmark: Bookmark, page: int) -> None:
        """Add an entry to the outline, in reading order; its page counts from 1."""
        self._headings.append(Entry(bookmark.title, bookmark.level, page, bookmark.y))

    def page_of(self, target: Target) -> int | None:
        """Return the page of a named place or of a heading, None when there is none."""
        place = self._place(target)
        return place.page if place else None

    def _place(self, target: Target) -> Place | None:
        if isinstance(target, str):
            return self.anchors.get(target)
        return Place(*self._headings[target][2:]) if target < len(self._headings) else None

    def bytes(self) -> bytes:
        """Return the file."""
        for number, page in enumerate(self._pages, start=1):
            if page.waiting:
                page.contents.append(self._packed(page.waiting))
                page.waiting = ()
            operators = page.finish(number, len(self._pages)) if page.finish else ()
            if operators:
                page.contents.append(self._packed(operators))
        pdf = self._document()
        resources = self._resources(pdf)
        made = [self._add(pdf, page, resources) for page in self._pages]
        references = [reference(pdf, page) for page in made]
        for page, object_ in zip(self._pages, made, strict=True):
            self._link(pdf, page, object_, references)
        if self._headings:
            outline = Outline(pdf, self._headings, references)
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

    def _packed(self, inks: Sequence[Ink]) -> _Packed:
        return pack("\n".join(self._told(ink) for ink in inks).encode("ascii"))

    def _told(self, ink: Ink) -> str:
        if isinstance(ink, Shown):
            resource = self._pictures.setdefault(ink.picture, f"P{len(self._pictures) + 1}")
            return ink.operators(resource)
        return ink() if callable(ink) else ink

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

    def _add(self, pdf: PDFDocument, page: _Page, resources: PDFObjectReference) -> Any:
        made: Any = cast(Any, PDFPage)()
        made.Override_default_compilation = 1
        made.MediaBox = array([0, 0, round(page.width, 3), round(page.height, 3)])
        made.Resources = resources
        made.Contents = array([packed_stream(pdf, content) for content in page.contents])
        made.Parent = reference(pdf, cast(Any, pdf).Pages)
        cast(Any, pdf).addPage(made)
        return made

    def _link(
        self, pdf: PDFDocument, page: _Page, made: Any, references: Sequence[PDFObjectReference]
    ) -> None:
        annotations: list[Value] = []
        for link in page.links:
            place = self._place(link.target)
            if place is None:
                continue
            entries: dict[str, Value] = {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": array([round(side, 2) for side in link[:4]]),
                "Border": "[0 0 0]",
                "Dest": destination(references[place.page - 1], place.y),
            }
            annotations.append(dictionary(pdf, entries))
        if annotations:
            made.Annots = array(annotations)


def _stamp(day: date) -> TimeStamp:
    stamp = TimeStamp(1)
    moment: Any = stamp
    moment.lt = moment.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    return stamp
