"""Contradictions of a record with other records."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.appointments import is_audited_by_oneself
from models.domain.audit_programme import checks_of, unanswered
from models.domain.baselines import baseline_of, below, is_below
from models.domain.fields import Record
from models.domain.launch_list import tally
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.measuring import overlapping
from models.domain.records.audit import Audit, Review, ReviewDecision
from models.domain.records.charter import Indicator
from models.domain.records.commitment import Exclusion, Role, Scope
from models.domain.records.control import Person
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Launch, LaunchPoint
from models.domain.sentences import Sentence


def at_odds_with_others(record: Record, ledger: Ledger) -> Iterator[tuple[str, Sentence]]:
    """Yield (field name, sentence) for what other records say against a record."""
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
