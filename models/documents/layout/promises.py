"""Numbered promises set as large as their frame allows, for posters and table cards."""

from collections.abc import Sequence
from typing import NamedTuple

from models.documents.blocks import Align, Inline
from models.documents.layout.canvas import Canvas
from models.documents.layout.fitting import TextDoesNotFit, evened, largest, sized
from models.documents.layout.style import HAIR, INK, TINT, TURQUOISE, Type
from models.documents.layout.text import Typist
from models.documents.pieces import Display, PosterStyle

TEXT = Type(10, 16, colour=INK)
_LABEL = Type(10, 16, bold=True, colour=TURQUOISE)
_ON_DISC = Type(10, 16, bold=True, colour="#FFFFFF")
_DISC = 0.98
_LABEL_ROOM = 2.75
_PADDING = 0.75
_GAP = 0.85
_WIDEST_GAP = 2.2
"""Radius, room and distances in ems of the text."""


class Frame(NamedTuple):
    """A part of a sheet, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def top(self) -> float:
        """The height of its upper edge."""
        return self.bottom + self.height


def draw_promises(
    canvas: Canvas, typist: Typist, display: Display, frame: Frame, style: PosterStyle, sizes: Sequence[float]
) -> None:
    """Draw the promises one under the other, evenly in the height of the frame.

    Raises:
        TextDoesNotFit: they do not fit in the smaller of the two sizes.
    """
    padding = _PADDING if style is PosterStyle.CARDS else 0.0

    def heights(size: float) -> list[float]:
        type_, width = sized(TEXT, size), _text_width(frame, size, padding)
        return [
            max(len(typist.lines(text, type_, width)) * type_.leading, 2 * _DISC * size) + 2 * padding * size
            for text in display.promises
        ]

    def fits(size: float) -> bool:
        width = _text_width(frame, size, padding)
        if any(typist.longest_word(text, sized(TEXT, size)) > width for text in display.promises):
            return False
        return sum(heights(size)) + _GAP * size * max(len(display.promises) - 1, 0) <= frame.height

    size = largest(fits, sizes[0], sizes[1])
    if size is None:
        raise TextDoesNotFit(title=display.title)
    rows = heights(size)
    rest = frame.height - sum(rows)
    gap = min(rest / max(len(rows) + 1, 2), _WIDEST_GAP * size)
    top = frame.top - (rest - gap * (len(rows) - 1)) / 2
    for place, (text, label, height) in enumerate(zip(display.promises, display.labels, rows, strict=False)):
        row = Frame(frame.left, top - height, frame.width, height)
        if place and style is PosterStyle.FRAME:
            _line_between(canvas, row, gap)
        _draw(canvas, typist, (label, text), row, size, style)
        top -= height + gap


def _text_width(frame: Frame, size: float, padding: float) -> float:
    return frame.width - (_LABEL_ROOM + 2 * padding) * size


def _line_between(canvas: Canvas, row: Frame, gap: float) -> None:
    y = row.top + gap / 2
    canvas.line((row.left, y), (row.left + row.width, y), HAIR, 0.6)


def _draw(
    canvas: Canvas, typist: Typist, texts: tuple[str, Inline], row: Frame, size: float, style: PosterStyle
) -> None:
    label, text = texts
    padding = _PADDING * size if style is PosterStyle.CARDS else 0.0
    if style is PosterStyle.CARDS:
        canvas.area(*row, TINT)
        bar = typist.column_left(0, 0.28 * size, row.left, row.width)
        canvas.area(bar, row.bottom, 0.28 * size, row.height, TURQUOISE)
    inner = Frame(row.left + padding, row.bottom + padding, row.width - 2 * padding, row.height - 2 * padding)
    type_ = sized(TEXT, size)
    width = evened(text, type_, typist, inner.width - _LABEL_ROOM * size)
    lines = len(typist.lines(text, type_, width))
    top = inner.top - max(inner.height - lines * type_.leading, 0) / 2
    _draw_label(canvas, typist, label, inner, size, style, top)
    left = typist.column_left(_LABEL_ROOM * size, width, inner.left, inner.width)
    canvas.text(text, type_, left, top, width)


def _draw_label(
    canvas: Canvas, typist: Typist, label: str, row: Frame, size: float, style: PosterStyle, top: float
) -> None:
    """Draw the label of a promise beside its first line."""
    if style is not PosterStyle.FRAME:
        type_ = sized(_LABEL, size * (1.7 if style is PosterStyle.BAND else 1.25))
        width = (_LABEL_ROOM - 0.4) * size
        left = typist.column_left(0, width, row.left, row.width)
        middle = top - sized(TEXT, size).leading / 2
        canvas.text(label, type_, left, middle + type_.leading / 2, width)
        return
    diameter = 2 * _DISC * size
    left = typist.column_left(0, diameter, row.left, row.width)
    type_ = sized(_ON_DISC, size * 0.95)
    middle = min(top - sized(TEXT, size).leading / 2, row.top - diameter / 2)
    canvas.disc(left + diameter / 2, middle, diameter / 2, TURQUOISE)
    canvas.text(label, type_, left, middle + type_.leading / 2, diameter, Align.CENTRE)
