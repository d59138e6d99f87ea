"""Corrective actions as their board and their list show them: found in the record, overdue first."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from models.content import titles
from models.domain.action_states import (
    ACTION_STATES,
    ActionState,
    has_failed,
    is_overdue,
    next_day,
    state_of,
)
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.sentences import Sentence
from models.localisation.display import Display, OrderKey
from models.localisation.language import Language

# Columns that stand in no record: they are found by looking at it.
STATE = FieldSpec("state", Kind.TEXT, N_("State"))
NEXT = FieldSpec("next", Kind.TEXT, N_("Due next"))

OVERDUE = "overdue"
"""Beside the states, what the list can be narrowed down to."""


@dataclass(frozen=True)
class ActionFilter:
    """Which actions are wanted; "" stands for all of them. state: one of them, or `OVERDUE`."""

    source: str = ""
    owner: str = ""
    promise: str = ""
    state: str = ""

    @property
    def is_on(self) -> bool:
        """Whether anything is left out."""
        return self != ActionFilter()

    def lets_through(self, action: Action, today: date) -> bool:
        """Return whether an action is wanted."""
        return not self.is_on or (
            self.source in ("", action.source)
            and self.owner in ("", action.owner)
            and self.promise in ("", action.promise)
            and self.state in ("", state_of(action), OVERDUE if is_overdue(action, today) else "")
        )


def in_course_order(actions: Iterable[Action], today: date) -> list[Action]:
    """Return actions in the order in which they want attention: overdue ones, then by their next day."""
    return sorted(actions, key=lambda one: _urgency(one, today))


def _urgency(action: Action, today: date) -> tuple[object, ...]:
    if state_of(action) is ActionState.CLOSED:
        return (True, True, -(action.closed_on or date.min).toordinal(), action.no, action.id)
    day = (next_day(action) or date.max).toordinal()
    return (False, not is_overdue(action, today), day, action.no, action.id)


def counts(actions: Iterable[Action], today: date) -> Mapping[str, int]:
    """Return how many actions are in each state, and how many are overdue."""
    found: Counter[str] = Counter()
    for action in actions:
        found[state_of(action)] += 1
        found[OVERDUE] += is_overdue(action, today)
    return found


def people_and_promises(ledger: Ledger) -> tuple[Sequence[RecordId], Sequence[RecordId]]:
    """Return the owners and the promises of all actions, each once, in the order of their actions."""
    actions = ledger.all(Action)
    owners = dict.fromkeys(one.owner for one in actions if one.owner is not None)
    promises = dict.fromkeys(one.promise for one in actions if one.promise is not None)
    return tuple(owners), tuple(promises)


def standing_in_words(action: Action) -> Sentence:
    """Return where an action stands; one whose check failed says so."""
    if has_failed(action):
        return Sentence(N_("Not effective: open it again"))
    return Sentence(ACTION_STATES[state_of(action)])


def day_in_words(action: Action, today: date) -> Sentence | None:
    """Return by when the next thing is due or that it is overdue, None where nothing is or no day is set."""
    day, state = next_day(action), state_of(action)
    if state is ActionState.CLOSED:
        return Sentence(N_("Closed on {day}"), day=action.closed_on) if action.closed_on else None
    if day is None:
        return Sentence(N_("No check planned") if state is ActionState.WAITING else N_("No due date"))
    if state is ActionState.WAITING:
        if is_overdue(action, today):
            return Sentence(N_("Check overdue since {day}"), day=day)
        return Sentence(N_("Check on {day}"), day=day)
    if is_overdue(action, today):
        return Sentence(N_("Overdue since {day}"), day=day)
    return Sentence(N_("Due by {day}"), day=day)


class ActionDisplay(Display):
    """Writes actions as their list shows them."""

    def __init__(self, ledger: Ledger, language: Language, today: date) -> None:
        super().__init__(ledger, language, titles.title)
        self._speech = language
        self._today = today

    def of(self, record: Record, spec: FieldSpec) -> str:
        """Return one column of an action as text."""
        if isinstance(record, Action):
            if spec is STATE:
                return standing_in_words(record).worded(self._speech)
            if spec is NEXT:
                words = day_in_words(record, self._today)
                return words.worded(self._speech) if words is not None else ""
        return super().of(record, spec)

    def order(self, record: Record, spec: FieldSpec) -> OrderKey | None:
        """Return what actions are sorted by; their state by its place in the course."""
        if isinstance(record, Action):
            if spec is STATE:
                return list(ActionState).index(state_of(record))
            if spec is NEXT:
                day = next_day(record)
                return day.toordinal() if day is not None else None
        return super().order(record, spec)


def with_part(wanted: ActionFilter, part: str, value: str) -> ActionFilter:
    """Return a filter with another value of one of its parts."""
    return dataclasses.replace(wanted, **{part: value})
