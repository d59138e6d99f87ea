"""Which records of a register are shown, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from models.domain.fields import FieldSpec, Record
from models.domain.ids import RecordId
from models.localisation.display import Display
from models.localisation.text import search_key

Item = TypeVar("Item")
_Keyed = tuple[object, int, RecordId]

_CHUNK = 500


@dataclass(frozen=True)
class Arrangement:
    """What is searched for, as folded words, and what it is sorted by; None keeps the order of entry."""

    words: tuple[str, ...] = ()
    by: FieldSpec | None = None
    is_descending: bool = False

    @classmethod
    def searched(cls, text: str) -> tuple[str, ...]:
        """Return the words of a text that a user typed to find records."""
        return tuple(search_key(text).split())


def arranged(
    records: Sequence[Record], wanted: Arrangement, display: Display, found_by: Callable[[Record], str]
) -> Generator[None, None, list[RecordId]]:
    """Return the ids of the records found, in order; yields often.

    found_by: returns the folded text of a record, in which every word must occur.
    """
    found: list[Record] = [] if wanted.words else list(records)
    for record in records if wanted.words else ():
        if _has(found_by(record), wanted.words):
            found.append(record)
        yield
    if wanted.by is None:
        return list(map(attrgetter("id"), found))
    return (yield from _sorted(found, wanted.by, wanted.is_descending, display))


def _has(text: str, words: tuple[str, ...]) -> bool:
    return all(word in text for word in words)


def _sorted(
    records: list[Record], spec: FieldSpec, is_descending: bool, display: Display
) -> Generator[None, None, list[RecordId]]:
    keyed: list[_Keyed] = []
    without: list[RecordId] = []
    for at, record in enumerate(records):
        key = display.order(record, spec)
        if key is None:
            without.append(record.id)
        else:
            keyed.append((key, at, record.id))
        yield
    chunks: list[list[_Keyed]] = []
    for chunk in _chunks(keyed):
        chunks.append(sorted(chunk, reverse=is_descending))
        yield
    ids: list[RecordId] = []
    for _key, _at, record_id in merge(*chunks, reverse=is_descending):
        ids.append(record_id)
        yield
    return ids + without


def _chunks(items: list[Item]) -> Iterator[list[Item]]:
    rest = iter(items)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
