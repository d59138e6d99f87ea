"""Changes to records, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.domain.fields import Record


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
