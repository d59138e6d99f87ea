"""The bytes of evidence: stored once under their SHA-256."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, select

from models.storage import sqlite
from models.storage.own_tables import content_table


def keep_content(connection: Connection, sha256: str, content: bytes) -> None:
    """Store bytes within a transaction, unless the file has them already."""
    known = select(content_table.c.sha256).where(content_table.c.sha256 == sha256)
    if connection.execute(known).first() is None:
        connection.execute(insert(content_table).values(sha256=sha256, content=content))


def store_content(path: Path, sha256: str, content: bytes) -> None:
    """Store bytes in a company file over a connection of its own, from any thread.

    Bytes that no record names in the end do no harm: they are found again when the same file is attached.

    Raises:
        DiskFull, FileLocked, …: nothing was stored.
    """
    with sqlite.worded_errors(path):
        connection = sqlite.connect(path, read_only=False)
        try:
            with connection.begin():
                keep_content(connection, sha256, content)
        finally:
            sqlite.close(connection)


def stored_content(path: Path, sha256: str) -> bytes | None:
    """Return bytes of a company file over a connection of its own, from any thread; None where it has none.

    Raises:
        DamagedFile, FileLocked, …: the file cannot be read.
    """
    wanted = select(content_table.c.content).where(content_table.c.sha256 == sha256)
    with sqlite.worded_errors(path):
        connection = sqlite.connect(path, read_only=True)
        try:
            with connection.begin():
                return connection.execute(wanted).scalar()
        finally:
            sqlite.close(connection)
