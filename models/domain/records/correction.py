"""Step 7: from failures to lasting solutions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.register import listing, sheet
from models.domain.text import LocalText


class ActionSource(StrEnum):
    """What a corrective action came from."""

    GAP = "gap"
    COMPLAINT = "complaint"
    BREACH = "breach"
    INDICATOR = "indicator"
    SURVEY = "survey"
    AUDIT = "audit"
    REVIEW = "review"
    OTHER = "other"


ACTION_SOURCES: Mapping[str, str] = {
    ActionSource.GAP: N_("Gap analysis"),
    ActionSource.COMPLAINT: N_("Complaint"),
    ActionSource.BREACH: N_("Broken promise"),
    ActionSource.INDICATOR: N_("Indicator"),
    ActionSource.SURVEY: N_("Survey"),
    ActionSource.AUDIT: N_("Internal audit"),
    ActionSource.REVIEW: N_("Management review"),
    ActionSource.OTHER: N_("Other"),
}

METHODS: Mapping[str, str] = {"short": N_("Short form"), "8d": N_("8D report")}
RESULTS: Mapping[str, str] = {
    "effective": N_("Effective"),
    "not_effective": N_("Not effective, opened again"),
}


@record
class Action(Record):
    """A corrective action from problem to effectiveness check."""

    no: str = fields.code(N_("No."), required=True)
    source: str = fields.choice(N_("Source"), ACTION_SOURCES, required=True)
    promise: RecordId | None = fields.reference(N_("Promise"), "promise", in_table=False)
    trigger: str = fields.long_text(N_("Why a report is needed"))
    leader: RecordId | None = fields.person(N_("Leader of the team"), in_table=False)
    team: tuple[RecordId, ...] = fields.people(N_("Team"), in_table=False)
    problem: str = fields.long_text(N_("Problem"), required=True, in_table=True)
    is_not: str = fields.long_text(N_("What the problem is not"))
    containment: str = fields.long_text(N_("Immediate fix"))
    contained_on: date | None = fields.day(N_("Fixed on"), in_table=False)
    containment_check: str = fields.text(N_("How the fix was checked"), in_table=False)
    method: str = fields.choice(N_("Form"), METHODS, in_table=False)
    whys: tuple[str, ...] = fields.lines(N_("Five whys"), hint=N_("One answer on each line."))
    cause: str = fields.long_text(N_("Root cause"))
    escape: str = fields.long_text(N_("Why it was not noticed earlier"))
    steps: tuple[str, ...] = fields.lines(N_("Actions"), hint=N_("One on each line."))
    owner: RecordId | None = fields.person(N_("Owner"), required=True)
    opened_on: date | None = fields.day(N_("Opened on"), in_table=False)
    due: date | None = fields.day(N_("Due"), required=True)
    new_due: date | None = fields.day(N_("New due date"), in_table=False)
    new_due_reason: str = fields.text(N_("Reason for the new date"), in_table=False)
    done_on: date | None = fields.day(N_("Done on"))
    proof: str = fields.long_text(N_("Proof that it works"))
    check_on: date | None = fields.day(N_("Effectiveness check due"))
    checked_on: date | None = fields.day(N_("Effectiveness checked on"), in_table=False)
    check_result: str = fields.long_text(N_("What the check showed"))
    result: str = fields.choice(N_("Result"), RESULTS)
    reopened_on: date | None = fields.day(N_("Opened again on"), in_table=False)
    reopened_because: str = fields.text(N_("Opened again because"), in_table=False)
    prevents: str = fields.long_text(N_("Changed documents, training, other places"))
    informed_on: date | None = fields.day(N_("Customer told on"), in_table=False)
    closed_on: date | None = fields.day(N_("Closed on"))
    earlier: str = fields.long_text(N_("Earlier rounds"))
    gap: RecordId | None = fields.reference(N_("Gap"), "gap_answer", in_table=False)
    indicator: RecordId | None = fields.reference(N_("Indicator"), "indicator", in_table=False)
    survey: RecordId | None = fields.reference(N_("Survey"), "survey", in_table=False)

    @property
    def due_now(self) -> date | None:
        """The due date in force: a new one counts only with its reason."""
        return self.new_due if self.new_due and self.new_due_reason else self.due


@record
class ActionRule(Record):
    """When a corrective action must be opened; there is one."""

    rule: str = fields.long_text(
        N_("When an action is opened"),
        required=True,
        hint=N_(
            "For example: a serious case, the third repetition, an indicator red twice, an audit finding."
        ),
    )
    no_case: str = fields.long_text(N_("If no case arose: the data that prove it"))
    no_case_signed_by: RecordId | None = fields.person(N_("Signed by"))
    no_case_signed_on: date | None = fields.day(N_("Signed on"))


@record
class Notice(Record):
    """A line of the "you said, we did" notice."""

    published_on: date | None = fields.day(N_("Published on"))
    said: LocalText = fields.bilingual(N_("You said"), required=True)
    did: LocalText = fields.bilingual(N_("We did"), required=True)
    place: str = fields.text(N_("Where"))


@record
class Retention(Record):
    """How long one kind of record is kept, and where."""

    record: str = fields.text(N_("Record"), required=True)
    form: str = fields.code(N_("Form"))
    place: str = fields.text(N_("Place"))
    responsible: RecordId | None = fields.person(N_("Responsible"))
    access: str = fields.text(N_("Who may see it"))
    years: int | None = fields.integer(N_("Years"), minimum=0, maximum=99, required=True)
    disposal: str = fields.text(N_("Disposal"))


REGISTERS = (
    sheet("action_rule", ActionRule, 7, "rule", N_("Rule for actions")),
    listing(
        "action",
        Action,
        7,
        "no",
        title=N_("Corrective actions"),
        add=N_("Add corrective action"),
        about=N_("Failures from every source, followed to the effectiveness check."),
        form="R-10",
    ),
    listing(
        "notice",
        Notice,
        7,
        "said",
        title=N_("You said, we did"),
        add=N_("Add line"),
        about=N_("What customers said and what changed because of it."),
    ),
    listing(
        "retention",
        Retention,
        7,
        "record",
        title=N_("Retention"),
        add=N_("Add kind of record"),
        about=N_("Where each kind of record is kept, for how long, and who may see it."),
        form="R-13",
    ),
)
