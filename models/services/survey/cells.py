"""Cells of a table of answers: days as spreadsheets and forms write them, and flaws."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.sentences import Sentence
from models.exchange.table_rows import Cell, Flaw
from models.localisation.text import ascii_digits, normalise

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


def plain_day(text: str) -> date | str:
    """Return a day as it would be typed, without a time behind it; a spreadsheet's count of days as a day."""
    text = normalise(text).strip()
    plain = ascii_digits(_TIME_BEHIND.sub(r"\1", text))
    if plain.isdecimal() and len(plain) == 5 and int(plain) in _SERIAL_DAYS:
        return _FIRST_SERIAL + timedelta(days=int(plain))
    return _COMPACT_DAY.sub(r"\1/\2/\3", plain) if len(plain) == 8 else plain
