"""Names of records of which no two are alike, for lists to pick from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.registers import register_of
from models.localisation.display import Display
from models.localisation.text import search_key

# What says most about whom or what is meant stands first in a record; a yes or no says too little.
_DUMB = frozenset({Kind.BOOLEAN, Kind.FILE, Kind.PEOPLE, Kind.CHOICES})


def told_apart(records: Iterable[Record], writer: Display, longest: int) -> dict[RecordId, str]:
    """Return what each record is called in a list, by id and in their order.

    Those with the same name get something more: the first field in which they differ, such as a person's
    job, and a number where there is none. A name has at most `longest` characters, without what is added.
    """
    known = list(records)
    names = {record.id: " ".join(writer.name(record).split())[:longest] for record in known}
    counted = Counter(map(search_key, names.values()))
    doubles: dict[str, list[Record]] = {}
    for record in known:
        if counted[search_key(names[record.id])] > 1:
            doubles.setdefault(search_key(names[record.id]), []).append(record)
    for namesakes in doubles.values():
        for record, more in zip(namesakes, _differences(namesakes, writer), strict=True):
            names[record.id] = f"{names[record.id]} · {more}" if more else names[record.id]
    return names


def _differences(namesakes: Sequence[Record], writer: Display) -> list[str]:
    """Return what tells each record from the others, "" where its having nothing does."""
    for spec in _telling_fields(namesakes[0]):
        texts = [" ".join(writer.of(record, spec).split()) for record in namesakes]
        if len({search_key(text) for text in texts}) == len(texts):
            return texts
    return [writer.number(place) for place in range(1, len(namesakes) + 1)]


def _telling_fields(record: Record) -> list[FieldSpec]:
    described = register_of(record)
    return [spec for spec in described.fields if spec.name != described.name and spec.kind not in _DUMB]
