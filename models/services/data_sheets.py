"""The weekly counts as a table: weeks against promises, the cases and how many of them were kept."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.charter import Promise
from models.domain.records.operation import DataSheet, Launch
from models.domain.validation import refusal_of
from models.localisation.language import Language, all_languages
from models.localisation.periods import week_start
from models.localisation.text import normalise
from models.services.cell_reading import CellReader
from models.services.company import OpenCompany
from models.services.editing import ValueRefused

CASES, KEPT = "cases", "kept"
NUMBERS = (CASES, KEPT)

_WEEK = timedelta(days=7)
_FEWEST = 4
_MOST = 520
"""Ten years of weeks are shown; an older one, or one mistyped by a century, stands by itself."""

Place = tuple[date, RecordId]
"""The first day of a week, and a promise."""


class MoreKept(AppError):
    """More kept cases than there were cases."""

    message = N_("More cases are kept than there were: {kept} of {cases}. Check the two numbers.")


def sheets_by_place(ledger: Ledger) -> dict[Place, DataSheet]:
    """Return the data sheets by week and promise; of two for the same the one entered later counts."""
    return {
        (one.week_start, one.promise): one
        for one in ledger.all(DataSheet)
        if one.week_start is not None and one.promise is not None
    }


def promises_in_order(ledger: Ledger) -> list[Promise]:
    """Return the promises by their numbers."""
    return sorted(ledger.all(Promise), key=lambda one: (one.order is None, one.order or 0, one.id))


def weeks(ledger: Ledger, language: Language, today: date) -> list[date]:
    """Return the first days of the weeks from the launch on, the newest first, and of every week counted.

    Weeks go on as they were begun: two that do not follow each other would break the row. Before the first
    one they begin on the first weekday of the language.
    """
    counted = {one.week_start for one in ledger.all(DataSheet) if one.week_start is not None}
    current = _current(counted, language, today)
    launched = ledger.sheet(Launch).launch_on
    first = min(counted, default=current)
    if launched is not None and launched <= today:
        first = min(first, launched)
    # The week of the launch is one of them, on whichever day it was.
    wanted = max(-(-(current - first) // _WEEK) + 1, _FEWEST)
    running = {current - number * _WEEK for number in range(min(wanted, _MOST))}
    return sorted(running | counted, reverse=True)


def _current(counted: Iterable[date], language: Language, today: date) -> date:
    """Return the first day of the week that today lies in."""
    begun = max((one for one in counted if one <= today), default=None)
    if begun is None:
        return week_start(today, language)
    return begun + (today - begun) // _WEEK * _WEEK


def typed_number(ledger: Ledger, name: str, text: str, language: Language) -> int | None:
    """Return the number that was typed for cases or kept ones, None for nothing.

    Raises:
        AppError: it cannot be kept, in the user's words.
    """
    spec = field_of(DataSheet, name)
    if not normalise(text).strip():
        return None
    number: int = CellReader(ledger, all_languages(language)).read(spec, text)
    refused = refusal_of(spec, number)
    if refused is not None:
        raise ValueRefused(refused)
    return number


def check_numbers(numbers: Mapping[str, int | None]) -> None:
    """Look at the two numbers of one week.

    Raises:
        MoreKept: they contradict each other.
    """
    cases, kept = numbers[CASES], numbers[KEPT]
    if cases is not None and kept is not None and kept > cases:
        raise MoreKept(kept=kept, cases=cases)


def save_numbers(company: OpenCompany, wanted: Mapping[Place, Mapping[str, int | None]]) -> None:
    """Save the numbers of weeks and promises in one transaction; a sheet left without any goes to the bin.

    Raises:
        AppError: nothing was changed.
    """
    known = sheets_by_place(company)
    saved: list[DataSheet] = []
    emptied: list[DataSheet] = []
    for (week, promise), numbers in wanted.items():
        before = known.get((week, promise))
        sheet = before or DataSheet(week_start=week, promise=promise)
        after = dataclasses.replace(sheet, cases=numbers[CASES], kept=numbers[KEPT])
        is_empty = after.cases is None and after.kept is None and not after.note and after.by is None
        if not is_empty:
            saved.append(after)
        elif before is not None:
            emptied.append(before)
    company.save_all(saved, doomed=emptied)
