"""Leaflets: a wide sheet folded twice, six panels, text that runs from panel to panel."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from models.documents.blocks import Align, Block
from models.documents.layout.boxes import Box, SheetBox
from models.documents.layout.canvas import Canvas
from models.documents.layout.fitting import TextDoesNotFit, fitted, largest, sized
from models.documents.layout.flow import Flow, Sheet, Trial
from models.documents.layout.style import ACCENT, HAIR, MILLIMETRE, QUIET, TURQUOISE, Margins, Type
from models.documents.layout.text import Typist
from models.documents.pieces import Cover, Leaflet
from models.documents.typesetting.book import Finish
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


@dataclass
class _Panels:
    """Takes the pages of a flow as the panels of a sheet."""

    drawn: list[Sequence[Drawn]] = field(default_factory=list)

    @property
    def pages(self) -> int:
        """How many panels are full."""
        return len(self.drawn)

    def add_page(
        self,
        width: float,  # noqa: ARG002
        height: float,  # noqa: ARG002
        drawn: Sequence[Drawn],
        finish: Finish | None = None,  # noqa: ARG002
    ) -> None:
        """Add a panel."""
        self.drawn.append(drawn)


def leaflet_boxes(
    block: Leaflet, typist: Typist, sheet: tuple[float, float], compose: Compose
) -> list[LeafletSide]:
    """Return the outer and the inner side of a leaflet.

    Raises:
        TextDoesNotFit: the blocks need more than the panels they have, or the cover's title is too long.
    """
    size = (max(sheet), min(sheet))
    panel = (size[0] / _PANELS - 2 * _SIDE, size[1] - _TOP - _BOTTOM)
    parts = ((block.inside, _PANELS), (block.flap, 1), (block.back, 1))

    def fill(blocks: Sequence[Block], scale: float, kind: type[Flow], unused: float = 0.0) -> _Panels | None:
        """Return the panels that blocks fill, None when one of them is not divisible enough."""
        panels = _Panels()
        width, height = panel[0] / scale, panel[1] / scale
        edge = Margins(0.0, 0.0, height * unused)
        flow = kind(panels, typist, Sheet(width, height, edge))
        flow.fill(compose(blocks, width, height))
        return None if flow.overflows else panels

    def fits(scale: float) -> bool:
        trials = [(fill(blocks, scale, Trial), most) for blocks, most in parts]
        return all(panels is not None and panels.pages <= most for panels, most in trials)

    scale = largest(fits, *_SCALES)
    if scale is None:
        raise TextDoesNotFit(title=block.cover.title)

    def is_balanced(unused: float) -> bool:
        panels = fill(block.inside, scale, Trial, unused)
        return panels is not None and panels.pages <= _PANELS

    unused = largest(is_balanced, 0.0, _EMPTIEST) or 0.0
    made = [fill(blocks, scale, Flow, unused if blocks is block.inside else 0.0) for blocks, _ in parts]
    inside, flap, back = (panels.drawn if panels else [] for panels in made)
    outer = [(place, drawn) for place, side in enumerate((flap, back)) for drawn in side]
    return [
        LeafletSide(0.0, size=size, panels=outer, scale=scale, cover=block.cover),
        LeafletSide(0.0, size=size, panels=list(enumerate(inside)), scale=scale),
    ]


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
