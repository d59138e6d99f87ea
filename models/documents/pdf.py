"""Documents to PDF files."""

from models.documents.blocks import Document, State
from models.documents.layout.compose import Composer
from models.documents.layout.contents import headings_in
from models.documents.layout.flow import Flow
from models.documents.layout.furniture import PageFurniture
from models.documents.layout.style import MILLIMETRE
from models.documents.layout.text import Typist
from models.documents.typesetting.book import Book, Facts
from models.documents.typesetting.faces import family
from models.documents.typesetting.text import clean, is_control
from models.localisation.languages import Direction


def render(document: Document) -> bytes:
    """Return a document as a PDF file; equal documents give equal bytes.

    Fonts are embedded as subsets; the language, title, author and date are those of the document; headings
    become the outline. A draft carries its watermark and says what is missing.
    """
    rtl = document.direction is Direction.RTL
    typist = Typist(document.language, rtl, document.font)
    width, height = _sheet(document)
    furniture = PageFurniture(document, typist, width, height)
    book = Book(_facts(document), typist.codes)
    flow = Flow(book, typist, width, height, furniture.underlay)
    composer = Composer(typist, flow.width, flow.height, document.state is State.DRAFT)
    composer.listing.headings = list(headings_in(document.blocks))
    composer.listing.page_of = lambda heading: document.furniture.page_number(book.heading_page(heading))
    flow.fill(composer.boxes(document.blocks))
    return book.bytes(furniture.finish)


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


def _sheet(document: Document) -> tuple[float, float]:
    width, height = (side * MILLIMETRE for side in document.paper.value)
    return (height, width) if document.landscape else (width, height)
