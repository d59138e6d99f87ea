"""What runs through all steps: people, tasks, sign-offs, evidence, documents, settings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.choices import STEPS, WEEKDAYS
from models.domain.register import listing, sheet
from models.domain.text import LocalText


class DocumentClass(StrEnum):
    """Who may see a document."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


CLASSES: Mapping[str, str] = {
    DocumentClass.PUBLIC: N_("Public"),
    DocumentClass.INTERNAL: N_("Internal"),
    DocumentClass.CONFIDENTIAL: N_("Confidential"),
}

EDITIONS: Mapping[str, str] = {"2015": "ISO 9001:2015", "2026": "ISO 9001:2026"}
PLAN_LENGTHS: Mapping[str, str] = {"8": N_("8 weeks"), "12": N_("12 weeks"), "16": N_("16 weeks")}


@record
class Person(Record):
    """Somebody who works here or takes part."""

    name: LocalText = fields.bilingual(N_("Name"), required=True)
    job: LocalText = fields.bilingual(N_("Job"))
    meets_customers: bool = fields.boolean(N_("Meets customers"))
    phone: str = fields.code(N_("Telephone"))
    email: str = fields.code(N_("E-mail"), in_table=False)
    started_on: date | None = fields.day(N_("Started on"))
    left_on: date | None = fields.day(N_("Left on"))
    note: str = fields.long_text(N_("Note"))


@record
class TaskState(Record):
    """Who does a task of a step by when, and whether it is done."""

    task: str = fields.content(N_("Task"), "task", required=True)
    owner: RecordId | None = fields.person(N_("Owner"))
    start: date | None = fields.day(N_("Start"), in_table=False)
    due: date | None = fields.day(N_("Due"))
    note: str = fields.long_text(N_("Note"))
    done_on: date | None = fields.day(N_("Done on"))


@record
class StepClosing(Record):
    """The sign-off of a step; a reason stands where its gate was not met."""

    step: str = fields.choice(N_("Step"), STEPS, required=True)
    closed_on: date | None = fields.day(N_("Step closed on"), required=True)
    closed_by: RecordId | None = fields.person(N_("Signed off by"))
    reason: str = fields.long_text(N_("Reason for closing with open criteria"))


@record
class Evidence(Record):
    """A file kept inside the company file and what it proves.

    `subject` is the register's code and `subject_id` the id of the record it belongs to; for content, such as
    a task, the collection's name and the content's id.
    """

    file_name: str = fields.text(N_("File"), required=True)
    note: str = fields.text(N_("What it shows"))
    subject: str = fields.code(N_("Belongs to"), in_table=False)
    subject_id: str = fields.code(N_("Record"), in_table=False)
    media_type: str = fields.code(N_("Kind of file"), in_table=False)
    size: int | None = fields.integer(N_("Size"), minimum=0)
    sha256: str = fields.code("SHA-256")
    added_on: date | None = fields.day(N_("Added on"))


@record
class DocumentControl(Record):
    """The control data of one controlled document."""

    document: str = fields.content(N_("Document"), "document", required=True)
    number: str = fields.code(N_("Document no."))
    revision: str = fields.code(N_("Revision"), default="00")
    issue_date: date | None = fields.day(N_("Date of issue"))
    effective_date: date | None = fields.day(N_("Effective from"), in_table=False)
    next_review: date | None = fields.day(N_("Next review"))
    prepared_by: RecordId | None = fields.person(N_("Prepared by"), in_table=False)
    prepared_on: date | None = fields.day(N_("Prepared on"), in_table=False)
    reviewed_by: RecordId | None = fields.person(N_("Reviewed by"), in_table=False)
    reviewed_on: date | None = fields.day(N_("Reviewed on"), in_table=False)
    approved_by: RecordId | None = fields.person(N_("Approved by"))
    approved_on: date | None = fields.day(N_("Approved on"))
    classification: str = fields.choice(N_("Class"), CLASSES, in_table=False)
    distribution: str = fields.long_text(N_("Distribution"))
    place: str = fields.text(N_("Place"), in_table=False)
    retention_years: int | None = fields.integer(N_("Years kept"), minimum=0, maximum=99, in_table=False)

    @property
    def is_approved(self) -> bool:
        """Whether somebody approved it on a day."""
        return self.approved_by is not None and self.approved_on is not None


