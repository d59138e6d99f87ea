"""Ids of records: made by the program, sortable by the moment they were made."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from hashlib import sha256
from typing import NewType
from uuid import UUID

RecordId = NewType("RecordId", str)

_VERSION = 7
_last_stamp = 0


def new_id() -> RecordId:
    """Return a new id: a version 7 UUID (RFC 9562), later ones of this process always greater."""
    stamp = _next_stamp()
    milliseconds, fraction = divmod(stamp, 4096)
    value = milliseconds << 80 | _VERSION << 76 | fraction << 64 | 0b10 << 62
    value |= int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    plain = f"{value:032x}"
    return RecordId(f"{plain[:8]}-{plain[8:12]}-{plain[12:16]}-{plain[16:20]}-{plain[20:]}")


def _next_stamp() -> int:
    """Return the time in 1/4096 milliseconds, made to grow even when the clock stands or goes back."""
    global _last_stamp
    _last_stamp = max(time.time_ns() * 4096 // 1_000_000, _last_stamp + 1)
    return _last_stamp


def derived_id(base: RecordId, key: str) -> RecordId:
    """Return the id that always belongs to a made id and a key; it is of the same moment."""
    value = UUID(base).int >> 80 << 80 | _VERSION << 76 | 0b10 << 62
    digest = int.from_bytes(sha256(f"{base} {key}".encode()).digest())
    value |= (digest & 0xFFF) << 64 | digest >> 64 & ((1 << 62) - 1)
    return RecordId(str(UUID(int=value)))


def made_at(record_id: RecordId) -> datetime | None:
    """Return the moment an id was made; None for a record of which there is only one, whose id is a name."""
    try:
        value = UUID(record_id)
    except ValueError:
        return None
    if value.version != _VERSION:
        return None
    return datetime.fromtimestamp((value.int >> 80) / 1000, tz=UTC)
