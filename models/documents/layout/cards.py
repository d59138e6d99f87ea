"""Table cards: a sheet folded into a tent, the same text on both sides."""

from dataclasses import dataclass

from models.documents.blocks import Align, Inline, plain
from models.documents.layout.boxes import SheetBox, rule
from models.documents.layout.canvas import Canvas
from models.documents.layout.fitting import TextDoesNotFit, fitted
from models.documents.layout.posters import CALL, CAPTION, FOOT, ORGANISATION, TITLE
from models.documents.layout.promises import Frame, draw_promises
from models.documents.layout.style import ACCENT, HAIR, TURQUOISE, Type
from models.documents.layout.text import Typist
from models.documents.pieces import Display, PosterStyle
from models.documents.typesetting.page import Drawn

_EDGE = 38.0
_QR_SIDE = 92.0
_COLUMN = 128.0
_GUTTER = 20.0


@dataclass
class CardBox(SheetBox):
    """A table card; its upper half stands on its head, so that both read upright once folded."""

    display: Display | None = None

    def draw(self, typist: Typist) -> list[Drawn]:
        """Return what draws both sides and the fold.

        Raises:
            TextDoesNotFit, NotAPicture, PictureTooLarge, TooLongForQrCode: it cannot be printed.
        """
        if self.display is None:
            return []
        width, height = self.size
        side = _side(typist, self.display, Frame(0, 0, width, height / 2))
        canvas = Canvas(typist)
        canvas.add(side)
        canvas.add([f"q -1 0 0 -1 {width:.3f} {height:.3f} cm", *side, "Q"])
        fold = rule(0, width, height / 2, HAIR, 0.5)
        canvas.add([f"q [3 4] 0 d {fold} Q"])
        return canvas.drawn


def _side(typist: Typist, display: Display, sheet: Frame) -> list[Drawn]:
    canvas = Canvas(typist)
    inset = _EDGE * 0.63
    canvas.frame(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset, TURQUOISE, 1.2)
    width = sheet.width - 2 * _EDGE
    top = _head(canvas, typist, display, Frame(_EDGE, _EDGE, width, sheet.height - 2 * _EDGE))
    canvas.text(
        display.foot,
        _type(display.foot, FOOT, typist, width, 14, display),
        _EDGE,
        _EDGE + 10,
        width,
        Align.CENTRE,
    )
    bottom = _EDGE + 14
    column = _COLUMN if display.qr or plain(display.call) else 0.0
    rest = width - (column + _GUTTER if column else 0)
    left = typist.column_left(0, rest, _EDGE, width)
    frame = Frame(left, bottom, rest, top - bottom)
    draw_promises(canvas, typist, display, frame, PosterStyle.FRAME, (7.5, 17))
    if column:
        at = typist.column_left(width - column, column, _EDGE, width)
        _aside(canvas, typist, display, Frame(at, bottom, column, top - bottom))
    return canvas.drawn


def _head(canvas: Canvas, typist: Typist, display: Display, frame: Frame) -> float:
    top = frame.top
    if display.logo:
        canvas.picture(
            display.logo, typist.column_left(frame.width - 90, 90, frame.left, frame.width), top, 90, 44
        )
    room = frame.width - (200 if display.logo else 0)
    left = frame.left + (frame.width - room) / 2
    title = _type(display.title, TITLE._replace(size=24, leading=34), typist, room, 60, display)
    top = canvas.text(display.title, title, left, top, room, Align.CENTRE)
    if display.organisation:
        kind = _type(
            display.organisation, ORGANISATION._replace(size=11, leading=16), typist, room, 32, display
        )
        top = canvas.text(display.organisation, kind, left, top, room, Align.CENTRE)
    canvas.area(frame.left + (frame.width - 60) / 2, top - 8, 60, 2, ACCENT)
    return top - 20


def _aside(canvas: Canvas, typist: Typist, display: Display, frame: Frame) -> None:
    """Draw the code and the call beside the promises, behind a fine line."""
    x = typist.column_left(-_GUTTER / 2, 0, frame.left, frame.width)
    canvas.line((x, frame.bottom + 6), (x, frame.top - 6), HAIR, 0.6)
    side = min(_QR_SIDE, frame.width, frame.height * 0.55) if display.qr else 0.0
    room = frame.height - side
    call = _type(display.call, CALL._replace(size=12, leading=18), typist, frame.width, room * 0.62, display)
    caption = _type(display.qr_caption, CAPTION, typist, frame.width, room * 0.3, display)
    lines = len(typist.lines(display.call, call, frame.width)) * call.leading if plain(display.call) else 0.0
    under = plain(display.qr_caption)
    captioned = (
        len(typist.lines(display.qr_caption, caption, frame.width)) * caption.leading if under else 0.0
    )
    top = frame.top - (frame.height - side - lines - captioned) / 2
    if plain(display.call):
        top = canvas.text(display.call, call, frame.left, top, frame.width, Align.CENTRE)
    if display.qr:
        canvas.code(display.qr, frame.left + (frame.width - side) / 2, top - side, side)
        top -= side
    if under:
        canvas.text(display.qr_caption, caption, frame.left, top, frame.width, Align.CENTRE)


def _type(
    content: Inline, type_: Type, typist: Typist, width: float, height: float, display: Display
) -> Type:
    if not plain(content):
        return type_
    found = fitted(content, type_, typist, (width, height), (type_.size * 0.4, type_.size))
    if found is None:
        raise TextDoesNotFit(title=display.title)
    return found
