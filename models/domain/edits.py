"""Changes to records, before and after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import overload

from models.domain.fields import Record
from models.domain.ids import RecordId

_MANY = 20


class Deed(StrEnum):
    """What an edit does to its record."""

    CREATE = "create"
    UPDATE = "update"
    BIN = "bin"
    RESTORE = "restore"
    REMOVE = "remove"


@dataclass(frozen=True)
class Edit:
    """One record's change.

    before is None where the record is new or comes back from the bin; after is None where it goes to the bin
    or, for an undone creation, away.
    """

    deed: Deed
    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is after the edit, or as it was where nothing is left."""
        record = self.after or self.before
        assert record is not None
        return record

    def reversed(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(_REVERSED[self.deed], self.after, self.before)


_REVERSED = {
    Deed.CREATE: Deed.REMOVE,
    Deed.REMOVE: Deed.CREATE,
    Deed.UPDATE: Deed.UPDATE,
    Deed.BIN: Deed.RESTORE,
    Deed.RESTORE: Deed.BIN,
}


class Batch(Sequence[Edit]):
    """The same deed to many records of one type: edits that are made only where one looks at them.

    deed: CREATE or REMOVE. records: at least one.
    """

    def __init__(self, deed: Deed, records: Sequence[Record]) -> None:
        self.deed = deed
        self.records = records
        self.record_type = type(records[0])

    @cached_property
    def by_id(self) -> Mapping[RecordId, Record]:
        """The records by their ids, in the order in which they stand."""
        return {record.id: record for record in self.records}

    def __len__(self) -> int:
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> Edit: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[Edit]: ...

    def __getitem__(self, at: int | slice) -> Edit | Sequence[Edit]:
        if isinstance(at, slice):
            return [self._edit(record) for record in self.records[at]]
        return self._edit(self.records[at])

    def _edit(self, record: Record) -> Edit:
        return Edit(self.deed, None, record) if self.deed is Deed.CREATE else Edit(self.deed, record, None)

    def only(self, record_id: RecordId) -> Sequence[Edit]:
        """Return the edit of one record; none where the batch has not got it."""
        found = self.by_id.get(record_id)
        return [self._edit(found)] if found is not None else []

    def reversed(self) -> Batch:
        """Return the batch that takes this one back, last first."""
        return Batch(_REVERSED[self.deed], self.records[::-1])


def parts_of(edits: Sequence[Edit]) -> Iterator[Edit | Batch]:
    """Yield edits in their order, where many do the same to new records of one type, as a batch."""
    if isinstance(edits, Batch):
        yield edits
        return
    for (deed, _record_type), group in groupby(edits, key=lambda edit: (edit.deed, type(edit.record))):
        alike = list(group)
        if deed in (Deed.CREATE, Deed.REMOVE) and len(alike) >= _MANY:
            yield Batch(deed, [edit.record for edit in alike])
        else:
            yield from alike


def reversed_edits(edits: Sequence[Edit]) -> Sequence[Edit]:
    """Return the edits that take these back, last first."""
    if isinstance(edits, Batch):
        return edits.reversed()
    return tuple(edit.reversed() for edit in reversed(edits))


def changed(edits: Sequence[Edit]) -> Sequence[Record]:
    """Return the records that edits change, each as `Edit.record` tells it."""
    return edits.records if isinstance(edits, Batch) else [edit.record for edit in edits]


def types_of(edits: Sequence[Edit]) -> frozenset[type[Record]]:
    """Return the types of the records that edits change."""
    if isinstance(edits, Batch):
        return frozenset({edits.record_type})
    return frozenset(map(type, changed(edits)))
