"""Exit criteria of step 7, corrective actions."""

from __future__ import annotations

from models.domain.action_states import is_checked, is_open
from models.domain.gates.criterion import Criterion, Outcome, met, place, unmet
from models.domain.gates.facts import Facts
from models.domain.records.correction import Action, ActionRule
from models.domain.sentences import Sentence

_NOTE = ("no_case", "no_case_signed_by", "no_case_signed_on")


def rule_written(facts: Facts) -> Outcome:
    """Judge whether it is written when a corrective action must be opened."""
    rule = facts.sheet(ActionRule)
    if not rule.rule.strip():
        reason = Sentence("It is not written when a corrective action must be opened.")
        return unmet(reason, place(rule, "rule"))
    return met(Sentence("It is written when a corrective action must be opened."), place(rule, "rule"))


def cycle_completed(facts: Facts) -> Outcome:
    """Judge whether one action was carried out and found effective, or its check is still to come.

    The check comes one to three months after the action and may outlive the plan: its date is enough until
    it has passed. A signed note that no case arose, with the data that prove it, stands for an action.
    """
    actions = facts.all(Action)
    for action in actions:
        if is_checked(action):
            reason = Sentence("The corrective action {no} was found effective.", no=facts.name(action))
            return met(reason, place(action, "result"))
    for action in actions:
        if _waits_for_check(facts, action):
            reason = Sentence(
                "The corrective action {no} is done; its effectiveness is checked on {day}.",
                no=facts.name(action),
                day=action.check_on,
            )
            return met(reason, place(action, "check_on"))
    if _no_case(facts):
        return met(_NO_CASE, place(facts.sheet(ActionRule), "no_case"))
    return _nothing_completed(facts)


def nothing_overdue(facts: Facts) -> Outcome:
    """Judge whether every open action has a date that has not passed; a new date needs its reason."""
    actions = facts.all(Action)
    still_open = [action for action in actions if is_open(action)]
    for action in still_open:
        if action.due_now is None:
            reason = Sentence("The corrective action {no} has no due date.", no=facts.name(action))
            return unmet(reason, place(action, "due"))
    overdue = [action for action in still_open if action.due_now and action.due_now < facts.today]
    if overdue:
        reason = Sentence(
            "{count} corrective action is overdue without a new date and a reason; the first is {first}.",
            "{count} corrective actions are overdue without a new date and a reason; the first is {first}.",
            len(overdue),
            first=facts.name(overdue[0]),
        )
        return unmet(reason, place(overdue[0], "new_due_reason" if overdue[0].new_due else "new_due"))
    if actions:
        return met(Sentence("No corrective action is overdue."), place(Action))
    if _no_case(facts):
        return met(_NO_CASE, place(facts.sheet(ActionRule), "no_case"))
    return unmet(_NO_ACTION, place(Action))


CRITERIA = (
    Criterion("S7-E1", "S7-T1", rule_written),
    Criterion("S7-E2", "S7-T7", cycle_completed),
    Criterion("S7-E3", "S7-T6", nothing_overdue),
)

_NO_CASE = Sentence("A signed note with its data says that no case arose.")
_NO_ACTION = Sentence("There is no corrective action, and no signed note says that no case arose.")


def _no_case(facts: Facts) -> bool:
    return not facts.blank(facts.sheet(ActionRule), *_NOTE)


def _waits_for_check(facts: Facts, action: Action) -> bool:
    planned = action.check_on is not None and action.check_on >= facts.today
    return action.done_on is not None and action.checked_on is None and planned


def _nothing_completed(facts: Facts) -> Outcome:
    """Say of the newest action what it lacks."""
    actions = facts.all(Action)
    if not actions:
        return unmet(_NO_ACTION, place(Action))
    action, name = actions[-1], facts.name(actions[-1])
    if action.done_on is None:
        reason = Sentence("No corrective action is carried out yet; the newest is {no}.", no=name)
        return unmet(reason, place(action, "done_on"))
    if action.checked_on:
        reason = Sentence("The corrective action {no} was checked and not found effective.", no=name)
        return unmet(reason, place(action, "result"))
    if action.check_on:
        reason = Sentence(
            "The effectiveness of the corrective action {no} was to be checked on {day}.",
            no=name,
            day=action.check_on,
        )
        return unmet(reason, place(action, "checked_on"))
    reason = Sentence("The corrective action {no} has no date for its effectiveness check.", no=name)
    return unmet(reason, place(action, "check_on"))
