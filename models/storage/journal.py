"""The change journal: who changed what and when, chained so that tampering and damage show."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from models.domain.edits import Deed, Edit
from models.domain.encoding import decoded, encoded
from models.domain.fields import Record
from models.domain.ids import RecordId, new_id
from models.domain.registers import register, register_of


class EntryKind(StrEnum):
    """Why an entry was written. An import is no step that could be undone."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"


@dataclass(frozen=True)
class Entry:
    """One transaction as the journal keeps it.

    undoes: the entry whose edits an undo takes back or a redo brings back.
    edits: JSON as it stands in the file. digest: SHA-256 in hex over the digest before it and this entry.
    """

    id: RecordId
    at: datetime
    author: str
    kind: EntryKind
    undoes: RecordId | None
    edits: str
    digest: str

    def decoded_edits(self) -> tuple[Edit, ...]:
        """Return the edits as records."""
        return tuple(_decoded_edit(plain) for plain in json.loads(self.edits))

    def expected_digest(self, before: str) -> str:
        """Return the digest this entry must have after an entry with the digest `before`."""
        at = self.at.isoformat()
        parts = [before, self.id, at, self.author, self.kind, self.undoes or "", self.edits]
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def new_entry(
    kind: EntryKind, author: str, edits: Iterable[Edit], undoes: RecordId | None, before: str
) -> Entry:
    """Return the entry of a transaction, with its moment and its digest.

    before: the digest of the last entry, "" for the first.
    """
    text = json.dumps([_encoded_edit(edit) for edit in edits], ensure_ascii=False, separators=(",", ":"))
    bare = Entry(new_id(), datetime.now(UTC), author, kind, undoes, text, "")
    return Entry(bare.id, bare.at, author, kind, undoes, text, bare.expected_digest(before))


def _encoded_edit(edit: Edit) -> dict[str, object]:
    return {
        "register": register_of(edit.record).code,
        "deed": edit.deed,
        "before": encoded(edit.before) if edit.before else None,
        "after": encoded(edit.after) if edit.after else None,
    }


def _decoded_edit(plain: dict[str, object]) -> Edit:
    record_type = register(str(plain["register"])).record

    def record(name: str) -> Record | None:
        value = plain[name]
        return decoded(record_type, value) if isinstance(value, dict) else None

    return Edit(Deed(str(plain["deed"])), record("before"), record("after"))


@dataclass
class UndoStacks:
    """What can be undone and redone, derived from the journal's entries in their order."""

    undoable: list[RecordId] = field(default_factory=list)
    redoable: list[RecordId] = field(default_factory=list)

    @classmethod
    def replayed(cls, steps: Iterable[tuple[RecordId, str]]) -> UndoStacks:
        """Return the stacks after entries given as (id, kind)."""
        stacks = cls()
        for entry_id, kind in steps:
            stacks.note(entry_id, EntryKind(kind))
        return stacks

    def note(self, entry_id: RecordId, kind: EntryKind) -> None:
        """Follow one entry."""
        if kind is EntryKind.EDIT:
            self.undoable.append(entry_id)
            self.redoable.clear()
        elif kind is EntryKind.UNDO:
            self.redoable.append(self.undoable.pop())
        elif kind is EntryKind.REDO:
            self.undoable.append(self.redoable.pop())
        else:
            self.undoable.clear()
            self.redoable.clear()


def reversed_edits(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the edits that take these back, last first."""
    return tuple(edit.reversed() for edit in reversed(edits))
