"""Step 8: internal audit and management review."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.choices import STEPS
from models.domain.register import listing


class Grade(StrEnum):
    """How weighty a finding is."""

    MAJOR = "major"
    MINOR = "minor"
    OBSERVATION = "observation"
    OPPORTUNITY = "opportunity"
    GOOD_PRACTICE = "good_practice"


GRADES: Mapping[str, str] = {
    Grade.MAJOR: N_("Major nonconformity"),
    Grade.MINOR: N_("Minor nonconformity"),
    Grade.OBSERVATION: N_("Observation"),
    Grade.OPPORTUNITY: N_("Opportunity for improvement"),
    Grade.GOOD_PRACTICE: N_("Good practice"),
}

CHECK_RESULTS: Mapping[str, str] = {
    "yes": N_("Shown"),
    "partly": N_("Partly shown"),
    "no": N_("Not shown"),
    "not_looked": N_("Not looked at"),
}


DECISION_SUBJECTS: Mapping[str, str] = {
    "charter": N_("Charter"),
    "objectives": N_("Objectives"),
    "resources": N_("Resources"),
    "training": N_("Training"),
    "improvement": N_("Improvement"),
}


@record
class Audit(Record):
    """An internal audit, planned or done."""

    title: str = fields.text(N_("Audit"), required=True)
    steps: tuple[str, ...] = fields.several(N_("Steps audited"), STEPS, required=True, in_table=False)
    criteria: str = fields.long_text(N_("Audit criteria"))
    planned_on: date | None = fields.day(N_("Planned for"))
    audited_on: date | None = fields.day(N_("Done on"))
    auditor: RecordId | None = fields.person(
        N_("Auditor"), required=True, heading=N_("Auditor and independence")
    )
    auditees: tuple[RecordId, ...] = fields.people(N_("People audited"), in_table=False)
    competence: str = fields.text(N_("Competence of the auditor"), in_table=False)
    independence: str = fields.text(N_("Statement of independence"), in_table=False)
    strengths: str = fields.long_text(N_("Strengths"), heading=N_("Report"))
    conclusion: str = fields.long_text(N_("Conclusion"))
    signed_on: date | None = fields.day(N_("Report signed on"))


@record
class AuditCheck(Record):
    """One line of the audit checklist."""

    audit: RecordId | None = fields.reference(N_("Audit"), "audit", required=True)
    order: int | None = fields.integer(N_("No."), minimum=1, maximum=9_999, in_table=False)
    step: str = fields.choice(N_("Step"), STEPS, in_table=False)
    question: str = fields.long_text(N_("Show me…"), required=True, in_table=True)
    model: str = fields.content(N_("Model question"), "audit_question", in_table=False)
    promise: RecordId | None = fields.reference(N_("Promise"), "promise", in_table=False)
    samples: tuple[str, ...] = fields.lines(N_("Samples"), hint=N_("One on each line."))
    evidence: str = fields.long_text(N_("Evidence seen"), in_table=True)
    result: str = fields.choice(N_("Result"), CHECK_RESULTS)


@record
class Finding(Record):
    """What an audit found."""

    audit: RecordId | None = fields.reference(N_("Audit"), "audit", required=True)
    check: RecordId | None = fields.reference(N_("Checklist line"), "audit_check", in_table=False)
    no: str = fields.code(N_("No."))
    grade: str = fields.choice(N_("Grade"), GRADES, required=True)
    criterion: str = fields.text(
        N_("Criterion"), hint=N_("The charter, a procedure or a clause of ISO 9001.")
    )
    statement: str = fields.long_text(N_("Finding"), required=True, in_table=True)
    evidence: str = fields.long_text(N_("Evidence"))
    agreed_on: date | None = fields.day(N_("Agreed date"))
    closed_on: date | None = fields.day(N_("Closed on"))
    action: RecordId | None = fields.reference(N_("Corrective action"), "action", in_table=False)


@record
class Review(Record):
    """A management review."""

    held_on: date | None = fields.day(N_("Held on"), required=True)
    place: str = fields.text(N_("Place"), in_table=False)
    start: date | None = fields.day(N_("Period reviewed from"), in_table=False)
    end: date | None = fields.day(N_("Period reviewed to"), in_table=False)
    chair: RecordId | None = fields.person(N_("Chair"), in_table=False)
    present: tuple[RecordId, ...] = fields.people(N_("Present"))
    summary: str = fields.long_text(N_("Summary"))
    charter_unchanged_because: str = fields.long_text(N_("Why the charter needs no change"))
    next_on: date | None = fields.day(N_("Next review"), in_table=False)
    signed_by: RecordId | None = fields.person(N_("Minutes signed by"))
    signed_on: date | None = fields.day(N_("Minutes signed on"))


@record
class ReviewInput(Record):
    """What was reported on one item of the review's agenda."""

    review: RecordId | None = fields.reference(N_("Review"), "review", required=True)
    topic: str = fields.content(N_("Agenda item"), "review_input", required=True)
    note: str = fields.long_text(N_("What was reported"), in_table=True)


@record
class ReviewDecision(Record):
    """A decision of the management review."""

    review: RecordId | None = fields.reference(N_("Review"), "review", required=True)
    subject: str = fields.choice(N_("Subject of the decision"), DECISION_SUBJECTS, in_table=False)
    text: str = fields.long_text(N_("Decision"), required=True, in_table=True)
    owner: RecordId | None = fields.person(N_("Owner"), required=True)
    due: date | None = fields.day(N_("Due"), required=True)
    done_on: date | None = fields.day(N_("Done on"), in_table=False)
    action: RecordId | None = fields.reference(N_("Corrective action"), "action", in_table=False)


REGISTERS = (
    listing(
        "audit",
        Audit,
        8,
        "title",
        title=N_("Audits"),
        add=N_("Add audit"),
        about=N_("Planned and finished internal audits."),
        form="R-14",
    ),
    listing(
        "audit_check",
        AuditCheck,
        8,
        "question",
        title=N_("Checklist"),
        add=N_("Add question"),
        about=N_("What the auditor asks to be shown, and what was seen."),
        form="R-14",
    ),
    listing(
        "finding",
        Finding,
        8,
        "statement",
        title=N_("Findings"),
        add=N_("Add finding"),
        about=N_("What the audit found, with its grade."),
        form="R-14",
    ),
    listing(
        "review",
        Review,
        8,
        "held_on",
        title=N_("Management reviews"),
        add=N_("Add review"),
        about=N_("Meetings in which management reviews the charter."),
        form="R-11",
    ),
    listing(
        "review_input",
        ReviewInput,
        8,
        "topic",
        title=N_("Review agenda"),
        add=N_("Add agenda item"),
        about=N_("What was reported on each item of the agenda."),
        form="R-11",
    ),
    listing(
        "review_decision",
        ReviewDecision,
        8,
        "text",
        title=N_("Review decisions"),
        add=N_("Add decision"),
        about=N_("What was decided, by whom it is done and by when."),
        form="R-11",
    ),
)
