"""Text in two columns, as newspapers set it: the second goes on where the first ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.documents.layout.boxes import Box, upright
from models.documents.layout.columns import COLUMN_GAP, Stack
from models.documents.layout.style import HAIR, HAIRLINE
from models.documents.layout.text import Typist
from models.documents.typesetting.page import Drawn

_STEP = 4.0
"""How finely the length of the last columns is sought, in points."""

_LEAST = 0.2
"""The share of a page below which columns do not begin at its foot."""


@dataclass
class ColumnsBox(Box):
    """Boxes in two columns with a fine line between them; what does not fit goes on on the next page."""

    boxes: Sequence[Box] = ()
    typist: Typist | None = None
    page_height: float = 0.0

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[Drawn]:
        """Return both columns, the one where reading begins first."""
        column = (width - COLUMN_GAP) / 2
        drawn: list[Drawn] = [upright(left + width / 2, top - self.height, top, HAIR, HAIRLINE)]
        first, rest = _filled(self.boxes, self.height)
        second, _ = _filled(rest, self.height)
        setter = self.typist or typist
        for place, boxes in enumerate((first, second)):
            x = setter.column_left(place * (column + COLUMN_GAP), column, left, width)
            drawn += [*Stack(boxes, setter).paint(x, top, column), setter.fence(x, top)]
        return drawn

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits the foot of a page in two columns, and the rest."""
        if room < self.page_height * _LEAST:
            return None
        first, rest = _filled(self.boxes, room)
        second, rest = _filled(rest, room)
        if not first or not rest:
            return None
        shown = replace(self, height=room, boxes=[*first, *second], keep=False)
        return shown, columns_box(rest, self.typist, self.page_height)


def columns_box(boxes: Sequence[Box], typist: Typist | None, page_height: float) -> ColumnsBox:
    """Return boxes, set to the width of a column, in two columns as short as they can be."""
    height = sum(box.gap + box.height for box in boxes) / 2
    while not _hold(boxes, height):
        height += _STEP
    return ColumnsBox(height, 6.0, boxes=boxes, typist=typist, page_height=page_height)


def _hold(boxes: Sequence[Box], height: float) -> bool:
    _, rest = _filled(boxes, height)
    return not _filled(rest, height)[1]


def _filled(boxes: Sequence[Box], room: float) -> tuple[list[Box], list[Box]]:
    """Return the boxes that fill a column and the others; those that belong together stay so."""
    taken: list[Box] = []
    rest = list(boxes)
    for chain in _chains(boxes):
        needed = sum(box.gap + box.height for box in chain) - (0.0 if taken else chain[0].gap)
        if needed > room:
            last = chain[-1]
            parts = last.split(room - (needed - last.height))
            if parts:
                taken += [*chain[:-1], parts[0]]
                rest[: len(chain)] = [parts[1]]
            break
        taken += chain
        room -= needed
        del rest[: len(chain)]
    return taken, rest


def _chains(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    chain: list[Box] = []
    for box in boxes:
        chain.append(box)
        if not box.keep:
            yield chain
            chain = []
    if chain:
        yield chain
