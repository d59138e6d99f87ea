"""Failures that repeat: the third on one promise or subject within ninety days wants a corrective action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.resting import Resting, at_once

TIMES = 3
PERIOD = timedelta(days=90)

Case = Complaint | Breach
_Dated = tuple[date, RecordId, Case]


@dataclass(frozen=True)
class Repetition:
    """Cases about the same thing that no action explains, oldest first.

    promise: what they are about; None for complaints without one, which have their subject in common.
    """

    promise: RecordId | None
    subject: str
    cases: tuple[Case, ...]


def repetitions(ledger: Ledger, record_type: type[Case]) -> tuple[Repetition, ...]:
    """Return what was repeated three times within the period, the latest first.

    Only cases after the last one that has an action count, and only those after an action about the promise
    was done: before that, somebody is looking for the cause.
    """
    return at_once(searching(ledger, record_type))


def searching(ledger: Ledger, record_type: type[Case]) -> Resting[tuple[Repetition, ...]]:
    """Return the same by a search that may rest."""
    groups: dict[tuple[RecordId | None, str], list[_Dated]] = {}
    for case in ledger.all(record_type):
        day, key = day_of(case), _matter(case)
        if day is not None and key is not None:
            groups.setdefault(key, []).append((day, case.id, case))
        yield
    searched = _searched(ledger)
    found: list[Repetition] = []
    for (promise, subject), group in groups.items():
        if len(group) >= TIMES:
            cases = _repeated(_unexplained(group, searched.get(promise, date.min), ledger))
            found += [Repetition(promise, subject, cases)] if cases else []
            yield
    return tuple(sorted(found, key=lambda one: day_of(one.cases[-1]) or date.min, reverse=True))


def repetition_of(case: Case, ledger: Ledger) -> Repetition | None:
    """Return the repetition to which a case belongs, if there is one."""
    found = repetitions(ledger, type(case))
    return next((one for one in found if any(other.id == case.id for other in one.cases)), None)


def day_of(case: Case) -> date | None:
    """Return the day on which a case came up."""
    return case.received_on if isinstance(case, Complaint) else case.happened_on


def _matter(case: Case) -> tuple[RecordId | None, str] | None:
    """Return what a case is about; None for one that says nothing of it, or was cancelled."""
    if isinstance(case, Breach):
        return (case.promise, "") if case.promise else None
    if case.cancelled_because.strip() or not (case.promise or case.type):
        return None
    return (case.promise, "") if case.promise else (None, case.type)


def _searched(ledger: Ledger) -> dict[RecordId | None, date]:
    """Return until when somebody looks, or looked, for the cause of each promise's failures."""
    until: dict[RecordId | None, date] = {}
    for action in ledger.all(Action):
        if action.promise is not None:
            end = action.done_on or action.closed_on or date.max
            until[action.promise] = max(until.get(action.promise, date.min), end)
    return until


def _unexplained(group: list[_Dated], searched: date, ledger: Ledger) -> list[_Dated]:
    """Return the cases after the last one that has an action, and after an action about them was done."""
    group.sort(key=_order)
    handled = (at for at in range(len(group) - 1, -1, -1) if _has_action(group[at][2], ledger))
    return [one for one in group[next(handled, -1) + 1 :] if one[0] > searched]


def _order(dated: _Dated) -> tuple[date, RecordId]:
    return dated[0], dated[1]


def _has_action(case: Case, ledger: Ledger) -> bool:
    return case.action is not None and ledger.find(Action, case.action) is not None


def _repeated(cases: Sequence[_Dated]) -> tuple[Case, ...]:
    """Return the cases that stand in a run of three within the period."""
    near: set[int] = set()
    for at in range(len(cases) - TIMES + 1):
        if cases[at + TIMES - 1][0] - cases[at][0] <= PERIOD:
            near.update(range(at, at + TIMES))
    return tuple(cases[at][2] for at in sorted(near))
