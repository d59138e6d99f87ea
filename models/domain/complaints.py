"""The course of a complaint: its stages, its due dates in working days, and what closing it still needs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.charter import ComplaintRule
from models.domain.records.choices import Level
from models.domain.records.commitment import Role, RoleName
from models.domain.records.control import Person
from models.domain.records.operation import Complaint
from models.domain.sentences import Sentence
from models.domain.workdays import Workdays, workdays_of


class Stage(StrEnum):
    """What happens to a complaint, in this order; the second look only where it is asked for."""

    RECEIVED = "received"
    CONFIRMED = "confirmed"
    EXAMINED = "examined"
    DECIDED = "decided"
    ANSWERED = "answered"
    SECOND_LOOK = "second_look"
    CLOSED = "closed"


class State(StrEnum):
    """Where a case stands as a whole."""

    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Limit:
    """One promise of time: from when it runs, its number of days, its due date, and when it was kept."""

    start: str
    days: str
    due: str
    done: str


LIMITS: Mapping[Stage, Limit] = {
    Stage.CONFIRMED: Limit("received_on", "acknowledge_days", "acknowledge_by", "acknowledged_on"),
    Stage.ANSWERED: Limit("received_on", "answer_days", "due", "answered_on"),
    Stage.SECOND_LOOK: Limit("appealed_on", "appeal_days", "appeal_due", "appeal_answered_on"),
}
"""The names of the fields, by stage."""


def state(complaint: Complaint) -> State:
    """Return where a case stands: it waits for the customer once everything asked was answered."""
    if complaint.cancelled_because.strip():
        return State.CANCELLED
    if complaint.closed_on is not None:
        return State.CLOSED
    return State.WAITING if next_stage(complaint) is Stage.CLOSED else State.OPEN


def next_stage(complaint: Complaint) -> Stage | None:
    """Return what is to be done next; None for a case that is closed or cancelled."""
    if complaint.closed_on is not None or complaint.cancelled_because.strip():
        return None
    return next(stage for stage in Stage if not is_done(complaint, stage))


def is_done(complaint: Complaint, stage: Stage) -> bool:
    """Return whether a stage is over; a second look that nobody asked for is."""
    done = {
        Stage.RECEIVED: complaint.received_on is not None,
        Stage.CONFIRMED: complaint.acknowledged_on is not None,
        Stage.EXAMINED: bool(complaint.findings.strip() or complaint.decision.strip())
        or complaint.answered_on is not None,
        Stage.DECIDED: bool(complaint.decision.strip()) or complaint.answered_on is not None,
        Stage.ANSWERED: complaint.answered_on is not None,
        Stage.SECOND_LOOK: complaint.appealed_on is None or complaint.appeal_answered_on is not None,
        Stage.CLOSED: complaint.closed_on is not None,
    }
    return done[stage]


def pending_dues(complaint: Complaint) -> Iterator[tuple[Stage, date]]:
    """Yield each due date that still binds, with its stage, in the order of the stages."""
    # Most of many cases are over; to ask for the state of each would take much longer.
    if complaint.closed_on is not None or complaint.cancelled_because.strip():
        return
    for stage, limit in LIMITS.items():
        due = getattr(complaint, limit.due)
        is_asked = getattr(complaint, limit.start) is not None or stage is not Stage.SECOND_LOOK
        if due is not None and is_asked and getattr(complaint, limit.done) is None:
            yield stage, due


def first_due(complaint: Complaint) -> date | None:
    """Return the earliest due date that still binds."""
    return min((due for _stage, due in pending_dues(complaint)), default=None)


def is_overdue(complaint: Complaint, today: date) -> bool:
    """Return whether a due date that binds has passed."""
    due = first_due(complaint)
    return due is not None and due < today


_RANKS = {State.OPEN: 1, State.WAITING: 2, State.CLOSED: 3, State.CANCELLED: 4}


def urgency(complaint: Complaint, today: date) -> tuple[int, int, int]:
    """Return what puts cases into the order of work: overdue, open, waiting, closed, cancelled.

    Within the first three the earliest due date stands first, then the oldest case; of those that are over
    the newest.
    """
    received = (complaint.received_on or date.min).toordinal()
    found = state(complaint)
    if found in (State.CLOSED, State.CANCELLED):
        return _RANKS[found], -received, 0
    due = (first_due(complaint) or date.max).toordinal()
    return 0 if is_overdue(complaint, today) else _RANKS[found], due, received


# Due dates


def rule_due(complaint: Complaint, stage: Stage, rule: ComplaintRule, days: Workdays) -> date | None:
    """Return the due date that the rule gives a stage; None where the rule or the first day is missing."""
    limit = LIMITS[stage]
    start, count = getattr(complaint, limit.start), getattr(rule, limit.days)
    return days.after(start, count) if start is not None and count is not None else None


def with_dues(before: Complaint, after: Complaint, rule: ComplaintRule, days: Workdays) -> Complaint:
    """Return a changed complaint with the due dates that follow from a first day that is set or changed.

    A due date that was typed by hand stays: only an empty one, or one that the rule had given, is replaced.
    """
    values: dict[str, date | None] = {}
    for stage, limit in LIMITS.items():
        if getattr(before, limit.start) == getattr(after, limit.start):
            continue
        given = getattr(after, limit.due)
        if given is None or given == rule_due(before, stage, rule, days):
            values[limit.due] = rule_due(after, stage, rule, days)
    return dataclasses.replace(after, **values)  # type: ignore[arg-type]


def completed(before: Complaint, after: Complaint, ledger: Ledger) -> Complaint:
    """Return a changed complaint with what follows from the change by the company's rule and calendar."""
    if all(getattr(before, one.start) == getattr(after, one.start) for one in LIMITS.values()):
        return after
    return with_dues(before, after, ledger.sheet(ComplaintRule), workdays_of(ledger))


