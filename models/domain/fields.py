"""The fields of a record, declared once.

Form, table, validation, search, exchange and printed tables all read these declarations; nothing about a
field is written a second time.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar, dataclass_transform

from models.domain.ids import RecordId, new_id
from models.domain.text import LocalText

TEXT_LIMIT = 1_000
LONG_TEXT_LIMIT = 100_000
NUMBER_LIMIT = 10**15


class Kind(StrEnum):
    """What a field holds. The value's type stands behind each."""

    TEXT = "text"  # str, one line
    LONG_TEXT = "long_text"  # str
    CODE = "code"  # str, always left to right: phone, number, address of a page
    BILINGUAL = "bilingual"  # LocalText, one line each
    BILINGUAL_LONG = "bilingual_long"  # LocalText
    LINES = "lines"  # tuple[str, ...]
    INTEGER = "integer"  # int | None
    DECIMAL = "decimal"  # Decimal | None
    BOOLEAN = "boolean"  # bool
    DATE = "date"  # date | None
    CHOICE = "choice"  # str, a key of `choices`, "" for none
    CHOICES = "choices"  # tuple[str, ...], keys of `choices`
    PERSON = "person"  # RecordId | None
    PEOPLE = "people"  # tuple[RecordId, ...]
    REFERENCE = "reference"  # RecordId | None, a record of the register `target`
    CONTENT = "content"  # str, an id of the content collection `target`, "" for none
    FILE = "file"  # RecordId | None, a piece of evidence


type_of_nothing: Mapping[Kind, object] = {
    Kind.TEXT: "",
    Kind.LONG_TEXT: "",
    Kind.CODE: "",
    Kind.BILINGUAL: LocalText(),
    Kind.BILINGUAL_LONG: LocalText(),
    Kind.LINES: (),
    Kind.INTEGER: None,
    Kind.DECIMAL: None,
    Kind.BOOLEAN: False,
    Kind.DATE: None,
    Kind.CHOICE: "",
    Kind.CHOICES: (),
    Kind.PERSON: None,
    Kind.PEOPLE: (),
    Kind.REFERENCE: None,
    Kind.CONTENT: "",
    Kind.FILE: None,
}

REFERRING = frozenset({Kind.PERSON, Kind.REFERENCE, Kind.FILE})
LONG = frozenset({Kind.LONG_TEXT, Kind.BILINGUAL_LONG, Kind.LINES})


@dataclass(frozen=True)
class FieldSpec:
    """How one field is named, checked and shown.

    label, hint and the labels of choices are messages of the catalogue. `target` is a register's code for
    references and a content collection's name for content. minimum and maximum bound numbers, both included.
    is_picture: whether a file must be one that can be printed.
    heading: a message that stands over this field in a form and begins a group, "" within one.
    `summed_by` is the field that says in what an amount is counted, such as its currency: those of one kind
    are added up under the list; "" for numbers that no sum is made of.
    """

    name: str
    kind: Kind
    label: str
    hint: str = ""
    required: bool = False
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    target: str = ""
    minimum: int | None = None
    maximum: int | None = None
    in_table: bool = True
    is_picture: bool = False
    heading: str = ""
    summed_by: str = ""

    @property
    def is_long(self) -> bool:
        """Whether the value may need several lines."""
        return self.kind in LONG

    @property
    def limit(self) -> int:
        """The greatest number of characters of one text."""
        return LONG_TEXT_LIMIT if self.is_long else TEXT_LIMIT

    @property
    def empty(self) -> object:
        """The value that means "nothing entered"."""
        return type_of_nothing[self.kind]


