"""Framed blocks: the control block, facts, signatures, notes, and room to write in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.documents.blocks import (
    ControlBlock,
    Entry,
    Inline,
    KeyValues,
    Missing,
    Note,
    SignatureBox,
    Signatures,
    Span,
    plain,
)
from models.documents.layout.boxes import Box, rectangle
from models.documents.layout.grid import DIVISIBLE_FROM, Cell, Look, Row, row
from models.documents.layout.pictures import fitted
from models.documents.layout.style import (
    AMBER,
    AMBER_TINT,
    BODY,
    BODY_STRONG,
    CAPTION,
    CELL,
    FRAME,
    HAIR,
    LABEL,
    PAPER,
    ROLE,
    TURQUOISE,
    VALUE,
    WARNING,
    Type,
)
from models.documents.layout.text import Typist
from models.documents.origin import Origin
from models.documents.typesetting.lines import Line
from models.documents.typesetting.page import Drawn, Marked
from models.documents.typesetting.pictures import Shown

_CONTROL = Look(padding_x=6.0, padding_y=3.0, line_below="", frame=TURQUOISE)
_FACTS = Look(padding_x=5.0, padding_y=3.0, line_below=HAIR)
_LABEL_SHARE = 0.3
_FACTS_TOGETHER = 0.4
"""The share of a page up to which facts are not divided."""

_CONTROL_GAP = 7.0
_FILLED_BY_HAND = 38.0
_LOGO_SHARE = 0.18
_LOGO_MARGIN = 6.0
_LOGO_LEAST = 56.0
_SIGNING_HEIGHT = 34.0
_GUTTER = 12.0
_SIGNER = ROLE._replace(bold=False)


def control_boxes(block: ControlBlock, typist: Typist, width: float, page_height: float) -> Iterator[Box]:
    """Yield the rows of the control block, or one box of all with the logo beside them.

    A last row with fewer entries stretches them. A block that no page holds gives up its logo. What follows
    begins on the same page.

    Raises:
        NotAPicture, PictureTooLarge: the logo cannot be shown.
    """
    if block.logo:
        beside = width * _LOGO_SHARE
        rows = _control_rows(block, typist, width - beside)
        height = sum(made.height for made in rows)
        if height < page_height:
            tall = max(height, _LOGO_LEAST)
            for made in rows:
                made.height += (tall - height) / len(rows)
            room = (beside - 2 * _LOGO_MARGIN, tall - 2 * _LOGO_MARGIN)
            picture, across, down = fitted(block.logo, *room)
            shown = Shown(picture, 0.0, 0.0, across, down)
            yield ControlBox(tall, _CONTROL_GAP, keep=True, rows=rows, beside=beside, logo=shown)
            return
    rows = _control_rows(block, typist, width)
    for made in rows:
        made.divisible = made.height > DIVISIBLE_FROM * page_height
        made.keep = not made.divisible
        yield made


def _control_rows(block: ControlBlock, typist: Typist, width: float) -> list[Row]:
    rows = []
    for at in range(0, len(block.entries), block.across):
        entries = block.entries[at : at + block.across]
        widths = [width / len(entries)] * len(entries)
        cells = [
            _stacked(entry, typist, cell_width - 2 * _CONTROL.padding_x)
            for entry, cell_width in zip(entries, widths, strict=True)
        ]
        to_fill = not any(plain(entry.value) for entry in entries)
        rows.append(row(cells, widths, _CONTROL, least=_FILLED_BY_HAND if to_fill else 0.0))
    if rows:
        rows[0].gap = _CONTROL_GAP
    return rows


@dataclass
class ControlBox(Box):
    """The rows of a control block with the logo where reading begins."""

    rows: Sequence[Row] = ()
    beside: float = 0.0
    logo: Shown | None = None

    def paint(self, typist: Typist, left: float, top: float, width: float) -> Sequence[Drawn]:
        """Return the logo, its frame and the rows."""
        drawn: list[Drawn] = []
        rest = width - self.beside
        start = typist.column_left(0, self.beside, left, width)
        frame = rectangle(start, top - self.height, self.beside, self.height, line=TURQUOISE, weight=FRAME)
        drawn.append(frame)
        if self.logo:
            x = start + (self.beside - self.logo.width) / 2
            drawn.append(self.logo._replace(left=x, bottom=top - (self.height + self.logo.height) / 2))
        rows_left = typist.column_left(self.beside, rest, left, width)
        for made in self.rows:
            drawn += made.paint(typist, rows_left, top, rest)
            top -= made.height
        return drawn


def fact_boxes(block: KeyValues, typist: Typist, width: float, page_height: float) -> Iterator[Box]:
    """Yield a row for each fact, label before value; a few facts stay on one page."""
    rows = list(_fact_rows(block, typist, width))
    is_short = sum(made.height for made in rows) <= _FACTS_TOGETHER * page_height
    for number, made in enumerate(rows):
        made.keep = number + 1 < len(rows) and (is_short or number in (0, len(rows) - 2))
        yield made


def _fact_rows(block: KeyValues, typist: Typist, width: float) -> Iterator[Row]:
    widths = [width * _LABEL_SHARE, width * (1 - _LABEL_SHARE)]
    for number, entry in enumerate(block.entries):
        cells = [
            Cell(((BODY_STRONG, tuple(typist.lines(entry.label, BODY_STRONG, widths[0] - 10))),)),
            Cell(((BODY, tuple(typist.lines(value_of(entry), BODY, widths[1] - 10))),)),
        ]
        made = row(cells, widths, _FACTS)
        made.gap = 0.0 if number else 4.0
        yield made


def value_of(entry: Entry) -> Inline:
    """Return the value of an entry, a code as an island."""
    if entry.is_code and isinstance(entry.value, str):
        return (Span(entry.value, island=True),)
    return entry.value


def _stacked(entry: Entry, typist: Typist, width: float) -> Cell:
    label = tuple(typist.lines(entry.label, LABEL, width))
    value = tuple(typist.lines(value_of(entry), VALUE, width))
    return Cell(((LABEL, label), (VALUE, value)))


@dataclass
class PanelBox(Box):
    """Lines in a tinted panel with a bar at the start edge, or in a dashed frame."""

    stretches: Sequence[tuple[Type, Sequence[Line]]] = ()
    is_warning: bool = False
    origin: Origin | None = None
    """What the panel says something of."""

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[Drawn]:
        """Return the operators of the panel and its lines."""
        bottom = top - self.height
        operators: list[Drawn]
        if self.is_warning:
            operators = [
                rectangle(left, bottom, width, self.height, filled=AMBER_TINT),
                rectangle(left, bottom, width, self.height, line=AMBER, weight=FRAME, dash="3 2"),
            ]
        else:
            bar = typist.column_left(0, 2.5, left, width)
            operators = [
                rectangle(left, bottom, width, self.height, filled=PAPER),
                rectangle(bar, bottom, 2.5, self.height, filled=TURQUOISE),
            ]
        y = top - _PANEL_PADDING
        for type_, lines in self.stretches:
            placed = typist.place(lines, type_, left + _PANEL_SIDE, y, width - 2 * _PANEL_SIDE)
            operators += typist.operators(placed)
            y -= type_.leading * len(lines)
        if self.origin:
            operators.append(Marked(left, bottom, left + width, top, self.origin))
        return operators


_PANEL_SIDE = 10.0
_PANEL_PADDING = 5.0


def note_box(block: Note | Missing, typist: Typist, width: float) -> Box:
    """Return the panel of a remark, or of what is missing."""
    inner = width - 2 * _PANEL_SIDE
    type_ = WARNING if isinstance(block, Missing) else BODY
    stretches = [(type_, typist.lines(block.text, type_, inner))]
    if isinstance(block, Note) and block.title:
        stretches.insert(0, (CAPTION, typist.lines(block.title, CAPTION, inner)))
    height = sum(kind.leading * len(lines) for kind, lines in stretches) + 2 * _PANEL_PADDING
    if isinstance(block, Missing):
        return PanelBox(height, 6.0, stretches=stretches, is_warning=True, origin=block.origin)
    return PanelBox(height, 6.0, stretches=stretches)


def signature_boxes(block: Signatures, typist: Typist, width: float) -> Iterator[Box]:
    """Yield rows of signature boxes, at most three in a row, each never divided."""
    across = min(3, len(block.boxes))
    for at in range(0, len(block.boxes), across or 1):
        boxes = block.boxes[at : at + across]
        inner = (width - _GUTTER * (across - 1)) / across
        fields = [_signature_lines(block, box, typist, inner - 14) for box in boxes]
        height = max(sum(type_.leading * len(lines) for type_, lines in one) for one in fields)
        yield SignatureRow(height + _SIGNING_HEIGHT + 14, 12.0, fields=fields, inner=inner)


def _signature_lines(
    block: Signatures, box: SignatureBox, typist: Typist, width: float
) -> list[tuple[Type, list[Line]]]:
    role = (Span(box.role, bold=True), Span(f" · {box.position}" if box.position else ""))
    texts: list[tuple[Type, Inline]] = [(_SIGNER, role)]
    for label, value in ((block.name_label, box.name), (block.date_label, box.date)):
        texts.append((CELL, (Span(f"{label}: "), Span(value, bold=True))))
    texts.append((CELL, f"{block.signature_label}:"))
    return [(type_, typist.lines(text, type_, width)) for type_, text in texts]


@dataclass
class SignatureRow(Box):
    """Signature boxes side by side, with room to sign at their foot."""

    fields: Sequence[Sequence[tuple[Type, Sequence[Line]]]] = ()
    inner: float = 0.0

    def paint(self, typist: Typist, left: float, top: float, width: float) -> list[str]:
        """Return the operators of the frames and of the lines in them."""
        bottom = top - self.height
        operators = []
        for place, stretches in enumerate(self.fields):
            x = typist.column_left(place * (self.inner + _GUTTER), self.inner, left, width)
            operators.append(rectangle(x, bottom, self.inner, self.height, line=TURQUOISE, weight=FRAME))
            y = top - 6
            for type_, lines in stretches:
                placed = typist.place(lines, type_, x + 7, y, self.inner - 14)
                operators += typist.operators(placed)
                y -= type_.leading * len(lines)
        return operators
