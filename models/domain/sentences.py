"""Whole sentences with named fields, worded only when they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Protocol

from models.domain.text import LocalText


class Wording(Protocol):
    """What a sentence needs of a language; `models.localisation.language.Language` has it."""

    @property
    def code(self) -> str:
        """The language's code."""

    def gettext(self, message: str) -> str:
        """Return the translation of the message."""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the translation that fits the number."""

    def number(self, value: int | float | Decimal | Fraction) -> str:
        """Return the number in the language's digits."""

    def digits(self, text: str) -> str:
        """Return the text with its digits in the language's shape."""

    def date(self, day: date) -> str:
        """Return the day in the language's calendar."""

    def isolate(self, text: str) -> str:
        """Return the text so wrapped that its direction does not disturb the sentence."""


@dataclass(frozen=True, init=False)
class Sentence:
    """A message of the catalogue with the values of its named fields.

    Numbers, days and texts in several languages may be given as they are; a field that is itself a
    sentence is worded in the same language.
    """

    message: str
    plural: str
    count: int
    fields: Mapping[str, object]

    def __init__(self, message: str, plural: str = "", count: int = 0, **fields: object) -> None:
        object.__setattr__(self, "message", message)
        object.__setattr__(self, "plural", plural)
        object.__setattr__(self, "count", count)
        object.__setattr__(self, "fields", MappingProxyType(fields))

    @classmethod
    def with_fields(cls, message: str, fields: Mapping[str, object]) -> Sentence:
        """Return the sentence of a message whose fields stand in a mapping."""
        sentence = cls(message)
        object.__setattr__(sentence, "fields", MappingProxyType(dict(fields)))
        return sentence

    def worded(self, wording: Wording) -> str:
        """Return the sentence in a language."""
        fields = {name: _worded(value, wording) for name, value in self.fields.items()}
        if self.plural:
            template = wording.ngettext(self.message, self.plural, self.count)
            fields.setdefault("count", wording.number(self.count))
        else:
            template = wording.gettext(self.message)
        return template.format(**fields)

    def __hash__(self) -> int:
        return hash((self.message, self.plural, self.count, tuple(sorted(self.fields))))


def _worded(value: object, wording: Wording) -> str:
    if isinstance(value, Sentence):
        return value.worded(wording)
    if isinstance(value, LocalText):
        return wording.isolate(value.best(wording.code))
    if isinstance(value, (int, float, Decimal, Fraction)):
        return wording.number(value)
    if isinstance(value, date):
        return wording.date(value)
    text = str(value)
    # A running number, such as a complaint's, is read as a number; a code such as CA-02 stays as it is.
    return wording.isolate(wording.digits(text) if text.isdecimal() else text)
