"""Documents to PDF files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from models.documents.blocks import Document, State
from models.documents.layout.boxes import Box
from models.documents.layout.compose import Area, Composer, Outlining
from models.documents.layout.contents import Listing, headings_in, listed, listed_parts
from models.documents.layout.flow import Flow, Panels, Sheet, Trial
from models.documents.layout.furniture import PageFurniture
from models.documents.layout.style import MILLIMETRE, margins
from models.documents.layout.text import Typist
from models.documents.typesetting.book import Book, Facts
from models.documents.typesetting.codes import Codes
from models.documents.typesetting.faces import family
from models.documents.typesetting.lines import Breakers
from models.documents.typesetting.page import Marked
from models.documents.typesetting.text import clean, is_control
from models.localisation.languages import Direction

_UNKNOWN_PAGE = "–"
_SCALES = (1.0, 0.95, 0.9, 0.86, 0.83, 0.8)
"""How large a document is printed that should not have too many pages."""


@dataclass(frozen=True)
class Printed:
    """A PDF file, how many pages it has, and on which of them each named place stands.

    sizes: of the pages, in points. marks: where the texts of records stand, with the page from 1.
    """

    content: bytes = field(repr=False)
    pages: int
    page_of: Mapping[str, int]
    sizes: Sequence[tuple[float, float]] = ()
    marks: Sequence[tuple[int, Marked]] = field(default=(), repr=False)


def render(document: Document) -> bytes:
    """Return a document as a PDF file; equal documents give equal bytes.

    Fonts are embedded as subsets; the language, title, author and date are those of the document; headings
    become the outline. A draft carries its watermark and says what is missing.

    Raises:
        AppError: a picture, a QR code or a poster cannot be printed.
    """
    return printed((document,)).content


def render_bundle(parts: Sequence[Document]) -> bytes:
    """Return several documents as one PDF file with continuous page numbers.

    The outline names each document with its headings below it; the first one lends the file its title.
    """
    return printed(parts, is_bundle=True).content


def printed(
    parts: Sequence[Document],
    *,
    is_bundle: bool = False,
    begins: Callable[[int], None] = lambda _part: None,
    breakers: Breakers | None = None,
) -> Printed:
    """Return documents as one file together with the pages of their anchors.

    Args:
        parts: at least one; an anchor's name counts once for all of them.
        is_bundle: whether the outline names each document.
        begins: is told the place of each document before it is set; what it raises ends the work.
        breakers: those with which the documents were set before, which saves time and changes nothing.
    """
    codes = Codes()
    book = Book(_facts(parts[0]), codes)
    counts = [sum(1 for _ in headings_in(part.blocks, part.language)) for part in parts]
    listing = Listing(parts=listed_parts([(part.title, part.number) for part in parts], counts))
    for place, part in enumerate(parts):
        begins(place)
        typist = Typist(part.language, part.direction is Direction.RTL, part.font, codes, breakers)
        _set(part, book, typist, listing, clean(part.title) if is_bundle else "")
    content = book.bytes()
    page_of = {name: place.page for name, place in book.anchors.items()}
    return Printed(content, book.pages, page_of, book.sizes, tuple(book.marks))


def _set(document: Document, book: Book, typist: Typist, bundle: Listing, bookmark: str) -> None:
    """Add the pages of a document to a book."""
    number = document.furniture.page_number

    def worded(target: str | int) -> str:
        page = book.page_of(target)
        return _UNKNOWN_PAGE if page is None else number(page)

    typist.page_words = worded
    first = book.headings + bool(bookmark)
    listing = Listing(listed(document.blocks, document.language, first), bundle.parts, worded)
    outlining = Outlining(listing, int(bool(bookmark)))
    scale = _scale(document, typist, outlining)
    sheet = _sheet(document, scale)
    furniture = PageFurniture(document, typist, *sheet, first=book.pages + 1)
    flow = Flow(book, typist, Sheet(*sheet, margins(*sheet), furniture, bookmark, scale))
    flow.fill(_boxes(document, flow, typist, outlining))


def _boxes(document: Document, flow: Flow, typist: Typist, outlining: Outlining) -> Iterator[Box]:
    area = Area(flow.width, flow.height, _sheet(document))
    return Composer(typist, area, document.state is State.DRAFT, outlining).boxes(document.blocks)


def _scale(document: Document, typist: Typist, outlining: Outlining) -> float:
    """Return the largest scale in which a document has no more pages than it should, 1 where none helps."""
    if not document.most_pages:
        return 1.0
    for scale in _SCALES:
        pages, sheet = Panels(), _sheet(document, scale)
        trial = Trial(pages, typist, Sheet(*sheet, margins(*sheet)))
        trial.fill(_boxes(document, trial, typist, outlining))
        if pages.pages <= document.most_pages:
            return scale
    return 1.0


def unprintable(text: str) -> list[str]:
    """Return the characters of a text that no bundled face has and that are printed as a box."""
    return family().missing(char for char in clean(text) if not char.isspace() and not is_control(char))


def _facts(document: Document) -> Facts:
    return Facts(
        title=clean(document.title),
        author=clean(document.author),
        subject=clean(document.subject or document.number),
        language=document.language,
        created=document.created,
    )


def _sheet(document: Document, scale: float = 1.0) -> tuple[float, float]:
    """Return the sides of a document's sheet, in points that are so much smaller when printed."""
    width, height = (side * MILLIMETRE / scale for side in document.paper.value)
    return (height, width) if document.landscape else (width, height)
