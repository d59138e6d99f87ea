"""From what the source of the sample company writes to the values of record fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from models.domain.fields import FieldSpec, Kind
from models.domain.ids import RecordId
from models.domain.text import LocalText
from models.services.sample.source import BrokenSampleError, Calendar


@dataclass(frozen=True)
class Reader:
    """What it takes to read a written value: the language, the present day, and the ids behind the keys."""

    language_code: str
    today: date
    calendar: Calendar
    ids: Mapping[tuple[str, str], RecordId]

    def value(self, spec: FieldSpec, written: Any, place: str) -> object:
        """Return the value of a field.

        Raises:
            BrokenSampleError: it was not written as the field's kind wants it.
        """
        try:
            return _READERS[spec.kind](self, spec, written)
        except (BrokenSampleError, TypeError, KeyError) as error:
            raise BrokenSampleError(f"{place}: {spec.name}: {error}") from error

    def text(self, written: Any) -> str:
        """Return a text in the reader's language; a plain string is the same in all of them."""
        return written if isinstance(written, str) else LocalText.of(written).best(self.language_code)


def _plain(_reader: Reader, _spec: FieldSpec, written: Any) -> str:
    if not isinstance(written, str):
        raise BrokenSampleError(f"{written!r} is no plain text")
    return written


def _text(reader: Reader, _spec: FieldSpec, written: Any) -> str:
    return reader.text(written)


def _texts(_reader: Reader, _spec: FieldSpec, written: Any) -> LocalText:
    return LocalText.of(dict(written))


def _lines(reader: Reader, _spec: FieldSpec, written: Any) -> tuple[str, ...]:
    if isinstance(written, dict):
        return tuple(written.get(reader.language_code) or written[min(written)])
    return tuple(reader.text(line) for line in written)


def _integer(_reader: Reader, _spec: FieldSpec, written: Any) -> int:
    if type(written) is not int:
        raise BrokenSampleError(f"{written!r} is no whole number")
    return written


def _decimal(_reader: Reader, _spec: FieldSpec, written: Any) -> Decimal:
    if type(written) not in (int, Decimal):
        raise BrokenSampleError(f"{written!r} is no number")
    return Decimal(written)


def _boolean(_reader: Reader, _spec: FieldSpec, written: Any) -> bool:
    if type(written) is not bool:
        raise BrokenSampleError(f"{written!r} is neither true nor false")
    return written


def _day(reader: Reader, spec: FieldSpec, written: Any) -> date:
    offset = _integer(reader, spec, written)
    if not reader.calendar.is_open(offset):
        raise BrokenSampleError(f"day {offset} is a day off")
    return reader.calendar.day(offset, reader.today)


def _choice(_reader: Reader, spec: FieldSpec, written: Any) -> str:
    if written not in spec.choices:
        raise BrokenSampleError(f"{written!r} is none of {', '.join(spec.choices)}")
    return str(written)


def _choices(reader: Reader, spec: FieldSpec, written: Any) -> tuple[str, ...]:
    return tuple(_choice(reader, spec, one) for one in written)


def _reference(reader: Reader, spec: FieldSpec, written: Any) -> RecordId:
    record_id = reader.ids.get((spec.target, written))
    if record_id is None:
        raise BrokenSampleError(f"no line of {spec.target} has the key {written!r}")
    return record_id


def _references(reader: Reader, spec: FieldSpec, written: Any) -> tuple[RecordId, ...]:
    return tuple(_reference(reader, spec, one) for one in written)


_READERS: Mapping[Kind, Callable[[Reader, FieldSpec, Any], object]] = {
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.CODE: _plain,
    Kind.BILINGUAL: _texts,
    Kind.BILINGUAL_LONG: _texts,
    Kind.LINES: _lines,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _day,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PERSON: _reference,
    Kind.PEOPLE: _references,
    Kind.REFERENCE: _reference,
    Kind.CONTENT: _plain,
    Kind.FILE: _reference,
}
