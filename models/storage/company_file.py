"""One open company file: read, edited transaction by transaction, copied, closed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select
from sqlalchemy.exc import IntegrityError

from models.domain.edits import Batch, Edit, parts_of
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.domain.sentences import Sentence
from models.storage import rows, sqlite
from models.storage.batches import StoredBatch
from models.storage.contents import keep_content
from models.storage.errors import DamagedFile, FileExists, FileLocked, FileReadOnly
from models.storage.journal import Entry, EntryKind, UndoStacks, new_entry
from models.storage.lock import WriterLock
from models.storage.own_tables import about_table, content_table, journal_table

NEW_FILE_SUFFIX = ".new"


@dataclass(frozen=True)
class Loaded:
    """All records of one register: those that stand and those in the bin, oldest first."""

    register: Register
    standing: Sequence[Record]
    binned: Sequence[Record]


@dataclass(frozen=True)
class Moment:
    """What a file holds at one moment.

    structure: what the database itself finds wrong, in its own words. entries: of the journal, newest first.
    content_hashes: of all evidence, sorted.
    """

    structure: Sequence[str]
    entries: Sequence[Entry]
    loaded: Sequence[Loaded]
    content_hashes: Sequence[str]


class CompanyFile:
    """An open company file. `models.storage.opening` makes one; call from one thread at a time."""

    def __init__(
        self, path: Path, connection: Connection, lock: WriterLock | None, because: Sentence | None
    ) -> None:
        self.path = path
        self.read_only_because = because
        self._connection = connection
        self._lock = lock
        with sqlite.worded_errors(path), connection.begin():
            steps = connection.execute(
                select(journal_table.c.id, journal_table.c.kind).order_by(journal_table.c.id)
            )
            self.stacks = self._replayed([(step.id, step.kind) for step in steps])
            self._digest = self._last_digest()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.read_only_because is not None

    def _replayed(self, steps: Sequence[tuple[str, str]]) -> UndoStacks:
        try:
            return UndoStacks.replayed((RecordId(entry_id), kind) for entry_id, kind in steps)
        except (ValueError, IndexError) as error:
            raise DamagedFile(file=self.path.name) from error

    def _last_digest(self) -> str:
        last = select(journal_table.c.digest).order_by(journal_table.c.id.desc()).limit(1)
        return self._connection.execute(last).scalar() or ""

    def load_all(self) -> list[Loaded]:
        """Return all records of all registers."""
        with sqlite.worded_errors(self.path), self._connection.begin():
            return self._load_all()

    def _load_all(self) -> list[Loaded]:
        try:
            return [Loaded(one, *rows.load(self._connection, one)) for one in REGISTERS]
        except (ValueError, TypeError, ArithmeticError) as error:
            raise DamagedFile(file=self.path.name) from error

    def moment(self, *, is_in_use: bool) -> Moment:
        """Return what the file holds at one moment, whatever another process writes meanwhile.

        is_in_use: leaves the structure of the evidence out, so that the other one hardly waits.
        """
        with sqlite.worded_errors(self.path), self._connection.begin():
            small = [one.code for one in REGISTERS] + [journal_table.name, about_table.name]
            return Moment(
                sqlite.integrity_problems(self._connection, small if is_in_use else ()),
                self._entries(),
                self._load_all(),
                self._content_hashes(),
            )

    def apply(
        self,
        edits: Sequence[Edit],
        kind: EntryKind,
        author: str,
        undoes: RecordId | None = None,
        contents: Mapping[str, bytes] | None = None,
    ) -> Entry:
        """Write edits and their journal entry in one transaction and return the entry.

        contents: bytes of evidence by their SHA-256, stored where not there yet.

        Raises:
            FileReadOnly, DiskFull, FileLocked, …: nothing was changed.
        """
        if self.is_read_only:
            raise FileReadOnly(file=self.path.name)
        parts = [StoredBatch.of(part) if isinstance(part, Batch) else part for part in parts_of(edits)]
        entry = new_entry(kind, author, parts, undoes, self._digest)
        with sqlite.worded_errors(self.path), self._connection.begin():
            for sha256, content in (contents or {}).items():
                keep_content(self._connection, sha256, content)
            rows.carry_out_all(self._connection, parts)
            self._connection.execute(insert(journal_table).values(_journal_row(entry)))
        self._digest = entry.digest
        self.stacks.note(entry.id, kind)
        return entry

    def entry(self, entry_id: RecordId) -> Entry:
        """Return one entry of the journal."""
        with sqlite.worded_errors(self.path), self._connection.begin():
            row = self._connection.execute(select(journal_table).where(journal_table.c.id == entry_id)).one()
        return self._entry_of(row)

    def entries(self, limit: int | None = None) -> list[Entry]:
        """Return the journal's entries, newest first."""
        with sqlite.worded_errors(self.path), self._connection.begin():
            return self._entries(limit)

    def _entries(self, limit: int | None = None) -> list[Entry]:
        wanted = select(journal_table).order_by(journal_table.c.id.desc()).limit(limit)
        return [self._entry_of(row) for row in self._connection.execute(wanted)]

    def _entry_of(self, row: Row[Any]) -> Entry:
        values = dict(row._mapping)
        try:
            values["at"] = datetime.fromisoformat(values["at"])
            values["kind"] = EntryKind(values["kind"])
        except ValueError as error:
            raise DamagedFile(file=self.path.name) from error
        return Entry(**values)

    def content(self, sha256: str) -> bytes | None:
        """Return the bytes of a piece of evidence, None where the file has none under that hash."""
        wanted = select(content_table.c.content).where(content_table.c.sha256 == sha256)
        with sqlite.worded_errors(self.path), self._connection.begin():
            return self._connection.execute(wanted).scalar()

    def _content_hashes(self) -> list[str]:
        wanted = select(content_table.c.sha256).order_by(content_table.c.sha256)
        return list(self._connection.execute(wanted).scalars())

    def about(self) -> dict[str, str]:
        """Return what the file says of itself, by name."""
        with sqlite.worded_errors(self.path), self._connection.begin():
            return {row.name: row.value for row in self._connection.execute(select(about_table))}

    def note_about(self, name: str, value: str) -> None:
        """Keep something that the file says of itself, which is no record and never undone.

        Raises:
            FileReadOnly, DiskFull, FileLocked, …: nothing was changed.
        """
        if self.is_read_only:
            raise FileReadOnly(file=self.path.name)
        with sqlite.worded_errors(self.path), self._connection.begin():
            self._connection.execute(delete(about_table).where(about_table.c.name == name))
            self._connection.execute(insert(about_table).values(name=name, value=value))

    def copy_to(self, target: Path) -> None:
        """Write a complete copy; an existing file is replaced only when the copy is complete.

        Raises:
            FileExists: the target is this very file, whose later changes would be lost. FileLocked: another
                window has it open. FileReadOnly, DiskFull, …: nothing was written.
        """
        unfinished = target.with_name(f".{target.name}{NEW_FILE_SUFFIX}")
        with sqlite.worded_errors(target):
            self._refuse_if_open(target)
            try:
                sqlite.backup(self._connection, unfinished)
                os.replace(unfinished, target)  # noqa: PTH105 - replaces on every system
            finally:
                unfinished.unlink(missing_ok=True)

    def _refuse_if_open(self, target: Path) -> None:
        if not target.exists():
            return
        if target.samefile(self.path):
            raise FileExists(file=target.name)
        lock = WriterLock(target)
        if not lock.take():
            raise FileLocked(file=target.name)
        lock.free()

    def fill(self, fill: Callable[[Connection], None]) -> None:
        """Let a function write to the empty file in one transaction.

        Raises:
            DamagedFile: what it writes breaks the rules of the tables.
        """
        try:
            with sqlite.worded_errors(self.path), self._connection.begin():
                fill(self._connection)
        except IntegrityError as error:
            raise DamagedFile(file=self.path.name) from error

    def rows(self, wanted: Select[Any]) -> Iterator[Row[Any]]:
        """Yield the rows of a query one by one, for what is too large to hold."""
        with sqlite.worded_errors(self.path), self._connection.begin():
            yield from self._connection.execution_options(yield_per=50).execute(wanted)

    def close(self) -> None:
        """Close the file and let others write to it."""
        sqlite.close(self._connection)
        if self._lock is not None:
            self._lock.free()


def _journal_row(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "at": entry.at.isoformat(),
        "author": entry.author,
        "kind": entry.kind,
        "undoes": entry.undoes,
        "edits": entry.edits,
        "digest": entry.digest,
    }
