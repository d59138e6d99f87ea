"""Turn one TOML file of resources/content into one frozen dataclass.

The dataclass is the schema: every field without a default must stand in the file, nothing else may, and each
value must have the annotated type. Texts in several languages are tables from language code to text.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, NewType, TypeVar, cast, get_args, get_origin, get_type_hints

from models.content.compiled import Table, parsed, table_of
from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.text import LocalText

CONTENT = Path(__file__).resolve().parents[2] / "resources" / "content"

T = TypeVar("T")
_Converter = Callable[[Any], Any]


class BrokenContentError(AppError):
    """A content file that cannot be used."""

    message = N_("The content file {file} is damaged. Install the program again.")


class UnreadableContentError(BrokenContentError):
    """A content file that is missing or is no TOML."""

    message = N_("The content file {file} cannot be read ({reason}). Install the program again.")


class MissingFieldError(BrokenContentError):
    """An entry of a content file lacks a field."""

    message = N_(
        "The content file {file} is damaged: {entry} has no field {field}. Install the program again."
    )


class UnknownFieldError(BrokenContentError):
    """An entry of a content file has a field that nobody reads."""

    message = N_(
        "The content file {file} is damaged: {entry} has an unknown field {field}. Install the program again."
    )


class WrongValueError(BrokenContentError):
    """An entry of a content file has a value of the wrong type, or an empty text."""

    message = N_(
        "The content file {file} is damaged: {entry} has a wrong value in the field {field}. "
        "Install the program again."
    )


class _Fault(Exception):
    """A fault on its way up to the entry and the file it stands in."""

    def __init__(self, kind: type[BrokenContentError], field: str = "") -> None:
        super().__init__(field)
        self.kind = kind
        self.field = field
        self.entry = ""

    def seen_in(self, name: str) -> None:
        """Lengthen the path of the field by one name, until the entry is known."""
        if not self.entry:
            self.field = f"{name}.{self.field}" if self.field else name

    def belongs_to(self, entry: str) -> None:
        """Name the entry; the innermost one counts."""
        self.entry = self.entry or entry


def load(name: str, shape: type[T]) -> T:
    """Return a file of resources/content as a record of that dataclass.

    Args:
        name: path below resources/content, with slashes.
        shape: the dataclass of the whole file.

    Raises:
        BrokenContentError: names the file, the entry and the field.
    """
    return _made(CONTENT / name, lambda path: table_of(path, CONTENT), shape)


def read(path: Path, shape: type[T]) -> T:
    """Return any TOML file as a record of that dataclass; errors as for `load`."""
    return _made(path, parsed, shape)


def _made(path: Path, table_in: Callable[[Path], Table], shape: type[T]) -> T:
    try:
        table = table_in(path)
    except (OSError, ValueError) as error:
        raise UnreadableContentError(file=path.name, reason=error) from error
    try:
        return cast(T, _converter(cast(Any, shape))(table))
    except _Fault as fault:
        raise fault.kind(file=path.name, entry=fault.entry or path.stem, field=fault.field) from None


@cache
def _converter(hint: Any) -> _Converter:
    """Return the function that turns a TOML value into a value of that type."""
    if isinstance(hint, NewType):
        return _converter(hint.__supertype__)
    origin = get_origin(hint)
    if origin is tuple:
        return _sequence(_converter(get_args(hint)[0]))
    if origin is Mapping:
        return _mapping(_converter(get_args(hint)[1]))
    if origin is types.UnionType:
        return _converter(get_args(hint)[0])
    if hint is LocalText:
        return _local_text
    if dataclasses.is_dataclass(hint):
        return _record(cast(type[Any], hint))
    return _scalar(hint)


def _record(shape: type[Any]) -> _Converter:
    """Return the converter of a table into a dataclass."""
    hints = get_type_hints(shape)
    fields = {field.name: _converter(hints[field.name]) for field in dataclasses.fields(shape)}
    required = [field.name for field in dataclasses.fields(shape) if _is_required(field)]

    def convert(raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise _Fault(WrongValueError)
        try:
            _check_names(raw, fields, required)
            return shape(**{name: _convert_field(fields[name], name, value) for name, value in raw.items()})
        except _Fault as fault:
            fault.belongs_to(str(raw.get("id", "")))
            raise

    return convert


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _check_names(raw: Mapping[str, Any], known: Mapping[str, _Converter], required: list[str]) -> None:
    for name in raw:
        if name not in known:
            raise _Fault(UnknownFieldError, name)
    for name in required:
        if name not in raw:
            raise _Fault(MissingFieldError, name)


def _convert_field(converter: _Converter, name: str, value: Any) -> Any:
    try:
        return converter(value)
    except _Fault as fault:
        fault.seen_in(name)
        raise


def _sequence(item: _Converter) -> _Converter:
    def convert(raw: Any) -> Any:
        if not isinstance(raw, list):
            raise _Fault(WrongValueError)
        return tuple(_convert_field(item, str(number), value) for number, value in enumerate(raw, 1))

    return convert


def _mapping(item: _Converter) -> _Converter:
    def convert(raw: Any) -> Any:
        if not isinstance(raw, dict):
            raise _Fault(WrongValueError)
        return types.MappingProxyType({key: _convert_field(item, key, value) for key, value in raw.items()})

    return convert


def _local_text(raw: Any) -> LocalText:
    if not isinstance(raw, dict) or not raw:
        raise _Fault(WrongValueError)
    for code, text in raw.items():
        if not isinstance(text, str) or not text.strip():
            raise _Fault(WrongValueError, code)
    return LocalText.of(raw)


def _scalar(kind: type[Any]) -> _Converter:
    """Return the converter of a plain value; a whole number is a good decimal, nothing else changes type."""
    if issubclass(kind, Enum):
        return _choice(kind)
    accepted = (int, Decimal) if kind is Decimal else (kind,)

    def convert(raw: Any) -> Any:
        if type(raw) not in accepted or raw == "":
            raise _Fault(WrongValueError)
        return Decimal(raw) if kind is Decimal else raw

    return convert


def _choice(kind: type[Enum]) -> _Converter:
    def convert(raw: Any) -> Any:
        try:
            return kind(raw)
        except ValueError:
            raise _Fault(WrongValueError) from None

    return convert
