"""What is done with complaints and broken promises: begin one, take its next stage, find the cause."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.domain import complaints
from models.domain.complaints import LIMITS, Stage
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.charter import ComplaintRule, Promise
from models.domain.records.control import Person
from models.domain.records.correction import Action, ActionSource
from models.domain.records.operation import COMPLAINT_TYPES, Breach, Complaint
from models.domain.records.training import Authority
from models.domain.registers import register_of
from models.domain.repetition import Case, day_of
from models.domain.sentences import Sentence, Wording
from models.localisation.text import search_key, shortened, without_isolates
from models.services.action_sources import started
from models.services.company import OpenCompany
from models.services.editing import new_record

_FIRST_NO = "001"
_QUOTED = 300
_MOST_QUOTED = 20


# Complaints


def new_complaint(ledger: Ledger, today: date) -> Complaint:
    """Return a complaint received today with its number, its owner and its due dates; not saved yet."""
    blank = new_record(register_of(Complaint), ledger)
    assert isinstance(blank, Complaint)
    named = dataclasses.replace(
        blank, no=blank.no or _FIRST_NO, assigned=complaints.officer(ledger, today), received_on=today
    )
    return complaints.completed(blank, named, ledger)


def has_rule(ledger: Ledger) -> bool:
    """Return whether the complaint rule says within how many days a complaint is confirmed and answered."""
    rule = ledger.sheet(ComplaintRule)
    return rule.acknowledge_days is not None and rule.answer_days is not None


def done_today(complaint: Complaint, stage: Stage, today: date) -> Complaint:
    """Return a complaint of which a stage is done today; one without a day of its own changes nothing."""
    if stage is Stage.CLOSED:
        return dataclasses.replace(complaint, closed_on=today)
    limit = LIMITS.get(stage)
    if limit is None:
        return complaint
    return dataclasses.replace(complaint, **{limit.done: today})  # type: ignore[arg-type]


def appealed(complaint: Complaint, ledger: Ledger, today: date) -> Complaint:
    """Return a complaint at which the customer wants a second look from today on, by somebody else."""
    reader = complaint.appeal_by or complaints.second_reader(complaint, ledger, today)
    asked = dataclasses.replace(complaint, appealed_on=today, appeal_by=reader)
    return complaints.completed(complaint, asked, ledger)


def breaches_of(complaint: Complaint, ledger: Ledger) -> Sequence[Breach]:
    """Return the broken promises that were recorded because of a complaint, oldest first."""
    return [one for one in ledger.all(Breach) if one.complaint == complaint.id]


def breach_from(complaint: Complaint, ledger: Ledger, wording: Wording, today: date) -> Breach:
    """Return the broken promise that a complaint tells of; not saved yet."""
    return Breach(
        happened_on=complaint.received_on or today,
        promise=complaint.promise,
        customer_ref=complaint.customer_ref,
        cause=shortened(complaint.findings, _QUOTED),
        remedy=remedy_of(complaint.promise, ledger, wording),
        by=complaint.assigned,
        satisfied=complaint.satisfied,
        complaint=complaint.id,
        action=complaint.action,
    )


# Broken promises


def remedy_of(promise_id: RecordId | None, ledger: Ledger, wording: Wording) -> str:
    """Return in one line what a promise gives where it is not kept, "" where that is not written."""
    promise = ledger.find(Promise, promise_id)
    return shortened(promise.remedy.best(wording.code), _QUOTED) if promise is not None else ""


@dataclass(frozen=True)
class BreachTotal:
    """How often a promise was broken, and what that cost; None for those whose promise is gone."""

    promise: Promise | None
    count: int
    cost: Decimal


def breach_totals(ledger: Ledger) -> Sequence[BreachTotal]:
    """Return the totals of each promise, the one broken most often first."""
    counts: dict[RecordId | None, tuple[int, Decimal]] = {}
    for one in ledger.all(Breach):
        key = one.promise if ledger.find(Promise, one.promise) is not None else None
        count, cost = counts.get(key, (0, Decimal(0)))
        counts[key] = count + 1, cost + (one.cost or 0)
    totals = [BreachTotal(ledger.find(Promise, key), *sums) for key, sums in counts.items()]
    return sorted(totals, key=lambda one: (-one.count, -one.cost))


def beyond_authority(breach: Breach, ledger: Ledger) -> Mapping[str, Sentence]:
    """Return, by field, where a remedy goes beyond what the job of whoever gave it may grant.

    A job is found in the table of authority by its name in any language; nothing is said of one that is not
    in the table while the table is empty, or of a person without a job.
    """
    person, rows = ledger.find(Person, breach.by), ledger.all(Authority)
    if person is None or not person.job or not rows or not (breach.remedy.strip() or breach.cost):
        return {}
    names = {search_key(text) for _code, text in person.job.items()}
    own = [one for one in rows if search_key(one.job) in names]
    if not own:
        message = N_("The table of authority gives the job “{job}” no right to grant a remedy.")
        return {"by": Sentence(message, job=person.job)}
    limits = [one.amount for one in own]
    most = None if None in limits else max((one for one in limits if one is not None), default=None)
    if most is not None and breach.cost is not None and breach.cost > most:
        message = N_("The job “{job}” may grant up to {amount}. Check who approved more.")
        return {"cost": Sentence(message, job=person.job, amount=most)}
    return {}


# Corrective actions


def make_action(company: OpenCompany, cases: Sequence[Case], wording: Wording, today: date) -> Action:
    """Save an action that looks for the cause of some cases, and link them to it; one step to undo.

    Args:
        company: in which they are saved.
        cases: of one kind, at least one.
        wording: the language of the problem's text.
        today: on which it is opened.

    Raises:
        AppError: nothing was changed.
    """
    is_breach = isinstance(cases[0], Breach)
    promises = {case.promise for case in cases}
    promise = cases[0].promise if len(promises) == 1 else None
    action = dataclasses.replace(
        started(company, today),
        source=ActionSource.BREACH if is_breach else ActionSource.COMPLAINT,
        promise=promise,
        problem=problem_of(cases, company, wording),
        owner=_owner(cases, company, today),
    )
    linked = [dataclasses.replace(case, action=action.id) for case in cases]
    company.save_all((action, *linked))
    return action


def problem_of(cases: Sequence[Case], ledger: Ledger, wording: Wording) -> str:
    """Return what happened, in words: what the cases are about, and a line for each."""
    lines = [_headline(cases, ledger).worded(wording), *(_line(one, wording) for one in cases[:_MOST_QUOTED])]
    return without_isolates("\n".join(lines))


def _headline(cases: Sequence[Case], ledger: Ledger) -> Sentence:
    first = cases[0]
    promise, count = ledger.find(Promise, first.promise), len(cases)
    if promise is not None and isinstance(first, Breach):
        return Sentence(
            "The promise “{name}” was broken {count} time:",
            "The promise “{name}” was broken {count} times:",
            count,
            name=promise.text,
        )
    if promise is not None:
        return Sentence(
            "{count} complaint about the promise “{name}”:",
            "{count} complaints about the promise “{name}”:",
            count,
            name=promise.text,
        )
    if isinstance(first, Complaint) and first.type in COMPLAINT_TYPES:
        return Sentence(
            "{count} complaint about “{subject}”:",
            "{count} complaints about “{subject}”:",
            count,
            subject=Sentence(COMPLAINT_TYPES[first.type]),
        )
    return Sentence("{count} case:", "{count} cases:", count)


def _line(case: Case, wording: Wording) -> str:
    day, text = day_of(case), case.text if isinstance(case, Complaint) else case.cause
    parts = (
        case.no if isinstance(case, Complaint) else case.customer_ref,
        wording.date(day) if day else "",
        shortened(text, _QUOTED),
    )
    return " · ".join(filter(None, parts))


def _owner(cases: Iterable[Case], ledger: Ledger, today: date) -> RecordId | None:
    """Return who owns the promise, or else who looks after the latest of the cases."""
    last = list(cases)[-1]
    promise = ledger.find(Promise, last.promise)
    handler = last.assigned if isinstance(last, Complaint) else last.by
    candidates = (promise.owner if promise is not None else None, handler)
    return next((one for one in candidates if complaints.is_here(ledger, one, today)), None)
