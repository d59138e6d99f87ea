"""Rules about corrective actions, audits and management reviews."""

from __future__ import annotations

from datetime import date, timedelta

from models.domain.action_states import is_open
from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.health.rule import Found, hint, serious, warning
from models.domain.independence import conflict
from models.domain.records.audit import Audit, Finding, Grade, Review, ReviewDecision
from models.domain.records.correction import Action
from models.domain.records.operation import Launch
from models.domain.sentences import Sentence

_YEAR = timedelta(days=365)
_NONCONFORMITIES = (Grade.MAJOR, Grade.MINOR)


def action_closed_unchecked(facts: Facts) -> Found:
    """Find actions that were closed though nobody looked whether they helped."""
    for action in facts.all(Action):
        if action.closed_on and (field := facts.blank(action, "checked_on", "result")):
            reason = Sentence(
                "The corrective action {no} was closed without a check of its effect.", no=facts.name(action)
            )
            yield reason, place(action, field)


def action_without_check_date(facts: Facts) -> Found:
    """Find finished actions for which no check is planned."""
    for action in facts.all(Action):
        if action.done_on and not action.checked_on and facts.blank(action, "check_on"):
            reason = Sentence(
                "No day is set to check the effect of the corrective action {no}.", no=facts.name(action)
            )
            yield reason, place(action, "check_on")


def ineffective_action_closed(facts: Facts) -> Found:
    """Find actions that did not help and are closed all the same."""
    for action in facts.all(Action):
        if action.result == "not_effective" and action.closed_on:
            reason = Sentence(
                "The corrective action {no} did not help, and is closed all the same.", no=facts.name(action)
            )
            yield reason, place(action, "closed_on")


def action_without_cause(facts: Facts) -> Found:
    """Find finished actions of which nobody knows the cause."""
    for action in facts.all(Action):
        if action.done_on and not action.whys and facts.blank(action, "cause"):
            reason = Sentence(
                "The corrective action {no} is done, and its root cause is not written.",
                no=facts.name(action),
            )
            yield reason, place(action, "cause")


def action_of_somebody_gone(facts: Facts) -> Found:
    """Find open actions whose owner has left."""
    for action in facts.all(Action):
        person = facts.person(action.owner)
        if is_open(action) and (person is None or not facts.is_here(person)):
            reason = Sentence(
                "The owner of the corrective action {no} is not here any more.", no=facts.name(action)
            )
            yield reason, place(action, "owner")


def auditor_of_own_work(facts: Facts) -> Found:
    """Find audits by somebody who would have to judge their own work."""
    for audit in facts.all(Audit):
        if audit.auditor is not None and audit.auditor in facts.charter_people:
            reason = Sentence(
                "{who} owns the charter and cannot audit it (“{name}”).",
                who=facts.who(audit.auditor),
                name=facts.name(audit),
            )
            yield reason, place(audit, "auditor")
        elif (own := conflict(audit, facts.ledger, facts.work)) is not None:
            yield own, place(audit, "auditor")


def nonconformity_without_action(facts: Facts) -> Found:
    """Find nonconformities for which nothing was opened."""
    for finding in facts.all(Finding):
        is_settled = facts.find(Action, finding.action) is not None or finding.closed_on is not None
        if finding.grade in _NONCONFORMITIES and not is_settled:
            reason = Sentence(
                "No corrective action was opened for the finding “{name}”.", name=facts.name(finding)
            )
            yield reason, place(finding, "action")


def audit_report_unsigned(facts: Facts) -> Found:
    """Find audits whose report nobody signed."""
    for audit in facts.all(Audit):
        if facts.has_come(audit.audited_on) and facts.blank(audit, "signed_on"):
            reason = Sentence("The report of the audit “{name}” is not signed.", name=facts.name(audit))
            yield reason, place(audit, "signed_on")


def year_without_audit(facts: Facts) -> Found:
    """Find a charter that was not audited for a year."""
    launched = facts.sheet(Launch).launch_on
    done = [one.audited_on for one in facts.all(Audit) if facts.has_come(one.audited_on)]
    last = max((day for day in done if day is not None), default=launched)
    if last is not None and last + _YEAR < facts.today:
        yield Sentence("For a year nobody has audited the charter."), place(Audit)


def review_before_audit(facts: Facts) -> Found:
    """Find a management review that could not know what the audit found."""
    audits = [one.audited_on for one in facts.all(Audit) if facts.has_come(one.audited_on)]
    first = min((day for day in audits if day is not None), default=date.max)
    for review in facts.all(Review):
        if facts.has_come(review.held_on) and audits and (review.held_on or date.max) < first:
            reason = Sentence(
                "The management review of {day} was held before the first audit, so it lacks its findings.",
                day=review.held_on,
            )
            yield reason, place(review, "held_on")


def minutes_unsigned(facts: Facts) -> Found:
    """Find management reviews whose minutes nobody signed."""
    for review in facts.all(Review):
        if facts.has_come(review.held_on) and (field := facts.blank(review, "signed_by", "signed_on")):
            reason = Sentence(
                "The minutes of the management review of {day} are not signed.", day=review.held_on
            )
            yield reason, place(review, field)


def review_without_decision(facts: Facts) -> Found:
    """Find management reviews that decided nothing."""
    for review in facts.all(Review):
        if facts.has_come(review.held_on) and not facts.of(ReviewDecision, "review", review.id):
            reason = Sentence("The management review of {day} has no decision.", day=review.held_on)
            yield reason, place(ReviewDecision)


def decision_overdue(facts: Facts) -> Found:
    """Find decisions whose day has passed and that no action carries out."""
    for decision in facts.all(ReviewDecision):
        is_over = decision.due is not None and decision.due < facts.today
        is_shown = decision.done_on is not None or facts.find(Action, decision.action) is not None
        if is_over and not is_shown:
            reason = Sentence(
                "The decision “{name}” was due on {day}, and nothing shows that it was carried out.",
                name=facts.name(decision),
                day=decision.due,
            )
            yield reason, place(decision, "done_on")


RULES = (
    serious(7, action_closed_unchecked),
    warning(7, action_without_check_date),
    serious(7, ineffective_action_closed),
    warning(7, action_without_cause),
    warning(7, action_of_somebody_gone),
    serious(8, auditor_of_own_work),
    serious(8, nonconformity_without_action),
    warning(8, audit_report_unsigned),
    hint(8, year_without_audit),
    hint(8, review_before_audit),
    warning(8, minutes_unsigned),
    warning(8, review_without_decision),
    hint(8, decision_overdue),
)
