"""What is to be mended in a corrective action beyond what its fields alone tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from models.domain.action_states import is_open, not_come
from models.domain.consistency.days import past_days
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.sentences import Sentence

_SOONEST, _LATEST = timedelta(days=28), timedelta(days=92)


@dataclass(frozen=True)
class ActionYardstick:
    """What the texts of an action are measured with.

    blames: whether a text only calls people to order. fold: makes texts equal that say the same.
    """

    blames: Callable[[str], bool]
    fold: Callable[[str], str]


def remarks(action: Action, ledger: Ledger, yardstick: ActionYardstick, today: date) -> dict[str, Sentence]:
    """Return what is to be mended in an action, by field name, at most one a field."""
    found: dict[str, Sentence] = {}
    for search in (_texts, _owner, _days):
        for field, sentence in search(action, ledger, yardstick, today):
            found.setdefault(field, sentence)
    return found


Found = Iterator[tuple[str, Sentence]]


def _texts(action: Action, _ledger: Ledger, yardstick: ActionYardstick, _today: date) -> Found:
    steps = [step for step in action.steps if step.strip()]
    if steps and all(map(yardstick.blames, steps)):
        yield (
            "steps",
            Sentence(N_("To warn or remind people removes no cause. Change what made the failure possible.")),
        )
    fold = yardstick.fold
    contained = fold(action.containment)
    if contained and steps and all(fold(step) == contained for step in steps):
        yield (
            "steps",
            Sentence(N_("This is the immediate fix once more. Remove the cause as well.")),
        )
    if action.cause.strip() and fold(action.cause) == fold(action.problem):
        yield "cause", Sentence(N_("This says the problem once more, not its cause. Ask why again."))
    if action.cause.strip() and yardstick.blames(action.cause):
        yield (
            "cause",
            Sentence(N_("This blames a person. Ask why again: what let it happen, to anybody?")),
        )


def _owner(action: Action, ledger: Ledger, _yardstick: ActionYardstick, today: date) -> Found:
    owner = ledger.find(Person, action.owner)
    if owner is not None and is_gone(owner, today) and (is_open(action) or action.checked_on is None):
        yield (
            "owner",
            Sentence(
                N_("{name} left on {day}. Choose another owner."),
                name=name_of(owner, ledger),
                day=owner.left_on,
            ),
        )


def is_gone(person: Person, today: date) -> bool:
    """Return whether somebody has left."""
    return person.left_on is not None and person.left_on <= today


def _days(action: Action, _ledger: Ledger, _yardstick: ActionYardstick, today: date) -> Found:
    for name in ("opened_on", *past_days(Action).refused):
        day = getattr(action, name)
        if day is not None and day > today:
            yield name, not_come(day)
    if action.done_on is None or action.check_on is None or action.checked_on is not None:
        return
    if not _SOONEST <= action.check_on - action.done_on <= _LATEST:
        yield (
            "check_on",
            Sentence(N_("The effect shows one to three months later. Check this date.")),
        )
