"""Fields that must agree with each other, and records that must differ, declared in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.domain.action_states import is_checked, not_come
from models.domain.appointments import is_audited_by_oneself
from models.domain.audit_programme import checks_of, unanswered
from models.domain.baselines import baseline_of, below, is_below
from models.domain.fields import Record, field_of
from models.domain.launch_list import tally
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.measuring import overlapping
from models.domain.records.audit import Audit, Finding, Review, ReviewDecision
from models.domain.records.charter import Indicator, Pilot
from models.domain.records.commitment import (
    Better,
    Decision,
    Exclusion,
    Objective,
    ObjectiveAction,
    Role,
    RoleName,
    Scope,
)
from models.domain.records.control import DocumentControl, Person
from models.domain.records.correction import Action
from models.domain.records.feedback import Analysis, IndicatorValue, Survey, SurveyQuestion
from models.domain.records.operation import Complaint, DataSheet, Display, Launch, LaunchPoint
from models.domain.records.organisation import GapAnswer, GapRound, Score
from models.domain.records.training import Attendance, Induction
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


# Pairs of days, the earlier first. A day that is missing breaks nothing.
ORDERS: Mapping[type[Record], tuple[tuple[str, str], ...]] = {
    Action: (
        ("opened_on", "due"),
        ("opened_on", "done_on"),
        ("opened_on", "closed_on"),
        ("done_on", "check_on"),
        ("done_on", "closed_on"),
        ("opened_on", "contained_on"),
    ),
    Analysis: (("start", "end"), ("end", "signed_on")),
    Audit: (("audited_on", "signed_on"),),
    Complaint: (
        ("received_on", "acknowledge_by"),
        ("received_on", "acknowledged_on"),
        ("received_on", "due"),
        ("received_on", "answered_on"),
        ("answered_on", "appealed_on"),
        ("appealed_on", "appeal_due"),
        ("appealed_on", "appeal_answered_on"),
        ("received_on", "closed_on"),
        ("answered_on", "closed_on"),
        ("appeal_answered_on", "closed_on"),
    ),
    Decision: (("met_on", "signed_on"),),
    Display: (("installed_on", "removed_on"),),
    DocumentControl: (
        ("prepared_on", "reviewed_on"),
        ("prepared_on", "approved_on"),
        ("reviewed_on", "approved_on"),
        ("issue_date", "next_review"),
    ),
    GapRound: (("started_on", "signed_on"),),
    IndicatorValue: (("start", "end"),),
    Induction: (("started_on", "completed_on"),),
    ObjectiveAction: (("start", "due"),),
    Person: (("started_on", "left_on"),),
    Pilot: (("start", "end"),),
    Review: (("held_on", "signed_on"), ("start", "end"), ("start", "held_on"), ("held_on", "next_on")),
    Survey: (("start", "end"),),
}

# Days of what has happened: one that lies ahead is refused.
HAPPENED: Mapping[type[Record], tuple[str, ...]] = {
    Action: ("contained_on", "done_on", "checked_on", "reopened_on", "informed_on", "closed_on"),
}

# Days of what has happened: one that lies ahead is kept, since it may be a plan, and warned of.
PAST: Mapping[type[Record], tuple[str, ...]] = {
    Audit: ("audited_on", "signed_on"),
    Finding: ("closed_on",),
}

# Fields whose values together may stand in one record only.
ONCE: Mapping[type[Record], tuple[tuple[str, ...], ...]] = {
    Action: (("no",),),
    Attendance: (("session", "person"),),
    Complaint: (("no",),),
    DocumentControl: (("document",), ("number",)),
    GapAnswer: (("round", "question"),),
    Review: (("held_on",),),
    Survey: (("no", "version"),),
    SurveyQuestion: (("survey", "order"),),
}


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

JUDGED: frozenset[type[Record]] = frozenset((*ORDERS, *ONCE, *RULES))
"""The types of records about which there is any rule here."""


def refused_together(before: Record, after: Record) -> Sentence | None:
    """Return why an edit cannot be kept, since its fields would contradict each other; None when it can.

    A record that is contradictory already, as one from elsewhere may be, can still be edited.
    """
    for rule in RULES.get(type(after), ()):
        if rule.refuses and rule.is_broken(after) and not rule.is_broken(before):
            return Sentence(rule.message)
    return None


def refused_ahead(record_type: type[Record], name: str, value: object, today: date) -> Sentence | None:
    """Return why a day cannot be entered: it tells of what has happened, and is still to come."""
    if isinstance(value, date) and value > today and name in HAPPENED.get(record_type, ()):
        return not_come(value)
    return None


def contradictions(
    record: Record, ledger: Ledger, today: date | None = None
) -> Iterator[tuple[str, Sentence]]:
    """Yield (field name, sentence) for each rule that the record breaks.

    today: by which a day is found to lie in the future; None where that does not matter.
    """
    yield from own_contradictions(record)
    yield from _still_to_come(record, today)
    yield from _repetitions(record, ledger)
    yield from _at_odds_with_others(record, ledger)


def own_contradictions(record: Record) -> Iterator[tuple[str, Sentence]]:
    """Yield (field name, sentence) for each rule that the record breaks by itself."""
    for rule in RULES.get(type(record), ()):
        if rule.is_broken(record):
            yield rule.field, Sentence(rule.message)
    yield from _disorder(record)


def repetitions(records: Sequence[Record]) -> Iterator[tuple[Record, str, Sentence]]:
    """Yield each record of one type that says what an earlier one says, with the field and a sentence."""
    for names in ONCE.get(type(records[0]), ()) if records else ():
        seen: set[tuple[object, ...]] = set()
        for record in records:
            values = tuple(getattr(record, name) for name in names)
            if all(values) and values in seen:
                yield record, names[-1], _REPEATED
            seen.add(values)


def _disorder(record: Record) -> Iterator[tuple[str, Sentence]]:
    for earlier, later in ORDERS.get(type(record), ()):
        first, second = getattr(record, earlier), getattr(record, later)
        if first is not None and second is not None and second < first:
            yield (
                later,
                Sentence(
                    N_("This lies before “{earlier}” ({day}). Check the two dates."),
                    earlier=Sentence(field_of(type(record), earlier).label),
                    day=first,
                ),
            )


def _still_to_come(record: Record, today: date | None) -> Iterator[tuple[str, Sentence]]:
    for name in PAST.get(type(record), ()):
        day = getattr(record, name)
        if today is not None and day is not None and day > today:
            yield name, Sentence(N_("This day is still to come. Write here what has happened."))


def _repetitions(record: Record, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    for names in ONCE.get(type(record), ()):
        values = [getattr(record, name) for name in names]
        # Most others differ in the first field already, and there may be thousands.
        if all(values) and any(
            getattr(other, names[0]) == values[0]
            and other.id != record.id
            and [getattr(other, name) for name in names] == values
            for other in ledger.all(type(record))
        ):
            yield names[-1], _REPEATED


def _at_odds_with_others(record: Record, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    if isinstance(record, Indicator):
        yield from _step_back(record, ledger)
    if isinstance(record, IndicatorValue):
        yield from _twice_measured(record, ledger)
    if isinstance(record, Launch):
        yield from _started_unready(record, ledger)
    if isinstance(record, Audit):
        yield from _audit_at_odds(record, ledger)
    if isinstance(record, Scope) and record.nothing_excluded and ledger.all(Exclusion):
        problem = N_("Something is left out all the same. Untick this, or delete it.")
        yield "nothing_excluded", Sentence(problem)
    if isinstance(record, Role) and is_audited_by_oneself(record, ledger):
        problem = N_("Nobody audits their own work. Choose somebody who is neither charter owner nor deputy.")
        yield "person", Sentence(problem)
    if isinstance(record, Review):
        yield from _before_the_audit(record, ledger)
    if isinstance(record, ReviewDecision):
        yield from _decided_amiss(record, ledger)


def _before_the_audit(review: Review, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    """Yield that a review lies before every audit that was done, or is planned."""
    if review.held_on is None:
        return
    days = [day for audit in ledger.all(Audit) if (day := audit.audited_on or audit.planned_on)]
    if not days:
        yield "held_on", Sentence(N_("No internal audit comes before this review, so it lacks its findings."))
    elif min(days) > review.held_on:
        problem = N_("The first audit is on {day}, after this review, which so lacks its findings.")
        yield "held_on", Sentence(problem, day=min(days))


def _decided_amiss(decision: ReviewDecision, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    """Yield that a decision is somebody's who has left, or that its days lie before its review."""
    owner = ledger.find(Person, decision.owner)
    left_on = owner.left_on if owner is not None and decision.done_on is None else None
    if owner is not None and left_on is not None and (decision.due is None or left_on <= decision.due):
        problem = N_("{name} left on {day}. Choose who carries it out.")
        yield "owner", Sentence(problem, name=owner.name, day=left_on)
    review = ledger.find(Review, decision.review)
    held_on = review.held_on if review is not None else None
    for field in ("due", "done_on"):
        day = getattr(decision, field)
        if held_on is not None and day is not None and day < held_on:
            yield (
                field,
                Sentence(N_("This lies before the review ({day}). Check the two dates."), day=held_on),
            )