@dataclass(frozen=True)
class Standing:
    """How a stage with a due date stands, in working days.

    left: until the due date, negative after it; of a stage that is done, as it stood on that day.
    """

    due: date
    left: int
    is_done: bool


def standing(complaint: Complaint, stage: Stage, days: Workdays, today: date) -> Standing | None:
    """Return how a stage stands; None for one without a due date, or of a case that does not ask for it."""
    limit = LIMITS.get(stage)
    due = getattr(complaint, limit.due) if limit else None
    if limit is None or due is None or (stage is Stage.SECOND_LOOK and complaint.appealed_on is None):
        return None
    done = getattr(complaint, limit.done)
    if done is None and state(complaint) in (State.CLOSED, State.CANCELLED):
        return None
    left = days.between(done or today, due)
    if left == 0 and due < (done or today):
        # Only days off lie in between; it is late all the same.
        left = -1
    return Standing(due, left, done is not None)


# Who


def officer(ledger: Ledger, today: date) -> RecordId | None:
    """Return who looks after a new complaint: the complaint officer or deputy, or else who decides."""
    roles = [one for one in ledger.all(Role) if one.role == RoleName.COMPLAINT_OFFICER]
    candidates = [person for role in roles for person in (role.person, role.deputy)]
    candidates.append(ledger.sheet(ComplaintRule).decision_by)
    return next((one for one in candidates if is_here(ledger, one, today)), None)


def second_reader(complaint: Complaint, ledger: Ledger, today: date) -> RecordId | None:
    """Return who looks a second time: who decides or the manager, and not who handled the case."""
    managers = [one.person for one in ledger.all(Role) if one.role == RoleName.TOP_MANAGER]
    candidates = [ledger.sheet(ComplaintRule).decision_by, *managers]
    here = (one for one in candidates if one != complaint.assigned and is_here(ledger, one, today))
    return next(here, None)


