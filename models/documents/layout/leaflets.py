"""Leaflets: a wide sheet folded twice, six panels, text that runs from panel to panel."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.documents.blocks import Align, Block
from models.documents.layout.boxes import Box, SheetBox
from models.documents.layout.canvas import Canvas
from models.documents.layout.fitting import TextDoesNotFit, fitted, largest, sized
from models.documents.layout.flow import Flow, Panels, Sheet, Trial
from models.documents.layout.style import ACCENT, HAIR, MILLIMETRE, QUIET, TURQUOISE, Margins, Type
from models.documents.layout.text import Typist
from models.documents.pieces import Cover, Leaflet
from models.documents.typesetting.page import Drawn, moved

Compose = Callable[[Sequence[Block], float, float], Iterable[Box]]
"""Returns blocks as boxes for panels of a width and a height, in points."""

_PANELS = 3
_SIDE = 8.5 * MILLIMETRE
_TOP = 10 * MILLIMETRE
_BOTTOM = 11 * MILLIMETRE
_SCALES = (0.6, 1.25)
_FOLD_MARK = 8.0
_EMPTIEST = 0.7

_TITLE = Type(27, 38, bold=True, colour="#FFFFFF")
_SUBTITLE = Type(11.5, 18, colour="#D9ECEC")
_ORGANISATION = Type(13, 20, bold=True, colour=TURQUOISE)
_FOOT = Type(8.5, 12.5, colour=QUIET)
_COLOURED = 0.66
"""The part of the cover, from its top, that is filled with colour."""


@dataclass
class LeafletSide(SheetBox):
    """One side of a leaflet: its panels in the order in which they are read, each with its place."""

    panels: Sequence[tuple[int, Sequence[Drawn]]] = ()
    scale: float = 1.0
    cover: Cover | None = None

    def draw(self, typist: Typist) -> list[Drawn]:
        """Return what draws the panels, the cover first, and the marks of the folds."""
        canvas = Canvas(typist)
        width, height = self.size[0] / _PANELS, self.size[1]
        if self.cover:
            # Opened like a book, the cover is what a reader of this direction turns over last.
            left = typist.column_left((_PANELS - 1) * width, width, 0, self.size[0])
            _draw_cover(canvas, typist, self.cover, left, width, height)
        for place, drawn in self.panels:
            left = typist.column_left(place * width, width, 0, self.size[0])
            canvas.fence(left, height / 2)
            canvas.add(moved(drawn, left + _SIDE, _BOTTOM, self.scale))
        for fold in range(1, _PANELS):
            for y in (0.0, height - _FOLD_MARK):
                canvas.line((fold * width, y), (fold * width, y + _FOLD_MARK), HAIR, 0.5)
        return canvas.drawn


def leaflet_boxes(
    block: Leaflet, typist: Typist, sheet: tuple[float, float], compose: Compose
) -> list[LeafletSide]:
    """Return the outer and the inner side of a leaflet.

    Raises:
        TextDoesNotFit: the blocks need more than the panels they have, or the cover's title is too long.
    """
    size = (max(sheet), min(sheet))
    setter = _PanelSetter(typist, (size[0] / _PANELS - 2 * _SIDE, size[1] - _TOP - _BOTTOM), compose)
    outside = setter.scale(((block.flap, 1), (block.back, 1)))
    inside = setter.scale(((block.inside, _PANELS),))
    if outside is None or inside is None:
        raise TextDoesNotFit(title=block.cover.title)
    inner = setter.evenly(block.inside, inside, _PANELS)
    outer = [
        (place, drawn)
        for place, blocks in enumerate((block.flap, block.back))
        for drawn in setter.panels(blocks, outside)
    ]
    return [
        LeafletSide(0.0, size=size, panels=outer, scale=outside, cover=block.cover),
        LeafletSide(0.0, size=size, panels=list(enumerate(inner)), scale=inside),
    ]


class _PanelSetter:
    """Sets blocks in panels of one size, in points, larger or smaller than they would be on a page."""

    def __init__(self, typist: Typist, size: tuple[float, float], compose: Compose) -> None:
        self._typist = typist
        self._size = size
        self._compose = compose

    def scale(self, parts: Sequence[tuple[Sequence[Block], int]]) -> float | None:
        """Return the largest scale in which each part fits in so many panels, None where there is none."""

        def fits(scale: float) -> bool:
            return all(self._fits(blocks, scale, most) for blocks, most in parts)

        return largest(fits, *_SCALES)

    def evenly(self, blocks: Sequence[Block], scale: float, most: int) -> list[Sequence[Drawn]]:
        """Return at most so many panels, all of them filled to about the same height."""

        def fits(unused: float) -> bool:
            return self._fits(blocks, scale, most, unused)

        return self.panels(blocks, scale, largest(fits, 0.0, _EMPTIEST) or 0.0)

    def panels(self, blocks: Sequence[Block], scale: float, unused: float = 0.0) -> list[Sequence[Drawn]]:
        """Return what draws the panels that blocks fill; unused: the share of their height left empty."""
        return self._filled(blocks, scale, Flow, unused)[0].drawn

    def _fits(self, blocks: Sequence[Block], scale: float, most: int, unused: float = 0.0) -> bool:
        panels, flow = self._filled(blocks, scale, Trial, unused)
        return panels.pages <= most and not flow.overflows

    def _filled(
        self, blocks: Sequence[Block], scale: float, kind: type[Flow], unused: float
    ) -> tuple[Panels, Flow]:
        panels = Panels()
        width, height = self._size[0] / scale, self._size[1] / scale
        flow = kind(panels, self._typist, Sheet(width, height, Margins(0.0, 0.0, height * unused)))
        flow.fill(self._compose(blocks, width, height))
        return panels, flow


def _draw_cover(
    canvas: Canvas, typist: Typist, cover: Cover, left: float, width: float, height: float
) -> None:
    coloured = height * _COLOURED
    inner, start = width - 2 * _SIDE, left + _SIDE
    canvas.area(left, height - coloured, width, coloured, TURQUOISE)
    title = fitted(cover.title, _TITLE, typist, (inner, coloured * 0.5), (11, _TITLE.size))
    subtitle = fitted(cover.subtitle, _SUBTITLE, typist, (inner, coloured * 0.25), (6, _SUBTITLE.size))
    organisation = fitted(cover.organisation, _ORGANISATION, typist, (inner, 70), (6, _ORGANISATION.size))
    if title is None or subtitle is None or organisation is None:
        raise TextDoesNotFit(title=cover.title)
    below = len(typist.lines(cover.subtitle, subtitle, inner)) * subtitle.leading if cover.subtitle else 0.0
    lines = len(typist.lines(cover.title, title, inner)) * title.leading
    top = height - coloured + 26 + below + lines
    canvas.area(typist.column_left(0, 46, start, inner), top + 10, 46, 2.2, ACCENT)
    top = canvas.text(cover.title, title, start, top, inner)
    if cover.subtitle:
        canvas.text(cover.subtitle, subtitle, start, top, inner)
    if cover.logo:
        room = inner * 0.62
        at = typist.column_left(8, room, start, inner)
        canvas.picture(cover.logo, at, height - _TOP - 8, room, 62, Align.START, plate=8)
    canvas.text(cover.organisation, organisation, start, height - coloured - 18, inner)
    foot = fitted(cover.foot, _FOOT, typist, (inner, 40), (5, _FOOT.size)) or sized(_FOOT, 5)
    canvas.text(cover.foot, foot, start, _BOTTOM + 40, inner)
