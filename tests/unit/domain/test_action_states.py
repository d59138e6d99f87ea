"""Where corrective actions stand and how they go on."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.action_states import (
    CHECK_AFTER,
    ActionState,
    Lack,
    check_day,
    is_checked,
    is_open,
    is_overdue,
    moved,
    next_day,
    state_of,
)
from models.domain.consistency.days import refused_ahead
from models.domain.consistency.rules import refused_together
from models.domain.ids import RecordId
from models.domain.records.correction import Action
from models.domain.workdays import Workdays

TODAY = date(2026, 11, 29)
EARLIER = TODAY - timedelta(days=90)
ALWAYS = Workdays()
SOMEBODY = RecordId("somebody")
PLANNED = Action(no="CA-01", steps=("Put a scale on the table",), owner=SOMEBODY, due=TODAY)
DONE = dataclasses.replace(PLANNED, done_on=EARLIER, check_on=TODAY)
CHECKED = dataclasses.replace(DONE, checked_on=TODAY, check_result="None late", result="effective")
FAILED = dataclasses.replace(CHECKED, result="not_effective")

days = st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31))
actions = st.builds(
    Action,
    steps=st.sampled_from([(), ("  ",), ("Do it",)]),
    owner=st.sampled_from([None, SOMEBODY]),
    opened_on=days,
    due=days,
    new_due=days,
    new_due_reason=st.sampled_from(["", "Late parts"]),
    done_on=days,
    check_on=days,
    checked_on=days,
    result=st.sampled_from(["", "effective", "not_effective"]),
    closed_on=days,
)


@given(actions)
def test_every_action_has_exactly_one_state(action: Action) -> None:
    assert state_of(action) in ActionState
    assert is_open(action) == (state_of(action) in (ActionState.OPEN, ActionState.DOING))


@given(actions)
def test_only_a_check_that_found_it_effective_closes_an_action(action: Action) -> None:
    assert (state_of(action) is ActionState.CLOSED) == (is_checked(action) and not is_open(action))


@given(actions, st.sampled_from(ActionState))
def test_a_move_leads_where_it_was_wanted_or_says_what_is_missing(
    action: Action, target: ActionState
) -> None:
    found = moved(action, target, TODAY, ALWAYS)

    if isinstance(found, Lack):
        assert hasattr(action, found.field)
        assert found.sentence.message
    else:
        assert state_of(found) is target


@given(actions, st.sampled_from(ActionState))
def test_no_move_closes_without_a_check(action: Action, target: ActionState) -> None:
    found = moved(action, target, TODAY, ALWAYS)

    if isinstance(found, Action) and found.closed_on is not None and action.closed_on is None:
        assert is_checked(found)


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (Action(), ActionState.OPEN),
        (dataclasses.replace(PLANNED, due=None), ActionState.OPEN),
        (dataclasses.replace(PLANNED, steps=("  ",)), ActionState.OPEN),
        (PLANNED, ActionState.DOING),
        (DONE, ActionState.WAITING),
        (FAILED, ActionState.WAITING),
        (dataclasses.replace(PLANNED, closed_on=TODAY), ActionState.WAITING),
        (dataclasses.replace(DONE, result="effective"), ActionState.WAITING),
        (CHECKED, ActionState.CLOSED),
    ],
)
def test_the_record_tells_the_state(action: Action, state: ActionState) -> None:
    assert state_of(action) is state


def test_what_was_checked_already_was_not_done_only_today() -> None:
    found = moved(dataclasses.replace(CHECKED, done_on=None), ActionState.WAITING, TODAY, ALWAYS)

    assert isinstance(found, Lack)
    assert found.field == "done_on"


def test_what_is_done_today_is_checked_two_months_later_on_a_working_day() -> None:
    saturday = date(2026, 11, 28)  # 60 days after it is a Wednesday
    found = moved(PLANNED, ActionState.WAITING, saturday, Workdays(frozenset({2})))

    assert isinstance(found, Action)
    assert found.done_on == saturday
    assert found.check_on == date(2027, 1, 28)
    assert check_day(saturday, ALWAYS) == saturday + CHECK_AFTER


@pytest.mark.parametrize(
    ("action", "target", "field"),
    [
        (Action(), ActionState.DOING, "steps"),
        (dataclasses.replace(PLANNED, owner=None), ActionState.DOING, "owner"),
        (dataclasses.replace(PLANNED, due=None), ActionState.DOING, "due"),
        (PLANNED, ActionState.OPEN, "steps"),
        (Action(), ActionState.WAITING, "steps"),
        (PLANNED, ActionState.CLOSED, "done_on"),
        (DONE, ActionState.CLOSED, "checked_on"),
        (dataclasses.replace(DONE, checked_on=TODAY), ActionState.CLOSED, "result"),
        (FAILED, ActionState.CLOSED, "reopened_because"),
        (CHECKED, ActionState.DOING, "reopened_because"),
        (DONE, ActionState.OPEN, "reopened_because"),
    ],
)
def test_what_keeps_an_action_from_a_place_is_named_with_its_field(
    action: Action, target: ActionState, field: str
) -> None:
    found = moved(action, target, TODAY, ALWAYS)

    assert isinstance(found, Lack)
    assert found.field == field


def test_a_clock_set_back_is_met_with_a_sentence() -> None:
    opened_tomorrow = dataclasses.replace(PLANNED, opened_on=TODAY + timedelta(days=1))

    found = moved(opened_tomorrow, ActionState.WAITING, TODAY, ALWAYS)

    assert isinstance(found, Lack)
    assert "clock" in found.sentence.message


@pytest.mark.parametrize("name", ["done_on", "checked_on", "closed_on", "contained_on", "informed_on"])
def test_what_has_happened_cannot_lie_ahead(name: str) -> None:
    assert refused_ahead(Action, name, TODAY + timedelta(days=1), TODAY) is not None
    assert refused_ahead(Action, name, TODAY, TODAY) is None


def test_a_plan_may_lie_ahead() -> None:
    assert refused_ahead(Action, "due", TODAY + timedelta(days=1), TODAY) is None


@pytest.mark.parametrize(
    ("before", "changes"),
    [
        (DONE, {"closed_on": TODAY}),
        (FAILED, {"closed_on": TODAY}),
        (PLANNED, {"closed_on": TODAY}),
        (DONE, {"checked_on": EARLIER - timedelta(days=1)}),
        (PLANNED, {"checked_on": TODAY}),
    ],
)
def test_an_edit_that_would_close_unchecked_or_check_too_early_is_refused(
    before: Action, changes: dict[str, date]
) -> None:
    assert refused_together(before, dataclasses.replace(before, **changes)) is not None  # type: ignore[arg-type]


def test_a_check_that_took_place_is_not_overdue() -> None:
    late = dataclasses.replace(DONE, check_on=TODAY - timedelta(days=1))

    assert is_overdue(late, TODAY)
    assert not is_overdue(dataclasses.replace(late, checked_on=TODAY), TODAY)


def test_a_new_date_counts_only_with_its_reason() -> None:
    later = TODAY + timedelta(days=9)
    put_off = dataclasses.replace(PLANNED, new_due=later)

    assert next_day(put_off) == TODAY
    assert next_day(dataclasses.replace(put_off, new_due_reason="Late parts")) == later
