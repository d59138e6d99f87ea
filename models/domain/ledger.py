"""All records of a company, as rules and documents see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar, cast

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.registers import register_of

R = TypeVar("R", bound=Record)
Contents = Callable[[str], "bytes | None"]
"""Returns the bytes kept under a SHA-256, None where there are none."""


class Ledger(Protocol):
    """The records of one company by type, those in the bin left out."""

    def all(self, record_type: type[R]) -> Sequence[R]:
        """Return the records of a type, oldest first."""

    def find(self, record_type: type[R], record_id: RecordId | None) -> R | None:
        """Return one record; None where there is none, it lies in the bin or the id is None."""

    def sheet(self, record_type: type[R]) -> R:
        """Return the only record of a sheet, an empty one where nothing was entered yet."""

    def content(self, sha256: str) -> bytes | None:
        """Return the bytes of a piece of evidence by their SHA-256, None where there are none."""


class Records:
    """A ledger that stands in memory, made of records; what files they keep is asked of `contents`."""

    def __init__(self, records: Iterable[Record] = (), contents: Contents = lambda _sha256: None) -> None:
        self._contents = contents
        self._by_type: dict[type[Record], dict[RecordId, Record]] = {}
        for record in records:
            self._by_type.setdefault(type(record), {})[record.id] = record

    @classmethod
    def of_shelves(
        cls, shelves: Mapping[type[Record], Mapping[RecordId, Record]], contents: Contents
    ) -> Records:
        """Return a ledger of records that stand by type and id; what changes there later leaves it alone."""
        records = cls((), contents)
        records._by_type = {record_type: dict(shelf) for record_type, shelf in shelves.items()}
        return records

    def with_record(self, record: Record) -> Records:
        """Return a ledger in which one record stands as given, new or in place of what it was."""
        shelf = dict(self._by_type.get(type(record), {}))
        is_new = record.id not in shelf
        shelf[record.id] = record
        changed = Records((), self._contents)
        changed._by_type = {**self._by_type, type(record): dict(sorted(shelf.items())) if is_new else shelf}
        return changed

    def all(self, record_type: type[R]) -> Sequence[R]:
        """Return the records of a type in the order they were given."""
        return cast("Sequence[R]", tuple(self._by_type.get(record_type, {}).values()))

    def find(self, record_type: type[R], record_id: RecordId | None) -> R | None:
        """Return one record, None where there is none."""
        if record_id is None:
            return None
        return cast("R | None", self._by_type.get(record_type, {}).get(record_id))

    def sheet(self, record_type: type[R]) -> R:
        """Return the only record of a sheet, an empty one where none was given."""
        register = register_of(record_type)
        found = self.find(record_type, register.sheet_id)
        return found if found is not None else cast("R", register.empty_record())

    def content(self, sha256: str) -> bytes | None:
        """Return the bytes of a piece of evidence by their SHA-256, None where there are none."""
        return self._contents(sha256)
