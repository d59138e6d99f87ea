"""A language with its catalogue and calendar: every text, number and day that users see passes here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, cached_property
from gettext import NullTranslations

from models.domain.marking import N_
from models.localisation.catalogue import load_catalogue
from models.localisation.collation import Collation, SortKey
from models.localisation.dates import DateNotation
from models.localisation.languages import CalendarName, Direction, LanguageRow, language_row, language_rows
from models.localisation.numbers import Number, NumberNotation
from models.localisation.text import island, isolated

_SIZES = (N_("{number} KB"), N_("{number} MB"), N_("{number} GB"))
_KILO = 1024


class Language:
    """One language with one calendar; unchangeable. Made by `load_language`."""

    def __init__(self, row: LanguageRow, calendar: CalendarName, catalogue: NullTranslations) -> None:
        self.row = row
        self.calendar = calendar
        self._catalogue = catalogue
        self._numbers = NumberNotation(row)
        self._dates = DateNotation(row, calendar)

    def __repr__(self) -> str:
        return f"Language({self.code!r}, {self.calendar.value!r})"

    @property
    def code(self) -> str:
        """The code, as in languages.toml."""
        return self.row.code

    @property
    def is_rtl(self) -> bool:
        """Whether lines start at the right."""
        return self.row.direction is Direction.RTL

    @property
    def month_names(self) -> tuple[str, ...]:
        """The names of the calendar's months, in order."""
        return self.row.months[self.calendar]

    def gettext(self, message: str) -> str:
        """Return the translation of a message; untranslated it stays English."""
        # An empty message is the key of the catalogue's own header.
        return self._catalogue.gettext(message) if message else ""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the translation that fits the number."""
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message that means different things in different places."""
        return self._catalogue.pgettext(context, message)

    def number(self, value: Number, decimals: int | None = None) -> str:
        """Return a number, grouped; without `decimals` it keeps its own (a fraction at most three)."""
        return self._numbers.written(value, decimals)

    def percent(self, share: Number, decimals: int = 0) -> str:
        """Return a share of one as a percentage."""
        return self._numbers.percent(share, decimals)

    def digits(self, text: str) -> str:
        """Return the text with its ASCII digits in the language's shape."""
        return self._numbers.digits(text)

    def date(self, day: dt.date) -> str:
        """Return a day in digits, year first."""
        return self._dates.short(day)

    def medium_date(self, day: dt.date) -> str:
        """Return a day with the name of its month."""
        return self._dates.medium(day)

    def long_date(self, day: dt.date) -> str:
        """Return a day with the names of its month and weekday."""
        return self._dates.long(day)

    def both_calendars(self, day: dt.date) -> str:
        """Return a day in this language's calendar and, in brackets, in the other."""
        return self._dates.both(day)

    def time(self, moment: dt.datetime) -> str:
        """Return hour and minute; a moment that knows its zone is shown in this computer's zone."""
        here = moment.astimezone() if moment.tzinfo else moment
        return self.digits(f"{here:%H:%M}")

    def file_size(self, octets: int) -> str:
        """Return a size in the largest fitting unit of 1024, with one decimal below ten."""
        if octets < _KILO:
            sentence = self.ngettext("{number} byte", "{number} bytes", octets)
            return sentence.format(number=self.number(octets))
        size = Decimal(octets) / _KILO
        units = iter(_SIZES)
        unit = next(units)
        while size >= _KILO and unit != _SIZES[-1]:
            size, unit = size / _KILO, next(units)
        return self.gettext(unit).format(number=self.number(size, decimals=int(size < 10)))

    def parse_integer(self, text: str) -> int:
        """Return the whole number that was typed.

        Raises:
            NotANumber: it is none.
        """
        return self._numbers.read_whole(text)

    def parse_decimal(self, text: str) -> Decimal:
        """Return the number that was typed.

        Raises:
            NotANumber: it is none.
        """
        return self._numbers.read(text)

    def parse_date(self, text: str) -> dt.date:
        """Return the day that was typed, in whichever calendar its year belongs to.

        Raises:
            NotADate: it is none.
        """
        return self._dates.read(text)

    def sort_key(self, text: str) -> SortKey:
        """Return what puts texts into the order of the language's dictionaries."""
        return self._collation.key(text)

    def isolate(self, text: str) -> str:
        """Return a user's text so wrapped that it disturbs no sentence round it."""
        return isolated(text)

    def island(self, text: str) -> str:
        """Return a path, code, hash or address so wrapped that it reads from left to right."""
        return island(text)

    def join(self, items: Iterable[str]) -> str:
        """Return an enumeration in one line; users' texts are isolated by the caller."""
        *first, last = list(items) or [""]
        return self.row.list_last.join([self.row.list_separator.join(first), last]) if first else last

    @cached_property
    def _collation(self) -> Collation:
        return Collation(self.row)


@cache
def load_language(code: str, calendar: CalendarName | None = None) -> Language:
    """Return a language; without `calendar` in the one it is used with.

    Raises:
        UnknownLanguage: there is no such language.
    """
    row = language_row(code)
    return Language(row, calendar or row.calendar, load_catalogue(row))


def all_languages(first: Language) -> tuple[Language, ...]:
    """Return the languages offered to users, one of them first."""
    others = (row.code for row in language_rows() if row.code != first.code)
    return (first, *(load_language(code) for code in others))
