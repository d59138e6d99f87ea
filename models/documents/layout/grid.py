"""Rows of cells: what tables, control blocks and signature boxes have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from models.documents.blocks import Align, Inline
from models.documents.layout.boxes import Box, rectangle, rule, upright
from models.documents.layout.references import names_pages, target_of, with_pages
from models.documents.layout.style import CELL, FRAME, HAIR, HAIRLINE, Type
from models.documents.layout.text import Typist
from models.documents.typesetting.lines import Line
from models.documents.typesetting.page import Drawn, Link
from models.documents.typesetting.pictures import Picture, Shown
from models.documents.typesetting.setter import Placed

DIVISIBLE_FROM = 0.3
"""The share of the page from which a row may be divided; a shorter one never is."""


PICTURE_GAP = 2.0
"""The room between the words of a cell and its picture, in points."""


class Thumbnail(NamedTuple):
    """A picture in a cell and its size in points."""

    picture: Picture
    width: float
    height: float


@dataclass(frozen=True)
class Cell:
    """The lines of one cell, stretch after stretch, each stretch in its own type."""

    stretches: tuple[tuple[Type, tuple[Line, ...]], ...]
    align: Align = Align.START
    content: Inline = ""
    """The text of its one stretch, where it leads elsewhere."""
    picture: Thumbnail | None = None

    @property
    def height(self) -> float:
        """The height of the lines, and of the picture below them, without padding."""
        return self.lines_height + (self.picture.height + PICTURE_GAP if self.picture else 0.0)

    @property
    def lines_height(self) -> float:
        """The height of the lines alone."""
        return sum(type_.leading * len(lines) for type_, lines in self.stretches)


@dataclass(frozen=True)
class Look:
    """How a row is drawn."""

    padding_x: float = 5.0
    padding_y: float = 3.5
    filled: str = ""
    line_below: str = HAIR
    frame: str = ""
    columns: str = ""
    """The colour of fine lines between the columns and at the edges, "" for none."""


PLAIN = Look()


@dataclass
class Row(Box):
    """Cells side by side, the first where reading begins; a tall one may be divided between lines."""

    cells: Sequence[Cell] = ()
    widths: Sequence[float] = ()
    look: Look = PLAIN
    divisible: bool = False

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[Drawn]:
        """Return the operators of fills, lines and cells, the cells in reading order."""
        bottom = top - self.height
        look = self.look
        drawn: list[Drawn] = []
        if look.filled:
            drawn.append(rectangle(left, bottom, width, self.height, filled=look.filled))
        if look.line_below:
            drawn.append(rule(left, left + width, bottom, look.line_below, HAIRLINE))
        if look.frame:
            drawn += self._frame(typist, left, top, width)
        if look.columns:
            for start in accumulate(self.widths, initial=0.0):
                x = typist.column_left(start, 0, left, width)
                drawn.append(upright(x, bottom, top, look.columns, HAIRLINE))
        drawn += self._links(typist, left, top, width)
        drawn += self._pictures(typist, left, top, width)
        if any(names_pages(cell.content) for cell in self.cells):
            return [*drawn, lambda: "\n".join(self._text(typist, left, top, width))]
        return drawn + self._text(typist, left, top, width)

    def _text(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        look = self.look
        placed: list[Placed] = []
        for cell, x, cell_width in self._columns(typist, left, width):
            inner = cell_width - 2 * look.padding_x
            placed += _placed(typist, cell, x + look.padding_x, top - look.padding_y, inner)
        return typist.operators(placed)

    def _pictures(self, typist: Typist, left: float, top: float, width: float) -> Iterator[Shown]:
        """Yield the pictures, each below the lines of its cell, where reading begins."""
        look = self.look
        for cell, x, cell_width in self._columns(typist, left, width):
            if cell.picture is None:
                continue
            shown, across, down = cell.picture
            inner = cell_width - 2 * look.padding_x
            start = x + look.padding_x + typist.indent(inner - across, cell.align)
            bottom = top - look.padding_y - cell.lines_height - PICTURE_GAP - down
            yield Shown(shown, start, bottom, across, down)

    def _links(self, typist: Typist, left: float, top: float, width: float) -> Iterator[Link]:
        for cell, x, cell_width in self._columns(typist, left, width):
            target = target_of(cell.content)
            if target:
                yield Link(x, top - self.height, x + cell_width, top, target)

    def _columns(self, typist: Typist, left: float, width: float) -> Iterator[tuple[Cell, float, float]]:
        """Yield each cell with its left edge and its width."""
        start = 0.0
        for cell, cell_width in zip(self.cells, self.widths, strict=True):
            yield cell, typist.column_left(start, cell_width, left, width), cell_width
            start += cell_width

    def _frame(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        bottom = top - self.height
        operators = [
            rectangle(left, bottom, width, self.height, line=self.look.frame, weight=FRAME),
        ]
        for start in accumulate(self.widths[:-1]):
            x = typist.column_left(start, 0, left, width)
            operators.append(upright(x, bottom, top, self.look.frame, HAIRLINE))
        return operators

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit and the others, when the row is tall enough to be divided."""
        if not self.divisible or any(names_pages(cell.content) or cell.picture for cell in self.cells):
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


TO_FILL = Look(columns=HAIR)
ROOM_TO_WRITE = 2 * CELL.leading
"""How rows look that are filled in by hand, and how high they are at least, in points."""


def blank_row(widths: Sequence[float]) -> Row:
    """Return an empty row, high enough to write in by hand, its columns apart."""
    empty = [Cell(()) for _ in widths]
    return row(empty, widths, TO_FILL, ROOM_TO_WRITE)


def _placed(typist: Typist, cell: Cell, left: float, top: float, width: float) -> list[Placed]:
    placed: list[Placed] = []
    for type_, lines in cell.stretches:
        if names_pages(cell.content):
            lines = tuple(typist.lines(with_pages(cell.content, typist.page_words), type_, width))
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
