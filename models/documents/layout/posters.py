"""Posters: one sheet, three styles, the promises as large as they may be."""

from dataclasses import dataclass

from models.documents.blocks import Align, Inline, plain
from models.documents.layout.boxes import SheetBox
from models.documents.layout.canvas import Canvas
from models.documents.layout.fitting import TextDoesNotFit, evened, fitted, sized
from models.documents.layout.promises import Frame, draw_promises
from models.documents.layout.style import ACCENT, PAPER, QUIET, TINT, TURQUOISE, Type
from models.documents.layout.text import Typist
from models.documents.pieces import Poster, PosterStyle
from models.documents.typesetting.page import Drawn

_WHITE = "#FFFFFF"
_LINE_OF_ORIGIN = 46.0
_UPRIGHT = (595.28, 841.89)
"""The sheet for which all distances here are given; others scale them."""

TITLE = Type(34, 48, bold=True, colour=TURQUOISE)
ORGANISATION = Type(14, 21, colour=QUIET)
CALL = Type(15, 23, bold=True, colour=TURQUOISE)
CAPTION = Type(9, 13, colour=QUIET)
FOOT = Type(9, 13, colour=QUIET)


@dataclass
class PosterBox(SheetBox):
    """A poster."""

    poster: Poster | None = None

    def draw(self, typist: Typist) -> list[Drawn]:
        """Return what draws the poster.

        Raises:
            TextDoesNotFit, NotAPicture, PictureTooLarge, TooLongForQrCode: it cannot be printed.
        """
        return _Painter(typist, self.poster, self.size).drawn() if self.poster else []


class _Painter:
    """Draws one poster from the edges inwards; the promises take what is left."""

    def __init__(self, typist: Typist, poster: Poster, size: tuple[float, float]) -> None:
        self._typist = typist
        self._display = poster.display
        self._style = poster.style
        self._width, self._height = size
        self._scale = min(self._width / _UPRIGHT[0], self._height / _UPRIGHT[1])
        self._canvas = Canvas(typist)

    def drawn(self) -> list[Drawn]:
        """Return what draws the poster."""
        edge = self._scale * (58 if self._style is PosterStyle.FRAME else 48)
        if self._style is PosterStyle.FRAME:
            self._draw_frame()
        top = self._draw_head(edge)
        bottom = self._draw_foot(edge)
        gap = 16 * self._scale
        frame = Frame(edge, bottom + gap, self._width - 2 * edge, top - bottom - 2 * gap)
        sizes = (9 * self._scale, 30 * self._scale)
        draw_promises(self._canvas, self._typist, self._display, frame, self._style, sizes)
        return self._canvas.drawn

    def _draw_frame(self) -> None:
        for inset, weight in ((26, 2.4), (32, 0.7)):
            at = inset * self._scale
            self._canvas.frame(
                at, at, self._width - 2 * at, self._height - 2 * at, TURQUOISE, weight * self._scale
            )

    def _draw_head(self, edge: float) -> float:
        """Draw logo, title and organisation, and return the height at their end."""
        is_band = self._style is PosterStyle.BAND
        align = Align.START if self._style is PosterStyle.CARDS else Align.CENTRE
        title = self._fitted(self._display.title, TITLE, self._width - 2 * edge, 104)
        organisation = self._fitted(self._display.organisation, ORGANISATION, self._width - 2 * edge, 44)
        if is_band:
            height = self._head_height(edge, title, organisation)
            self._canvas.area(0, self._height - height, self._width, height, TURQUOISE)
            title, organisation = title._replace(colour=_WHITE), organisation._replace(colour="#D9ECEC")
        top = self._height - edge
        width = self._width - 2 * edge
        if self._display.logo:
            top = self._draw_logo(edge, top, width, align, is_band)
        top = self._canvas.text(self._display.title, title, edge, top, width, align)
        if self._display.organisation:
            top = self._canvas.text(self._display.organisation, organisation, edge, top, width, align)
        if is_band:
            return top - 22 * self._scale
        top -= 10 * self._scale
        rule = 70 * self._scale
        left = edge + self._typist.indent(width - rule, align)
        self._canvas.area(left, top, rule, 2.4 * self._scale, ACCENT)
        return top

    def _head_height(self, edge: float, title: Type, organisation: Type) -> float:
        width = self._width - 2 * edge
        height = edge + 22 * self._scale
        height += len(self._typist.lines(self._display.title, title, width)) * title.leading
        if self._display.organisation:
            lines = self._typist.lines(self._display.organisation, organisation, width)
            height += len(lines) * organisation.leading
        if self._display.logo:
            height += 74 * self._scale
        return height

    def _draw_logo(self, left: float, top: float, width: float, align: Align, on_colour: bool) -> float:
        logo = self._display.logo
        if logo is None:
            return top
        plate = 7 * self._scale if on_colour else 0.0
        self._canvas.picture(logo, left, top, width, 60 * self._scale, align, plate)
        return top - 74 * self._scale

    def _draw_foot(self, edge: float) -> float:
        """Draw call, code and revision, and return the height at which they begin."""
        display, scale = self._display, self._scale
        ground = {PosterStyle.FRAME: "", PosterStyle.BAND: TINT, PosterStyle.CARDS: PAPER}[self._style]
        side = 92 * scale if display.qr else 0.0
        # The line at the edge of a small sheet is no smaller, and takes two lines.
        rise = max(1 - scale, 0) * _LINE_OF_ORIGIN
        bottom = edge * 0.62 + 22 * scale + rise
        zone = Frame(edge, bottom, self._width - 2 * edge, max(side, 62 * scale))
        if ground:
            self._canvas.area(0, 0, self._width, zone.top + 14 * scale, ground)
        else:
            y = zone.top + 12 * scale
            self._canvas.line((edge, y), (self._width - edge, y), TURQUOISE, 1.0 * scale)
        foot = self._fitted(display.foot, FOOT, zone.width, 26)
        self._canvas.text(display.foot, foot, edge, zone.bottom - 4 * scale, zone.width, Align.CENTRE)
        if display.qr:
            left = self._typist.column_left(zone.width - side, side, zone.left, zone.width)
            self._canvas.code(display.qr, left, zone.top - side, side)
        room = zone.width - (side + 18 * scale if side else 0)
        self._draw_call(zone, room)
        return zone.top + 14 * scale

    def _draw_call(self, zone: Frame, width: float) -> None:
        """Draw the call and the caption of the code under it, in the middle of the zone's height."""
        display = self._display
        texts = [(display.call, CALL, 60.0), (display.qr_caption, CAPTION, 28.0)]
        set_texts = [
            (text, self._fitted(text, type_, width, height)) for text, type_, height in texts if plain(text)
        ]
        total = sum(len(self._typist.lines(text, type_, width)) * type_.leading for text, type_ in set_texts)
        top = zone.top - (zone.height - total) / 2
        for text, type_ in set_texts:
            room = evened(text, type_, self._typist, width)
            left = self._typist.column_left(0, room, zone.left, zone.width)
            top = self._canvas.text(text, type_, left, top, room)

    def _fitted(self, content: Inline, type_: Type, width: float, height: float) -> Type:
        """Return a type, its size scaled to the sheet and made smaller where the text needs it."""
        most = type_.size * self._scale
        if not plain(content):
            return sized(type_, most)
        frame = (width, height * self._scale)
        found = fitted(content, type_, self._typist, frame, (most * 0.4, most))
        if found is None:
            raise TextDoesNotFit(title=self._display.title)
        return found
