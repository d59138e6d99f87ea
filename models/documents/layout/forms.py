"""Room to write in and boxes to tick, for forms that are filled in by hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.documents.blocks import CheckBoxes, Inline, WriteLines, plain
from models.documents.layout.boxes import Box, TextBox, rectangle, rule
from models.documents.layout.style import BODY, CAPTION, HAIR, HAIRLINE, QUIET
from models.documents.layout.text import Typist
from models.documents.typesetting.lines import Line

_WRITING_HEIGHT = 22.0
_LINES_TOGETHER = 6
_TICK = 12.0
_TICK_GAP = 6.0
_BETWEEN = 18.0
_BETWEEN_TIGHT = 9.0
_ROW_GAP = 3.0


@dataclass
class WritingBox(Box):
    """A ruled line for handwriting."""

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[str]:  # noqa: ARG002
        """Return the operator of the line."""
        return [rule(left, left + width, top - self.height + 2, HAIR, HAIRLINE)]


def writing_boxes(block: WriteLines, typist: Typist, width: float) -> Iterator[Box]:
    """Yield the label and the ruled lines under it."""
    yield from _label(block.label, typist, width)
    for number in range(block.count):
        yield WritingBox(_WRITING_HEIGHT, keep=number + 1 < min(block.count, _LINES_TOGETHER))


class Tick(NamedTuple):
    """A box to tick: how far it stands from the start, and what it means."""

    start: float
    lines: Sequence[Line]
    room: float


@dataclass
class TickRow(Box):
    """Boxes to tick, side by side."""

    ticks: Sequence[Tick] = ()

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        """Return the squares and the operators of their words."""
        drawn = []
        placed = []
        for tick in self.ticks:
            x = typist.column_left(tick.start, _TICK, left, width)
            y = top - (BODY.leading + _TICK) / 2
            drawn.append(rectangle(x, y, _TICK, _TICK, filled="#FFFFFF"))
            drawn.append(rectangle(x, y, _TICK, _TICK, line=QUIET, weight=0.9))
            text = typist.column_left(tick.start + _TICK + _TICK_GAP, tick.room, left, width)
            placed += typist.place(tick.lines, BODY, text, top, tick.room)
        # Words of boxes that stand side by side form rows, whatever the number of their lines.
        placed.sort(key=lambda one: -one.y)
        return drawn + typist.operators(placed)


def tick_boxes(block: CheckBoxes, typist: Typist, width: float) -> Iterator[Box]:
    """Yield the label and the rows of boxes under it, all on one page."""
    yield from _label(block.label, typist, width)
    rows = list(_in_columns(block, typist, width) if block.across else _in_turn(block, typist, width))
    for number, ticks in enumerate(rows):
        height = max(len(tick.lines) for tick in ticks) * BODY.leading
        yield TickRow(height, _ROW_GAP, keep=number + 1 < len(rows), ticks=ticks)


def _in_columns(block: CheckBoxes, typist: Typist, width: float) -> Iterator[list[Tick]]:
    column = width / block.across
    room = column - _TICK - _TICK_GAP - 4
    for at in range(0, len(block.items), block.across):
        items = block.items[at : at + block.across]
        yield [Tick(place * column, typist.lines(item, BODY, room), room) for place, item in enumerate(items)]


def _in_turn(block: CheckBoxes, typist: Typist, width: float) -> Iterator[list[Tick]]:
    ticks: list[Tick] = []
    start = 0.0
    rooms = [min(typist.natural_width(item, BODY) + 1, width - _TICK - _TICK_GAP) for item in block.items]
    # A long scale is to stand in one row, so that none of its values looks apart from the others.
    needed = sum(rooms) + len(rooms) * (_TICK + _TICK_GAP + _BETWEEN) - _BETWEEN
    between = _BETWEEN if needed <= width else _BETWEEN_TIGHT
    for item, room in zip(block.items, rooms, strict=True):
        if ticks and start + _TICK + _TICK_GAP + room > width:
            yield ticks
            ticks, start = [], 0.0
        ticks.append(Tick(start, typist.lines(item, BODY, room), room))
        start += _TICK + _TICK_GAP + room + between
    if ticks:
        yield ticks


def _label(label: Inline, typist: Typist, width: float) -> Iterator[Box]:
    if plain(label):
        lines = typist.lines(label, CAPTION, width)
        yield TextBox(CAPTION.leading * len(lines), 6.0, keep=True, lines=lines, type_=CAPTION)
