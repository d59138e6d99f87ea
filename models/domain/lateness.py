"""What is past its due date."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models.domain.action_states import is_open
from models.domain.complaints import LIMITS, Stage, pending_dues
from models.domain.gates import Place
from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Finding
from models.domain.records.charter import Communication
from models.domain.records.choices import Progress
from models.domain.records.commitment import Objective, ObjectiveAction
from models.domain.records.correction import Action
from models.domain.records.operation import Complaint
from models.domain.records.organisation import GapAnswer
from models.domain.records.training import EffectCheck
from models.domain.scoring import gap, is_answered
from models.domain.sentences import Sentence
from models.domain.training import watches


@dataclass(frozen=True)
class LateThing:
    """Something that should be done by now; the reason names it and its day."""

    due: date
    reason: Sentence
    place: Place


def late_things(ledger: Ledger, guidance: Guidance, today: date) -> tuple[LateThing, ...]:
    """Return what is past its due date, the longest overdue first.

    These are open tasks, gaps, corrective actions and their effectiveness checks, objectives and the actions
    of their programme, complaints to be confirmed, answered or looked at again, messages of the communication
    plan, audit findings, and looks at the work of trained people.
    """
    return late_of(Facts(ledger, guidance, today))


def late_of(facts: Facts) -> tuple[LateThing, ...]:
    """Return the same from facts that are already there."""
    late = (thing for search in _SEARCHES for thing in search(facts))
    return tuple(sorted(late, key=lambda thing: thing.due))


def _tasks(facts: Facts) -> Iterator[LateThing]:
    for state in facts.task_states.values():
        if state.done_on is None and (due := _over(facts, state.due)):
            name = facts.guidance.names.get(state.task, state.task)
            reason = Sentence("The task “{task}” was due on {day}.", task=name, day=due)
            yield LateThing(due, reason, place(state, "done_on", state.task))


def _gaps(facts: Facts) -> Iterator[LateThing]:
    """Yield the gaps that the newest answer still shows; one that became an action is followed there."""
    handled = {action.gap for action in facts.all(Action)}
    for question, planned in _planned_gaps(facts).items():
        if planned.id not in handled and (due := _over(facts, planned.due)):
            reason = Sentence(
                "The gap of question {question} was to be closed by {day}.", question=question, day=due
            )
            yield LateThing(due, reason, place(planned, "due", question))


def _planned_gaps(facts: Facts) -> dict[str, GapAnswer]:
    """Return, for each question whose newest answer shows a gap, the newest answer with a date."""
    newest: dict[str, GapAnswer] = {}
    planned: dict[str, GapAnswer] = {}
    for one in facts.rounds:
        for question, answer in facts.answers.get(one.id, {}).items():
            if is_answered(answer):
                newest[question] = answer
            if answer.due is not None:
                planned[question] = answer
    return {question: answer for question, answer in planned.items() if gap(newest.get(question))}


def _actions(facts: Facts) -> Iterator[LateThing]:
    for action in facts.all(Action):
        if is_open(action):
            if due := _over(facts, action.due_now):
                reason = Sentence(
                    "The corrective action {no} was due on {day}.", no=facts.name(action), day=due
                )
                yield LateThing(due, reason, place(action, "done_on"))
        elif action.checked_on is None and (due := _over(facts, action.check_on)):
            reason = Sentence(
                "The effectiveness of the corrective action {no} was to be checked on {day}.",
                no=facts.name(action),
                day=due,
            )
            yield LateThing(due, reason, place(action, "checked_on"))


def _objectives(facts: Facts) -> Iterator[LateThing]:
    for objective in facts.all(Objective):
        if objective.status not in _SETTLED and (due := _over(facts, objective.due)):
            reason = Sentence("The objective “{name}” was due on {day}.", name=facts.name(objective), day=due)
            yield LateThing(due, reason, place(objective, "status"))


def _programme(facts: Facts) -> Iterator[LateThing]:
    for action in facts.all(ObjectiveAction):
        if action.status not in _SETTLED and (due := _over(facts, action.due)):
            reason = Sentence(
                "The action “{name}” of the programme was due on {day}.",
                name=facts.name(action),
                day=due,
            )
            yield LateThing(due, reason, place(action, "status"))


def _complaints(facts: Facts) -> Iterator[LateThing]:
    for complaint in facts.all(Complaint):
        for stage, day in pending_dues(complaint):
            if due := _over(facts, day):
                reason = Sentence(_LATE_COMPLAINTS[stage], no=facts.name(complaint), day=due)
                yield LateThing(due, reason, place(complaint, LIMITS[stage].done))


_LATE_COMPLAINTS: Mapping[Stage, str] = {
    Stage.CONFIRMED: N_("The receipt of complaint {no} was to be confirmed by {day}."),
    Stage.ANSWERED: N_("The answer to complaint {no} was due on {day}."),
    Stage.SECOND_LOOK: N_("The second look at complaint {no} was due on {day}."),
}


def _messages(facts: Facts) -> Iterator[LateThing]:
    for message in facts.all(Communication):
        if message.done_on is None and (due := _over(facts, message.due)):
            reason = Sentence(
                "The message “{name}” of the communication plan was due on {day}.",
                name=facts.name(message),
                day=due,
            )
            yield LateThing(due, reason, place(message, "done_on"))


def _findings(facts: Facts) -> Iterator[LateThing]:
    """Yield the findings past their agreed day; one with an action is followed there."""
    for finding in facts.all(Finding):
        is_followed = finding.action is not None or finding.closed_on is not None
        if not is_followed and (due := _over(facts, finding.agreed_on)):
            reason = Sentence(
                "The finding “{name}” was to be closed by {day}.", name=facts.name(finding), day=due
            )
            yield LateThing(due, reason, place(finding, "closed_on"))


def _watched(facts: Facts) -> Iterator[LateThing]:
    """Yield the trained people whose work nobody has looked at within a month."""
    for watch in watches(facts):
        if watch.is_over(facts.today):
            reason = Sentence(
                "A look at the work of {name} was due on {day}, a month after the training.",
                name=facts.name(watch.person),
                day=watch.due,
            )
            yield LateThing(watch.due, reason, place(EffectCheck))


_SETTLED = (Progress.DONE, Progress.MISSED)
_SEARCHES: tuple[Callable[[Facts], Iterator[LateThing]], ...] = (
    _tasks,
    _gaps,
    _actions,
    _objectives,
    _programme,
    _complaints,
    _messages,
    _findings,
    _watched,
)


def _over(facts: Facts, due: date | None) -> date | None:
    """Return a due date that has passed, None for any other."""
    return due if due is not None and due < facts.today else None
