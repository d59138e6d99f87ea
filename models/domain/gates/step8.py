"""Exit criteria of step 8, audit, review and improvement."""

from __future__ import annotations

from datetime import date

from models.domain.gates.criterion import Criterion, Outcome, Place, met, place, unmet
from models.domain.gates.facts import Facts, label
from models.domain.gates.step2 import control_place
from models.domain.guidance import Question
from models.domain.independence import conflict, dependent_steps
from models.domain.records.audit import Audit, Finding, Grade, Review, ReviewDecision
from models.domain.records.choices import STEPS
from models.domain.records.control import DocumentControl
from models.domain.records.correction import Action
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.scoring import TARGET, Answers, points, shown_points
from models.domain.sentences import Sentence

_CONTROLLED = ("number", "revision", "approved_by", "approved_on")


def steps_audited(facts: Facts) -> Outcome:
    """Judge whether independent auditors audited all eight steps, in one audit or several."""
    done = done_audits(facts)
    if not done:
        return unmet(_NO_AUDIT, place(Audit))
    covered = {step for audit in done for step in _audited_independently(facts, audit)}
    missing = [step for step in STEPS if step not in covered]
    if not missing:
        return met(Sentence("All eight steps were audited by an independent person."), place(Audit))
    for audit in done:
        if not _audited_independently(facts, audit) >= set(audit.steps) & set(missing):
            return _dependent(facts, audit)
    reason = Sentence(
        "{count} of {total} steps has not been audited; the first is “{first}”.",
        "{count} of {total} steps have not been audited; the first is “{first}”.",
        len(missing),
        total=len(STEPS),
        first=Sentence(STEPS[missing[0]]),
    )
    return unmet(reason, place(done[-1], "steps"))


def majors_settled(facts: Facts) -> Outcome:
    """Judge whether each major nonconformity is closed, or has an agreed date that has not passed."""
    if not done_audits(facts):
        return unmet(_NO_AUDIT, place(Audit))
    majors = facts.of(Finding, "grade", Grade.MAJOR)
    for finding in majors:
        if closed_on(facts, finding) is not None:
            continue
        agreed = agreed_on(facts, finding)
        if agreed is None:
            reason = Sentence(
                "The major nonconformity “{name}” is neither closed nor has it an agreed date.",
                name=facts.name(finding),
            )
            return unmet(reason, place(finding, "agreed_on"))
        if agreed < facts.today:
            reason = Sentence(
                "The major nonconformity “{name}” was to be closed by {day}.",
                name=facts.name(finding),
                day=agreed,
            )
            return unmet(reason, place(finding, "closed_on"))
    if not majors:
        return met(Sentence("The audit found no major nonconformity."), place(Finding))
    reason = Sentence(
        "{count} major nonconformity is closed or has an agreed date.",
        "{count} major nonconformities are closed or have agreed dates.",
        len(majors),
    )
    return met(reason, place(Finding))


def review_signed(facts: Facts) -> Outcome:
    """Judge whether the minutes of a review are signed, with a decision that has an owner and a date."""
    reviews = done_reviews(facts)
    if not reviews:
        return unmet(Sentence("No management review has been held yet."), place(Review))
    outcomes = [_reviewed(facts, review) for review in reversed(reviews)]
    return next((outcome for outcome in outcomes if outcome.is_met), outcomes[0])


def critical_reached(facts: Facts) -> Outcome:
    """Judge whether every critical question of the newest round has 3 or more, with evidence."""
    if facts.latest_round is None:
        return unmet(Sentence("No gap question has been answered yet."), place(GapRound))
    answers = facts.answers[facts.latest_round.id]
    critical = facts.guidance.critical
    low = [q for q in critical if _is_below(points(answers.get(q.id)))]
    if low:
        reason = Sentence(
            "{count} of {total} critical questions is below 3; the first is {first}.",
            "{count} of {total} critical questions are below 3; the first is {first}.",
            len(low),
            total=len(critical),
            first=low[0].id,
        )
        return unmet(reason, _answer_place(answers, low[0], "score"))
    claimed = [q for q in critical if _is_below(shown_points(answers.get(q.id), facts.answers_with_files))]
    if claimed:
        reason = Sentence(
            "{count} critical question claims 3 or 4 without evidence and counts 2; the first is {first}.",
            "{count} critical questions claim 3 or 4 without evidence and count 2; the first is {first}.",
            len(claimed),
            first=claimed[0].id,
        )
        return unmet(reason, _answer_place(answers, claimed[0], "evidence"))
    return met(Sentence("No critical question is below 3."), place(GapAnswer))


