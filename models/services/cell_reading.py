"""What a cell of a spreadsheet says, as the value of a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from models.content import titles
from models.domain.errors import AppError
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.register import Register
from models.domain.registers import register
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.localisation.answer_words import NO, YES
from models.localisation.display import Display
from models.localisation.language import Language
from models.localisation.telling_apart import told_apart
from models.localisation.text import normalise, search_key, shortened

Value = TypeVar("Value")

_SEVERAL = re.compile("[\n;؛,،]")
_LINES = re.compile("[\n;؛]")
_TICKS = frozenset({"1", "true", "x", "✓", "✔"})
_NO_TICKS = frozenset({"0", "false", "-", "✗", "✘"})
_LONGEST_NAME = 200


class NotAChoice(AppError):
    """A cell that names none of the choices."""

    message = N_("{text} is none of the choices.")


class NotYesOrNo(AppError):
    """A cell that says neither."""

    message = N_("{text} means neither yes nor no.")


class NotEntered(AppError):
    """A cell that names a record that is not there."""

    message = N_("{text} is not among “{register}”. Enter it there first.")


class SeveralOfThatName(AppError):
    """A cell whose name stands for more than one record."""

    message = N_("Several entries of “{register}” are called {text}.")


class CellReader:
    """Reads cells as users type fields: in any digits, calendar and language of the program.

    languages: those that texts, months and choices may be in, the one in which the user types first.
    """

    def __init__(self, ledger: Ledger, languages: Sequence[Language]) -> None:
        self._ledger = ledger
        self._languages = languages
        self._names: dict[str, Mapping[str, set[RecordId]]] = {}
        self._readers: Mapping[Kind, Callable[[FieldSpec, str], Any]] = {
            Kind.LINES: lambda _spec, text: tuple(_parts(_LINES, text)),
            Kind.INTEGER: lambda _spec, text: self._in_any(Language.parse_integer, text),
            Kind.DECIMAL: lambda _spec, text: self._in_any(Language.parse_decimal, text),
            Kind.DATE: lambda _spec, text: self._in_any(Language.parse_date, text),
            Kind.BOOLEAN: lambda _spec, text: self._is_yes(text),
            Kind.CHOICE: self._choice,
            Kind.CHOICES: lambda spec, text: tuple(self._choice(spec, one) for one in _parts(_SEVERAL, text)),
            Kind.PERSON: self._reference,
            Kind.REFERENCE: self._reference,
            Kind.PEOPLE: lambda spec, text: tuple(
                self._reference(spec, one) for one in _parts(_SEVERAL, text)
            ),
            Kind.CONTENT: self._content,
        }

    @property
    def first(self) -> str:
        """The code of the language in which the user types."""
        return self._languages[0].code

    def read(self, spec: FieldSpec, text: str, language: str = "") -> Any:
        """Return the value of a cell that is not empty.

        language: the code of the language in which a text stands that a field keeps in several; that in
        which the user types where it is "".

        Raises:
            AppError: it cannot be read.
        """
        text = normalise(text).strip()
        if spec.kind in (Kind.BILINGUAL, Kind.BILINGUAL_LONG):
            return LocalText.of({language or self._languages[0].code: text})
        reader = self._readers.get(spec.kind)
        return reader(spec, text) if reader is not None else text

    def _in_any(self, parse: Callable[[Language, str], Value], text: str) -> Value:
        """Return what the first language that can read the text makes of it."""
        refusals = []
        for language in self._languages:
            try:
                return parse(language, text)
            except AppError as error:
                refusals.append(error)
        raise refusals[0]

    def _is_yes(self, text: str) -> bool:
        key = search_key(text)
        if key in _TICKS or key in self._worded(YES):
            return True
        if key in _NO_TICKS or key in self._worded(NO):
            return False
        raise NotYesOrNo(text=shortened(text))

    def _choice(self, spec: FieldSpec, text: str) -> str:
        wanted = search_key(text)
        for key, label in spec.choices.items():
            if wanted in self._worded(label) or wanted == search_key(key):
                return key
        raise NotAChoice(text=shortened(text))

    def _worded(self, message: str) -> set[str]:
        return {search_key(language.gettext(message)) for language in self._languages}

    def _content(self, spec: FieldSpec, text: str) -> str:
        wanted = search_key(text)
        for content_id, title in titles.titles(spec.target).items():
            if wanted == search_key(content_id) or wanted in {search_key(one) for _, one in title.items()}:
                return content_id
        raise NotAChoice(text=shortened(text))

    def _reference(self, spec: FieldSpec, text: str) -> RecordId:
        target = register(spec.target)
        if spec.target not in self._names:
            self._names[spec.target] = self._names_of(target)
        found = self._names[spec.target].get(search_key(text), set())
        if len(found) == 1:
            return next(iter(found))
        problem = SeveralOfThatName if found else NotEntered
        raise problem(text=shortened(text), register=Sentence(target.title))

    def _names_of(self, target: Register) -> Mapping[str, set[RecordId]]:
        """Return the records that each folded name stands for, in whichever language it is written."""
        records: Sequence[Record] = self._ledger.all(target.record)
        names: dict[str, set[RecordId]] = {}
        for language in self._languages:
            writer = Display(self._ledger, language, titles.title, bare=True)
            for record_id, name in told_apart(records, writer, _LONGEST_NAME).items():
                names.setdefault(search_key(name), set()).add(record_id)
            for record in records:
                names.setdefault(search_key(writer.name(record)), set()).add(record.id)
        return names


def _parts(between: re.Pattern[str], text: str) -> Iterable[str]:
    return (part.strip() for part in between.split(text) if part.strip())
