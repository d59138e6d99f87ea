"""Exit criteria of step 3, the charter and its processes."""

from __future__ import annotations

from models.domain.gates.criterion import Criterion, Outcome, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.gates.step2 import control_place
from models.domain.promise_quality import LEGAL, has_target, needed_fields
from models.domain.records.charter import Comment, ComplaintRule, Indicator, Promise, Verdict
from models.domain.records.control import DocumentControl
from models.domain.sentences import Sentence

CHARTER = "D2"
PROMISES = 3

_ROUTE = ("channels", "acknowledge_days", "answer_days", "decision_by", "outside_body")


def promises_complete(facts: Facts) -> Outcome:
    """Judge whether there are three promises and each says what, how much, by when, if and or else.

    A promise that holds every time needs an indicator with a target in place of number and time limit.
    """
    promises = facts.all(Promise)
    if len(promises) < PROMISES:
        reason = Sentence(
            "There is {count} promise; at least {needed} are needed.",
            "There are {count} promises; at least {needed} are needed.",
            len(promises),
            needed=PROMISES,
        )
        return unmet(reason, place(Promise))
    loose = [(one, field) for one in promises if (field := _missing(facts, one))]
    if loose:
        first, field = loose[0]
        reason = Sentence(
            "{count} of {total} promises is not complete; in “{first}”, “{field}” is empty.",
            "{count} of {total} promises are not complete; in “{first}”, “{field}” is empty.",
            len(loose),
            total=len(promises),
            first=facts.name(first),
            field=label(first, field),
        )
        return unmet(reason, place(first, field))
    return _always_have_targets(facts)


def promises_measured(facts: Facts) -> Outcome:
    """Judge whether each promise has an owner and an indicator with a target."""
    promises = facts.all(Promise)
    if not promises:
        return unmet(_NO_PROMISE, place(Promise))
    for promise in promises:
        if facts.blank(promise, "owner"):
            reason = Sentence("The promise “{name}” has no owner.", name=facts.name(promise))
            return unmet(reason, place(promise, "owner"))
    unmeasured = [promise for promise in promises if not _has_target(facts, promise)]
    if unmeasured:
        reason = Sentence(
            "{count} of {total} promises has no indicator with a target; the first is “{first}”.",
            "{count} of {total} promises have no indicator with a target; the first is “{first}”.",
            len(unmeasured),
            total=len(promises),
            first=facts.name(unmeasured[0]),
        )
        cards = facts.of(Indicator, "promise", unmeasured[0].id)
        return unmet(reason, place(cards[0], "target") if cards else place(Indicator))
    return met(Sentence("Every promise has an indicator and an owner."), place(Indicator))


def consultation_recorded(facts: Facts) -> Outcome:
    """Judge whether others were asked, and for each comment it stands what was decided and why."""
    comments = facts.all(Comment)
    if not comments:
        return unmet(Sentence("No comment on the draft charter has been recorded."), place(Comment))
    for comment in comments:
        if comment.decision in ("", Verdict.OPEN):
            reason = Sentence("Nothing is decided yet about the comment of {who}.", who=facts.name(comment))
            return unmet(reason, place(comment, "decision"))
        if comment.decision != Verdict.ACCEPTED and facts.blank(comment, "reason"):
            reason = Sentence(
                "It is not written why the comment of {who} was not fully accepted.",
                who=facts.name(comment),
            )
            return unmet(reason, place(comment, "reason"))
    reason = Sentence(
        "{count} comment is recorded with its decision.",
        "{count} comments are recorded with their decisions.",
        len(comments),
    )
    return met(reason, place(Comment))


def law_checked(facts: Facts) -> Outcome:
    """Judge whether it is recorded for each promise who checked it against the law, and when."""
    promises = facts.all(Promise)
    if not promises:
        return unmet(_NO_PROMISE, place(Promise))
    loose = [(one, field) for one in promises if (field := facts.blank(one, *LEGAL))]
    if loose:
        first, field = loose[0]
        reason = Sentence(
            "The legal check of {count} of {total} promises is not recorded; "
            "in “{first}”, “{field}” is empty.",
            "The legal checks of {count} of {total} promises are not recorded; "
            "in “{first}”, “{field}” is empty.",
            len(loose),
            total=len(promises),
            first=facts.name(first),
            field=label(first, field),
        )
        return unmet(reason, place(first, field))
    return met(Sentence("The legal check of every promise is recorded."), place(Promise))


def route_written(facts: Facts) -> Outcome:
    """Judge whether the complaint route and the outside body are written."""
    rule = facts.sheet(ComplaintRule)
    if field := facts.blank(rule, *_ROUTE):
        reason = Sentence(
            "The complaint route is not complete: “{field}” is empty.", field=label(rule, field)
        )
        return unmet(reason, place(rule, field))
    return met(Sentence("The complaint route and the outside body are written."), place(rule))


def charter_approved(facts: Facts) -> Outcome:
    """Judge whether the charter is approved."""
    control = facts.controls.get(CHARTER, DocumentControl())
    if field := facts.blank(control, "approved_by", "approved_on"):
        reason = Sentence("The charter is not approved: “{field}” is empty.", field=label(control, field))
        return unmet(reason, control_place(facts, CHARTER, field))
    reason = Sentence(
        "{name} approved the charter on {day}.",
        name=facts.who(control.approved_by),
        day=control.approved_on,
    )
    return met(reason, place(control))


CRITERIA = (
    Criterion("S3-E1", "S3-T3", promises_complete),
    Criterion("S3-E2", "S3-T5", promises_measured),
    Criterion("S3-E3", "S3-T9", consultation_recorded),
    Criterion("S3-E4", "S3-T4", law_checked),
    Criterion("S3-E5", "S3-T8", route_written),
    Criterion("S3-E6", "S3-T12", charter_approved),
)

_NO_PROMISE = Sentence("There is no promise yet.")


def _missing(facts: Facts, promise: Promise) -> str:
    return facts.blank(promise, *needed_fields(promise))


def _has_target(facts: Facts, promise: Promise) -> bool:
    return has_target(facts.of(Indicator, "promise", promise.id))


def _always_have_targets(facts: Facts) -> Outcome:
    for promise in facts.all(Promise):
        if promise.is_always and not _has_target(facts, promise):
            reason = Sentence(
                "The promise “{name}” holds every time, so it needs an indicator with a target.",
                name=facts.name(promise),
            )
            cards = facts.of(Indicator, "promise", promise.id)
            return unmet(reason, place(cards[0], "target") if cards else place(Indicator))
    reason = Sentence(
        "{count} promise is complete.", "{count} promises are complete.", len(facts.all(Promise))
    )
    return met(reason, place(Promise))
