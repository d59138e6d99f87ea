"""Where a corrective action stands, found in its record: no second state is kept anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.sentences import Sentence
from models.domain.workdays import Workdays

EFFECTIVE, NOT_EFFECTIVE = "effective", "not_effective"
CHECK_AFTER = timedelta(days=60)
"""The effect of an action is looked at one to three months after it; this is what is proposed."""


class ActionState(StrEnum):
    """How far an action is, in the order of its course."""

    OPEN = "open"
    DOING = "doing"
    WAITING = "waiting"
    CLOSED = "closed"


ACTION_STATES: Mapping[str, str] = {
    ActionState.OPEN: N_("Opened"),
    ActionState.DOING: N_("Being done"),
    ActionState.WAITING: N_("Waiting for the check"),
    ActionState.CLOSED: N_("Closed"),
}


def state_of(action: Action) -> ActionState:
    """Return where an action stands.

    It is open until it says what is to be done, by whom and by when; then it is being done; with the day on
    which that was finished it waits for the check of its effect. Only a check that found it effective closes
    it: one that was closed without, as an older file may hold it, still waits.
    """
    if is_open(action):
        is_planned = any(map(str.strip, action.steps)) and action.owner is not None and action.due is not None
        return ActionState.DOING if is_planned else ActionState.OPEN
    return ActionState.CLOSED if is_checked(action) else ActionState.WAITING


def is_open(action: Action) -> bool:
    """Return whether an action is still to be carried out."""
    return action.done_on is None and action.closed_on is None


def is_checked(action: Action) -> bool:
    """Return whether a check found what was done effective."""
    return action.done_on is not None and action.checked_on is not None and action.result == EFFECTIVE


def has_failed(action: Action) -> bool:
    """Return whether a check found an action not effective that was not opened again."""
    return not is_open(action) and action.result == NOT_EFFECTIVE


def next_day(action: Action) -> date | None:
    """Return the day by which the next thing is due: the action itself, or its check; None where none is."""
    state = state_of(action)
    if state is ActionState.CLOSED:
        return None
    return action.check_on if state is ActionState.WAITING else action.due_now


def is_overdue(action: Action, today: date) -> bool:
    """Return whether the next thing should have happened; a check that took place is not overdue."""
    if not is_open(action) and action.checked_on is not None:
        return False
    day = action.due_now if is_open(action) else action.check_on
    return day is not None and day < today


def check_day(done_on: date, workdays: Workdays) -> date:
    """Return the working day that is proposed for the check of what was done on a day."""
    latest = date.max - CHECK_AFTER
    return workdays.first_from(min(done_on, latest) + CHECK_AFTER)


@dataclass(frozen=True)
class Lack:
    """Why an action cannot go where it is wanted: the sentence, and the field in which to mend it.

    needs_reopening: it can only be opened again, which asks for a reason and a new due date.
    """

    field: str
    sentence: Sentence
    needs_reopening: bool = False


def moved(action: Action, target: ActionState, today: date, workdays: Workdays) -> Action | Lack:
    """Return an action as it is once it stands where it is wanted, or what keeps it from there.

    Only what truly happened moves it: done today, or closed after its check. One that stands there already
    is returned as it is.
    """
    state = state_of(action)
    if state is target:
        return action
    if state in _CARRIED_OUT and target in _BEFORE:
        return Lack("reopened_because", _OPEN_AGAIN, needs_reopening=True)
    return _MOVES[target](action, today, workdays)


def _to_open(_action: Action, _today: date, _workdays: Workdays) -> Lack:
    reason = N_("It is being done as long as it says what is to be done, by whom and by when.")
    return Lack("steps", Sentence(reason))


def _to_doing(action: Action, _today: date, _workdays: Workdays) -> Lack:
    if not any(map(str.strip, action.steps)):
        return Lack("steps", Sentence(N_("Write first what is to be done.")))
    if action.owner is None:
        return Lack("owner", Sentence(N_("Choose first who does it.")))
    return Lack("due", Sentence(N_("Enter first by when it is to be done.")))


def _to_waiting(action: Action, today: date, workdays: Workdays) -> Action | Lack:
    if is_checked(action):
        return Lack("reopened_because", _OPEN_AGAIN, needs_reopening=True)
    if not any(map(str.strip, action.steps)):
        return Lack("steps", Sentence(N_("Write first what was done.")))
    if action.opened_on is not None and action.opened_on > today:
        return Lack("opened_on", not_come(action.opened_on))
    keeps = action.check_on is not None and action.check_on > today
    done = replace(action, done_on=today, check_on=action.check_on if keeps else check_day(today, workdays))
    # What was checked already was not done only today.
    return Lack("done_on", _DONE_FIRST) if is_checked(done) else done


def _to_closed(action: Action, today: date, _workdays: Workdays) -> Action | Lack:
    if action.done_on is None:
        return Lack("done_on", _DONE_FIRST)
    if has_failed(action):
        return Lack("reopened_because", _OPEN_AGAIN, needs_reopening=True)
    if action.checked_on is None:
        return Lack("checked_on", Sentence(N_("Enter first when its effect was checked.")))
    if not action.result:
        return Lack("result", Sentence(N_("Choose first whether it was effective.")))
    return closed(action, today)


def closed(action: Action, today: date) -> Action:
    """Return an action that was found effective with the day on which it was closed."""
    return replace(action, closed_on=action.closed_on or max(today, action.checked_on or today))


_DONE_FIRST = Sentence(N_("Enter first when it was done; then its effect is checked."))
_OPEN_AGAIN = Sentence(N_("Open it again: write why, and set a new due date."))
_BEFORE = (ActionState.OPEN, ActionState.DOING)
_CARRIED_OUT = (ActionState.WAITING, ActionState.CLOSED)
_MOVES: Mapping[ActionState, Callable[[Action, date, Workdays], Action | Lack]] = {
    ActionState.OPEN: _to_open,
    ActionState.DOING: _to_doing,
    ActionState.WAITING: _to_waiting,
    ActionState.CLOSED: _to_closed,
}


def not_come(day: date) -> Sentence:
    """Return that a day lies ahead, which is wrong for what has happened; a clock set back says so, too."""
    return Sentence(
        N_("By the clock of this computer {day} is still to come. Check the date, or the clock."), day=day
    )
