"""Pictures in a PDF: points packed once, drawn wherever they are needed."""

from dataclasses import dataclass
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObjectReference

from models.documents.typesetting.objects import Value, packed_stream
from models.documents.typesetting.stream import number


@dataclass(frozen=True)
class Picture:
    """A picture as a PDF holds it, its size in points of the picture."""

    width: int
    height: int
    is_grey: bool
    is_photograph: bool
    data: bytes
    """A JPEG file of a photograph, otherwise the packed points row by row, a byte a channel."""


class Shown(NamedTuple):
    """A picture on a page: its left and lower edge and its size there, in points of the page."""

    picture: Picture
    left: float
    bottom: float
    width: float
    height: float

    def operators(self, resource: str) -> str:
        """Return the operators that draw the picture under the name of its resource."""
        matrix = (
            f"{number(self.width)} 0 0 {number(self.height)} {number(self.left)} {number(self.bottom)} cm"
        )
        return f"q {matrix} /{resource} Do Q"


def embed(pdf: PDFDocument, picture: Picture) -> PDFObjectReference:
    """Add a picture to the file and return the reference to it."""
    entries: dict[str, Value] = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": picture.width,
        "Height": picture.height,
        "ColorSpace": "/DeviceGray" if picture.is_grey else "/DeviceRGB",
        "BitsPerComponent": 8,
    }
    if picture.is_photograph:
        entries["Filter"] = "/DCTDecode"
    return packed_stream(pdf, picture.data, entries)
