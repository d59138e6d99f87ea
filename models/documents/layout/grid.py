"""Rows of cells: what tables, control blocks and signature boxes have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.documents.blocks import Align
from models.documents.layout.boxes import Box, rectangle, rule, upright
from models.documents.layout.style import CELL, FRAME, HAIR, HAIRLINE, Type
from models.documents.layout.text import Typist
from models.documents.typesetting.lines import Line
from models.documents.typesetting.setter import Placed

DIVISIBLE_FROM = 0.3
"""The share of the page from which a row may be divided; a shorter one never is."""


@dataclass(frozen=True)
class Cell:
    """The lines of one cell, stretch after stretch, each stretch in its own type."""

    stretches: tuple[tuple[Type, tuple[Line, ...]], ...]
    align: Align = Align.START

    @property
    def height(self) -> float:
        """The height of the lines without padding."""
        return sum(type_.leading * len(lines) for type_, lines in self.stretches)


@dataclass(frozen=True)
class Look:
    """How a row is drawn."""

    padding_x: float = 5.0
    padding_y: float = 3.5
    filled: str = ""
    line_below: str = HAIR
    frame: str = ""


PLAIN = Look()


@dataclass
class Row(Box):
    """Cells side by side, the first where reading begins; a tall one may be divided between lines."""

    cells: Sequence[Cell] = ()
    widths: Sequence[float] = ()
    look: Look = PLAIN
    divisible: bool = False

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        """Return the operators of fills, lines and cells, the cells in reading order."""
        bottom = top - self.height
        look = self.look
        operators = []
        if look.filled:
            operators.append(rectangle(left, bottom, width, self.height, filled=look.filled))
        if look.line_below:
            operators.append(rule(left, left + width, bottom, look.line_below, HAIRLINE))
        if look.frame:
            operators += self._frame(typist, left, top, width)
        placed: list[Placed] = []
        start = 0.0
        for cell, cell_width in zip(self.cells, self.widths, strict=True):
            x = typist.column_left(start, cell_width, left, width) + look.padding_x
            placed += _placed(typist, cell, x, top - look.padding_y, cell_width - 2 * look.padding_x)
            start += cell_width
        return operators + typist.operators(placed)

    def _frame(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        bottom = top - self.height
        operators = [
            rectangle(left, bottom, width, self.height, line=self.look.frame, weight=FRAME),
        ]
        start = 0.0
        for cell_width in self.widths[:-1]:
            start += cell_width
            x = typist.column_left(start, 0, left, width)
            operators.append(upright(x, bottom, top, self.look.frame, HAIRLINE))
        return operators

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit and the others, when the row is tall enough to be divided."""
        if not self.divisible:
            return None
        inner = room - 2 * self.look.padding_y
        parts = [_split(cell, inner) for cell in self.cells]
        if any(not first.stretches and rest.stretches for first, rest in parts):
            return None
        first = self._part([part for part, _ in parts])
        rest = self._part([part for _, part in parts])
        first.gap, rest.head = self.gap, self.head
        first.head = self.head
        return first, rest

    def _part(self, cells: Sequence[Cell]) -> Row:
        height = max(cell.height for cell in cells) + 2 * self.look.padding_y
        return Row(height, cells=cells, widths=self.widths, look=self.look, divisible=True, keep=False)


def row(cells: Sequence[Cell], widths: Sequence[float], look: Look = PLAIN, least: float = 0.0) -> Row:
    """Return a row as tall as its tallest cell, at least `least`."""
    tallest = max((cell.height for cell in cells), default=0.0)
    return Row(max(tallest + 2 * look.padding_y, least), cells=cells, widths=widths, look=look)


def blank_row(widths: Sequence[float], look: Look = PLAIN) -> Row:
    """Return an empty row, high enough to write in by hand."""
    empty = [Cell(()) for _ in widths]
    return row(empty, widths, look, least=2 * CELL.leading)


def _placed(typist: Typist, cell: Cell, left: float, top: float, width: float) -> list[Placed]:
    placed: list[Placed] = []
    for type_, lines in cell.stretches:
        placed += typist.place(lines, type_, left, top, width, cell.align)
        top -= type_.leading * len(lines)
    return placed


def _split(cell: Cell, room: float) -> tuple[Cell, Cell]:
    first: list[tuple[Type, tuple[Line, ...]]] = []
    rest: list[tuple[Type, tuple[Line, ...]]] = []
    for type_, lines in cell.stretches:
        fitting = 0 if rest else min(len(lines), max(int(room / type_.leading), 0))
        if fitting:
            first.append((type_, lines[:fitting]))
        if fitting < len(lines):
            rest.append((type_, lines[fitting:]))
        room -= fitting * type_.leading
    return Cell(tuple(first), cell.align), Cell(tuple(rest), cell.align)
