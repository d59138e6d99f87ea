"""The records of a company as search sees them: the words they are found by, and what is shown of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from models.content import titles
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.control import Person
from models.domain.registers import register, register_of
from models.domain.text import LocalText
from models.localisation.display import Display
from models.localisation.language import Language
from models.services.search.passages import around, unseen_in
from models.services.search.targets import Group, Hit
from models.services.search.words import words_of

FIELD_AND_TEXT = N_("{field}: {text}")

_PLAIN = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.CODE})
_BY_RECORD = frozenset({Kind.PERSON, Kind.PEOPLE, Kind.REFERENCE, Kind.FILE})
_GROUPS: Mapping[str, Group] = {
    "person": Group.PEOPLE,
    "document_control": Group.DOCUMENTS,
    "revision_entry": Group.DOCUMENTS,
    "issue": Group.DOCUMENTS,
    "task_state": Group.WORK,
    "step_closing": Group.WORK,
    "gap_answer": Group.QUESTIONS,
}


class RecordWriter:
    """Writes records in every language, for as long as the ledger is not replaced.

    languages: the one in which results are shown first.
    """

    def __init__(self, ledger: Ledger, languages: Sequence[Language]) -> None:
        self._ledger = ledger
        self._languages = languages
        self._displays = [Display(ledger, language, titles.title, bare=True) for language in languages]
        self._named = lru_cache(maxsize=20_000)(self._referred)

    def keys(self, record: Record) -> tuple[str, str]:
        """Return the text of a record's name, and that of all its other fields, in every language.

        What is called by a piece of content is not found by its name: the content itself leads there.
        """
        own = register_of(record)
        is_named = own.name_field.kind is not Kind.CONTENT
        name = "\n".join(self._written(own.name_field, getattr(record, own.name))) if is_named else ""
        texts = (
            text
            for spec in own.fields
            if spec.name != own.name and spec.kind is not Kind.BOOLEAN
            for text in self._written(spec, getattr(record, spec.name))
        )
        return name, "\n".join(texts)

    def hit(self, record: Record, words: Sequence[str]) -> Hit:
        """Return what is shown of a record in which words were found."""
        own, speech = register_of(record), self._languages[0]
        name = " ".join(self._displays[0].name(record).split())
        return Hit(
            group_of(type(record)),
            Place(own.code, RecordId(record.id)),
            name,
            speech.gettext(own.title) if not isinstance(record, Person) else record.job.best(speech.code),
            self._passage(record, unseen_in(name, words)) or self._more(record),
            step=own.step,
        )

    def _passage(self, record: Record, words: Sequence[str]) -> str:
        """Return the first part of a record that holds one of the words, "" where there are none."""
        if not words:
            return ""
        speech = self._languages[0]
        for spec in register_of(record).fields:
            if spec.kind is Kind.BOOLEAN:
                continue
            for text in self._written(spec, getattr(record, spec.name)):
                if passage := around(text, words):
                    label = speech.gettext(spec.label)
                    return speech.gettext(FIELD_AND_TEXT).format(field=label, text=speech.isolate(passage))
        return ""

    def _more(self, record: Record) -> str:
        """Return what tells a record from others that are called by the same person, record or day."""
        own, speech = register_of(record), self._languages[0]
        if own.name_field.kind in _BY_RECORD or own.name_field.kind is Kind.DATE:
            for spec in own.fields:
                is_text = spec.in_table and spec.name != own.name and spec.kind is not Kind.BOOLEAN
                if is_text and (text := self._displays[0].of(record, spec)):
                    said = speech.isolate(around(text, words_of(text)[:1]) or text)
                    return speech.gettext(FIELD_AND_TEXT).format(field=speech.gettext(spec.label), text=said)
        return ""

    def _written(self, spec: FieldSpec, value: Any) -> Iterator[str]:
        """Yield a value in every way in which it may be looked for."""
        if value is None or value == spec.empty:
            return
        if spec.kind in _PLAIN:
            yield value
        elif isinstance(value, LocalText):
            yield from (text for _code, text in value.items())
        elif spec.kind in _BY_RECORD:
            for record_id in value if isinstance(value, tuple) else (value,):
                yield from self._named(spec.target, record_id)
        else:
            yield from dict.fromkeys((*_raw(spec, value), *(one.text(spec, value) for one in self._displays)))

    def _referred(self, target: str, record_id: RecordId) -> tuple[str, ...]:
        record = self._ledger.find(register(target).record, record_id)
        if record is None:
            return ()
        own = register_of(record)
        value = getattr(record, own.name)
        if isinstance(value, LocalText):
            return tuple(text for _code, text in value.items())
        return tuple(dict.fromkeys(one.name(record) for one in self._displays))


def referred_by(record: Record) -> Iterator[RecordId]:
    """Yield the ids of the records whose names a record shows."""
    for spec in register_of(record).fields:
        if spec.kind in _BY_RECORD:
            value = getattr(record, spec.name)
            yield from value if isinstance(value, tuple) else [value] if value is not None else []


def _raw(spec: FieldSpec, value: Any) -> tuple[str, ...]:
    """Return a number without separators and a content's own id, as somebody may type them."""
    return (str(value),) if spec.kind in (Kind.INTEGER, Kind.DECIMAL, Kind.CONTENT) else ()


def group_of(record_type: type[Record]) -> Group:
    """Return the kind under which records of a type are listed."""
    return _GROUPS.get(register_of(record_type).code, Group.RECORDS)