def is_here(ledger: Ledger, person_id: RecordId | None, today: date) -> bool:
    """Return whether somebody is known and has not left."""
    person = ledger.find(Person, person_id)
    return person is not None and (person.left_on is None or person.left_on > today)


# What is missing

_CONFIRMED_FIRST = N_("Enter when you told the customer that the complaint was received.")
_FINDINGS_FIRST = N_("Write what was found. Only a case of low severity can do without it.")
_DECISION_FIRST = N_("Write what was decided: that is what the customer is told.")
_ANSWERED_FIRST = N_("Enter when the customer got the answer.")
_SATISFIED_FIRST = N_("Choose whether the customer is satisfied; “Not known” is an answer, too.")
_APPEAL_FIRST = N_("Write what the second look decided.")
_APPEAL_ANSWER_FIRST = N_("Enter when the customer got the second answer.")
_SEVERITY_FIRST = N_("Choose how serious the case is.")
_EARLY = N_(
    "Today ({today}) lies before this day. Check the date, and whether the clock of the computer is right."
)


def missing(complaint: Complaint, stage: Stage, today: date) -> dict[str, Sentence]:
    """Return what a stage lacks to be done today, by field in the order in which it is filled in."""
    found = {name: Sentence(message) for name, message in _blanks(complaint, stage)}
    early = _too_early(complaint, today)
    return {**early, **found}


def _too_early(complaint: Complaint, today: date) -> dict[str, Sentence]:
    days = {"received_on": complaint.received_on, "appealed_on": complaint.appealed_on}
    return {
        name: Sentence(_EARLY, today=today) for name, day in days.items() if day is not None and day > today
    }


def _blanks(complaint: Complaint, stage: Stage) -> Iterator[tuple[str, str]]:
    if stage is Stage.ANSWERED and not complaint.decision.strip():
        yield "decision", _DECISION_FIRST
    if stage is Stage.SECOND_LOOK and not complaint.appeal_decision.strip():
        yield "appeal_decision", _APPEAL_FIRST
    if stage is Stage.CLOSED:
        yield from _blanks_of_closing(complaint)


def _blanks_of_closing(complaint: Complaint) -> Iterator[tuple[str, str]]:
    is_low = complaint.severity == Level.LOW
    has_appeal = complaint.appealed_on is not None
    wanted = (
        ("severity", _SEVERITY_FIRST, bool(complaint.severity)),
        ("acknowledged_on", _CONFIRMED_FIRST, complaint.acknowledged_on is not None),
        ("findings", _FINDINGS_FIRST, is_low or bool(complaint.findings.strip())),
        ("decision", _DECISION_FIRST, bool(complaint.decision.strip())),
        ("answered_on", _ANSWERED_FIRST, complaint.answered_on is not None),
        ("appeal_decision", _APPEAL_FIRST, not has_appeal or bool(complaint.appeal_decision.strip())),
        ("appeal_answered_on", _APPEAL_ANSWER_FIRST, is_done(complaint, Stage.SECOND_LOOK)),
        ("satisfied", _SATISFIED_FIRST, bool(complaint.satisfied)),
    )
    yield from ((name, message) for name, message, is_there in wanted if not is_there)


def reminders(complaint: Complaint, ledger: Ledger, today: date) -> dict[str, Sentence]:
    """Return what to mend in a case, by field: a day still to come, somebody who is not here any more."""
    found = _too_early(complaint, today)
    if state(complaint) not in (State.OPEN, State.WAITING):
        return found
    for name in ("assigned", "appeal_by"):
        person = getattr(complaint, name)
        if person is not None and not is_here(ledger, person, today):
            found[name] = Sentence(N_("This person is not here any more. Choose somebody else."))
    if complaint.appeal_by is not None and complaint.appeal_by == complaint.assigned:
        found.setdefault(
            "appeal_by", Sentence(N_("The second look belongs to somebody other than the owner of the case."))
        )
    return found
