"""Many records of one type at once, as columns: the values of each field, in the order of the records."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, repeat
from operator import attrgetter
from typing import Any, TypeVar

from models.domain.encoding import Plain, decoder, encoder
from models.domain.fields import Record, defaults_of, fields_of

R = TypeVar("R", bound=Record)

_AT_ONCE = 1_000


def records_of(record_type: type[R], columns: Mapping[str, Iterable[object]]) -> list[R]:
    """Return the records that columns are made of; the column of ids must be among them.

    Columns are equally long; a field without one has its default in every record. A record made so takes half
    of the time, and two thirds of the memory, of one that is made by itself.

    Raises:
        TypeError: a column is no field.
    """
    defaults = defaults_of(record_type)
    if not columns.keys() <= defaults.keys():
        raise TypeError(f"{record_type.__name__} has no {sorted(columns.keys() - defaults.keys())}")
    ids = list(columns["id"])
    records = list(map(object.__new__, repeat(record_type, len(ids))))
    whole: dict[str, Iterable[object]] = {name: repeat(value) for name, value in defaults.items()}
    # Fields are set in the order in which every record has them: its hash depends on that.
    for name, column in {**whole, **columns, "id": ids}.items():
        _run_through(map(object.__setattr__, records, repeat(name), column))
    return records


def _run_through(deeds: Iterable[object]) -> None:
    deque(deeds, maxlen=0)


def encoded_columns(records: Sequence[Record]) -> dict[str, Sequence[Plain]]:
    """Return records of one type, of which there is at least one, as plain values by field, the ids first."""
    specs = fields_of(type(records[0]))
    values_of = attrgetter("id", *(spec.name for spec in specs))
    columns: list[list[Any]] = [[] for _name in ("id", *specs)]
    rest = iter(records)
    # Some at a time, since what was just touched is at hand.
    while some := list(map(values_of, islice(rest, _AT_ONCE))):
        for column, values in zip(columns, zip(*some, strict=True), strict=True):
            column.extend(values)
    encoded: dict[str, Sequence[Plain]] = {"id": columns[0]}
    for spec, column in zip(specs, columns[1:], strict=True):
        encode = encoder(spec)
        # Tuples need not become lists: in JSON they are the same.
        encoded[spec.name] = column if encode is list else converted(column, encode)
    return encoded


def decoded_columns(record_type: type[R], columns: Mapping[str, Sequence[object]]) -> list[R]:
    """Return the records from their plain values, as `encoding.decoded` returns a single one."""
    values: dict[str, Iterable[object]] = {"id": map(str, columns["id"])}
    for spec in fields_of(record_type):
        if spec.name in columns:
            values[spec.name] = converted(columns[spec.name], decoder(spec))
    return records_of(record_type, values)


def converted(column: Sequence[Any], convert: Callable[[Any], Any] | None) -> Sequence[Any]:
    """Return the values of a column converted, but for those that are None; `convert` may do nothing."""
    if convert is None:
        return column
    return [value if value is None else convert(value) for value in column]
