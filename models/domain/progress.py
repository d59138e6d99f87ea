"""How far the eight steps have come, what comes next and what is late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import islice

from models.domain.gates import CRITERIA, CriterionState, Place, gates_of
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.ledger import Ledger
from models.domain.records.control import StepClosing, TaskState
from models.domain.registers import REGISTERS, register
from models.domain.sentences import Sentence
from models.domain.workplaces import ELSEWHERE, WORKPLACES

_Rank = tuple[bool, int]  # whether something is there already, and the position of the task


class Phase(StrEnum):
    """Where a step stands."""

    UNTOUCHED = "untouched"
    RUNNING = "running"
    CLOSED = "closed"
    CLOSED_WITH_REASON = "closed_with_reason"


@dataclass(frozen=True)
class StepState:
    """How far a step has come.

    share: 0 to 1; done tasks make one half of it and met criteria the other, so that ticking tasks off alone
    never fills it. closing: the newest sign-off, None before there is one. A step that was signed off without
    a reason is running again when its gate is no longer met.
    """

    step: int
    phase: Phase
    share: Fraction
    tasks: int
    tasks_done: int
    criteria: tuple[CriterionState, ...]
    closing: StepClosing | None

    @property
    def criteria_met(self) -> int:
        """How many exit criteria are met."""
        return sum(state.is_met for state in self.criteria)

    @property
    def is_gate_met(self) -> bool:
        """Whether all exit criteria are met."""
        return all(state.is_met for state in self.criteria)

    @property
    def is_closed(self) -> bool:
        """Whether the step is closed, with a reason or without."""
        return self.phase in (Phase.CLOSED, Phase.CLOSED_WITH_REASON)


@dataclass(frozen=True)
class NextThing:
    """Something to do next, and why.

    task and criterion are ids of the content, "" for none; where both are empty, the step waits for its
    sign-off.
    """

    step: int
    reason: Sentence
    place: Place
    task: str = ""
    criterion: str = ""


_Ranked = tuple[_Rank, NextThing]


def step_states(ledger: Ledger, guidance: Guidance, today: date) -> tuple[StepState, ...]:
    """Return how far each of the eight steps has come, in their order."""
    return states_of(Facts(ledger, guidance, today))


def next_things(ledger: Ledger, guidance: Guidance, today: date, limit: int = 3) -> tuple[NextThing, ...]:
    """Return what to do next, the first unfinished step first.

    Within a step unmet criteria and tasks stand in the order of the tasks; a task whose register already
    holds something comes after those where nothing is entered yet. A task whose criterion is met is left out
    even when nobody ticked it off. A step whose gate is met only waits for its sign-off.
    """
    facts = Facts(ledger, guidance, today)
    return things_of(facts, states_of(facts), limit)


def things_of(facts: Facts, states: Iterable[StepState], limit: int) -> tuple[NextThing, ...]:
    """Return the same as `next_things` for steps that were looked at already."""
    waiting = (state for state in states if not state.is_closed)
    return tuple(islice((thing for state in waiting for thing in _things(facts, state)), limit))


def states_of(facts: Facts) -> tuple[StepState, ...]:
    """Return the same as `step_states` from facts that are already there."""
    return tuple(_state(facts, step, criteria) for step, criteria in gates_of(facts).items())


def _state(facts: Facts, step: int, criteria: tuple[CriterionState, ...]) -> StepState:
    tasks = facts.guidance.tasks.get(step, ())
    done = sum(is_done(facts, task) for task in tasks)
    met = sum(state.is_met for state in criteria)
    share = (Fraction(done, len(tasks) or 1) + Fraction(met, len(criteria))) / 2
    closings = facts.of(StepClosing, "step", str(step))
    closing = max(reversed(closings), key=lambda one: one.closed_on or date.min, default=None)
    is_met = met == len(criteria)
    return StepState(step, _phase(facts, step, closing, is_met), share, len(tasks), done, criteria, closing)


def _phase(facts: Facts, step: int, closing: StepClosing | None, is_met: bool) -> Phase:
    if closing is not None and closing.closed_on is not None:
        if is_met:
            return Phase.CLOSED
        if closing.reason.strip():
            return Phase.CLOSED_WITH_REASON
    return Phase.RUNNING if is_met or _is_touched(facts, step) else Phase.UNTOUCHED


def _is_touched(facts: Facts, step: int) -> bool:
    """Return whether anything was entered in the registers, tasks or sign-offs of a step."""
    own = (row.record for row in REGISTERS if row.step == step)
    tasks = facts.guidance.tasks.get(step, ())
    return (
        any(task in facts.task_states for task in tasks)
        or bool(facts.of(StepClosing, "step", str(step)))
        or any(facts.all(record_type) for record_type in own)
    )


def is_done(facts: Facts, task: str) -> bool:
    """Return whether a task was ticked off."""
    state = facts.task_states.get(task)
    return state is not None and state.done_on is not None


def _things(facts: Facts, state: StepState) -> Iterator[NextThing]:
    """Yield what a step that is not closed still needs, the most useful first."""
    if state.is_gate_met:
        reason = Sentence("The exit criteria of step {step} are met; it can be signed off.", step=state.step)
        yield NextThing(state.step, reason, Place("step_closing", field="closed_on", content=str(state.step)))
        return
    ranked = [*_criteria_things(facts, state), *_task_things(facts, state)]
    yield from (thing for _, thing in sorted(ranked, key=lambda pair: pair[0]))


def _criteria_things(facts: Facts, state: StepState) -> Iterator[_Ranked]:
    order = _order(facts, state.step)
    for row, one in zip(CRITERIA[state.step], state.criteria, strict=True):
        if not one.is_met:
            thing = NextThing(state.step, one.reason, one.place, row.task, one.id)
            yield (False, order.get(row.task, len(order))), thing


def _task_things(facts: Facts, state: StepState) -> Iterator[_Ranked]:
    judged = {row.task for row in CRITERIA[state.step]}
    for task, position in _order(facts, state.step).items():
        if task not in judged and not is_done(facts, task):
            where = Place(WORKPLACES.get(task, ELSEWHERE), content=task)
            is_begun = where.register != ELSEWHERE and bool(facts.all(register(where.register).record))
            yield (is_begun, position), NextThing(state.step, _open_task(facts, task), where, task)


def _order(facts: Facts, step: int) -> dict[str, int]:
    return {task: position for position, task in enumerate(facts.guidance.tasks.get(step, ()))}


def _open_task(facts: Facts, task: str) -> Sentence:
    due = facts.task_states.get(task, TaskState()).due
    if due is None:
        return Sentence("This task is not done yet.")
    if due < facts.today:
        return Sentence("This task was due on {day}.", day=due)
    return Sentence("This task is due on {day}.", day=due)
