"""Making and opening company files: what may be opened, and how."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, insert

from models.domain.marking import N_
from models.domain.sentences import Sentence
from models.storage import migrations, sqlite
from models.storage.company_file import CompanyFile
from models.storage.errors import DamagedFile, FileExists, FileLocked, FileMissing, NewerFile, NotACompanyFile
from models.storage.lock import WriterLock
from models.storage.own_tables import OWN_TABLES, SCHEMA_VERSION, about_table, metadata


def create_file(path: Path, program_version: str) -> CompanyFile:
    """Make a new, empty company file and return it open.

    Raises:
        FileExists: there is a file of that name. FileReadOnly, DiskFull, …: nothing was made.
    """
    lock = WriterLock(path)
    with sqlite.worded_errors(path):
        if path.exists():
            raise FileExists(file=path.name)
        # The lock library would make missing folders.
        if not path.parent.is_dir():
            raise FileMissing(file=path.parent.name)
        if not lock.take():
            raise FileLocked(file=path.name)
        try:
            path.touch(exist_ok=False)
            connection = sqlite.connect(path, read_only=False)
            _write_schema(connection, program_version)
        except BaseException:
            path.unlink(missing_ok=True)
            lock.free()
            raise
    return CompanyFile(path, connection, lock, None)


def _write_schema(connection: Connection, program_version: str) -> None:
    # Only a new file needs the tables of all registers; opening one does without.
    from models.storage.tables import RECORD_TABLES

    with connection.begin():
        metadata.create_all(connection, [*OWN_TABLES, *RECORD_TABLES.values()])
        facts = {
            "created_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "created_with": program_version,
        }
        connection.execute(
            insert(about_table), [{"name": name, "value": value} for name, value in facts.items()]
        )
        sqlite.set_identity(connection, SCHEMA_VERSION)


def open_file(path: Path, *, read_only: bool = False, patience: float = sqlite.BUSY_SECONDS) -> CompanyFile:
    """Open a company file; read-only where it cannot be written to or another process writes to it.

    A file of an older version is brought to the present one first.

    patience: for how many seconds it is waited for another process that writes just now.

    Raises:
        FileMissing, NotACompanyFile, NewerFile, DamagedFile, UpgradeFailed, …: the file was left untouched.
    """
    header = _checked_header(path)
    because = _ASKED if read_only else None
    lock = None
    with sqlite.worded_errors(path):
        if because is None:
            lock, because = _lock_to_write(path)
        try:
            if header.schema_version < SCHEMA_VERSION and because is None:
                migrations.upgrade_file(path, header.schema_version, SCHEMA_VERSION)
            connection = sqlite.connect(path, read_only=because is not None, patience=patience)
            return CompanyFile(path, connection, lock, because)
        except BaseException:
            if lock is not None:
                lock.free()
            raise


_ASKED = Sentence(N_("This file was opened for reading only."))
_NO_RIGHT = Sentence(N_("You may not write to this file or its folder, so it is open for reading only."))
_OTHERS = Sentence(N_("Another window has this file open, so here it is open for reading only."))


def _checked_header(path: Path) -> sqlite.Header:
    with sqlite.worded_errors(path):
        if not path.exists():
            raise FileMissing(file=path.name)
        if not path.is_file():
            raise NotACompanyFile(file=path.name)
        header = sqlite.read_header(path)
        size = path.stat().st_size
    if header is None or header.application_id != sqlite.APPLICATION_ID:
        raise NotACompanyFile(file=path.name)
    if header.schema_version > SCHEMA_VERSION:
        raise NewerFile(file=path.name)
    is_recovered_first = path.with_name(f"{path.name}-journal").exists()
    if not is_recovered_first and size < header.page_size * header.page_count:
        raise DamagedFile(file=path.name)
    return header


def _lock_to_write(path: Path) -> tuple[WriterLock | None, Sentence | None]:
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return None, _NO_RIGHT
    lock = WriterLock(path)
    try:
        return (lock, None) if lock.take() else (None, _OTHERS)
    except OSError:
        return None, _NO_RIGHT
