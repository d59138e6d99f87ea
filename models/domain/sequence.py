"""Records that stand in an order of their own: the field `order` holds their number."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from models.domain.fields import Record
from models.domain.ids import RecordId

R = TypeVar("R", bound=Record)


def in_order(records: Iterable[R]) -> list[R]:
    """Return records by their number, those without one at the end and in the order of entry."""
    return sorted(records, key=_place)


def _place(record: Any) -> tuple[bool, int, RecordId]:
    return record.order is None, record.order or 0, record.id


def moved(records: Iterable[R], moving: Collection[RecordId], before: RecordId | None) -> list[R]:
    """Return the records whose number changes when some of them are moved, numbered anew from 1.

    Args:
        records: all of them, in any order.
        moving: those that are moved; among themselves they keep their order.
        before: which comes right behind them then; None for the end.
    """
    standing = in_order(records)
    carried = [record for record in standing if record.id in moving]
    rest = [record for record in standing if record.id not in moving]
    at = _landing(standing, rest, before)
    return _renumbered([*rest[:at], *carried, *rest[at:]])


def _landing(standing: Sequence[R], rest: Sequence[R], before: RecordId | None) -> int:
    """Return where in the rest the moved ones go; what they go before may be one of them."""
    ids = [record.id for record in standing]
    start = ids.index(before) if before in ids else len(ids)
    behind = set(ids[start:])
    return next((at for at, record in enumerate(rest) if record.id in behind), len(rest))


def _renumbered(ordered: Sequence[Any]) -> list[Any]:
    return [
        dataclasses.replace(record, order=number)
        for number, record in enumerate(ordered, 1)
        if record.order != number
    ]
