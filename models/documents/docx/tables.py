"""Tables of a DOCX file: columns in reading order, headings on every page, frames and panels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from models.documents.docx.words import Voice
from models.documents.docx.xml import element, twips
from models.documents.layout.style import HAIR, TINT, TURQUOISE

_SIDES = ("top", "start", "bottom", "end")
# In a mirrored table "left" means the side where reading begins.
_OLD_NAMES = {"start": "left", "end": "right"}
_MARGIN = 4.0
"""A little less than on paper: other programs measure text a little wider."""

_ABOVE = 2.5


@dataclass(frozen=True)
class Line:
    """A line at the edge of a cell; its weight in points."""

    colour: str = HAIR
    weight: float = 0.5
    kind: str = "single"


Lines = tuple[tuple[str, Line], ...]
"""Lines by the side of a cell: "top", "start", "bottom" or "end"."""


@dataclass(frozen=True)
class TableCell:
    """What stands in a cell, how it is framed and filled, and over how many columns it reaches.

    An element stands in one place only: cells that look alike still need content of their own.
    """

    content: tuple[Any, ...]
    lines: Lines = ()
    filled: str = ""
    span: int = 1
    merge: str = ""
    """ "restart" where a cell begins that reaches over several rows, "continue" below it."""


@dataclass(frozen=True)
class TableRow:
    """A row; a heading returns on each page. `height` in points is the least."""

    cells: Sequence[TableCell]
    height: float = 0.0
    is_heading: bool = False
    may_split: bool = False


FRAME = tuple((side, Line(TURQUOISE, 0.8)) for side in _SIDES)
ABOVE = (("top", Line()),)
BELOW = (("bottom", Line()),)
HEADING_BELOW = (("bottom", Line(TURQUOISE, 0.5)),)
GRID = tuple((side, Line()) for side in _SIDES)
DASHED = tuple((side, Line("#8A4B00", 0.8, "dashed")) for side in _SIDES)
BAR = (("start", Line(TURQUOISE, 2.5)),)
HEADING_FILL = TINT


def table(
    rows: Iterable[TableRow],
    widths: Sequence[float],
    voice: Voice,
    margin: float = _MARGIN,
    above: float = _ABOVE,
) -> Any:
    """Return a table; widths in points, the first column where reading begins.

    margin: room in each cell beside its text; above: as much as there is above and below it.
    """
    properties = element("w:tblPr")
    if voice.is_rtl:
        properties.append(element("w:bidiVisual"))
    properties.append(element("w:tblW", w_w=twips(sum(widths)), w_type="dxa"))
    properties.append(element("w:tblLayout", w_type="fixed"))
    sides = (("top", above), ("left", margin), ("bottom", above), ("right", margin))
    cell_margins = (element(f"w:{side}", w_w=twips(room), w_type="dxa") for side, room in sides)
    properties.append(element("w:tblCellMar", *cell_margins))
    grid = element("w:tblGrid", *(element("w:gridCol", w_w=twips(width)) for width in widths))
    return element("w:tbl", properties, grid, *(_row(one, widths) for one in rows))


def _row(row: TableRow, widths: Sequence[float]) -> Any:
    properties = element("w:trPr")
    if not row.may_split:
        properties.append(element("w:cantSplit"))
    if row.height:
        properties.append(element("w:trHeight", w_val=twips(row.height), w_hRule="atLeast"))
    if row.is_heading:
        properties.append(element("w:tblHeader"))
    made = element("w:tr", properties)
    at = 0
    for cell in row.cells:
        made.append(_cell(cell, sum(widths[at : at + cell.span])))
        at += cell.span
    return made


def _cell(cell: TableCell, width: float) -> Any:
    properties = element("w:tcPr", element("w:tcW", w_w=twips(width), w_type="dxa"))
    if cell.span > 1:
        properties.append(element("w:gridSpan", w_val=cell.span))
    if cell.merge:
        properties.append(element("w:vMerge", w_val=cell.merge))
    if cell.lines:
        properties.append(_borders(cell))
    if cell.filled:
        fill = cell.filled.removeprefix("#")
        properties.append(element("w:shd", w_val="clear", w_color="auto", w_fill=fill))
    content = cell.content or (element("w:p"),)
    return element("w:tc", properties, *content)


def _borders(cell: TableCell) -> Any:
    lines = dict(cell.lines)
    made = element("w:tcBorders")
    for side in _SIDES:
        line = lines.get(side)
        if line:
            made.append(
                element(
                    f"w:{_OLD_NAMES.get(side, side)}",
                    w_val=line.kind,
                    w_sz=round(line.weight * 8),
                    w_space=0,
                    w_color=line.colour.removeprefix("#"),
                )
            )
    return made
