"""Pictures and QR codes as boxes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

import segno
from segno.encoder import DataOverflowError

from models.documents.blocks import Align, Image, QrCode
from models.documents.layout.boxes import Box
from models.documents.layout.style import BODY_QUIET, INK, MILLIMETRE, fill
from models.documents.layout.text import Typist
from models.documents.pictures import reading
from models.documents.pictures.errors import TooLongForQrCode
from models.documents.typesetting.lines import Line
from models.documents.typesetting.objects import pack
from models.documents.typesetting.page import Drawn
from models.documents.typesetting.pictures import Picture, Shown
from models.documents.typesetting.stream import number
from models.documents.typesetting.text import clean

_DOTS_PER_INCH = 220
_OWN_DOTS_PER_INCH = 150
"""How finely pictures are printed at most, and how finely one without a size of its own."""

_TALLEST = 0.8
_GAP = 8.0
_CAPTION_GAP = 3.0
_QUIET_MODULES = 4


@dataclass
class FigureBox(Box):
    """Something drawn above the lines of its caption."""

    figure_width: float = 0.0
    figure_height: float = 0.0
    align: Align = Align.CENTRE
    caption: Sequence[Line] = ()

    def paint(self, typist: Typist, left: float, top: float, width: float) -> Sequence[Drawn]:
        """Return the figure and the operators of its caption."""
        x = left + typist.indent(width - self.figure_width, self.align)
        under = top - self.figure_height - _CAPTION_GAP
        placed = typist.place(self.caption, BODY_QUIET, left, under, width, self.align)
        return [*self.draw(x, top - self.figure_height), *typist.operators(placed)]

    def draw(self, left: float, bottom: float) -> Sequence[Drawn]:  # noqa: ARG002
        """Return what draws the figure."""
        return []


@dataclass
class PictureBox(FigureBox):
    """A picture."""

    picture: Picture | None = None

    def draw(self, left: float, bottom: float) -> Sequence[Drawn]:
        """Return the picture in its place."""
        if self.picture is None:
            return []
        return [Shown(self.picture, left, bottom, self.figure_width, self.figure_height)]


@dataclass
class QrBox(FigureBox):
    """A QR code."""

    text: str = ""

    def draw(self, left: float, bottom: float) -> Sequence[Drawn]:
        """Return the operators of the code."""
        return [qr_operators(self.text, left, bottom, self.figure_width)]


def image_box(block: Image, typist: Typist, width: float, page_height: float) -> Box:
    """Return the box of a picture, no wider than the text and no higher than most of a page.

    Raises:
        NotAPicture, PictureTooLarge: the file cannot be shown.
    """
    picture, across, down = fitted(block, width, page_height * _TALLEST)
    caption, height = _caption(block.caption, typist, width)
    return PictureBox(
        down + height,
        _GAP,
        figure_width=across,
        figure_height=down,
        align=block.align,
        caption=caption,
        picture=picture,
    )


def fitted(block: Image, width: float, height: float) -> tuple[Picture, float, float]:
    """Return a picture with its size in points within a width and a height.

    Raises:
        NotAPicture, PictureTooLarge: the file cannot be shown.
    """
    most = (min(block.width * MILLIMETRE or width, width), min(block.height * MILLIMETRE or height, height))
    finest = _DOTS_PER_INCH / 72
    picture = prepared(block.data, block.name, round(most[0] * finest), round(most[1] * finest))
    own = 72 / _OWN_DOTS_PER_INCH
    scale = min(most[0] / picture.width, most[1] / picture.height)
    if not block.width and not block.height:
        scale = min(scale, own)
    return picture, picture.width * scale, picture.height * scale


@lru_cache(maxsize=16)
def prepared(data: bytes, name: str, across: int, down: int) -> Picture:
    """Return a file's picture with at most so many points across and down."""
    points = reading.read(data, name, (max(across, 1), max(down, 1)))
    photograph = reading.is_photograph(data)
    if photograph:
        # Packed anew, a photograph loses the place and time that cameras write into it.
        file = BytesIO()
        points.save(file, "JPEG", quality=88, optimize=True)
        content = file.getvalue()
    else:
        content = pack(points.tobytes())
    return Picture(points.width, points.height, points.mode == "L", photograph, content)


def qr_box(block: QrCode, typist: Typist, width: float) -> Box:
    """Return the box of a QR code.

    Raises:
        TooLongForQrCode: the text does not fit any code.
    """
    side = min(block.size * MILLIMETRE, width)
    caption, height = _caption(block.caption, typist, width)
    _modules(block.text)
    return QrBox(
        side + height,
        _GAP,
        figure_width=side,
        figure_height=side,
        align=block.align,
        caption=caption,
        text=block.text,
    )


def qr_operators(text: str, left: float, bottom: float, side: float) -> str:
    """Return the operators of a QR code in a square, its white margin inside.

    Raises:
        TooLongForQrCode: the text does not fit any code.
    """
    rows = _modules(text)
    module = side / (len(rows) + 2 * _QUIET_MODULES)
    parts = [
        fill("#FFFFFF"),
        f"{number(left)} {number(bottom)} {number(side)} {number(side)} re f",
        fill(INK),
    ]
    for down, row in enumerate(rows, start=_QUIET_MODULES + 1):
        y = number(bottom + side - down * module)
        for start, length in _runs(row):
            x = number(left + (start + _QUIET_MODULES) * module)
            parts.append(f"{x} {y} {number(length * module)} {number(module)} re")
    return " ".join([*parts, "f"])


@lru_cache(maxsize=16)
def _modules(text: str) -> tuple[bytes, ...]:
    try:
        code = segno.make_qr(clean(text) or " ", error="m")
    except DataOverflowError as error:
        raise TooLongForQrCode(text=text[:60]) from error
    return tuple(bytes(row) for row in code.matrix)


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    start = row.find(1)
    while start >= 0:
        end = row.find(0, start)
        end = len(row) if end < 0 else end
        yield start, end - start
        start = row.find(1, end)


def _caption(caption: str, typist: Typist, width: float) -> tuple[list[Line], float]:
    """Return the lines under a figure and the height that they take."""
    lines = typist.lines(caption, BODY_QUIET, width) if caption else []
    return lines, len(lines) * BODY_QUIET.leading + (_CAPTION_GAP if lines else 0.0)
