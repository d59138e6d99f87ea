"""The eight steps and their tasks laid out over working days, and what lateness does to all that follows.

A plan gives each step its weeks; the tasks of a step share its working days in their order. Dates that users
set themselves stand. A task that ends late moves what follows it by as many working days: the next tasks of
its step, and the steps after. Tasks of a step that rolls run beside each other and wait only for the step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from models.domain.records.control import TaskState
from models.domain.workdays import Workdays

ROLLING = frozenset({5, 6, 7})
"""Steps whose tasks go on beside each other, week after week."""

_DAY = timedelta(days=1)
_WEEK = 7


class Weeks(NamedTuple):
    """The weeks in which a step runs, counted from 1, both included."""

    first: int
    last: int


class Span(NamedTuple):
    """Two days, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class TaskBar:
    """One task over time.

    planned: as the plan alone would have it. expected: as it looks today; of a finished task, as it was.
    slip: by how many working days it ends later than planned, 0 or more. clash: the task before it, where
    the user's own date comes before that one can be done; "" for none.
    """

    task: str
    planned: Span
    expected: Span
    done_on: date | None
    slip: int
    clash: str = ""


@dataclass(frozen=True)
class StepBar:
    """One step over time, with its tasks in their order.

    closed_on: None while it is open. slip, start_slip: by how many working days it ends and begins later
    than planned, 0 or more; a closed step holds nothing up by its beginning.
    """

    step: int
    planned: Span
    expected: Span
    closed_on: date | None
    slip: int
    start_slip: int
    tasks: tuple[TaskBar, ...]


@dataclass(frozen=True)
class Setting:
    """What a schedule is made of.

    weeks: by step, in their order. tasks: ids by step. states: by task, where something was entered.
    closed: the day on which a step was signed off.
    """

    weeks: Mapping[int, Weeks]
    start: date
    tasks: Mapping[int, Sequence[str]]
    states: Mapping[str, TaskState]
    closed: Mapping[int, date]
    days: Workdays
    today: date


def schedule(setting: Setting) -> tuple[StepBar, ...]:
    """Return the steps of a plan, laid out over the days."""
    bars: list[StepBar] = []
    for step in setting.weeks:
        planned = _window(setting, step)
        delay = max((_delay(before, planned) for before in bars), default=0)
        bars.append(_step(setting, step, planned, delay))
    return tuple(bars)


def _delay(before: StepBar, planned: Span) -> int:
    """Return by how much an earlier step holds a later one up.

    What comes after it waits for its end; what overlaps with it moves with its beginning.
    """
    return before.slip if before.planned.last < planned.first else before.start_slip


def _window(setting: Setting, step: int) -> Span:
    """Return the first and the last working day of a step's weeks."""
    weeks, days = setting.weeks[step], setting.days
    first = days.first_from(setting.start + (weeks.first - 1) * _WEEK * _DAY)
    last = setting.start + (weeks.last * _WEEK - 1) * _DAY
    while last > first and not days.is_working(last):
        last -= _DAY
    return Span(first, max(first, last))


def _step(setting: Setting, step: int, planned: Span, delay: int) -> StepBar:
    closed_on = setting.closed.get(step)
    tasks = tuple(_tasks(setting, step, planned, delay))
    first = min((bar.expected.first for bar in tasks), default=planned.first)
    last = closed_on or max((bar.expected.last for bar in tasks), default=planned.last)
    expected = Span(min(first, last), last)
    start_slip = 0 if closed_on else delay
    slip = _slip(setting, planned.last, last)
    return StepBar(step, planned, expected, closed_on, slip, start_slip, tasks)


def _tasks(setting: Setting, step: int, window: Span, delay: int) -> Iterator[TaskBar]:
    """Yield the tasks of a step; held: by how many working days the next one is held up."""
    held, before = delay, ""
    for task, planned in _shared_out(setting, step, window):
        state = setting.states.get(task) or TaskState(task=task)
        bar = _task(setting, state, planned, held, setting.closed.get(step))
        if step in ROLLING:
            yield bar
            continue
        is_early = bool(before) and state.due is not None and bar.done_on is None and held > bar.slip
        yield _clashing(bar, before) if is_early else bar
        held = bar.slip if bar.done_on is not None else max(held, bar.slip)
        before = task


def _clashing(bar: TaskBar, before: str) -> TaskBar:
    return TaskBar(bar.task, bar.planned, bar.expected, bar.done_on, bar.slip, before)


def _task(setting: Setting, state: TaskState, planned: Span, held: int, step_closed: date | None) -> TaskBar:
    done_on = state.done_on or step_closed
    if done_on is not None:
        expected = Span(min(planned.first, done_on), done_on)
    else:
        expected = _expected(setting, state, planned, held)
    return TaskBar(state.task, planned, expected, done_on, _slip(setting, planned.last, expected.last))


def _expected(setting: Setting, state: TaskState, planned: Span, held: int) -> Span:
    """Return when an open task is done: on the user's own days, or held up, and never before today."""
    days = setting.days
    first = state.start or (days.after(planned.first, held) if held else planned.first)
    if state.due is not None:
        last = state.due
    else:
        last = days.after(first, days.between(planned.first, planned.last))
    if last < setting.today:
        last = days.first_from(setting.today)
    return Span(min(first, last), last)


def _slip(setting: Setting, planned: date, expected: date) -> int:
    return max(0, setting.days.between(planned, expected)) if expected > planned else 0


def _shared_out(setting: Setting, step: int, window: Span) -> Iterator[tuple[str, Span]]:
    """Yield the tasks of a step with the days of its window that fall to each, in their order."""
    tasks = setting.tasks.get(step, ())
    length = (window.last - window.first).days + 1
    every = (window.first + number * _DAY for number in range(length))
    days = [day for day in every if setting.days.is_working(day)] or [window.first]
    for place, task in enumerate(tasks):
        first = place * len(days) // len(tasks)
        last = max(first, (place + 1) * len(days) // len(tasks) - 1)
        yield task, Span(days[first], days[last])
