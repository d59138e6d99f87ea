"""The whole content of a company file as plain rows, and back into a new file."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Date, LargeBinary, Table, delete, insert, select

from models.domain.encoding import decoded, wrongly_typed_field
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.storage import rows, sqlite
from models.storage.company_file import NEW_FILE_SUFFIX, CompanyFile
from models.storage.errors import DamagedFile
from models.storage.opening import create_file
from models.storage.own_tables import OWN_TABLES, about_table, content_table, journal_table, metadata
from models.storage.tables import RECORD_TABLES
from models.storage.verification import problems_of

PlainRow = Mapping[str, Any]

SECTIONS: tuple[str, ...] = (
    about_table.name,
    *(register.code for register in REGISTERS),
    journal_table.name,
    content_table.name,
)


def sections_of(file: CompanyFile) -> Iterator[tuple[str, Iterator[PlainRow]]]:
    """Yield each section's name and its rows by their key; bytes stand as Base64.

    Take a section's rows before the next section.
    """
    for section in SECTIONS:
        yield section, _plain_rows(file, metadata.tables[section])


def _plain_rows(file: CompanyFile, table: Table) -> Iterator[PlainRow]:
    for row in file.rows(select(table).order_by(*table.primary_key.columns)):
        yield {column.name: _plain(value) for column, value in zip(table.columns, row, strict=True)}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value


def make_file(path: Path, program_version: str, sections: Mapping[str, Iterable[PlainRow]]) -> None:
    """Write a new company file from plain rows; it appears only when it is complete and sound.

    Raises:
        ValueError, KeyError, TypeError: a row is not what its section needs.
        DamagedFile: the rows do not agree with each other.
        FileExists, DiskFull, …: nothing was made.
    """
    unfinished = path.with_name(f".{path.name}{NEW_FILE_SUFFIX}")
    unfinished.unlink(missing_ok=True)
    file = create_file(unfinished, program_version)
    try:
        try:
            file.fill(lambda connection: _fill(connection, sections))
            if problems_of(file):
                raise DamagedFile(file=path.name)
        finally:
            file.close()
        with sqlite.worded_errors(path):
            os.replace(unfinished, path)  # noqa: PTH105 - replaces on every system
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(connection: Connection, sections: Mapping[str, Iterable[PlainRow]]) -> None:
    connection.execute(delete(about_table))
    for table in OWN_TABLES:
        for row in sections[table.name]:
            values = {column.name: _stored(column, row[column.name]) for column in table.columns}
            connection.execute(insert(table).values(values))
    for register in REGISTERS:
        table = RECORD_TABLES[register.code]
        for row in sections.get(register.code, ()):
            values = _record_row(register, row) | {"binned_at": row.get("binned_at")}
            connection.execute(insert(table).values(values))


def _stored(column: Column[Any], plain: Any) -> object:
    if isinstance(column.type, LargeBinary):
        return base64.b64decode(plain, validate=True)
    return date.fromisoformat(plain) if isinstance(column.type, Date) and plain else plain


def _record_row(register: Register, plain: PlainRow) -> dict[str, object]:
    record = decoded(register.record, plain)
    wrong = wrongly_typed_field(record)
    if wrong:
        raise TypeError(f"{register.code}.{wrong}")
    return rows.row_of(record)
