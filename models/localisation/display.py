"""The values of records as text: for tables on screen and on paper, for search and for sorting."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.feedback import SurveyAnswer
from models.domain.registers import register, register_of
from models.domain.survey.results import questions_of
from models.domain.text import LocalText
from models.localisation.answer_words import NO, YES, said_sheet
from models.localisation.collation import SortKey
from models.localisation.language import Language
from models.localisation.text import search_key

# Finds the title of a piece of content by collection and id; empty where there is none.
Titles = Callable[[str, str], LocalText]
OrderKey = Decimal | int | SortKey

NAMELESS = N_("Not named yet")

_DEEPEST_NAME = 4


def display(
    spec: FieldSpec,
    value: Any,
    ledger: Ledger,
    language: Language,
    content_titles: Titles,
    *,
    bare: bool = False,
) -> str:
    """Return a field's value as users read it, "" for nothing.

    Args:
        spec: of the field.
        value: of the type the field's kind holds.
        ledger: finds the people and records that are referred to.
        language: its digits, calendar and words are used.
        content_titles: finds the titles of content.
        bare: leave out the invisible marks that keep codes left to right; for files of other programs.
    """
    writer = Display(ledger, language, content_titles, bare=bare)
    return writer.text(spec, value)


class Display:
    """Writes values in one language, for as long as neither the language nor the ledger is replaced."""

    def __init__(
        self, ledger: Ledger, language: Language, content_titles: Titles, *, bare: bool = False
    ) -> None:
        self._ledger = ledger
        self._language = language
        self._titles = content_titles
        self._bare = bare

    def text(self, spec: FieldSpec, value: Any) -> str:
        """Return a value as text, "" for nothing."""
        return self._written(spec, value, 0) if value is not None else ""

    def of(self, record: Record, spec: FieldSpec) -> str:
        """Return one field of a record as text; the answers of a sheet in the words of the language."""
        if isinstance(record, SurveyAnswer) and spec.name == "answers":
            asked = questions_of(self._ledger, record.survey) if record.survey else ()
            return "\n".join(said_sheet(asked, record.answers, self._language))
        return self.text(spec, getattr(record, spec.name))

    def number(self, value: int) -> str:
        """Return a whole number in the language's digits."""
        return self._language.number(value)

    def name(self, record: Record) -> str:
        """Return how a record is called in lists; one whose name is missing by the first thing it says."""
        return self._name(record, 0)

    def found_by(self, record: Record) -> str:
        """Return the folded text of all fields, in which a folded search text is looked for."""
        fields = register_of(record).fields
        # One folding for all: most of its price is paid a call, not a letter.
        return search_key("\n".join(text for spec in fields for text in self._searched(record, spec)))

    def order(self, record: Record, spec: FieldSpec) -> OrderKey | None:
        """Return what records are sorted by: value of numbers, days and levels, else the dictionary's order.

        None for nothing, which belongs at the end in either direction.
        """
        value = getattr(record, spec.name)
        if value is None or (value == spec.empty and spec.kind is not Kind.BOOLEAN):
            return None
        if isinstance(value, date):
            return value.toordinal()
        if isinstance(value, int | Decimal):
            return value
        if spec.kind is Kind.CHOICE:
            keys = list(spec.choices)
            return keys.index(value) if value in spec.choices else len(keys)
        return self._language.sort_key(self.of(record, spec)[:200])

    def _searched(self, record: Record, spec: FieldSpec) -> list[str]:
        if spec.kind is Kind.BOOLEAN:
            return []
        value = getattr(record, spec.name)
        if isinstance(value, LocalText):
            return [text for _, text in value.items()]
        if spec.kind is Kind.CONTENT and value:
            return [value, self.text(spec, value)]
        return [text] if (text := self.of(record, spec)) else []

    def _written(self, spec: FieldSpec, value: Any, depth: int) -> str:
        if isinstance(value, tuple):
            return self._list(spec, value, depth)
        if spec.kind in (Kind.PERSON, Kind.PEOPLE, Kind.REFERENCE, Kind.FILE):
            return self._referred(spec, value, depth)
        if spec.kind is Kind.CONTENT:
            return self._titles(spec.target, value).best(self._language.code) or str(value)
        write = _WRITERS.get(spec.kind)
        text = write(self._language, spec, value) if write is not None else str(value)
        if spec.kind is Kind.CODE and text.isdecimal() and not self._bare:
            return self._language.digits(text)
        return self._language.island(text) if spec.kind is Kind.CODE and text and not self._bare else text

    def _list(self, spec: FieldSpec, values: tuple[Any, ...], depth: int) -> str:
        if spec.kind is Kind.LINES:
            return "\n".join(values)
        if spec.kind is Kind.CHOICES:
            return self._language.join(_choice(self._language, spec, value) for value in values)
        names = [name for value in values if (name := self._referred(spec, value, depth))]
        if self._bare or len(names) < 2:
            return self._language.join(names)
        return self._language.join(self._language.isolate(name) for name in names)

    def _referred(self, spec: FieldSpec, record_id: RecordId, depth: int) -> str:
        record = self._ledger.find(register(spec.target).record, record_id)
        return self._name(record, depth + 1) if record is not None else ""

    def _name(self, record: Record, depth: int) -> str:
        if depth < _DEEPEST_NAME:
            described = register_of(record)
            for spec in (described.name_field, *described.fields):
                value = getattr(record, spec.name)
                if value is not None and spec.kind is not Kind.BOOLEAN:
                    text = self._written(spec, value, depth)
                    if text.strip():
                        return text
        return self._language.gettext(NAMELESS)


def _local(language: Language, _spec: FieldSpec, value: LocalText) -> str:
    return value.best(language.code)


def _number(language: Language, _spec: FieldSpec, value: int | Decimal) -> str:
    return language.number(value)


def _boolean(language: Language, _spec: FieldSpec, value: bool) -> str:
    return language.gettext(YES if value else NO)


def _day(language: Language, _spec: FieldSpec, value: date) -> str:
    return language.date(value)


def _choice(language: Language, spec: FieldSpec, value: str) -> str:
    return language.gettext(spec.choices.get(value, value))


_WRITERS: Mapping[Kind, Callable[[Language, FieldSpec, Any], str]] = {
    Kind.BILINGUAL: _local,
    Kind.BILINGUAL_LONG: _local,
    Kind.INTEGER: _number,
    Kind.DECIMAL: _number,
    Kind.BOOLEAN: _boolean,
    Kind.DATE: _day,
    Kind.CHOICE: _choice,
}
