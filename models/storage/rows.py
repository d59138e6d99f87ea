"""Rows and records: one generic conversion by field name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, insert, update

from models.domain.columns import converted, records_of
from models.domain.edits import Deed, Edit
from models.domain.encoding import encoded
from models.domain.fields import Kind, Record
from models.domain.known import Known
from models.domain.register import Register
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.storage.batches import StoredBatch
from models.storage.json_text import JSON_KINDS, values_of

# SQLAlchemy's Date type takes and gives days itself.
_AS_THEY_ARE = frozenset({Kind.DATE})

_ROWS_READ_AT_ONCE = 1_000


def row_of(record: Record) -> dict[str, object]:
    """Return a record as column values."""
    row: dict[str, object] = dict(encoded(record))
    for name in _as_they_are(type(record)):
        row[name] = getattr(record, name)
    return row


_days: dict[type[Record], tuple[str, ...]] = {}


def _as_they_are(record_type: type[Record]) -> tuple[str, ...]:
    names = _days.get(record_type)
    if names is None:
        specs = register_of(record_type).fields
        names = _days[record_type] = tuple(spec.name for spec in specs if spec.kind in _AS_THEY_ARE)
    return names


def load(connection: Connection, register: Register) -> tuple[list[Record], list[Record]]:
    """Return the records of a register, oldest first, and those that lie in its bin."""
    names = ["id", *(spec.name for spec in register.fields), "binned_at"]
    listed = ", ".join(f'"{name}"' for name in names)
    standing: list[Record] = []
    binned: list[Record] = []
    # Plain SQL: opening a company would cost half as much again if each table were a query to compile.
    result = connection.exec_driver_sql(f'SELECT {listed} FROM "{register.code}" ORDER BY "id"')
    while rows := result.fetchmany(_ROWS_READ_AT_ONCE):
        *columns, binned_at = zip(*rows, strict=True)
        records = _records(register, columns)
        for record, moment in zip(records, binned_at, strict=True):
            (binned if moment else standing).append(record)
    return standing, binned


def _records(register: Register, columns: Sequence[Sequence[Any]]) -> list[Record]:
    """Return records of columns as their table has them, the ids first."""
    values: dict[str, Sequence[Any]] = {"id": columns[0]}
    for spec, column in zip(register.fields, columns[1:], strict=True):
        plain = values_of(column) if spec.kind in JSON_KINDS else column
        values[spec.name] = converted(plain, _READERS.get(spec.kind))
    return records_of(register.record, values)


# How a value of SQLite, or of its JSON, becomes that of a field, where it is not the same already.
_READERS: Mapping[Kind, Callable[[Any], object]] = {
    Kind.DECIMAL: Decimal,
    Kind.DATE: Known(date.fromisoformat).__getitem__,
    Kind.BOOLEAN: bool,
    Kind.BILINGUAL: LocalText.of,
    Kind.BILINGUAL_LONG: LocalText.of,
    Kind.LINES: tuple,
    Kind.CHOICES: tuple,
    Kind.PEOPLE: tuple,
}


def carry_out_all(connection: Connection, parts: Iterable[Edit | StoredBatch]) -> None:
    """Write edits to their tables in their order."""
    for part in parts:
        if isinstance(part, StoredBatch):
            part.carry_out(connection)
        else:
            _carry_out(connection, part)


def _carry_out(connection: Connection, edit: Edit) -> None:
    """Write one edit."""
    # Reading needs no tables, so the window is there before they are made.
    from models.storage.tables import RECORD_TABLES

    record = edit.record
    table = RECORD_TABLES[register_of(record).code]
    this = table.c.id == record.id
    if edit.deed is Deed.CREATE:
        connection.execute(insert(table).values(row_of(record)))
    elif edit.deed is Deed.UPDATE:
        connection.execute(update(table).where(this).values(row_of(record)))
    elif edit.deed is Deed.BIN:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(update(table).where(this).values(binned_at=moment))
    elif edit.deed is Deed.RESTORE:
        connection.execute(update(table).where(this).values(binned_at=None))
    else:
        connection.execute(delete(table).where(this))
