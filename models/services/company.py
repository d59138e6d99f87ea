"""The open company: its records in memory, every change saved at once, undo and redo, evidence."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TypeVar, cast

from models.domain.edits import Batch, Deed, Edit, changed, parts_of, reversed_edits, types_of
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId, made_at, new_id
from models.domain.ledger import Records
from models.domain.marking import N_
from models.domain.records.control import Evidence
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.services import evidence_files
from models.services.shelf import Shelf
from models.storage.company_file import CompanyFile
from models.storage.contents import store_content, stored_content
from models.storage.errors import DamagedFile, FileReadOnly
from models.storage.journal import Entry, EntryKind

R = TypeVar("R", bound=Record)


class NeverDeleted(AppError):
    """The register keeps every record."""

    message = N_("Nothing is deleted here. Write why it is cancelled instead.")


@dataclass(frozen=True)
class Change:
    """What one transaction, undo or redo changed."""

    edits: Sequence[Edit]

    @cached_property
    def _types(self) -> frozenset[type[Record]]:
        return types_of(self.edits)

    @property
    def records(self) -> Sequence[Record]:
        """The records that changed, each as it is now, or as it was where nothing is left."""
        return changed(self.edits)

    def touches(self, *record_types: type[Record]) -> bool:
        """Return whether a record of one of these types changed."""
        return any(issubclass(one, record_types) for one in self._types)

    def to(self, record: Record) -> Sequence[Edit]:
        """Return the edits of one record, known by its type and id."""
        mine = self.of(type(record))
        if isinstance(mine, Batch):
            return mine.only(record.id)
        return [edit for edit in mine if edit.record.id == record.id]

    def of(self, *record_types: type[Record]) -> Sequence[Edit]:
        """Return the edits of records of these types."""
        if isinstance(self.edits, Batch):
            return self.edits if self.touches(*record_types) else ()
        return [edit for edit in self.edits if isinstance(edit.record, record_types)]


Listener = Callable[[Change], None]


class OpenCompany:
    """One company while it is open; its methods belong to the thread that shows it, but where they say so."""

    def __init__(self, file: CompanyFile, author: str) -> None:
        self._file = file
        self.author = author
        self.saved_at: datetime | None = None
        self._listeners: list[Listener] = []
        loaded = file.load_all()
        self._standing = {one.register.record: Shelf(one.standing) for one in loaded}
        self._binned = {one.register.record: Shelf(one.binned) for one in loaded}

    @property
    def path(self) -> Path:
        """Where the company file lies."""
        return self._file.path

    @property
    def identity(self) -> str:
        """What no other company file says of itself, and copies of this one do: the moment it was made."""
        return self._file.about().get("created_at", "")

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._file.is_read_only

    @property
    def read_only_because(self) -> Sentence | None:
        """Why nothing can be changed; None when it can."""
        return self._file.read_only_because

    def forbid_writing(self, because: Sentence) -> None:
        """Let nothing be changed from now on."""
        self._file.read_only_because = because
        self._tell(())

    def all(self, record_type: type[R]) -> Sequence[R]:
        """Return the records of a type, oldest first."""
        return cast("Sequence[R]", self._standing[record_type].listed())

    def binned(self, record_type: type[R]) -> Sequence[R]:
        """Return the records of a type that lie in the bin, oldest first."""
        return cast("Sequence[R]", self._binned[record_type].listed())

    def find(self, record_type: type[R], record_id: RecordId | None) -> R | None:
        """Return one record; None where there is none, it lies in the bin or the id is None."""
        if record_id is None:
            return None
        return cast("R | None", self._standing[record_type].find(record_id))

    def sheet(self, record_type: type[R]) -> R:
        """Return the only record of a sheet, an empty one where nothing was entered yet."""
        register = register_of(record_type)
        found = self.find(record_type, register.sheet_id)
        return found if found is not None else cast("R", register.empty_record())

    def snapshot(self) -> Records:
        """Return the records as they are now, for work in another thread; it reads files by itself."""
        return Records.of_shelves(
            {record_type: shelf.by_id() for record_type, shelf in self._standing.items()},
            cache(partial(stored_content, self.path)),
        )

    def save(self, record: Record) -> None:
        """Save a new or changed record in its own transaction; an unchanged one costs nothing.

        Raises:
            AppError: nothing was changed.
        """
        self.save_all((record,))

    def save_all(
        self,
        records: Iterable[Record],
        contents: Mapping[str, bytes] | None = None,
        doomed: Iterable[Record] = (),
    ) -> None:
        """Save new and changed records in one transaction that is undone in one step.

        contents: bytes that belong to them, by their SHA-256. doomed: records that go to the bin with it.

        Raises:
            NeverDeleted: the register of a doomed one keeps everything; nothing was changed.
        """
        edits = [edit for edit in map(self._edit_for, records) if edit.before != edit.after]
        self._carry_out([*edits, *self._binning(doomed)], EntryKind.EDIT, contents=contents)

    def add_apart(self, records: Sequence[Record]) -> Callable[[], None]:
        """Save many new records of one type from another thread, in one step to undo.

        Nothing else may be asked of the company meanwhile, so a dialog stands before the window. What is
        returned has to be called in the company's own thread: only then are the records there.

        Raises:
            AppError: nothing was changed.
        """
        if not records:
            return lambda: None
        edits = Batch(Deed.CREATE, records)
        entry = self._file.apply(edits, EntryKind.EDIT, self.author)
        # Looked up here for the first time, so that the company's thread has hardly anything left to do.
        _ = edits.by_id
        return lambda: self._take_over(entry, edits)

    def import_all(self, records: Iterable[Record], contents: Mapping[str, bytes] | None = None) -> None:
        """Save records as the company's beginning: one transaction that cannot be undone."""
        edits = [Edit(Deed.CREATE, None, record) for record in records]
        self._carry_out(edits, EntryKind.IMPORT, contents=contents)

    def _edit_for(self, record: Record) -> Edit:
        before = self._standing[type(record)].find(record.id)
        return Edit(Deed.UPDATE if before is not None else Deed.CREATE, before, record)

    def delete(self, records: Iterable[Record]) -> None:
        """Move records to the bin, one step to undo.

        Raises:
            NeverDeleted: their register keeps everything.
        """
        self._carry_out(self._binning(records), EntryKind.EDIT)

    def _binning(self, records: Iterable[Record]) -> list[Edit]:
        # What is binned is the record as it stands, even if the caller holds an older one.
        doomed = [self._standing[type(record)].by_id()[record.id] for record in records]
        if any(register_of(record).keeps_all for record in doomed):
            raise NeverDeleted
        return [Edit(Deed.BIN, record, None) for record in doomed]

    def restore(self, records: Iterable[Record]) -> None:
        """Bring records back from the bin, one step to undo."""
        self._carry_out([Edit(Deed.RESTORE, None, record) for record in records], EntryKind.EDIT)

    def duplicate(self, record: R) -> R:
        """Save a copy of a record under a new id and return it."""
        copy = dataclasses.replace(record, id=new_id())
        self.save(copy)
        return copy

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._file.stacks.undoable) and not self.is_read_only

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to bring back."""
        return bool(self._file.stacks.redoable) and not self.is_read_only

    def undo(self) -> None:
        """Take the last step back; nothing happens where there is none."""
        if self.can_undo:
            self._step(self._file.stacks.undoable[-1], EntryKind.UNDO)

    def redo(self) -> None:
        """Bring the last undone step back; nothing happens where there is none."""
        if self.can_redo:
            self._step(self._file.stacks.redoable[-1], EntryKind.REDO)

    def _step(self, entry_id: RecordId, kind: EntryKind) -> None:
        try:
            edits = self._file.entry(entry_id).decoded_edits()
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedFile(file=self.path.name) from error
        self._carry_out(reversed_edits(edits) if kind is EntryKind.UNDO else edits, kind, undoes=entry_id)

    def _carry_out(
        self,
        edits: Sequence[Edit],
        kind: EntryKind,
        undoes: RecordId | None = None,
        contents: Mapping[str, bytes] | None = None,
    ) -> None:
        if not edits:
            return
        self._take_over(self._file.apply(edits, kind, self.author, undoes, contents), edits)

    def _take_over(self, entry: Entry, edits: Sequence[Edit]) -> None:
        """Hold what was written, and tell of it."""
        self.saved_at = entry.at
        for part in parts_of(edits):
            if isinstance(part, Batch):
                self._follow_batch(part)
            else:
                self._follow(part)
        self._tell(edits)

    def _follow_batch(self, batch: Batch) -> None:
        standing = self._standing[batch.record_type]
        if batch.deed is Deed.CREATE:
            standing.put_all(batch.by_id)
        else:
            standing.take_out(batch.by_id)

    def _follow(self, edit: Edit) -> None:
        record = edit.record
        standing, binned = self._standing[type(record)], self._binned[type(record)]
        binned.take_out([record.id])
        if edit.deed in (Deed.BIN, Deed.REMOVE):
            standing.take_out([record.id])
        else:
            standing.put(record)
        if edit.deed is Deed.BIN:
            binned.put(record)

    def _tell(self, edits: Sequence[Edit]) -> None:
        for listener in tuple(self._listeners):
            listener(Change(edits))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every change; return the function that ends it."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def history(self, record_id: RecordId | None = None, limit: int = 200) -> Sequence[Entry]:
        """Return the journal's entries, newest first; those of one record only where an id is given."""
        if record_id is None:
            return self._file.entries(limit)
        return [entry for entry in self._file.entries() if record_id in entry.edits][:limit]

    def entered_on(self, record: Record) -> date | None:
        """Return the real day a record was entered, None for a sheet."""
        moment = made_at(record.id)
        return moment.astimezone().date() if moment else None

    def take_in_picture(self, path: Path, subject: str, subject_id: str) -> Evidence:
        """Store the content of a picture that is to be printed, as `take_in` does, from any thread.

        Raises:
            NotAPicture, PictureTooLarge, TooLarge, FileUnreachable, …: nothing was stored.
        """
        evidence_files.check_picture(path)
        return self.take_in(path, subject, subject_id)

    def attach(self, path: Path, subject: str, subject_id: str, note: str = "") -> Evidence:
        """Keep a file as evidence of a record and return its record.

        Raises:
            TooLarge, EmptyFile, FileUnreachable, …: nothing was kept.
        """
        evidence = self.take_in(path, subject, subject_id, note)
        self.save(evidence)
        return evidence

    def take_in(self, path: Path, subject: str, subject_id: str, note: str = "") -> Evidence:
        """Store the content of a file and return its record, which becomes evidence once it is saved.

        It may be called from any thread: a large file would hold up the window.

        Raises:
            TooLarge, EmptyFile, FileUnreachable, …: nothing was stored.
        """
        if self.is_read_only:
            raise FileReadOnly(file=self.path.name)
        evidence, content = evidence_files.read(path, subject, subject_id, note)
        store_content(self.path, evidence.sha256, content)
        return evidence

    def evidence_of(self, subject: str, subject_id: str) -> Sequence[Evidence]:
        """Return the files that belong to one record, oldest first."""
        return [one for one in self.all(Evidence) if one.subject == subject and one.subject_id == subject_id]

    def evidence_bytes(self, evidence: Evidence) -> bytes:
        """Return the content of a piece of evidence.

        Raises:
            EvidenceDamaged: it is not what was attached.
        """
        return evidence_files.checked(evidence, self._file.content(evidence.sha256))

    def content(self, sha256: str) -> bytes | None:
        """Return bytes kept under their SHA-256, None where there are none."""
        return self._file.content(sha256)

    def habit(self, name: str) -> str:
        """Return what was noted under a name by `note_habit`, "" for nothing."""
        return self._file.about().get(name, "")

    def note_habit(self, name: str, value: str) -> None:
        """Keep how something is usually done here; it is no record, and never undone.

        Raises:
            AppError: it was not kept.
        """
        self._file.note_about(name, value)

    def save_copy(self, path: Path) -> None:
        """Write a complete copy of the company file; an existing one is replaced."""
        self._file.copy_to(path)

    def close(self) -> None:
        """Close the company; nothing more can be asked of it."""
        self._listeners.clear()
        self._file.close()
