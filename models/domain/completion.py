"""Fields that follow from others: filled in by whichever edit changes what they follow from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from models.domain import complaints
from models.domain.fields import Record
from models.domain.ledger import Ledger
from models.domain.records.operation import Complaint

_COMPLETED: Mapping[type[Record], Callable[[Any, Any, Ledger], Record]] = {
    Complaint: complaints.completed,
}


def completed(before: Record, after: Record, ledger: Ledger) -> Record:
    """Return an edited record with what follows from the edit.

    before: as it was saved, or as a new one starts; after: of the same type, as the user wants it.
    """
    follow = _COMPLETED.get(type(after))
    return follow(before, after, ledger) if follow is not None else after
