"""What is special about SQLite: opening, its header, its errors."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, StatementError

from models.domain.errors import AppError
from models.storage.errors import (
    DamagedFile,
    DiskFull,
    FileLocked,
    FileReadOnly,
    FileUnreachable,
    ValueUnstorable,
)
from models.storage.json_text import json_text

APPLICATION_ID = int.from_bytes(b"MNSH")
_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
BUSY_SECONDS = 2.0
"""How long a transaction waits for another process before it gives up."""


@dataclass(frozen=True)
class Header:
    """What the first hundred bytes of an SQLite file say.

    page_count is 0 where the file does not tell. Source: the SQLite file format, "The Database Header".
    """

    application_id: int
    schema_version: int
    page_size: int
    page_count: int


def read_header(path: Path) -> Header | None:
    """Return the file's header, None when it is no SQLite file.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(_HEADER_SIZE)
    if len(start) < _HEADER_SIZE or not start.startswith(_MAGIC):
        return None
    (page_size,) = struct.unpack_from(">H", start, 16)
    change_counter, page_count = struct.unpack_from(">II", start, 24)
    (valid_for,) = struct.unpack_from(">I", start, 92)
    (schema_version,) = struct.unpack_from(">I", start, 60)
    (application_id,) = struct.unpack_from(">I", start, 68)
    known_count = page_count if valid_for == change_counter else 0
    return Header(application_id, schema_version, 65536 if page_size == 1 else page_size, known_count)


def connect(path: Path, *, read_only: bool, patience: float = BUSY_SECONDS) -> Connection:
    """Return the one connection of an open file, ready for transactions.

    It may be used from one thread at a time, not only from the thread that made it.

    patience: for how many seconds a transaction waits for another process.
    """
    mode = "ro" if read_only else "rw"

    def raw() -> sqlite3.Connection:
        uri = f"{path.absolute().as_uri()}?mode={mode}"
        # Python's own transactions would leave out DDL; BEGIN is emitted below.
        return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=raw, poolclass=StaticPool, json_serializer=json_text)
    _listen(engine, read_only=read_only)
    return engine.connect()


def _listen(engine: Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def _set_pragmas(raw: sqlite3.Connection, _record: object) -> None:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("PRAGMA trusted_schema = OFF")
        if read_only:
            raw.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")


def backup(connection: Connection, target: Path) -> None:
    """Write the whole database to another file."""
    source = cast("sqlite3.Connection", connection.connection.driver_connection)
    with closing(sqlite3.connect(target)) as copy:
        source.backup(copy)


def set_identity(connection: Connection, schema_version: int) -> None:
    """Mark the file as a company file of that schema version."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema_version}")


def integrity_problems(connection: Connection, tables: Iterable[str] = ()) -> list[str]:
    """Return what SQLite itself finds wrong, in its own words; empty where nothing is.

    tables: the only ones to be looked through; without any, the whole file.
    """
    parts = [f'"{table}"' for table in tables] or ["20"]
    found = [
        str(row[0]) for part in parts for row in connection.exec_driver_sql(f"PRAGMA integrity_check({part})")
    ]
    dangling = [
        f"{table} {row_id} -> {parent}"
        for table, row_id, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return [line for line in found if line != "ok"] + dangling


def close(connection: Connection) -> None:
    """Close the file for good."""
    connection.close()
    connection.engine.dispose()


@contextmanager
def worded_errors(path: Path) -> Iterator[None]:
    """Turn the database's failures into sentences about the file."""
    try:
        yield
    except StatementError as error:
        cause = error.orig if isinstance(error, DBAPIError) else error.orig or error
        raise _worded(cause, path) or error from error
    except (sqlite3.Error, OverflowError, UnicodeEncodeError) as error:
        raise _worded(error, path) or error from error
    except OSError as error:
        raise FileUnreachable(file=path.name, reason=error.strerror or "?") from error


_BY_NAME: tuple[tuple[str, type[AppError]], ...] = (
    ("SQLITE_FULL", DiskFull),
    ("SQLITE_READONLY", FileReadOnly),
    ("SQLITE_CANTOPEN", FileReadOnly),
    ("SQLITE_PERM", FileReadOnly),
    ("SQLITE_BUSY", FileLocked),
    ("SQLITE_LOCKED", FileLocked),
    ("SQLITE_CORRUPT", DamagedFile),
    ("SQLITE_NOTADB", DamagedFile),
    ("SQLITE_TOOBIG", ValueUnstorable),
)


def _worded(error: BaseException | None, path: Path) -> AppError | None:
    """Return the sentence for a failure, None for a broken constraint: that is a bug and rises as it is."""
    if isinstance(error, (OverflowError, UnicodeEncodeError)):
        return ValueUnstorable()
    name = getattr(error, "sqlite_errorname", "")
    for start, worded in _BY_NAME:
        if name.startswith(start):
            return worded(file=path.name)
    if name.startswith("SQLITE_CONSTRAINT"):
        return None
    if name.startswith("SQLITE_IOERR"):
        return FileUnreachable(file=path.name, reason=str(error))
    return DamagedFile(file=path.name)
