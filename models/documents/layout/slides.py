"""Slides: wide sheets with one thing each, the type as large as their frame allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from models.documents.blocks import Align
from models.documents.layout.boxes import SheetBox
from models.documents.layout.canvas import Canvas
from models.documents.layout.fitting import TextDoesNotFit, fitted, largest, sized
from models.documents.layout.promises import Frame
from models.documents.layout.style import ACCENT, HAIR, INK, QUIET, TINT, TURQUOISE, Type
from models.documents.layout.text import Typist
from models.documents.pieces import Point, Slide, SlideStyle
from models.documents.typesetting.page import Bookmark, Drawn
from models.documents.typesetting.text import clean

_WHITE, _PALE = "#FFFFFF", "#CFE5E5"
_WIDE = (841.89, 595.28)
"""The sheet for which all distances here are given; others scale them."""

_KICKER = Type(14, 21, bold=True, colour=ACCENT)
_TITLE = Type(32, 46, bold=True, colour=TURQUOISE)
_COVER_TITLE = Type(46, 66, bold=True, colour=_WHITE)
_COVER_TEXT = Type(20, 31, colour=_PALE)
_NAME = Type(14, 21, bold=True, colour=TURQUOISE)
_TEXT = Type(18, 27.5, colour=INK)
_FOOT = Type(10, 15, colour=QUIET)
_ON_DISC = Type(20, 30, bold=True, colour=_WHITE)
_EDGE = 54.0
_FOOT_TOP = 58.0
_GAP = 14.0
_PAD = 14.0
_ROOMIER = 34.0
_SMALLEST, _LARGEST = 0.4, 1.4
_TITLE_ROOM = {SlideStyle.CARDS: 150.0, SlideStyle.STEPS: 96.0, SlideStyle.OPTIONS: 190.0}


@dataclass
class SlideBox(SheetBox):
    """A slide."""

    slide: Slide | None = None

    def draw(self, typist: Typist) -> Sequence[Drawn]:
        """Return what draws the slide, and its place in the outline.

        Raises:
            TextDoesNotFit, NotAPicture, PictureTooLarge: it cannot be printed.
        """
        if self.slide is None:
            return []
        mark = Bookmark(clean(self.slide.title), 1, self.size[1])
        return [mark, *_Painter(typist, self.slide, self.size).drawn()]


class _Painter:
    """Draws one slide: bar, kicker and title from the top, foot from the bottom, points in what is left."""

    def __init__(self, typist: Typist, slide: Slide, size: tuple[float, float]) -> None:
        self._typist = typist
        self._slide = slide
        self._width, self._height = size
        self._scale = min(self._width / _WIDE[0], self._height / _WIDE[1])
        self._canvas = Canvas(typist)
        self._edge = _EDGE * self._scale
        self._inner = self._width - 2 * self._edge

    def drawn(self) -> list[Drawn]:
        """Return what draws the slide."""
        if self._slide.style is SlideStyle.COVER:
            self._draw_cover()
            return self._canvas.drawn
        bar = 10 * self._scale
        self._canvas.area(self._typist.column_left(0, bar, 0, self._width), 0, bar, self._height, TURQUOISE)
        top = self._draw_head()
        bottom = self._draw_foot(QUIET)
        frame = Frame(self._edge, bottom, self._inner, top - bottom)
        match self._slide.style:
            case SlideStyle.CARDS:
                self._draw_cards(frame)
            case SlideStyle.STEPS:
                self._draw_rows(frame, across=2)
            case SlideStyle.OPTIONS:
                self._draw_rows(frame, across=1)
        return self._canvas.drawn

    def _draw_cover(self) -> None:
        scale, slide = self._scale, self._slide
        self._canvas.area(0, 0, self._width, self._height, TURQUOISE)
        title = self._fitted(slide.title, _COVER_TITLE, self._inner * 0.9, 150)
        lines = len(self._typist.lines(slide.title, title, self._inner * 0.9))
        top = self._height * 0.56 + lines * title.leading / 2
        if slide.logo:
            self._canvas.picture(
                slide.logo, self._edge, self._height - self._edge, 170 * scale, 64 * scale, Align.START, 9
            )
        kicker = self._fitted(slide.kicker, _COVER_TEXT, self._inner, 60)
        height = len(self._typist.lines(slide.kicker, kicker, self._inner)) * kicker.leading
        self._canvas.text(slide.kicker, kicker, self._edge, top + height + 10 * scale, self._inner)
        left = self._typist.column_left(0, self._inner * 0.9, self._edge, self._inner)
        top = self._canvas.text(slide.title, title, left, top, self._inner * 0.9)
        rule = 84 * scale
        at = self._typist.column_left(0, rule, self._edge, self._inner)
        self._canvas.area(at, top - 12 * scale, rule, 3 * scale, ACCENT)
        for point in slide.points:
            text = self._fitted(point.text, _COVER_TEXT, self._inner * 0.9, 110)
            self._canvas.text(point.text, text, left, top - 28 * scale, self._inner * 0.9)
        self._draw_foot(_PALE)

    def _draw_head(self) -> float:
        """Draw kicker, label and title, and return the height at which the points may begin."""
        scale, slide = self._scale, self._slide
        top = self._height - 40 * scale
        if slide.kicker:
            kicker = self._fitted(slide.kicker, _KICKER, self._inner * 0.8, 24)
            top = self._canvas.text(slide.kicker, kicker, self._edge, top, self._inner) - 4 * scale
        disc = 44 * scale if slide.label else 0.0
        gap = 16 * scale if disc else 0.0
        width = self._inner - disc - gap
        title = self._fitted(slide.title, _TITLE, width, _TITLE_ROOM[slide.style])
        if disc:
            self._draw_disc(slide.label, self._edge, top, disc, title.leading)
        left = self._typist.column_left(disc + gap, width, self._edge, self._inner)
        top = self._canvas.text(slide.title, title, left, top, width)
        return top - 18 * scale

    def _draw_disc(self, label: str, left: float, top: float, side: float, leading: float) -> None:
        at = self._typist.column_left(0, side, left, self._inner)
        middle = top - leading / 2
        self._canvas.disc(at + side / 2, middle, side / 2, TURQUOISE)
        type_ = sized(_ON_DISC, _ON_DISC.size * self._scale * (0.8 if len(label) > 1 else 1.0))
        self._canvas.text(label, type_, at, middle + type_.leading / 2, side, Align.CENTRE)

    def _draw_foot(self, colour: str) -> float:
        scale, slide = self._scale, self._slide
        foot = sized(_FOOT, _FOOT.size * scale)._replace(colour=colour)
        y = 46 * scale
        wide = self._inner * 0.8
        at = self._typist.column_left(0, wide, self._edge, self._inner)
        self._canvas.text(slide.foot, foot, at, y, wide)
        room = self._inner * 0.18
        left = self._typist.column_left(self._inner - room, room, self._edge, self._inner)
        self._canvas.text(slide.page, foot, left, y, room, Align.END)
        return _FOOT_TOP * scale

    def _fitted(self, content: str, type_: Type, width: float, height: float) -> Type:
        """Return a type, its size scaled to the sheet and made smaller where the text needs it."""
        most = type_.size * self._scale
        if not content:
            return sized(type_, most)
        frame = (width, height * self._scale)
        found = fitted(content, type_, self._typist, frame, (most * _SMALLEST, most))
        if found is None:
            raise TextDoesNotFit(title=self._slide.title)
        return found

    # Points

    def _draw_cards(self, frame: Frame) -> None:
        """Draw cards in two columns, all texts in one size; the last of an odd number takes its whole row."""
        points, gap = self._slide.points, _GAP * self._scale
        rows = [points[at : at + 2] for at in range(0, len(points), 2)]

        def heights(size: float) -> list[float]:
            return [max(self._card_height(point, row, frame, size) for point in row) for row in rows]

        size = self._largest(lambda size: sum(heights(size)) + gap * (len(rows) - 1) <= frame.height)
        spare = frame.height - sum(heights(size)) - gap * (len(rows) - 1)
        more = min(spare / max(len(rows), 1), _ROOMIER * self._scale)
        top = frame.top
        for row, height in zip(rows, (least + more for least in heights(size)), strict=True):
            width = self._card_width(row, frame)
            for place, point in enumerate(row):
                left = self._typist.column_left(place * (width + gap), width, frame.left, frame.width)
                self._draw_card(point, Frame(left, top - height, width, height), size)
            top -= height + gap

    def _card_width(self, row: Sequence[Point], frame: Frame) -> float:
        return frame.width if len(row) == 1 else (frame.width - _GAP * self._scale) / 2

    def _card_height(self, point: Point, row: Sequence[Point], frame: Frame, size: float) -> float:
        pad = _PAD * self._scale
        width = self._card_width(row, frame) - 2.4 * pad
        name, text = self._point_types(size)
        lines = len(self._typist.lines(point.name, name, width)) if point.name else 0
        return (
            2 * pad + lines * name.leading + len(self._typist.lines(point.text, text, width)) * text.leading
        )

    def _point_types(self, size: float) -> tuple[Type, Type]:
        return sized(_NAME, _NAME.size * min(size / _TEXT.size, self._scale)), sized(_TEXT, size)

    def _draw_card(self, point: Point, card: Frame, size: float) -> None:
        pad = _PAD * self._scale
        self._canvas.area(*card, TINT)
        bar = 3.5 * self._scale
        self._canvas.area(
            self._typist.column_left(0, bar, card.left, card.width), card.bottom, bar, card.height, TURQUOISE
        )
        name, text = self._point_types(size)
        left = self._typist.column_left(1.3 * pad, card.width - 2.4 * pad, card.left, card.width)
        top = card.top - pad
        if point.name:
            top = self._canvas.text(point.name, name, left, top, card.width - 2.4 * pad)
        self._canvas.text(point.text, text, left, top, card.width - 2.4 * pad)

    def _draw_rows(self, frame: Frame, across: int) -> None:
        """Draw numbered points, down one column and then the next, evenly in the height of the frame."""
        slide, scale = self._slide, self._scale
        down = -(-len(slide.points) // across)
        gutter = 26 * scale * (across - 1)
        column = (frame.width - gutter) / across
        disc, room = 34 * scale, 34 * scale + 14 * scale
        width = column - room

        def height(point: Point, size: float) -> float:
            name, text = self._row_types(size)
            lines = len(self._typist.lines(point.name, name, width)) * name.leading
            return max(
                lines + len(self._typist.lines(point.text, text, width)) * text.leading * bool(point.text),
                disc,
            )

        def tallest(size: float) -> float:
            return max(height(point, size) for point in slide.points)

        if not slide.points:
            return
        size = self._largest(lambda size: tallest(size) * down + 12 * scale * (down - 1) <= frame.height)
        pitch = min(frame.height / down, tallest(size) + 30 * scale)
        for place, (point, label) in enumerate(zip(slide.points, slide.labels, strict=True)):
            start = (place // down) * (column + gutter)
            top = frame.top - (place % down) * pitch
            left = self._typist.column_left(start, column, frame.left, frame.width)
            self._draw_row(label, point, Frame(left, top - pitch, column, pitch), (disc, room), size)

    def _row_types(self, size: float) -> tuple[Type, Type]:
        is_option = self._slide.style is SlideStyle.OPTIONS
        name = _TEXT if is_option else _TEXT._replace(bold=True, colour=TURQUOISE)
        return sized(name, size), sized(_TEXT, size * 0.82)

    def _draw_row(
        self, label: str, point: Point, row: Frame, sides: tuple[float, float], size: float
    ) -> None:
        disc, room = sides
        name, text = self._row_types(size)
        at = self._typist.column_left(0, disc, row.left, row.width)
        middle = row.top - max(disc, name.leading) / 2
        is_option = self._slide.style is SlideStyle.OPTIONS
        self._canvas.disc(at + disc / 2, middle, disc / 2, TURQUOISE if not is_option else HAIR)
        if is_option:
            self._canvas.disc(at + disc / 2, middle, disc / 2 - 1.4 * self._scale, _WHITE)
        mark = sized(_ON_DISC, 15 * self._scale)._replace(colour=TURQUOISE if is_option else _WHITE)
        self._canvas.text(label, mark, at, middle + mark.leading / 2, disc, Align.CENTRE)
        width = row.width - room
        left = self._typist.column_left(room, width, row.left, row.width)
        top = row.top - max(disc - name.leading, 0) / 2
        top = self._canvas.text(point.name, name, left, top, width)
        if point.text:
            self._canvas.text(point.text, text, left, top, width)

    def _largest(self, fits: Callable[[float], bool]) -> float:
        most = _TEXT.size * _LARGEST * self._scale
        size = largest(fits, most * _SMALLEST, most)
        if size is None:
            raise TextDoesNotFit(title=self._slide.title)
        return size
