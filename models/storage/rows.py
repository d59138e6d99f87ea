"""Rows and records: one generic conversion by field name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from models.domain.edits import Deed, Edit
from models.domain.encoding import decoded_value, encoded_value
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.domain.registers import register_of
from models.storage.tables import RECORD_TABLES

# SQLAlchemy's Date type takes and gives days itself.
_AS_THEY_ARE = frozenset({Kind.DATE})


def row_of(record: Record) -> dict[str, object]:
    """Return a record as column values."""
    row: dict[str, object] = {"id": record.id}
    for spec in register_of(record).fields:
        value = getattr(record, spec.name)
        row[spec.name] = value if spec.kind in _AS_THEY_ARE else encoded_value(spec, value)
    return row


def load(connection: Connection, register: Register) -> tuple[list[Record], list[Record]]:
    """Return the records of a register, oldest first, and those that lie in its bin."""
    table = RECORD_TABLES[register.code]
    build = _builder(register)
    standing: list[Record] = []
    binned: list[Record] = []
    for row in connection.execute(select(table).order_by(table.c.id)):
        (binned if row.binned_at else standing).append(build(row))
    return standing, binned


def _builder(register: Register) -> Callable[[Row[Any]], Record]:
    names = [spec.name for spec in register.fields]
    plans = [(number, spec) for number, spec in enumerate(register.fields, 1) if _needs_decoding(spec)]

    def build(row: Row[Any]) -> Record:
        values = list(row)
        for number, spec in plans:
            values[number] = decoded_value(spec, values[number])
        return register.record(id=RecordId(values[0]), **dict(zip(names, values[1:-1], strict=True)))

    return build


_PLAIN_KINDS = frozenset(
    {
        Kind.TEXT,
        Kind.LONG_TEXT,
        Kind.CODE,
        Kind.INTEGER,
        Kind.BOOLEAN,
        Kind.CHOICE,
        Kind.CONTENT,
        Kind.PERSON,
        Kind.REFERENCE,
        Kind.FILE,
        Kind.DATE,
    }
)


def _needs_decoding(spec: FieldSpec) -> bool:
    return spec.kind not in _PLAIN_KINDS


def carry_out(connection: Connection, edit: Edit) -> None:
    """Write one edit to its table."""
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
