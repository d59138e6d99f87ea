"""Tables: widths by what the columns hold, headings on every page, rows made one at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from models.documents.blocks import Align, CellKind, Column, Image, Inline, Span, Table, plain
from models.documents.layout.boxes import AnchorBox, Box, TextBox
from models.documents.layout.grid import (
    DIVISIBLE_FROM,
    PLAIN,
    ROOM_TO_WRITE,
    TO_FILL,
    Cell,
    Look,
    Row,
    Thumbnail,
    blank_row,
    row,
)
from models.documents.layout.pictures import fitted
from models.documents.layout.references import target_of
from models.documents.layout.style import BODY_QUIET, CAPTION, CELL, CELL_HEAD, TINT, TURQUOISE, Type
from models.documents.layout.text import Typist

_HEAD = Look(filled=TINT, line_below=TURQUOISE, padding_y=4.0)
_WRITTEN = {
    CellKind.TEXT: 48.0,
    CellKind.NUMBER: 34.0,
    CellKind.CODE: 60.0,
    CellKind.DATE: 62.0,
    CellKind.MARK: 34.0,
}
"""How wide a column is at least, in points, that is filled in by hand."""

_SAMPLED_ROWS = 100
"""Widths come from the first rows, so that a long table costs the same for each row."""

_FITTED = frozenset({CellKind.CODE, CellKind.NUMBER, CellKind.DATE, CellKind.MARK})
_WIDEST_FITTED = 0.3
_WIDEST_HEADING = 66.0
_WIDEST_WORD = 0.2
"""What a fitted column takes at most, and takes at most for its heading; and what a word may claim."""

_SIGNING_HEIGHT = 27.0


def table_boxes(table: Table, typist: Typist, width: float, page_height: float) -> Iterator[Box]:
    """Yield a table's caption, headings and rows from top to bottom."""
    widths = column_widths(table, typist, width)
    gap = 10.0
    if table.caption:
        lines = typist.lines(table.caption, CAPTION, width)
        yield TextBox(len(lines) * CAPTION.leading, 10.0, keep=True, lines=lines, type_=CAPTION)
        gap = 2.0
    head = _head(table, typist, widths)
    head.gap, head.keep = gap, bool(table.rows or table.blank_rows)
    yield head
    for number, cells in enumerate(table.rows):
        made = _row(table, number, cells, typist, widths)
        if table.to_sign:
            made.height = max(made.height, _SIGNING_HEIGHT)
        made.head = head
        # Neither the first nor the last row of a table stands alone on a page.
        made.keep = number in (0, len(table.rows) - 2) and number + 1 < len(table.rows)
        made.divisible = made.height > DIVISIBLE_FROM * page_height
        if table.anchors:
            yield AnchorBox(0.0, keep=True, name=table.anchors[number])
        yield made
    for _ in range(table.blank_rows):
        blank = blank_row(widths)
        blank.head = head
        yield blank
    if not table.rows and table.empty:
        lines = typist.lines(table.empty, BODY_QUIET, width)
        yield TextBox(len(lines) * BODY_QUIET.leading, 4.0, lines=lines, type_=BODY_QUIET)


def column_widths(table: Table, typist: Typist, width: float) -> list[float]:
    """Return widths in points that add up to the width of the table, in reading order.

    Codes, numbers, dates and marks get what they need, text columns share the rest by weight; no column
    gets narrower than its longest word while there is room.
    """
    padding = 2 * PLAIN.padding_x + 1.0
    columns = table.columns
    to_fill = not table.rows and table.blank_rows
    least = [
        max(typist.longest_word(column.title, CELL_HEAD) + padding, _WRITTEN[column.kind] if to_fill else 0.0)
        for column in columns
    ]
    sample = list(islice(iter(table.rows), _SAMPLED_ROWS))
    for place, column in enumerate(columns):
        if column.kind not in _FITTED:
            widest = _longest_word({plain(cells[place]) for cells in sample}, typist)
            least[place] = max(least[place], min(widest + padding, width * _WIDEST_WORD))
    fitted: dict[int, float] = {}
    for place, column in enumerate(columns):
        if column.kind in _FITTED:
            heading = min(typist.natural_width(column.title, CELL_HEAD), _WIDEST_HEADING)
            needs = [_natural(column, cells[place], typist) for cells in sample]
            natural = max([heading, *needs]) + padding
            fitted[place] = max(min(natural, width * _WIDEST_FITTED), least[place])
    weights = {place: column.width for place, column in enumerate(columns) if place not in fitted}
    if not weights:
        return _scaled([fitted[place] for place in range(len(columns))], width)
    rest = max(width - sum(fitted.values()), width * 0.3)
    shared = _shared(weights, {place: least[place] for place in weights}, rest)
    return _scaled([fitted.get(place, shared.get(place, 0.0)) for place in range(len(columns))], width)


def _longest_word(texts: Iterable[str], typist: Typist) -> float:
    words = {word for text in texts for word in text.split()}
    return max((typist.natural_width(word, CELL) for word in words), default=0.0)


def _natural(column: Column, cell: Inline, typist: Typist) -> float:
    content = _content(column, cell)
    return typist.natural_width(content, CELL) if plain(cell) else 0.0


def _shared(weights: dict[int, float], least: dict[int, float], room: float) -> dict[int, float]:
    """Return the room shared by weight, columns below their least width raised to it at the others' cost."""
    shares: dict[int, float] = {}
    open_columns = dict(weights)
    while open_columns:
        total = sum(open_columns.values())
        left = room - sum(shares.values())
        tight = [place for place, weight in open_columns.items() if left * weight / total < least[place]]
        if not tight or len(tight) == len(open_columns):
            shares |= {place: left * weight / total for place, weight in open_columns.items()}
            break
        for place in tight:
            shares[place] = least[place]
            del open_columns[place]
    return shares


def _scaled(widths: Sequence[float], total: float) -> list[float]:
    factor = total / sum(widths)
    return [width * factor for width in widths]


def _head(table: Table, typist: Typist, widths: Sequence[float]) -> Row:
    cells = [
        _cell(column.title, typist, width, CELL_HEAD, _align(column))
        for column, width in zip(table.columns, widths, strict=True)
    ]
    return row(cells, widths, _HEAD)


def _row(table: Table, number: int, cells: Sequence[Inline], typist: Typist, widths: Sequence[float]) -> Row:
    made = [
        _cell(_content(column, cell), typist, width, CELL, _align(column))
        for column, cell, width in zip(table.columns, cells, widths, strict=True)
    ]
    image = table.picture_of(number)
    if image is not None:
        made[-1] = replace(made[-1], picture=_thumbnail(image, widths[-1] - 2 * PLAIN.padding_x))
    return row(made, widths, TO_FILL, ROOM_TO_WRITE) if table.by_hand else row(made, widths)


def _thumbnail(image: Image, width: float) -> Thumbnail:
    picture, across, down = fitted(image, width, width)
    return Thumbnail(picture, across, down)


def _cell(content: Inline, typist: Typist, width: float, type_: Type, align: Align) -> Cell:
    lines = typist.lines(content, type_, width - 2 * PLAIN.padding_x)
    return Cell(((type_, tuple(lines)),), align, content if target_of(content) else "")


def _content(column: Column, cell: Inline) -> Inline:
    if column.kind is CellKind.CODE and isinstance(cell, str):
        return (Span(cell, island=True),)
    return cell


def _align(column: Column) -> Align:
    if column.align is not None:
        return column.align
    return Align.CENTRE if column.kind is CellKind.MARK else Align.START
