"""The records of one type that a company holds, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from models.domain.fields import Record
from models.domain.ids import RecordId


class Shelf:
    """Records by their ids, the oldest first.

    To put 100,000 records in order takes longer than a key may. A new one nearly always stands behind the
    others, and nothing is sorted before one does not.
    """

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._by_id: dict[RecordId, Record] = {}
        self._is_in_order = True
        self._listed: tuple[Record, ...] | None = None
        self.put_all({record.id: record for record in records})

    def find(self, record_id: RecordId) -> Record | None:
        """Return one record, None where it is not here."""
        return self._by_id.get(record_id)

    def put(self, record: Record) -> None:
        """Take in a record, in the place of what it was before."""
        self.put_all({record.id: record})

    def put_all(self, records: Mapping[RecordId, Record]) -> None:
        """Take in records, given by their ids."""
        self._listed = None
        new = records if not self._by_id else [one for one in records if one not in self._by_id]
        last = next(reversed(self._by_id), RecordId(""))
        self._is_in_order &= all(before < after for before, after in pairwise((last, *new)))
        self._by_id.update(records)

    def take_out(self, record_ids: Iterable[RecordId]) -> None:
        """Hold records no longer; those that are not here are passed over."""
        self._listed = None
        for record_id in record_ids:
            self._by_id.pop(record_id, None)

    def by_id(self) -> Mapping[RecordId, Record]:
        """Return the records by their ids, oldest first; what changes here later changes there."""
        if not self._is_in_order:
            self._by_id = {record_id: self._by_id[record_id] for record_id in sorted(self._by_id)}
            self._is_in_order = True
        return self._by_id

    def listed(self) -> tuple[Record, ...]:
        """Return the records, oldest first."""
        if self._listed is None:
            self._listed = tuple(self.by_id().values())
        return self._listed
