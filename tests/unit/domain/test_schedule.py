"""The plan over working days, by hand: 2026-11-28 is a Saturday, Fridays are off."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.records.control import TaskState
from models.domain.schedule import Setting, Span, StepBar, Weeks, schedule
from models.domain.workdays import Workdays

START = date(2026, 11, 28)
DAYS = Workdays(frozenset({4}))
THREE = {1: ("a", "b", "c"), 2: ("d",), 5: ("e", "f"), 8: ("g",)}
SETTING = Setting(
    weeks={1: Weeks(1, 1), 2: Weeks(2, 2), 5: Weeks(2, 3), 8: Weeks(3, 3)},
    start=START,
    tasks=THREE,
    states={},
    closed={},
    days=DAYS,
    today=START,
)


def day(number: int) -> date:
    """Return a day counted from the start of the plan, which is 1."""
    return START + timedelta(days=number - 1)


def laid_out(
    today: date = START,
    closed: dict[int, date] | None = None,
    own: dict[str, dict[str, date]] | None = None,
    **done: date,
) -> dict[int, StepBar]:
    entered: dict[str, dict[str, Any]] = {task: {"done_on": day} for task, day in done.items()}
    entered |= own or {}
    known = {task: dataclasses.replace(TaskState(task=task), **days) for task, days in entered.items()}
    setting = dataclasses.replace(SETTING, today=today, states=known, closed=closed or {})
    return {bar.step: bar for bar in schedule(setting)}


def expected(bars: dict[int, StepBar]) -> dict[str, Span]:
    return {task.task: task.expected for bar in bars.values() for task in bar.tasks}


def test_tasks_share_the_working_days_of_their_step() -> None:
    bars = laid_out()

    assert [(bar.planned.first, bar.planned.last) for bar in bars[1].tasks] == [
        (day(1), day(2)),
        (day(3), day(4)),
        (day(5), day(6)),  # day 7 is the Friday
    ]
    assert bars[2].planned == Span(day(8), day(13))
    assert {bar.slip for bar in bars.values()} == {0}


def test_an_open_task_past_its_day_moves_all_that_follows_by_working_days() -> None:
    bars = laid_out(today=day(5))  # “a” was to be done on day 2; days 3, 4 and 5 are three working days

    assert bars[1].tasks[0].expected == Span(day(1), day(5))
    assert bars[1].tasks[0].slip == 3
    assert expected(bars)["b"] == Span(day(6), day(8))  # over the Friday
    assert expected(bars)["c"] == Span(day(9), day(10))
    assert bars[2].expected.first == day(11)  # three working days after day 8
    assert bars[8].slip == 3


def test_what_overlaps_moves_with_the_beginning_and_not_with_the_end() -> None:
    late = laid_out(today=day(13), a=day(1), b=day(3), c=day(5), own={"d": {"due": day(20)}})

    assert late[2].slip == 6
    assert late[5].slip == 0  # runs beside step 2, whose beginning was in time
    assert late[8].tasks[0].expected.first == late[8].planned.first + timedelta(days=7)


def test_a_finished_task_holds_nothing_up_any_more() -> None:
    bars = laid_out(today=day(6), a=day(4), b=day(4))

    assert (bars[1].tasks[0].slip, bars[1].tasks[1].slip) == (2, 0)
    assert expected(bars)["c"] == Span(day(5), day(6))


def test_tasks_of_a_rolling_step_do_not_wait_for_each_other() -> None:
    done = dict.fromkeys(("a", "b", "c", "d"), day(6))
    bars = laid_out(day(16), None, None, **done)

    e, f = bars[5].tasks
    assert e.slip > 0
    assert f.expected == f.planned


def test_own_dates_stand_and_a_date_before_its_turn_is_named() -> None:
    bars = laid_out(today=day(5), own={"b": {"due": day(4)}, "c": {"start": day(10), "due": day(12)}})

    assert bars[1].tasks[1].expected.last == day(5)  # its day has passed
    assert bars[1].tasks[1].clash == "a"
    assert bars[1].tasks[2].expected == Span(day(10), day(12))
    assert bars[1].tasks[2].clash == ""


def test_a_closed_step_ended_on_its_day() -> None:
    bars = laid_out(today=day(40), closed={1: day(8)})

    assert bars[1].expected == Span(day(1), day(8))
    assert bars[1].slip == 1
    assert {task.done_on for task in bars[1].tasks} == {day(8)}


@pytest.mark.parametrize("days", [Workdays(frozenset(range(7))), Workdays(holidays=((day(1), day(21)),))])
def test_a_plan_without_working_days_is_still_a_plan(days: Workdays) -> None:
    bars = schedule(dataclasses.replace(SETTING, days=days))

    assert all(bar.planned.first <= bar.planned.last for bar in bars)


@given(
    late=st.integers(0, 60),
    more=st.integers(0, 30),
    done=st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 40)),
)
def test_nothing_ends_earlier_because_time_passes(late: int, more: int, done: dict[str, int]) -> None:
    entered = {task: day(number) for task, number in done.items()}
    now = laid_out(day(late), None, None, **entered)
    later = laid_out(day(late + more), None, None, **entered)

    assert all(later[step].expected.last >= now[step].expected.last for step in now)
    assert all(bar.slip >= 0 and bar.expected.first <= bar.expected.last for bar in now.values())
