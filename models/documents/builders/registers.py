"""Registers as tables: one function for all of them, driven by the fields of the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.documents.blocks import CellKind, Column, Inline, Table
from models.documents.builders.desk import Desk
from models.documents.builders.values import code_of
from models.domain.fields import Kind, Record, field_of
from models.domain.text import LocalText

_ROWS_TO_FILL = 8
_ROWS_TO_FILL_WIDE = 5

_KINDS: Mapping[Kind, CellKind] = {
    Kind.INTEGER: CellKind.NUMBER,
    Kind.DECIMAL: CellKind.NUMBER,
    Kind.DATE: CellKind.DATE,
    Kind.CODE: CellKind.CODE,
    Kind.BOOLEAN: CellKind.MARK,
}
_WIDTHS: Mapping[Kind, float] = {
    Kind.LONG_TEXT: 2.4,
    Kind.BILINGUAL_LONG: 2.4,
    Kind.LINES: 2.4,
    Kind.TEXT: 1.7,
    Kind.BILINGUAL: 1.7,
    Kind.REFERENCE: 1.9,
    Kind.CHOICE: 1.0,
}
_OTHER_WIDTH = 1.2


@dataclass(frozen=True)
class Fill:
    """How the cells of a column are made: from a field of the record, or by a function of it.

    title: a text or the id of a phrase, "" for the field's own label; titles of the table go before it.
    """

    of: str | Callable[[Desk, Any], Inline]
    width: float | None = None
    kind: CellKind | None = None
    title: LocalText | str = ""

    def named(self, desk: Desk) -> str:
        """Return the title, "" where the field's own label stands for it."""
        if isinstance(self.title, LocalText):
            return desk.say(self.title)
        return desk.phrase(self.title) if self.title else ""


Fills = Sequence[str | Fill]


def register_table(
    desk: Desk,
    record_type: type[Record],
    fills: Fills,
    records: Iterable[Record],
    *,
    titles: Sequence[LocalText] = (),
    caption: str = "",
    by_hand: bool = False,
) -> Table:
    """Return a table with a row for each record.

    Args:
        desk: at which the document is written.
        record_type: of the records.
        fills: the columns in reading order; a name stands for the field of that name.
        records: in the order of the rows.
        titles: of the columns; without them each is called as its field.
        caption: stands above the table.
        by_hand: whether a draft leaves room to write where there are no records.
    """
    columns = [fill if isinstance(fill, Fill) else Fill(fill) for fill in fills]
    own = [desk.say(title) for title in titles] or ["" for _ in columns]
    heads = tuple(_column(desk, record_type, fill, title) for fill, title in zip(columns, own, strict=True))
    rows = tuple(tuple(_cell(desk, fill, record) for fill in columns) for record in records)
    return emptied(desk, Table(heads, rows, caption), by_hand=by_hand)


def emptied(desk: Desk, table: Table, *, by_hand: bool = True) -> Table:
    """Return a table that, without rows, leaves room to write in a draft and says so once it is approved."""
    if table.rows:
        return table
    if by_hand and desk.is_draft:
        return replace(table, blank_rows=_ROWS_TO_FILL_WIDE if desk.edition.landscape else _ROWS_TO_FILL)
    return replace(table, empty=desk.phrase("common.nothing"))


def _column(desk: Desk, record_type: type[Record], fill: Fill, title: str) -> Column:
    named = title or fill.named(desk)
    if not isinstance(fill.of, str):
        return Column(named, fill.width or 1.0, fill.kind or CellKind.TEXT)
    spec = field_of(record_type, fill.of)
    return Column(
        named or desk.language.gettext(spec.label),
        fill.width or _WIDTHS.get(spec.kind, _OTHER_WIDTH),
        fill.kind or _KINDS.get(spec.kind, CellKind.TEXT),
    )


def _cell(desk: Desk, fill: Fill, record: Record) -> Inline:
    if not isinstance(fill.of, str):
        return fill.of(desk, record)
    if field_of(type(record), fill.of).kind is Kind.CODE:
        return code_of(desk, str(getattr(record, fill.of)))
    return desk.value(record, fill.of)
