"""How paper looks: sizes in points, colours as PDF operators; good in black and white too."""

from typing import NamedTuple

MILLIMETRE = 72 / 25.4


def fill(hexadecimal: str) -> str:
    """Return the operator that fills with a colour such as "#0F6E73"."""
    return f"{_channels(hexadecimal)} rg"


def stroke(hexadecimal: str) -> str:
    """Return the operator that draws lines in a colour."""
    return f"{_channels(hexadecimal)} RG"


def _channels(hexadecimal: str) -> str:
    octets = bytes.fromhex(hexadecimal.removeprefix("#"))
    return " ".join(f"{octet / 255:.3g}" for octet in octets)


TURQUOISE = "#0F6E73"
TINT = "#E3F0F0"
HAIR = "#AFC6C6"
INK = "#16211F"
QUIET = "#5B6664"
PAPER = "#F4F8F8"
AMBER = "#8A4B00"
GRID = "#D6E2E2"
ACCENT = "#B7791F"
GOOD = "#2F7D4F"
RED = "#B3392F"
AMBER_TINT = "#FDF3E3"
GHOST = "#E9F2F2"


class Type(NamedTuple):
    """One kind of text: size, distance of baselines, weight and colour."""

    size: float
    leading: float
    bold: bool = False
    colour: str = INK


TITLE = Type(18, 27, bold=True, colour=TURQUOISE)
SUBTITLE = Type(10, 15.5, colour=QUIET)
HEADINGS = (
    Type(13, 19.5, bold=True, colour=TURQUOISE),
    Type(11, 16.5, bold=True, colour=TURQUOISE),
    Type(10, 15.5, bold=True),
)
BODY = Type(10, 15.5)
BODY_QUIET = Type(9, 14, colour=QUIET)
BODY_STRONG = Type(10, 15.5, bold=True)
CELL = Type(8.8, 13.5)
CELL_HEAD = Type(8.8, 13.5, bold=True)
LABEL = Type(7.6, 12, colour=QUIET)
VALUE = Type(9.4, 14.5, bold=True)
CAPTION = Type(9, 14, bold=True)
ROLE = Type(9, 14, bold=True, colour=TURQUOISE)
WARNING = Type(9, 14, colour=AMBER)
FOOT = Type(7.2, 11, colour=QUIET)
SMALL_PRINT = Type(5.6, 8, colour=QUIET)
PAGE_LABEL = Type(8, 11, colour=INK)
RUNNING = Type(7.8, 12, colour=QUIET)
STAMP = Type(9, 12, bold=True, colour=AMBER)


class Texts(NamedTuple):
    """The kinds of running text and the room above them, in points."""

    body: Type
    quiet: Type
    strong: Type
    headings: tuple[Type, Type, Type]
    heading_gaps: tuple[float, float, float]
    paragraph_gap: float
    item_gap: float


ROOMY = Texts(BODY, BODY_QUIET, BODY_STRONG, HEADINGS, (14.0, 10.0, 8.0), 5.0, 2.0)
COMPACT = Texts(
    Type(9.2, 13.5),
    Type(8.6, 13, colour=QUIET),
    Type(9.2, 13.5, bold=True),
    (
        Type(12, 17, bold=True, colour=TURQUOISE),
        Type(10.4, 15, bold=True, colour=TURQUOISE),
        Type(9.2, 13.5, bold=True),
    ),
    (10.0, 7.5, 6.0),
    3.5,
    1.2,
)
"""In columns half as wide, a smaller type gives lines of a good length."""

HAIRLINE = 0.5
FRAME = 0.8


class Margins(NamedTuple):
    """Distances from the edges of the sheet, in points."""

    side: float
    top: float
    bottom: float


def margins(width: float, height: float) -> Margins:
    """Return the margins of a sheet of a size in points; small or lying sheets have smaller ones."""
    if min(width, height) < 160 * MILLIMETRE:
        return Margins(14 * MILLIMETRE, 17 * MILLIMETRE, 20 * MILLIMETRE)
    if width > height:
        return Margins(22 * MILLIMETRE, 20 * MILLIMETRE, 20 * MILLIMETRE)
    return Margins(22 * MILLIMETRE, 22 * MILLIMETRE, 23 * MILLIMETRE)