def documents_complete(facts: Facts) -> Outcome:
    """Judge whether every controlled document has a number, a revision and an approval."""
    documents = facts.guidance.documents
    loose = [
        (document, field)
        for document in documents
        if (field := facts.blank(facts.controls.get(document, DocumentControl()), *_CONTROLLED))
    ]
    if loose:
        first, field = loose[0]
        reason = Sentence(
            "{count} of {total} documents is not ready in the master list; in {first}, “{field}” is empty.",
            "{count} of {total} documents are not ready in the master list; in {first}, “{field}” is empty.",
            len(loose),
            total=len(documents),
            first=first,
            field=label(DocumentControl, field),
        )
        return unmet(reason, control_place(facts, first, field))
    reason = Sentence("All {total} documents are numbered and approved.", total=len(documents))
    return met(reason, place(DocumentControl))


CRITERIA = (
    Criterion("S8-E1", "S8-T3", steps_audited),
    Criterion("S8-E2", "S8-T5", majors_settled),
    Criterion("S8-E3", "S8-T7", review_signed),
    Criterion("S8-E4", "S8-T6", critical_reached),
    Criterion("S8-E5", "S8-T10", documents_complete),
)

_NO_AUDIT = Sentence("No internal audit has been done yet.")


def done_audits(facts: Facts) -> list[Audit]:
    """Return the audits that were done, in the order of their days."""
    return sorted(
        (audit for audit in facts.all(Audit) if facts.has_come(audit.audited_on)),
        key=lambda audit: audit.audited_on or date.max,
    )


def done_reviews(facts: Facts) -> list[Review]:
    """Return the management reviews that were held, in the order of their days."""
    return sorted(
        (review for review in facts.all(Review) if facts.has_come(review.held_on)),
        key=lambda review: review.held_on or date.max,
    )


def closed_on(facts: Facts, finding: Finding) -> date | None:
    """Return when a finding was closed, itself or by its corrective action; None while it is open."""
    action = facts.find(Action, finding.action)
    return finding.closed_on or (action.closed_on if action else None)


def agreed_on(facts: Facts, finding: Finding) -> date | None:
    """Return the day agreed for a finding, or else the one on which its corrective action is due."""
    action = facts.find(Action, finding.action)
    return finding.agreed_on or (action.due_now if action else None)


def _audited_independently(facts: Facts, audit: Audit) -> frozenset[str]:
    """Return the steps of an audit in which nobody judged their own work."""
    if facts.blank(audit, "auditor") or audit.auditor in facts.charter_people:
        return frozenset()
    return frozenset(audit.steps) - dependent_steps(audit, facts.ledger, facts.work)


def _dependent(facts: Facts, audit: Audit) -> Outcome:
    if facts.blank(audit, "auditor"):
        reason = Sentence("The audit “{name}” names no auditor.", name=facts.name(audit))
        return unmet(reason, place(audit, "auditor"))
    own = conflict(audit, facts.ledger, facts.work)
    if own is not None and audit.auditor not in facts.charter_people:
        return unmet(own, place(audit, "auditor"))
    reason = Sentence(
        "{auditor} owns the charter or deputises for its owner, so the audit “{name}” is not independent.",
        auditor=facts.who(audit.auditor),
        name=facts.name(audit),
    )
    return unmet(reason, place(audit, "auditor"))


def _reviewed(facts: Facts, review: Review) -> Outcome:
    if field := facts.blank(review, "signed_by", "signed_on"):
        reason = Sentence(
            "The minutes of the management review of {day} are not signed: “{field}” is empty.",
            day=review.held_on,
            field=label(review, field),
        )
        return unmet(reason, place(review, field))
    decisions = facts.of(ReviewDecision, "review", review.id)
    loose = [(one, field) for one in decisions if (field := facts.blank(one, "text", "owner", "due"))]
    if not decisions:
        reason = Sentence("The management review of {day} has no decision.", day=review.held_on)
        return unmet(reason, place(ReviewDecision))
    if len(loose) == len(decisions):
        reason = Sentence(
            "No decision of the management review of {day} is complete: in the first, “{field}” is empty.",
            day=review.held_on,
            field=label(ReviewDecision, loose[0][1]),
        )
        return unmet(reason, place(*loose[0]))
    reason = Sentence(
        "The management review of {day} is signed, with {count} decision.",
        "The management review of {day} is signed, with {count} decisions.",
        len(decisions) - len(loose),
        day=review.held_on,
    )
    return met(reason, place(review))


def _is_below(reached: int | None) -> bool:
    """Return whether a critical question is too low; one that is not applicable never is."""
    return reached is not None and reached < TARGET


def _answer_place(answers: Answers, question: Question, field: str) -> Place:
    answer = answers.get(question.id)
    return Place("gap_answer", answer.id if answer else None, field, question.id)