def _audit_at_odds(audit: Audit, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    # What a record is called is looked up by the validation, which asks here.
    from models.domain.independence import conflict

    own = conflict(audit, ledger)
    if own is not None:
        yield "auditor", own
    if audit.auditor is not None and audit.auditor in audit.auditees:
        problem = N_("The auditor stands among the people audited. Take one of the two out.")
        yield "auditees", Sentence(problem)
    left = len(unanswered(checks_of(ledger, audit.id))) if audit.signed_on is not None else 0
    if left:
        yield (
            "signed_on",
            Sentence(
                "{count} line of the checklist has no result yet.",
                "{count} lines of the checklist have no result yet.",
                left,
            ),
        )


def _step_back(card: Indicator, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    baseline = baseline_of(card, ledger)
    if baseline is not None and is_below(card, baseline):
        yield "target", below(baseline)


def _twice_measured(value: IndicatorValue, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    other = overlapping(value, ledger.all(IndicatorValue))
    if other is not None:
        yield (
            "start" if value.start else "end",
            Sentence(
                N_("This period overlaps with another one of this indicator, which ends on {day}."),
                day=other.end,
            ),
        )


def _started_unready(launch: Launch, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    unready = tally(ledger.all(LaunchPoint)).open
    if launch.decision == "go" and unready and not launch.decision_reason.strip():
        yield (
            "decision_reason",
            Sentence(
                "{count} point is not ready. Write why the charter starts all the same.",
                "{count} points are not ready. Write why the charter starts all the same.",
                unready,
            ),
        )


_REPEATED = Sentence(N_("Another record says the same here. Change one, or delete it."))
