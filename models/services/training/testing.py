"""The results of the test, by person and day."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date

from models.domain.fields import field_of
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.training import TestResult
from models.domain.validation import refusal_of
from models.services.company import OpenCompany
from models.services.editing import ValueRefused

UNDATED = date.min
"""Stands for the day of results that have none."""

Scores = Mapping[tuple[RecordId, date], TestResult]


def results(ledger: Ledger) -> Scores:
    """Return the results by person and day; of two of one day the later entered."""
    return {
        (one.person, one.taken_on or UNDATED): one
        for one in ledger.all(TestResult)
        if one.person is not None and one.score is not None
    }


def days(ledger: Ledger) -> tuple[date, ...]:
    """Return the days of tests, earliest first."""
    return tuple(sorted({day for _, day in results(ledger)}))


def set_scores(company: OpenCompany, wanted: Mapping[tuple[RecordId, date], int | None]) -> None:
    """Save right answers by person and day, in one step to undo; None takes results away.

    Raises:
        ValueRefused: more right answers than there are questions; nothing was saved.
    """
    known = results(company)
    changed, gone = [], []
    for (person, day), score in wanted.items():
        before = known.get((person, day))
        if score is None:
            gone += [before] if before is not None else []
            continue
        refused = refusal_of(field_of(TestResult, "score"), score)
        if refused is not None:
            raise ValueRefused(refused)
        new = before or TestResult(person=person, taken_on=day if day != UNDATED else None)
        changed.append(dataclasses.replace(new, score=score))
    company.save_all(changed)
    if gone:
        company.delete(gone)


def move_day(company: OpenCompany, day: date, to: date) -> None:
    """Save another day for all results of a day, in one step to undo."""
    moved = [one for (_, taken_on), one in results(company).items() if taken_on == day]
    company.save_all(dataclasses.replace(one, taken_on=to) for one in moved)
