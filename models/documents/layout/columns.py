"""Boxes of another language than the document's, alone or in two columns that keep level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.documents.layout.boxes import Box, upright
from models.documents.layout.grid import Row
from models.documents.layout.style import HAIR, HAIRLINE
from models.documents.layout.text import Typist
from models.documents.typesetting.page import Drawn

COLUMN_GAP = 22.0
_RISE = 14.0
"""How far the line between two columns reaches up to the pair above."""


@dataclass
class Translated(Box):
    """A box that is set by the typist of its own language."""

    inner: Box | None = None
    typist: Typist | None = None

    def paint(self, typist: Typist, left: float, top: float, width: float) -> Sequence[Drawn]:
        """Return what the box draws."""
        return self.inner.paint(self.typist or typist, left, top, width) if self.inner else []

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the parts of the box."""
        parts = self.inner.split(room) if self.inner else None
        if parts is None or self.typist is None:
            return None
        first, rest = (translated(part, self.typist) for part in parts)
        return first, rest


def translated(box: Box, typist: Typist) -> Box:
    """Return a box as it is, set by a typist."""
    head = translated(box.head, typist) if box.head else None
    return Translated(box.height, box.gap, box.keep, head, inner=box, typist=typist)


@dataclass
class Stack:
    """Boxes of one column, one under the other."""

    boxes: Sequence[Box]
    typist: Typist

    @property
    def gap(self) -> float:
        """The room above the first box."""
        return self.boxes[0].gap if self.boxes else 0.0

    @property
    def height(self) -> float:
        """The height from the top of the first box."""
        return sum(box.height + box.gap for box in self.boxes) - self.gap

    def paint(self, left: float, top: float, width: float) -> list[Drawn]:
        """Return what all boxes draw."""
        drawn: list[Drawn] = []
        top += self.gap
        for box in self.boxes:
            top -= box.gap
            drawn += box.paint(self.typist, left, top, width)
            top -= box.height
        return drawn

    def split(self, room: float) -> tuple[Stack, Stack]:
        """Return what fits a height and the rest; one of them may be empty."""
        fitting: list[Box] = []
        room += self.gap
        for place, box in enumerate(self.boxes):
            room -= box.gap
            if box.height <= room:
                fitting.append(box)
                room -= box.height
                continue
            parts = box.split(room)
            rest = [*((parts[1],) if parts else (box,)), *self.boxes[place + 1 :]]
            return Stack([*fitting, *(parts[:1] if parts else ())], self.typist), Stack(rest, self.typist)
        return self, Stack((), self.typist)


@dataclass
class PairBox(Box):
    """Two stacks side by side, with a fine line between them."""

    left: Stack | None = None
    right: Stack | None = None

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[Drawn]:
        """Return the line and both columns, that in which the document is read first."""
        column = (width - COLUMN_GAP) / 2
        middle = left + width / 2
        sides = [(self.left, left), (self.right, left + width - column)]
        drawn: list[Drawn] = [upright(middle, top - self.height, top + min(self.gap, _RISE), HAIR, HAIRLINE)]
        weight = 0
        for stack, x in reversed(sides) if typist.rtl else sides:
            if stack:
                painted = stack.paint(x, top, column)
                weight += 0 if stack.typist.rtl else _glyphs(painted)
                drawn += [*painted, typist.fence(x, top)]
        if typist.rtl and weight:
            drawn.append(typist.weight(left, top, weight))
        return drawn

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return what of both columns fits and the rest, when something of each does."""
        if not self.left or not self.right:
            return None
        left, left_rest = self.left.split(room)
        right, right_rest = self.right.split(room)
        if (self.left.boxes and not left.boxes) or (self.right.boxes and not right.boxes):
            return None
        return replace(level_pair(left, right), gap=self.gap, keep=False), level_pair(left_rest, right_rest)


def level_pair(left: Stack, right: Stack) -> PairBox:
    """Return two stacks as one box as tall as the taller one."""
    missing = left.height - right.height
    for stack, lacking in ((right, missing), (left, -missing)):
        if lacking > 0 and stack.boxes and isinstance(stack.boxes[-1], Row):
            # The lines below the rows of both columns stand level.
            stack.boxes[-1].height += lacking
    boxes = [*left.boxes, *right.boxes]
    keep = bool(boxes) and all(box.keep for box in boxes)
    gap = max(left.gap, right.gap)
    return PairBox(max(left.height, right.height), gap, keep, left=left, right=right)


def _glyphs(drawn: Sequence[Drawn]) -> int:
    """Return about how many characters are drawn."""
    return sum(len(codes) // 4 for item in drawn if isinstance(item, str) for codes in _SHOWN.findall(item))


_SHOWN = re.compile("<([0-9A-Fa-f]+)>")
