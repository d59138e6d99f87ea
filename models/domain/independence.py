"""Nobody audits their own work: which of the work that is audited belongs to the auditor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.records.audit import Audit
from models.domain.records.charter import Indicator, Procedure, Promise
from models.domain.records.choices import STEPS
from models.domain.records.commitment import ROLES, Role, RoleName
from models.domain.records.control import Person, TaskState
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey
from models.domain.records.operation import Complaint
from models.domain.records.training import TrainingSession
from models.domain.sentences import Sentence

Steps = frozenset[str]
Work = Mapping[RecordId, Sequence[tuple[Record, Steps, str]]]
"""What each person answers for: the record, the steps in which it is looked at, and the message naming it."""

_NAMED = 3
_EVERY: Steps = frozenset(STEPS)
# Planning, preparing, doing and reporting the audit is the auditor's own task, and nothing that is audited.
_AUDITING = frozenset({"S8-T1", "S8-T2", "S8-T3", "S8-T4", "S8-T5"})
_ROLE_STEPS: Mapping[str, Steps] = {
    RoleName.TOP_MANAGER: frozenset("28"),
    RoleName.CHARTER_OWNER: _EVERY,
    RoleName.COMPLAINT_OFFICER: frozenset("57"),
    RoleName.TRAINER: frozenset("4"),
    RoleName.PROCESS_OWNER: frozenset("35"),
}


@dataclass(frozen=True)
class OwnWork:
    """Something that the auditor answers for; steps: those of the audit in which it is looked at."""

    steps: Steps
    what: Sentence
    record: Record


def work_of_everybody(ledger: Ledger) -> Work:
    """Return what each person answers for.

    Tasks, roles with their deputies, promises with their procedures, indicators, training held, surveys,
    complaints and corrective actions count.
    """
    found: dict[RecordId, list[tuple[Record, Steps, str]]] = {}
    for owners, record, steps, message in (*_held(ledger), *_promised(ledger), *_worked(ledger)):
        for owner in dict.fromkeys(one for one in owners if one is not None):
            found.setdefault(owner, []).append((record, steps, message))
    return found


def own_work(audit: Audit, ledger: Ledger, work: Work | None = None) -> tuple[OwnWork, ...]:
    """Return what an auditor would have to judge though they answer for it; nothing without an auditor.

    work: that of everybody, where many audits are looked at.
    """
    if audit.auditor is None:
        return ()
    known = work if work is not None else work_of_everybody(ledger)
    audited = frozenset(audit.steps)
    return tuple(
        OwnWork(steps & audited, _named(record, message, ledger), record)
        for record, steps, message in known.get(audit.auditor, ())
        if steps & audited
    )


def dependent_steps(audit: Audit, ledger: Ledger, work: Work | None = None) -> Steps:
    """Return the audited steps in which the auditor would judge their own work."""
    return frozenset(step for one in own_work(audit, ledger, work) for step in one.steps)


def conflict(audit: Audit, ledger: Ledger, work: Work | None = None) -> Sentence | None:
    """Return the sentence that names an auditor's own work, None where there is none."""
    found = own_work(audit, ledger, work)
    if not found:
        return None
    return Sentence(
        N_("{who} would judge their own work here: {work}."),
        who=_name(audit.auditor, ledger),
        work=listed([one.what for one in found]),
    )


def statement(audit: Audit, ledger: Ledger) -> Sentence | None:
    """Return a statement of independence to be offered; None without an auditor, or if it were untrue."""
    if ledger.find(Person, audit.auditor) is None or not audit.steps or own_work(audit, ledger):
        return None
    return Sentence(
        N_(
            "As far as the records show, {who} answers for none of the tasks, promises, procedures, "
            "indicators, complaints and corrective actions that are audited, and holds no role in them."
        ),
        who=_name(audit.auditor, ledger),
    )


def listed(parts: Sequence[Sentence], most: int = _NAMED) -> Sentence:
    """Return some parts as one enumeration; those beyond the most are counted.

    Raises:
        IndexError: there is no part.
    """
    shown, rest = list(parts[:most]), len(parts) - most
    if rest > 0:
        shown.append(Sentence("{count} other matter", "{count} other matters", rest))
    whole = shown[-1]
    for part in reversed(shown[:-1]):
        whole = Sentence(N_("{first}; {rest}"), first=part, rest=whole)
    return whole


_Owned = Iterator[tuple[tuple[RecordId | None, ...], Record, Steps, str]]
"""Who answers for something, what it is, the steps in which it is looked at, and the message naming it."""


def _held(ledger: Ledger) -> _Owned:
    for role in ledger.all(Role):
        steps = _ROLE_STEPS.get(role.role)
        if steps:
            yield (role.person,), role, steps, N_("the role “{name}”")
        if steps and role.deputy != role.person:
            yield (role.deputy,), role, steps, N_("deputy in the role “{name}”")
    for task in ledger.all(TaskState):
        if task.task not in _AUDITING:
            yield (task.owner,), task, frozenset(task.task[1:2]), N_("the task {name}")


def _promised(ledger: Ledger) -> _Owned:
    owners = {promise.id: promise.owner for promise in ledger.all(Promise)}
    for promise in ledger.all(Promise):
        yield (promise.owner,), promise, frozenset("35"), N_("the promise “{name}”")
    for procedure in ledger.all(Procedure):
        owner = owners.get(procedure.promise) if procedure.promise else None
        yield (owner,), procedure, frozenset("35"), N_("the procedure of “{name}”")
    for card in ledger.all(Indicator):
        yield (card.owner,), card, frozenset("36"), N_("the indicator “{name}”")


def _worked(ledger: Ledger) -> _Owned:
    for session in ledger.all(TrainingSession):
        yield (session.trainer,), session, frozenset("4"), N_("the training “{name}”")
    for survey in ledger.all(Survey):
        yield (survey.owner,), survey, frozenset("6"), N_("the survey “{name}”")
    for complaint in ledger.all(Complaint):
        if not complaint.cancelled_because:
            yield (complaint.assigned,), complaint, frozenset("5"), N_("the complaint {name}")
    for action in ledger.all(Action):
        yield (action.owner, action.leader), action, frozenset("7"), N_("the corrective action {name}")


def _name(person: RecordId | None, ledger: Ledger) -> object:
    known = ledger.find(Person, person)
    return name_of(known, ledger) if known is not None else Sentence(N_("an entry without a name"))


def _named(record: Record, message: str, ledger: Ledger) -> Sentence:
    if isinstance(record, Role):
        return Sentence(message, name=Sentence(ROLES[record.role]))
    return Sentence(message, name=record.task if isinstance(record, TaskState) else name_of(record, ledger))