@record
class RevisionEntry(Record):
    """One line of a document's revision history."""

    document: str = fields.content(N_("Document"), "document", required=True)
    revision: str = fields.code(N_("Revision"), required=True)
    revised_on: date | None = fields.day(N_("Date"), required=True)
    reason: str = fields.text(N_("Reason"), required=True)
    by: RecordId | None = fields.person(N_("By"))


@record
class Issue(Record):
    """A revision of a document as it was issued in one language: frozen, and printed again byte for byte.

    words: the plain text of the document, a paragraph or a table's row on each line, to tell later changes.
    """

    document: str = fields.content(N_("Document"), "document", required=True)
    number: str = fields.code(N_("Document no."))
    revision: str = fields.code(N_("Revision"), required=True)
    language: str = fields.code(N_("Language"), required=True)
    issued_on: date | None = fields.day(N_("Issued on"), required=True)
    issued_by: RecordId | None = fields.person(N_("Issued by"))
    size: int | None = fields.integer(N_("Size"), minimum=0, in_table=False)
    sha256: str = fields.code("SHA-256", required=True)
    words: tuple[str, ...] = fields.lines(N_("Text"))


@record
class CompanySettings(Record):
    """Choices that belong to the company and travel with its file; there is one."""

    number_prefix: str = fields.code(N_("Prefix of document numbers"), default="CS")
    edition: str = fields.choice(N_("Edition of ISO 9001"), EDITIONS, default="2015")
    plan_weeks: str = fields.choice(N_("Length of the plan"), PLAN_LENGTHS, default="12")
    started_on: date | None = fields.day(N_("Work started on"))
    days_off: tuple[str, ...] = fields.several(N_("Days off in the week"), WEEKDAYS, default=("4",))
    is_sample: bool = fields.boolean(
        N_("Sample company"), hint=N_("Every printed page carries the mark SAMPLE.")
    )


@record
class Holiday(Record):
    """One day, or several in a row, on which the company is closed; no working day falls on it."""

    name: str = fields.text(N_("Holiday"), required=True)
    first: date | None = fields.day(N_("From"), required=True)
    last: date | None = fields.day(N_("To"), hint=N_("Empty for a single day."))


REGISTERS = (
    listing(
        "person",
        Person,
        None,
        "name",
        title=N_("People"),
        add=N_("Add person"),
        about=N_("Everybody who works here or takes part in the charter."),
    ),
    listing(
        "task_state",
        TaskState,
        None,
        "task",
        title=N_("Tasks"),
        add=N_("Add task"),
        about=N_("Who does which task by when."),
    ),
    listing(
        "step_closing",
        StepClosing,
        None,
        "step",
        title=N_("Sign-offs"),
        add=N_("Add sign-off"),
        about=N_("Which step was closed by whom, and when."),
    ),
    listing(
        "evidence",
        Evidence,
        None,
        "file_name",
        title=N_("Evidence"),
        add=N_("Add file"),
        about=N_("Files that prove what was done; they are kept inside the company file."),
    ),
    listing(
        "document_control",
        DocumentControl,
        None,
        "document",
        title=N_("Master document list"),
        add=N_("Add document"),
        about=N_("Every controlled document with number, revision and approval."),
        form="R-12",
    ),
    listing(
        "revision_entry",
        RevisionEntry,
        None,
        "document",
        title=N_("Revision history"),
        add=N_("Add revision"),
        about=N_("Each revision with its reason."),
    ),
    listing(
        "issue",
        Issue,
        None,
        "number",
        title=N_("Issued documents"),
        add=N_("Issue document"),
        about=N_("Approved revisions, kept as they were printed."),
        keeps_all=True,
    ),
    listing(
        "holiday",
        Holiday,
        None,
        "name",
        title=N_("Holidays"),
        add=N_("Add holiday"),
        about=N_("Days on which you are closed; due dates in working days leave them out."),
    ),
    sheet("company_settings", CompanySettings, None, "number_prefix", N_("Company settings")),
)
