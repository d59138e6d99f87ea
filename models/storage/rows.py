"""Rows and records: one generic conversion by field name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, update

from models.domain.edits import Deed, Edit
from models.domain.encoding import encoded
from models.domain.fields import Kind, Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.domain.registers import register_of
from models.domain.text import LocalText

# SQLAlchemy's Date type takes and gives days itself.
_AS_THEY_ARE = frozenset({Kind.DATE})


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
    columns = ", ".join(f'"{name}"' for name in names)
    build = _builder(register)
    standing: list[Record] = []
    binned: list[Record] = []
    # Plain SQL: opening a company would cost half as much again if each table were a query to compile.
    for row in connection.exec_driver_sql(f'SELECT {columns} FROM "{register.code}" ORDER BY "id"'):
        (binned if row[-1] else standing).append(build(row))
    return standing, binned


def _builder(register: Register) -> Callable[[Row[Any]], Record]:
    names = [spec.name for spec in register.fields]
    readers = [(number, _READERS[spec.kind]) for number, spec in enumerate(register.fields, 1)]
    plans = [(number, read) for number, read in readers if read is not None]

    def build(row: Row[Any]) -> Record:
        values = list(row)
        for number, read in plans:
            if values[number] is not None:
                values[number] = read(values[number])
        return register.record(id=RecordId(values[0]), **dict(zip(names, values[1:-1], strict=True)))

    return build


def _text_in_languages(text: str) -> LocalText:
    return LocalText.of(json.loads(text))


def _tuple_of(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


# How the text and numbers of SQLite become values; None where they are the value already.
_READERS: Mapping[Kind, Callable[[Any], object] | None] = {
    **dict.fromkeys(Kind, None),
    Kind.DECIMAL: Decimal,
    Kind.DATE: date.fromisoformat,
    Kind.BOOLEAN: bool,
    Kind.BILINGUAL: _text_in_languages,
    Kind.BILINGUAL_LONG: _text_in_languages,
    Kind.LINES: _tuple_of,
    Kind.CHOICES: _tuple_of,
    Kind.PEOPLE: _tuple_of,
}


def carry_out_all(connection: Connection, edits: Iterable[Edit]) -> None:
    """Write edits to their tables in their order; new records of one type that follow each other at once."""
    from models.storage.tables import RECORD_TABLES

    for (deed, record_type), alike in groupby(edits, key=lambda edit: (edit.deed, type(edit.record))):
        if deed is Deed.CREATE:
            table = RECORD_TABLES[register_of(record_type).code]
            connection.execute(insert(table), [row_of(edit.record) for edit in alike])
        else:
            for edit in alike:
                _carry_out(connection, edit)


def _carry_out(connection: Connection, edit: Edit) -> None:
    """Write one edit of a record that is there already."""
    # Reading needs no tables, so the window is there before they are made.
    from models.storage.tables import RECORD_TABLES

    record = edit.record
    table = RECORD_TABLES[register_of(record).code]
    this = table.c.id == record.id
    if edit.deed is Deed.UPDATE:
        connection.execute(update(table).where(this).values(row_of(record)))
    elif edit.deed is Deed.BIN:
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(update(table).where(this).values(binned_at=moment))
    elif edit.deed is Deed.RESTORE:
        connection.execute(update(table).where(this).values(binned_at=None))
    else:
        connection.execute(delete(table).where(this))
