"""What fields of one record must not say together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from models.domain.action_states import is_checked
from models.domain.fields import Record
from models.domain.marking import N_
from models.domain.records.audit import Review
from models.domain.records.charter import Indicator
from models.domain.records.commitment import Better, Objective, Role, RoleName
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.records.operation import DataSheet, Launch
from models.domain.records.organisation import GapAnswer, Score
from models.domain.sentences import Sentence


@dataclass(frozen=True)
class Rule:
    """A rule that one record breaks or keeps; the sentence stands beside the field.

    The first broken rule of a field speaks. One that `refuses` keeps an edit from being saved that would
    break it; any other reminds.
    """

    field: str
    is_broken: Callable[[Any], bool]
    message: str
    refuses: bool = False


def _same_deputy(role: Role) -> bool:
    return role.deputy is not None and role.deputy == role.person


def _nameless_role(role: Role) -> bool:
    return role.role == RoleName.OTHER and not role.title


def _is_backwards(objective: Objective, better: str) -> bool:
    """Whether the target lies on the worse side of where one stands."""
    baseline, target = objective.baseline, objective.target
    if baseline is None or target is None or objective.better != better:
        return False
    return target > baseline if better == Better.LESS else target < baseline


def _less_than_needed(objective: Objective) -> bool:
    return _is_backwards(objective, Better.MORE)


def _more_than_needed(objective: Objective) -> bool:
    return _is_backwards(objective, Better.LESS)


def _less_without_saying(objective: Objective) -> bool:
    return _is_backwards(objective, "")


def _nothing_gained(objective: Objective) -> bool:
    return objective.target is not None and objective.target == objective.baseline


def _more_kept(sheet: DataSheet) -> bool:
    return sheet.cases is not None and sheet.kept is not None and sheet.kept > sheet.cases


def _red_before_target(indicator: Indicator) -> bool:
    if indicator.target is None or indicator.red_limit is None:
        return False
    if indicator.comparison == "at_least":
        return indicator.red_limit > indicator.target
    return indicator.comparison == "at_most" and indicator.red_limit < indicator.target


def _postponed_without_reason(action: Action) -> bool:
    return action.new_due is not None and not action.new_due_reason.strip()


def _checked_too_early(action: Action) -> bool:
    if action.checked_on is None:
        return False
    return action.done_on is None or action.checked_on < action.done_on


def _closed_unchecked(action: Action) -> bool:
    return action.closed_on is not None and not is_checked(action)


def _judged_without_day(action: Action) -> bool:
    return bool(action.result) and action.checked_on is None


def _left_out_without_reason(answer: GapAnswer) -> bool:
    return answer.score == Score.NOT_APPLICABLE and not answer.reason.strip()


def _decided_by_nobody(launch: Launch) -> bool:
    return bool(launch.decision) and launch.decided_by is None


def _decided_on_no_day(launch: Launch) -> bool:
    return bool(launch.decision) and launch.decided_on is None


def _decided_without_reason(launch: Launch) -> bool:
    return launch.decision in ("go_with_open", "no_go") and not launch.decision_reason.strip()


def _absent_chair(review: Review) -> bool:
    return review.chair is not None and bool(review.present) and review.chair not in review.present


def _choice_without_options(question: SurveyQuestion) -> bool:
    return question.type == "choice" and not question.options


def _choices_unasked(question: SurveyQuestion) -> bool:
    return question.type not in ("", "choice") and bool(question.options)


def _choices_unequal(question: SurveyQuestion) -> bool:
    lines = [text.splitlines() for _, text in question.options.items()]
    return any(len(one) != len(lines[0]) or any(not line.strip() for line in one) for one in lines)


def _choices_repeated(question: SurveyQuestion) -> bool:
    lines = ([line.strip().casefold() for line in text.splitlines()] for _, text in question.options.items())
    filled = ([line for line in one if line] for one in lines)
    return any(len(set(one)) < len(one) for one in filled)


def _more_needed_than_there_are(survey: Survey) -> bool:
    return None not in (survey.needed, survey.population) and (survey.needed or 0) > (survey.population or 0)


def _more_asked_than_there_are(survey: Survey) -> bool:
    return None not in (survey.asked, survey.population) and (survey.asked or 0) > (survey.population or 0)


RULES: Mapping[type[Record], tuple[Rule, ...]] = {
    Action: (
        Rule(
            "new_due_reason",
            _postponed_without_reason,
            N_("The new date counts only with its reason. Write why it was put off."),
        ),
        Rule(
            "checked_on",
            _checked_too_early,
            N_("The effect can be checked only after the action was done. Check the two dates."),
            refuses=True,
        ),
        Rule(
            "checked_on",
            _judged_without_day,
            N_("Enter the day on which the effect was checked."),
        ),
        Rule(
            "closed_on",
            _closed_unchecked,
            N_("An action is closed only after a check that found it effective. Enter the check first."),
            refuses=True,
        ),
    ),
    DataSheet: (Rule("kept", _more_kept, N_("More cases are kept than there were. Check the two numbers.")),),
    GapAnswer: (
        Rule("reason", _left_out_without_reason, N_("Write why this question does not apply to you.")),
    ),
    Indicator: (
        Rule(
            "red_limit",
            _red_before_target,
            N_("A value that reaches the target would be red. Check the target and this limit."),
        ),
    ),
    Launch: (
        Rule("decided_by", _decided_by_nobody, N_("Choose who decided.")),
        Rule("decided_on", _decided_on_no_day, N_("Enter the day of the decision.")),
        Rule("decision_reason", _decided_without_reason, N_("Write the reason for this decision.")),
    ),
    Objective: (
        Rule(
            "target",
            _less_than_needed,
            N_("The target lies below the baseline, though more is better. Check the two numbers."),
        ),
        Rule(
            "target",
            _more_than_needed,
            N_("The target lies above the baseline, though less is better. Check the two numbers."),
        ),
        Rule(
            "target",
            _less_without_saying,
            N_(
                "The target lies below the baseline. Choose whether less is better, or check the two numbers."
            ),
        ),
        Rule(
            "target",
            _nothing_gained,
            N_("The target is what you have already. Set one that improves on the baseline."),
        ),
    ),
    Review: (
        Rule(
            "chair",
            _absent_chair,
            N_("The chair is not among those present. Add them there, or choose who led the meeting."),
        ),
    ),
    Role: (
        Rule("title", _nameless_role, N_("Write how this role is called.")),
        Rule("deputy", _same_deputy, N_("The deputy must be somebody other than the person."), refuses=True),
    ),
    Survey: (
        Rule(
            "needed",
            _more_needed_than_there_are,
            N_("More answers are needed than there are customers. Check the two numbers."),
        ),
        Rule(
            "asked",
            _more_asked_than_there_are,
            N_("More customers were asked than there are. Check the two numbers."),
        ),
    ),
    SurveyQuestion: (
        Rule(
            "options",
            _choices_unasked,
            N_("These choices are not printed: only a question of the kind “Choice” offers any."),
        ),
        Rule(
            "options",
            _choices_repeated,
            N_("Two choices say the same. Change one, or delete it."),
        ),
        Rule(
            "options",
            _choices_unequal,
            N_("A choice is not written in every language. Fill in the empty lines."),
        ),
        Rule("options", _choice_without_options, N_("Write the choices that customers can tick.")),
    ),
}


def refused_together(before: Record, after: Record) -> Sentence | None:
    """Return why an edit cannot be kept, since its fields would contradict each other; None when it can.

    A record that is contradictory already, as one from elsewhere may be, can still be edited.
    """
    for rule in RULES.get(type(after), ()):
        if rule.refuses and rule.is_broken(after) and not rule.is_broken(before):
            return Sentence(rule.message)
    return None
