"""Cells of a table of answers: days as people and spreadsheets write them, ways of answering, flaws."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.records.feedback import ANSWER_SOURCES
from models.domain.sentences import Sentence
from models.exchange.table_rows import Cell, Flaw
from models.localisation.dates import NotADate
from models.localisation.language import Language
from models.localisation.text import ascii_digits, search_key

_SERIAL_DAYS = range(18_000, 80_000)  # days as numbers of a spreadsheet, 1949 to 2119
_FIRST_SERIAL = date(1899, 12, 30)
_COMPACT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME_BEHIND = re.compile(r"^(\S{8,10})[ T]\d{1,2}:\d{2}.*$", re.DOTALL)

_FLAWS: Mapping[Flaw, str] = {
    Flaw.ERROR: N_("The formula here ends in an error."),
    Flaw.UNCALCULATED: N_("There is a formula here whose result was not saved; formulas are not calculated."),
    Flaw.MERGED: N_("This cell was merged with another one, so it is not clear whose answer it is."),
}


class FlawedCell(AppError):
    """A cell whose value cannot be trusted; words itself by its flaw."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__()
        self.wanted = Sentence(_FLAWS[flaw])


class DayMissing(AppError):
    """A row without a day, where a column holds the days."""

    message = N_("There is no date here.")


def trusted(cell: Cell) -> str:
    """Return the text of a cell.

    Raises:
        FlawedCell: it has none that could be trusted.
    """
    if isinstance(cell, Flaw):
        raise FlawedCell(cell)
    return cell if isinstance(cell, str) else cell.isoformat()


def day_in_any(text: str, languages: Sequence[Language]) -> date:
    """Return the day of a text: as users type it, with a time behind it, or as spreadsheets count days.

    Raises:
        DayMissing, NotADate: there is none.
    """
    if not text:
        raise DayMissing
    plain = ascii_digits(_TIME_BEHIND.sub(r"\1", text))
    if plain.isdecimal() and len(plain) == 5 and int(plain) in _SERIAL_DAYS:
        return _FIRST_SERIAL + timedelta(days=int(plain))
    plain = _COMPACT_DAY.sub(r"\1/\2/\3", plain) if len(plain) == 8 else plain
    refusals = []
    for language in languages:
        try:
            return language.parse_date(plain)
        except NotADate as error:
            refusals.append(error)
    raise refusals[0]


def sources(languages: Sequence[Language]) -> Mapping[str, str]:
    """Return the ways of answering by their folded names in each language."""
    words = {search_key(key): key for key in ANSWER_SOURCES}
    for language in languages:
        words |= {search_key(language.gettext(label)): key for key, label in ANSWER_SOURCES.items()}
    return words
