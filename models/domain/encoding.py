"""Records as plain values, for the journal, the JSON export and the database."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from models.domain.fields import FieldSpec, Kind, Record, fields_of
from models.domain.ids import RecordId
from models.domain.known import Known
from models.domain.text import LocalText

R = TypeVar("R", bound=Record)
Plain = str | int | bool | None | list[str] | dict[str, str]


def _plain_texts(value: LocalText) -> dict[str, str]:
    return dict(value.items())


_OUT: Mapping[Kind, Callable[[Any], Plain]] = {
    Kind.DECIMAL: str,
    Kind.DATE: Known(date.isoformat).__getitem__,
    Kind.BILINGUAL: _plain_texts,
    Kind.BILINGUAL_LONG: _plain_texts,
    Kind.LINES: list,
    Kind.CHOICES: list,
    Kind.PEOPLE: list,
}

_PERSIAN = re.compile("[\u0621-\u06cc]")


def texts_of(plain: Mapping[str, str] | list[str] | str) -> LocalText:
    """Return a text in several languages from a mapping by language code.

    Before schema version 3 the choices of survey questions were a list of lines, and the lines of a notice
    to customers plain texts; nothing but its letters told the language.
    """
    if isinstance(plain, Mapping):
        return LocalText.of(plain)
    text = plain if isinstance(plain, str) else "\n".join(plain)
    return LocalText.of({"fa" if _PERSIAN.search(text) else "en": text})


_IN: Mapping[Kind, Callable[[Any], object]] = {
    Kind.DECIMAL: Decimal,
    Kind.DATE: Known(date.fromisoformat).__getitem__,
    Kind.BILINGUAL: texts_of,
    Kind.BILINGUAL_LONG: texts_of,
    Kind.LINES: tuple,
    Kind.CHOICES: tuple,
    Kind.PEOPLE: tuple,
}


def encoder(spec: FieldSpec) -> Callable[[Any], Plain] | None:
    """Return what makes plain values of a field's values that are not None; None where they are plain."""
    return _OUT.get(spec.kind)


def decoder(spec: FieldSpec) -> Callable[[Any], object] | None:
    """Return what makes a field's values of plain ones that are not None; None where they are the same."""
    return _IN.get(spec.kind)


def decoded_value(spec: FieldSpec, plain: object) -> object:
    """Return the value of a field from its plain value; None stays None."""
    decode = decoder(spec)
    return decode(plain) if decode is not None and plain is not None else plain


_Plan = tuple[tuple[str, Callable[[Any], Plain] | None], ...]
_plans: dict[type[Record], _Plan] = {}


def _plan(record_type: type[Record]) -> _Plan:
    """Return the names of a record's fields with what encodes their values, None where they stay."""
    plan = _plans.get(record_type)
    if plan is None:
        plan = tuple((spec.name, encoder(spec)) for spec in fields_of(record_type))
        _plans[record_type] = plan
    return plan


def encoded(record: Record) -> dict[str, Plain]:
    """Return a record as plain values by field name, the id first."""
    plain: dict[str, Plain] = {"id": record.id}
    for name, encode in _plan(type(record)):
        value = getattr(record, name)
        plain[name] = encode(value) if encode is not None and value is not None else value
    return plain


def decoded(record_type: type[R], plain: Mapping[str, object]) -> R:
    """Return the record from its plain values.

    A field that is missing gets its default, one that the record no longer has is left out: files of older
    versions are read so.
    """
    known = {
        spec.name: decoded_value(spec, plain[spec.name])
        for spec in fields_of(record_type)
        if spec.name in plain
    }
    return record_type(id=RecordId(str(plain["id"])), **known)


_TEXT_KINDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.CODE, Kind.CHOICE, Kind.CONTENT})
_TUPLE_KINDS = frozenset({Kind.LINES, Kind.CHOICES, Kind.PEOPLE})


def wrongly_typed_field(record: Record) -> str:
    """Return the name of the first field whose value has not the type its kind asks for, "" if all have.

    Records made by the program are right by their types; those that come from a file made elsewhere are not.
    """
    for spec in fields_of(type(record)):
        if not _is_typed(spec, getattr(record, spec.name)):
            return spec.name
    return ""


def _is_typed(spec: FieldSpec, value: object) -> bool:
    if spec.kind in _TEXT_KINDS:
        return isinstance(value, str)
    if spec.kind in _TUPLE_KINDS:
        return isinstance(value, tuple) and all(isinstance(item, str) for item in value)
    if spec.kind is Kind.BOOLEAN:
        return isinstance(value, bool)
    if spec.kind in (Kind.BILINGUAL, Kind.BILINGUAL_LONG):
        return isinstance(value, LocalText) and all(isinstance(text, str) for _, text in value.items())
    return value is None or isinstance(value, _OPTIONAL_TYPES.get(spec.kind, str))


_OPTIONAL_TYPES: Mapping[Kind, type] = {Kind.INTEGER: int, Kind.DECIMAL: Decimal, Kind.DATE: date}
