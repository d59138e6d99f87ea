"""The first days of new employees: the checklist, point by point."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.control import Person
from models.domain.records.training import INDUCTION_POINTS, Induction
from models.domain.training import points_done
from models.services.company import OpenCompany

_NEW_DAYS = 90


def set_points(company: OpenCompany, wanted: Mapping[tuple[RecordId, str], bool], today: date) -> None:
    """Save ticks, by induction and point, in one step to undo; with the last one the list is completed."""
    changed: dict[RecordId, Induction] = {}
    for (induction_id, point), is_done in wanted.items():
        before = changed.get(induction_id) or company.find(Induction, induction_id)
        if before is not None:
            changed[induction_id] = _ticked(before, point, is_done, today)
    company.save_all(changed.values())


def _ticked(before: Induction, point: str, is_done: bool, today: date) -> Induction:
    done = points_done(before) | {point} if is_done else points_done(before) - {point}
    is_complete = len(done) == len(INDUCTION_POINTS)
    return dataclasses.replace(
        before,
        points=tuple(key for key in INDUCTION_POINTS if key in done),
        completed_on=(before.completed_on or today) if is_complete else None,
    )


def newcomers(ledger: Ledger, people: Sequence[Person], today: date) -> tuple[Person, ...]:
    """Return who started in the last three months and has no checklist yet."""
    known = {one.person for one in ledger.all(Induction)}
    since = today - timedelta(days=_NEW_DAYS)
    return tuple(one for one in people if one.started_on and one.started_on >= since and one.id not in known)


def begin(company: OpenCompany, person: Person, today: date) -> Induction:
    """Save the checklist of somebody, with nothing done yet, and return it."""
    induction = Induction(person=person.id, started_on=person.started_on or today)
    company.save(induction)
    return induction
