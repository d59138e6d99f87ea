"""Charts, pictures and codes as picture files for a DOCX file."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import segno
from segno.encoder import DataOverflowError

from models.documents import pdfium
from models.documents.blocks import Chart, Image, QrCode
from models.documents.layout.drawing import chart_boxes
from models.documents.layout.style import MILLIMETRE
from models.documents.layout.text import Typist
from models.documents.pictures import reading
from models.documents.pictures.errors import TooLongForQrCode
from models.documents.typesetting.book import Book, Facts
from models.documents.typesetting.text import clean

_DOTS_PER_INCH = 220
_OWN_DOTS_PER_INCH = 150
_QR_SCALE = 10


class Figure:
    """A picture file and its width on paper in points."""

    def __init__(self, content: bytes, width: float) -> None:
        self.file = BytesIO(content)
        self.width = width


def chart_figure(block: Chart, typist: Typist, width: float) -> Figure:
    """Return a chart as it looks on paper."""
    *_, box = chart_boxes(block, typist, width)
    page = Typist(typist.language, typist.rtl, typist.font)
    book = Book(Facts("", "", "", typist.language, date.min), page.codes)
    book.add_page(width, box.height, box.paint(page, 0, box.height, width))
    with pdfium.drawn(book.bytes(), 0, _DOTS_PER_INCH / 72) as bitmap:
        picture = bitmap.to_pil().convert("RGB")
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return Figure(file.getvalue(), width)


def picture_figure(block: Image, width: float, height: float) -> Figure:
    """Return a picture within a width and a height.

    Raises:
        NotAPicture, PictureTooLarge: the file cannot be shown.
    """
    most = (min(block.width * MILLIMETRE or width, width), min(block.height * MILLIMETRE or height, height))
    finest = _DOTS_PER_INCH / 72
    points = reading.read(block.data, block.name, (round(most[0] * finest), round(most[1] * finest)))
    scale = min(most[0] / points.width, most[1] / points.height)
    if not block.width and not block.height:
        scale = min(scale, 72 / _OWN_DOTS_PER_INCH)
    file = BytesIO()
    if reading.is_photograph(block.data):
        points.save(file, "JPEG", quality=88)
    else:
        points.save(file, "PNG", optimize=True)
    return Figure(file.getvalue(), points.width * scale)


def qr_figure(block: QrCode, width: float) -> Figure:
    """Return a QR code.

    Raises:
        TooLongForQrCode: the text does not fit any code.
    """
    try:
        code = segno.make_qr(clean(block.text) or " ", error="m")
    except DataOverflowError as error:
        raise TooLongForQrCode(text=block.text[:60]) from error
    file = BytesIO()
    code.save(file, kind="png", scale=_QR_SCALE, border=4)
    return Figure(file.getvalue(), min(block.size * MILLIMETRE, width))
