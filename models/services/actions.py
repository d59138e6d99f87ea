"""Corrective actions: made from any record, led through their course, never closed without a check."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import cache
from typing import Any

from models.content.improvement import corrective_model
from models.domain.action_check import ActionYardstick
from models.domain.action_states import ActionState, Lack, check_day, closed, is_checked, moved
from models.domain.consistency.rules import refused_together
from models.domain.errors import AppError
from models.domain.fields import Record, field_of
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.sentences import Sentence, Wording
from models.domain.validation import refusal_of
from models.domain.workdays import workdays_of
from models.localisation.phrases import Phrases
from models.localisation.text import search_key
from models.services.action_sources import LINKED, action_of, begun_from, started
from models.services.company import OpenCompany
from models.services.editing import ValueRefused, changed_field


def action_from(company: OpenCompany, source: Record, wording: Wording, today: date, **values: Any) -> Action:
    """Make the corrective action that a record calls for, save it with the link to it, and return it.

    This is the one way from anywhere in the program to a new action; it is one step to undo.

    Args:
        company: holds the source, which need not be saved yet: it is saved with its action.
        source: a `GapAnswer`, `Complaint`, `Breach`, `Indicator`, `Survey`, `Theme` of answers, `AuditCheck`,
            `Finding` or `ReviewDecision`. A record that has an action already makes no second one: that is
            returned. An indicator or a survey may have another one once those before are closed.
        wording: in whose language the problem is written down.
        today: the day on which it is opened.
        values: fields of the action that are known better than the source tells, such as `problem` or `due`.

    Raises:
        NoSuchSource: nothing is made from such records.
        AppError: the company file cannot be written; nothing was changed.
    """
    source = company.find(type(source), source.id) or source
    known = action_of(company, source)
    if known is not None:
        return known
    action = dataclasses.replace(begun_from(company, source, wording, today), **values)
    linked = [dataclasses.replace(source, action=action.id)] if isinstance(source, LINKED) else []
    company.save_all([action, *linked])
    return action


class Refused(AppError):
    """An action cannot go there; `lack` says why, and in which field to mend it."""

    def __init__(self, lack: Lack) -> None:
        super().__init__()
        self.wanted = lack.sentence
        self.lack = lack


def move(company: OpenCompany, action: Action, target: ActionState, today: date) -> Action:
    """Save an action as it is once it stands where it is wanted, and return it; one step to undo.

    Raises:
        Refused: something is missing, or there is no such way; nothing was changed.
    """
    current = company.find(Action, action.id) or action
    found = moved(current, target, today, workdays_of(company))
    if isinstance(found, Lack):
        raise Refused(found)
    company.save(found)
    return found


def save_action_field(company: OpenCompany, record: Action, name: str, value: Any, today: date) -> Action:
    """Save one field of an action with what its edit brings with it, and return the action as it is then.

    Raises:
        ValueRefused: the value cannot be kept; nothing was changed.
        AppError: the company file cannot be written; nothing was changed.
    """
    before, edited = changed_field(company, record, name, value, today)
    after = with_what_follows(before, edited, company, today)
    refused = refused_together(before, after)
    if refused is not None:
        raise ValueRefused(refused)
    company.save(after)
    return after


def another_like(company: OpenCompany, action: Action, today: date) -> Action:
    """Save an action with the texts of another one, that begins its own course, and return it."""
    new = started(company, today)
    left_out = (*_OF_A_ROUND, "due", "contained_on", "informed_on", "earlier")
    blank: dict[str, Any] = {name: field_of(Action, name).empty for name in left_out}
    copy = dataclasses.replace(action, id=new.id, no=new.no, opened_on=today, **blank)
    company.save(copy)
    return copy


def with_what_follows(before: Action, after: Action, ledger: Ledger, today: date) -> Action:
    """Return an edited action with what its edit brings with it.

    With the day on which it was done, a day for the check is proposed; a check that found it effective
    closes it; and what closed it goes where that is no longer so.
    """
    done_on = after.done_on
    if done_on is not None and done_on != before.done_on and after.checked_on is None:
        planned = after.check_on if after.check_on and after.check_on > done_on else None
        after = dataclasses.replace(after, check_on=planned or check_day(done_on, workdays_of(ledger)))
    if is_checked(after) and not is_checked(before):
        return closed(after, today)
    if is_checked(before) and not is_checked(after):
        return dataclasses.replace(after, closed_on=None)
    return after


def reopen(
    company: OpenCompany, action: Action, because: str, due: date | None, wording: Wording, today: date
) -> Action:
    """Begin a new round of an action that did not help, with a reason and a new due date; one step to undo.

    What the round before said of its end goes into `earlier` as text, so that nothing of it is lost.

    Raises:
        Refused: the reason or the date is missing, or has passed; nothing was changed.
        ValueRefused: the reason cannot be kept.
    """
    current = company.find(Action, action.id) or action
    if not because.strip():
        raise Refused(Lack("reopened_because", Sentence(N_("Write why it is opened again."))))
    if due is None:
        raise Refused(Lack("new_due", Sentence(N_("Enter by when it is to be done now."))))
    if due < today:
        raise Refused(Lack("new_due", Sentence(N_("This day has passed. Enter a later one."))))
    refused = refusal_of(field_of(Action, "reopened_because"), because)
    if refused is not None:
        raise ValueRefused(refused)
    earlier = "\n\n".join(filter(None, (current.earlier, round_in_words(current, wording))))
    again = dataclasses.replace(
        current,
        earlier=earlier,
        reopened_on=today,
        reopened_because=because.strip(),
        new_due=due,
        new_due_reason=because.strip(),
        done_on=None,
        check_on=None,
        checked_on=None,
        check_result="",
        result="",
        proof="",
        closed_on=None,
    )
    company.save(again)
    return again


_OF_A_ROUND = (
    "reopened_on",
    "reopened_because",
    "new_due",
    "new_due_reason",
    "done_on",
    "proof",
    "check_on",
    "checked_on",
    "check_result",
    "result",
    "closed_on",
)


def round_in_words(action: Action, wording: Wording) -> str:
    """Return how a round of an action ended, a line for each field in which something stands."""
    lines = []
    for name in _OF_A_ROUND:
        spec, value = field_of(Action, name), getattr(action, name)
        if value == spec.empty:
            continue
        if name == "result":
            value = wording.gettext(spec.choices.get(value, value))
        text = wording.date(value) if isinstance(value, date) else str(value)
        lines.append(f"{wording.gettext(spec.label)}: {text}")
    return "\n".join(lines)


@cache
def yardstick() -> ActionYardstick:
    """Return what the texts of actions are measured with."""
    return ActionYardstick(_blames, search_key)


def _blames(text: str) -> bool:
    return any(phrases.found_in(text) for phrases in _blaming())


@cache
def _blaming() -> tuple[Phrases, ...]:
    return tuple(Phrases.of(words) for words in corrective_model().blaming.values())
