"""Where a text of a document comes from."""

from __future__ import annotations

from dataclasses import dataclass

from models.domain.ids import RecordId


@dataclass(frozen=True)
class Origin:
    """The record from which a text was taken, and the fields of it that the text shows.

    It is never printed: it tells whoever shows the pages where a record stands on them.
    """

    record: RecordId
    fields: tuple[str, ...] = ()
