"""Blocks that are tables in a DOCX file: registers, control blocks, facts, signatures, notes, forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from models.documents.blocks import (
    Align,
    CellKind,
    CheckBoxes,
    Column,
    ControlBlock,
    Entry,
    Inline,
    KeyValues,
    Missing,
    Note,
    SignatureBox,
    Signatures,
    Span,
    Table,
    WriteLines,
    plain,
)
from models.documents.docx.figures import picture_figure
from models.documents.docx.setting import Setting
from models.documents.docx.tables import (
    BAR,
    BELOW,
    DASHED,
    FRAME,
    GRID,
    HEADING_BELOW,
    HEADING_FILL,
    Lines,
    TableCell,
    TableRow,
    table,
)
from models.documents.layout.frames import value_of
from models.documents.layout.style import AMBER_TINT, PAPER
from models.documents.layout.tables import column_widths

_SPLIT_FROM = 600
"""Characters from which a row may go on over a page."""

_BLANK_HEIGHT = 28.0
_WRITING_HEIGHT = 22.0
_SIGNING_HEIGHT = 96.0
_GUTTER = 10.0
_BETWEEN_FRAMES = tuple((side, line) for side, line in FRAME if side in ("start", "end"))
_FRAMED_ABOVE = 5.0
_LABEL_SHARE = 0.3
_CELL_SIDES = 10.0
_LOGO_SHARE = 0.18
_BOX = "☐ "


def register(block: Table, setting: Setting) -> Iterator[Any]:
    """Yield a table under its caption."""
    if block.caption:
        yield setting.text(block.caption, "Caption")
    if not block.columns:
        return
    widths = column_widths(block, setting.typist, setting.width)
    headings = tuple(
        TableCell(
            (setting.text(column.title, "Cell heading", _align(column)),), HEADING_BELOW, filled=HEADING_FILL
        )
        for column in block.columns
    )
    rows = [TableRow(headings, is_heading=True)]
    rows += [_row(block, number, cells, widths, setting) for number, cells in enumerate(block.rows)]
    rows += [
        TableRow([_blank(setting, GRID) for _ in block.columns], _BLANK_HEIGHT)
        for _ in range(block.blank_rows)
    ]
    yield table(rows, widths, setting.voice)
    yield setting.paragraphs.gap()
    if not block.rows and block.empty:
        yield setting.text(block.empty, "Quiet")


def _blank(setting: Setting, lines: Lines = ()) -> TableCell:
    return TableCell((setting.text("", "Cell"),), lines)


def _row(block: Table, number: int, cells: Any, widths: Sequence[float], setting: Setting) -> TableRow:
    lines = GRID if block.by_hand else BELOW
    made = [
        TableCell((setting.text(_content(column, cell), "Cell", _align(column)),), lines)
        for column, cell in zip(block.columns, cells, strict=True)
    ]
    image = block.picture_of(number)
    if image is not None:
        room = widths[-1] - _CELL_SIDES
        figure = setting.figure(picture_figure(image, room, room), Align.START)
        made[-1] = replace(made[-1], content=(*made[-1].content, figure))
    height = _BLANK_HEIGHT if block.by_hand else 0.0
    return TableRow(made, height, may_split=any(len(plain(cell)) > _SPLIT_FROM for cell in cells))


def _content(column: Column, cell: Inline) -> Inline:
    is_code = column.kind is CellKind.CODE and isinstance(cell, str)
    return (Span(str(cell), island=True),) if is_code else cell


def _align(column: Column) -> Align:
    if column.align is not None:
        return column.align
    return Align.CENTRE if column.kind is CellKind.MARK else Align.START


def control(block: ControlBlock, setting: Setting) -> Iterator[Any]:
    """Yield the control block, the logo where reading begins."""
    lead = setting.width * _LOGO_SHARE if block.logo else 0.0
    across = max(min(block.across, len(block.entries)), 1)
    width = (setting.width - lead) / across
    rows = []
    for at in range(0, len(block.entries), across):
        entries = block.entries[at : at + across]
        cells = [_stacked(entry, setting) for entry in entries]
        last = cells[-1]
        cells[-1] = TableCell(last.content, last.lines, span=across - len(cells) + 1)
        if block.logo:
            cells.insert(0, _logo_cell(block, setting, lead, is_first=at == 0))
        to_fill = not any(plain(entry.value) for entry in entries)
        rows.append(TableRow(cells, height=38.0 if to_fill else 0.0))
    if rows:
        yield table(rows, [*([lead] if lead else []), *([width] * across)], setting.voice, margin=6.0)
        yield setting.paragraphs.gap()


def _logo_cell(block: ControlBlock, setting: Setting, width: float, *, is_first: bool) -> TableCell:
    if not is_first or block.logo is None:
        return replace(_blank(setting, FRAME), merge="continue")
    figure = picture_figure(block.logo, width - 14, 70)
    return TableCell((setting.figure(figure),), FRAME, merge="restart")


def _stacked(entry: Entry, setting: Setting) -> TableCell:
    content = (setting.text(entry.label, "Label"), setting.text(value_of(entry), "Value"))
    return TableCell(content, FRAME)


def facts(block: KeyValues, setting: Setting) -> Iterator[Any]:
    """Yield facts, label before value."""
    widths = [setting.width * _LABEL_SHARE, setting.width * (1 - _LABEL_SHARE)]
    rows = [
        TableRow(
            (
                TableCell((setting.text(entry.label, "Fact label"),), BELOW),
                TableCell((setting.text(value_of(entry), "Fact"),), BELOW),
            )
        )
        for entry in block.entries
    ]
    if rows:
        yield table(rows, widths, setting.voice)
        yield setting.paragraphs.gap()


def signatures(block: Signatures, setting: Setting) -> Iterator[Any]:
    """Yield boxes to sign in, three in a row."""
    across = min(3, len(block.boxes))
    for at in range(0, len(block.boxes), across or 1):
        boxes = block.boxes[at : at + across]
        width = (setting.width - _GUTTER * (across - 1)) / across
        cells: list[TableCell] = []
        widths: list[float] = []
        for box in boxes:
            if cells:
                cells.append(_blank(setting, _BETWEEN_FRAMES))
                widths.append(_GUTTER)
            cells.append(TableCell(_signature(block, box, setting), FRAME))
            widths.append(width)
        yield table([TableRow(cells, _SIGNING_HEIGHT)], widths, setting.voice, 6.0, _FRAMED_ABOVE)
        yield setting.paragraphs.gap()


def _signature(block: Signatures, box: SignatureBox, setting: Setting) -> tuple[Any, ...]:
    lines = [setting.text(box.role, "Role"), setting.text(box.position, "Label")]
    for label, value in ((block.name_label, box.name), (block.date_label, box.date)):
        lines.append(setting.text((Span(f"{label}: "), Span(value, bold=True)), "Cell"))
    return (*lines, setting.text(f"{block.signature_label}:", "Cell"))


def note(block: Note, setting: Setting) -> Iterator[Any]:
    """Yield a remark in a panel with a bar where reading begins."""
    content = [setting.text(block.title, "Fact label")] if block.title else []
    content.append(setting.text(block.text, "Fact"))
    row = TableRow((TableCell(tuple(content), BAR, PAPER),))
    yield table([row], [setting.width], setting.voice, 10.0, _FRAMED_ABOVE)
    yield setting.paragraphs.gap()


def missing(block: Missing, setting: Setting) -> Iterator[Any]:
    """Yield what is missing in a dashed frame."""
    cell = TableCell((setting.text(block.text, "Warning"),), DASHED, AMBER_TINT)
    yield table([TableRow((cell,))], [setting.width], setting.voice, 10.0, _FRAMED_ABOVE)
    yield setting.paragraphs.gap()


def lines_to_write(block: WriteLines, setting: Setting) -> Iterator[Any]:
    """Yield ruled lines under their label."""
    if block.label:
        yield setting.text(block.label, "Caption")
    rows = [TableRow((_blank(setting, BELOW),), _WRITING_HEIGHT) for _ in range(block.count)]
    if rows:
        yield table(rows, [setting.width], setting.voice)
        yield setting.paragraphs.gap()


def boxes_to_tick(block: CheckBoxes, setting: Setting) -> Iterator[Any]:
    """Yield boxes to tick under their question."""
    if plain(block.label):
        yield setting.text(block.label, "Caption")
    if not block.across:
        gap = "\u2003"
        yield setting.text(gap.join(_BOX + item for item in block.items))
        return
    rows = []
    for at in range(0, len(block.items), block.across):
        items = block.items[at : at + block.across]
        cells = [TableCell((setting.text(_BOX + item),)) for item in items]
        cells += [_blank(setting) for _ in range(block.across - len(items))]
        rows.append(TableRow(cells))
    if rows:
        yield table(rows, [setting.width / block.across] * block.across, setting.voice, 0.0)
