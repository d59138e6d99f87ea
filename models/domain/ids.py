"""Ids of records: made by the program, sortable by the moment they were made."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from typing import NewType, cast
from uuid import UUID

RecordId = NewType("RecordId", str)

_VERSION = 7
_VARIANT_OF_BYTE = bytes(0b10 << 6 | byte & 0b111111 for byte in range(256))
_FRACTIONS = 4096  # of a millisecond
_last_stamp = 0


def new_id() -> RecordId:
    """Return a new id: a version 7 UUID (RFC 9562), later ones of this process always greater."""
    return new_ids(1)[0]


def new_ids(count: int) -> list[RecordId]:
    """Return new ids as `new_id` does, each greater than the one before; many at once cost far less."""
    chance = bytearray(os.urandom(8 * count))
    groups = chance[: 2 * count]
    groups[::2] = groups[::2].translate(_VARIANT_OF_BYTE)
    endings = zip(_digits(groups, 2), _digits(chance[2 * count :], 6), strict=True)
    stamp = _first_stamp(count)
    ids: list[str] = []
    while len(ids) < count:
        milliseconds, first = divmod(stamp + len(ids), _FRACTIONS)
        time_of = f"{milliseconds:012x}"
        head = f"{time_of[:8]}-{time_of[8:]}-{_VERSION}"
        fractions = _fractions()[first : first + count - len(ids)]
        ids += [f"{head}{one}-{group}-{tail}" for one, (group, tail) in zip(fractions, endings, strict=False)]
    return cast("list[RecordId]", ids)


def _digits(chance: bytearray, length: int) -> list[str]:
    """Return the hexadecimal digits of so many bytes each."""
    return chance.hex("-", length).split("-")


@cache
def _fractions() -> tuple[str, ...]:
    return tuple(f"{fraction:03x}" for fraction in range(_FRACTIONS))


def _first_stamp(count: int) -> int:
    """Return the first of so many times in 1/4096 milliseconds, which grow even when the clock does not."""
    global _last_stamp
    first = max(time.time_ns() * _FRACTIONS // 1_000_000, _last_stamp + 1)
    _last_stamp = first + count - 1
    return first


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
