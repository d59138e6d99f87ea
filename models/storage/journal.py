"""The change journal: who changed what and when, chained so that tampering and damage show."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import chain
from typing import Any

from models.domain.edits import Batch, Deed, Edit
from models.domain.encoding import decoded, encoded
from models.domain.fields import Record
from models.domain.ids import RecordId, new_id
from models.domain.registers import register, register_of
from models.storage.batches import StoredBatch, journal_batch
from models.storage.json_text import json_text


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
    edits: JSON as it stands in the file: a list of edits, each with the record before and after it, and of
    batches, each with a list of values for every field. digest: SHA-256 in hex over the digest before it and
    this entry.
    """

    id: RecordId
    at: datetime
    author: str
    kind: EntryKind
    undoes: RecordId | None
    edits: str
    digest: str

    def decoded_edits(self) -> Sequence[Edit]:
        """Return the edits as records."""
        parts = [_decoded(plain) for plain in json.loads(self.edits)]
        if len(parts) == 1 and isinstance(parts[0], Batch):
            return parts[0]
        return tuple(chain.from_iterable(part if isinstance(part, Batch) else (part,) for part in parts))

    def expected_digest(self, before: str) -> str:
        """Return the digest this entry must have after an entry with the digest `before`."""
        head = [before, self.id, self.at.isoformat(), self.author, self.kind, self.undoes or "", ""]
        digest = hashlib.sha256("\x1f".join(head).encode("utf-8", "surrogatepass"))
        digest.update(self.edits.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()


def new_entry(
    kind: EntryKind, author: str, parts: Iterable[Edit | StoredBatch], undoes: RecordId | None, before: str
) -> Entry:
    """Return the entry of a transaction, with its moment and its digest.

    parts: the edits of the transaction, one by one or as batches. before: the digest of the last entry, ""
    for the first.
    """
    text = f"[{','.join(map(_text_of, parts))}]"
    bare = Entry(new_id(), datetime.now(UTC), author, kind, undoes, text, "")
    return Entry(bare.id, bare.at, author, kind, undoes, text, bare.expected_digest(before))


def _text_of(part: Edit | StoredBatch) -> str:
    if isinstance(part, StoredBatch):
        return part.journal_text()
    return json_text(
        {
            "register": register_of(part.record).code,
            "deed": part.deed,
            "before": encoded(part.before) if part.before else None,
            "after": encoded(part.after) if part.after else None,
        }
    )


def _decoded(plain: dict[str, Any]) -> Edit | Batch:
    record_type, deed = register(plain["register"]).record, Deed(plain["deed"])
    if "columns" in plain:
        return journal_batch(deed, record_type, plain)

    def record(name: str) -> Record | None:
        value = plain[name]
        return decoded(record_type, value) if isinstance(value, dict) else None

    return Edit(deed, record("before"), record("after"))


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
