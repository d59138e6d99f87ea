"""The languages of the application: the rows of resources/languages.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from models.domain.errors import AppError
from models.domain.marking import N_

_PAIRED = "+"
LANGUAGES_FILE = Path(__file__).resolve().parents[2] / "resources" / "languages.toml"


class Direction(StrEnum):
    """Where lines of a language start."""

    LTR = "ltr"
    RTL = "rtl"


class CalendarName(StrEnum):
    """The calendars in which days are shown and typed; stored days are always Gregorian."""

    JALALI = "jalali"
    GREGORIAN = "gregorian"


class UnknownLanguage(AppError):
    """A language code that has no row."""

    message = N_("There is no language with the code {code}.")


@dataclass(frozen=True)
class LanguageRow:
    """What a language does with direction, calendar, digits and order; its texts stand elsewhere."""

    code: str
    name: str  # in its own script
    direction: Direction
    calendar: CalendarName
    digits: str  # from zero to nine
    decimal: str
    group: str
    percent: str
    minus: str
    decimal_marks: str  # accepted when typed, beside the row's own
    list_separator: str
    list_last: str
    first_weekday: int  # Monday is 0
    weekend: frozenset[int]
    font: str
    alphabet: str  # lower-case letters in the order of a dictionary
    weekdays: tuple[str, ...]  # from Monday
    medium_date: str
    long_date: str
    date_separators: Mapping[CalendarName, str] = field(hash=False)
    months: Mapping[CalendarName, tuple[str, ...]] = field(hash=False)
    names: Mapping[str, str] = field(default_factory=dict, hash=False)  # in other languages, by their codes
    for_tests: bool = False  # its texts are made from the English ones, and it is not offered to users

    def name_in(self, code: str) -> str:
        """Return how the language is called in another one; its own name where that is not known."""
        return self.names.get(code, self.name)


def language_rows() -> tuple[LanguageRow, ...]:
    """Return the languages offered to users, in their order."""
    return tuple(row for row in all_language_rows() if not row.for_tests)


@cache
def all_language_rows() -> tuple[LanguageRow, ...]:
    """Return every language, those for tests included, in the order of the file."""
    tables = tomllib.loads(LANGUAGES_FILE.read_text(encoding="utf-8"))["language"]
    return tuple(_row(table) for table in tables)


def language_row(code: str) -> LanguageRow:
    """Return the row of a code.

    Raises:
        UnknownLanguage: there is none.
    """
    for row in all_language_rows():
        if row.code == code:
            return row
    raise UnknownLanguage(code=code)


def rows_of(key: str) -> tuple[LanguageRow, ...]:
    """Return the languages of a paper: one for a code, two for a pair such as those of `language_pairs`.

    Raises:
        UnknownLanguage: one of them has no row.
    """
    return tuple(language_row(code) for code in key.split(_PAIRED))


def language_pairs() -> tuple[str, ...]:
    """Return the keys of any two languages offered to users, for paper with both side by side."""
    return tuple(_PAIRED.join(row.code for row in pair) for pair in combinations(language_rows(), 2))


def paper_languages() -> tuple[str, ...]:
    """Return the keys of all languages in which paper is made, the pairs behind the single ones."""
    return (*(row.code for row in language_rows()), *language_pairs())


def paper_language_name(key: str) -> str:
    """Return how a language or a pair is offered, each in its own script."""
    return " + ".join(row.name for row in rows_of(key))


def _row(table: dict[str, Any]) -> LanguageRow:
    typed = {
        "direction": Direction(table["direction"]),
        "calendar": CalendarName(table["calendar"]),
        "weekend": frozenset(table["weekend"]),
        "weekdays": tuple(table["weekdays"]),
        "date_separators": {CalendarName(name): mark for name, mark in table["date_separators"].items()},
        "months": {CalendarName(name): tuple(months) for name, months in table["months"].items()},
    }
    return LanguageRow(**{**table, **typed})