T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a record: a frozen dataclass whose fields are given by name.

    The methods that a frozen dataclass would be given one by one stand once in `Record`: generating them for
    each of sixty records would cost a tenth of a second at every start.
    """
    return dataclass(init=False, repr=False, eq=False, kw_only=True)(cls)


@record
class Record:
    """One line of a register. Every field has a default, so that a record can start empty."""

    id: RecordId = dataclasses.field(default_factory=new_id)

    def __init__(self, **values: object) -> None:
        defaults = defaults_of(type(self))
        if not values.keys() <= defaults.keys():
            raise TypeError(f"{type(self).__name__} has no {sorted(values.keys() - defaults.keys())}")
        self.__dict__.update(defaults)
        self.__dict__.update(values)
        if "id" not in values:
            self.__dict__["id"] = new_id()

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in self.__dict__.items())
        return f"{type(self).__name__}({', '.join(said)})"


_defaults_by_type: dict[type[Record], dict[str, object]] = {}


def defaults_of(record_type: type[Record]) -> dict[str, object]:
    """Return what each field of a record type holds at first, in their order; None for the id."""
    known = _defaults_by_type.get(record_type)
    if known is None:
        known = _defaults_by_type[record_type] = {
            field.name: None if field.name == "id" else field.default
            for field in dataclasses.fields(record_type)
        }
    return known


def _declare(kind: Kind, label: str, default: object = dataclasses.MISSING, **more: Any) -> Any:
    more.setdefault("in_table", kind not in LONG)
    spec = FieldSpec("", kind, label, **more)
    value = spec.empty if default is dataclasses.MISSING else default
    return dataclasses.field(default=value, metadata={"spec": spec})


def text(label: str, **more: Any) -> Any:
    """Declare one line of text."""
    return _declare(Kind.TEXT, label, **more)


def long_text(label: str, **more: Any) -> Any:
    """Declare a text of several lines."""
    return _declare(Kind.LONG_TEXT, label, **more)


def code(label: str, **more: Any) -> Any:
    """Declare a text that is read left to right in every language."""
    return _declare(Kind.CODE, label, **more)


def bilingual(label: str, **more: Any) -> Any:
    """Declare one line of text in each language."""
    return _declare(Kind.BILINGUAL, label, **more)


def bilingual_long(label: str, **more: Any) -> Any:
    """Declare a longer text in each language."""
    return _declare(Kind.BILINGUAL_LONG, label, **more)


def lines(label: str, **more: Any) -> Any:
    """Declare a list of short texts."""
    return _declare(Kind.LINES, label, **more)


def integer(label: str, **more: Any) -> Any:
    """Declare a whole number."""
    more = {"minimum": -NUMBER_LIMIT, "maximum": NUMBER_LIMIT} | more
    return _declare(Kind.INTEGER, label, **more)


def decimal(label: str, **more: Any) -> Any:
    """Declare a number with decimals."""
    more = {"minimum": -NUMBER_LIMIT, "maximum": NUMBER_LIMIT} | more
    return _declare(Kind.DECIMAL, label, **more)


def boolean(label: str, **more: Any) -> Any:
    """Declare a yes or no."""
    return _declare(Kind.BOOLEAN, label, **more)


def day(label: str, **more: Any) -> Any:
    """Declare a calendar day."""
    return _declare(Kind.DATE, label, **more)


def choice(label: str, choices: Mapping[Any, str], **more: Any) -> Any:
    """Declare one of several choices, given as key and label in the order they are offered."""
    return _declare(Kind.CHOICE, label, choices=_plain(choices), **more)


def several(label: str, choices: Mapping[Any, str], **more: Any) -> Any:
    """Declare any number of several choices."""
    return _declare(Kind.CHOICES, label, choices=_plain(choices), **more)


def person(label: str, **more: Any) -> Any:
    """Declare a person of the people register."""
    return _declare(Kind.PERSON, label, target="person", **more)


def people(label: str, **more: Any) -> Any:
    """Declare any number of people of the people register."""
    return _declare(Kind.PEOPLE, label, target="person", **more)


def reference(label: str, target: str, **more: Any) -> Any:
    """Declare a record of another register."""
    return _declare(Kind.REFERENCE, label, target=target, **more)


def content(label: str, target: str, **more: Any) -> Any:
    """Declare an id of the application's own content, such as a gap question."""
    return _declare(Kind.CONTENT, label, target=target, **more)


def attached_file(label: str, **more: Any) -> Any:
    """Declare a piece of evidence."""
    return _declare(Kind.FILE, label, target="evidence", **more)


def attached_picture(label: str, **more: Any) -> Any:
    """Declare a piece of evidence that is printed as a picture."""
    return attached_file(label, is_picture=True, **more)


def _plain(choices: Mapping[Any, str]) -> dict[str, str]:
    return {str(key): label for key, label in choices.items()}


_declared: dict[type[Record], dict[str, FieldSpec]] = {}


def _specs(record_type: type[Record]) -> dict[str, FieldSpec]:
    known = _declared.get(record_type)
    if known is None:
        known = _declared[record_type] = {
            field.name: dataclasses.replace(field.metadata["spec"], name=field.name)
            for field in dataclasses.fields(record_type)
            if "spec" in field.metadata
        }
    return known


def fields_of(record_type: type[Record]) -> tuple[FieldSpec, ...]:
    """Return the declared fields of a record type in their order, the id left out."""
    return tuple(_specs(record_type).values())


def field_of(record_type: type[Record], name: str) -> FieldSpec:
    """Return one declared field.

    Raises:
        KeyError: the record type has no such field.
    """
    return _specs(record_type)[name]
