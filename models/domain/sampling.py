"""Picking at random, in a way that can be followed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import TypeVar

from models.domain.fields import Record

R = TypeVar("R", bound=Record)


def pick(records: Iterable[R], count: int, day: date, salt: str = "") -> tuple[R, ...]:
    """Return some records as if drawn by lot, the same ones all day long, in the order they came in.

    salt: what they are picked for, so that two draws of one day differ.
    """
    known = tuple(records)
    drawn = {one.id for one in sorted(known, key=lambda one: _lot(one, day, salt))[:count]}
    return tuple(one for one in known if one.id in drawn)


def _lot(record: Record, day: date, salt: str) -> bytes:
    return sha256(f"{day.isoformat()} {salt} {record.id}".encode()).digest()
