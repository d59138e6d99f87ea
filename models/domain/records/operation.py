"""Step 5: the charter at work: displays, complaints, broken promises and figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.choices import CHANNELS, LEVELS, SATISFIED
from models.domain.register import listing, sheet
from models.domain.text import LocalText

COMPLAINT_TYPES: Mapping[str, str] = {
    "service": N_("Service"),
    "product": N_("Product"),
    "delay": N_("Delay"),
    "behaviour": N_("Behaviour of staff"),
    "price": N_("Price or bill"),
    "information": N_("Information"),
    "other": N_("Other"),
}


LAUNCH_DECISIONS: Mapping[str, str] = {
    "go": N_("Go: the charter starts on this day"),
    "go_with_open": N_("Go, with open points that the reason names"),
    "no_go": N_("No go: a new day will be set"),
}

LAUNCH_STATES: Mapping[str, str] = {
    "ready": N_("Ready"),
    "open": N_("Not ready"),
    "not_needed": N_("Not needed"),
}


@record
class Launch(Record):
    """The start of the charter; there is one."""

    launch_on: date | None = fields.day(N_("Launch date"), required=True)
    route_tested_on: date | None = fields.day(N_("Complaint route tested on"))
    route_tested_by: RecordId | None = fields.person(N_("Complaint route tested by"))
    route_result: str = fields.long_text(N_("Result of the mock complaint"))
    decision: str = fields.choice(N_("Decision"), LAUNCH_DECISIONS)
    decided_by: RecordId | None = fields.person(N_("Decided by"))
    decided_on: date | None = fields.day(N_("Decided on"))
    decision_reason: str = fields.long_text(N_("Reason for the decision"))
    privacy_rule: str = fields.long_text(N_("Privacy rule"))
    returns_rule: str = fields.long_text(N_("Returns rule"))


@record
class LaunchPoint(Record):
    """One point that must be ready before the charter starts."""

    order: int | None = fields.integer(N_("No."), minimum=1, maximum=999)
    point: LocalText = fields.bilingual(N_("Point"), required=True)
    owner: RecordId | None = fields.person(N_("Owner"))
    due: date | None = fields.day(N_("Due"))
    state: str = fields.choice(N_("State"), LAUNCH_STATES)
    note: str = fields.text(N_("Note"))


@record
class Display(Record):
    """A place where customers see the charter."""

    place: str = fields.text(N_("Place"), required=True)
    channel: str = fields.choice(N_("Channel"), CHANNELS, required=True)
    revision: str = fields.code(N_("Revision"))
    installed_on: date | None = fields.day(N_("Installed on"), required=True)
    removed_on: date | None = fields.day(N_("Removed on"))
    photo: RecordId | None = fields.attached_picture(N_("Photo"), in_table=False)
    proof: str = fields.text(N_("Proof"), hint=N_("Say what proves it, or attach a photo or a link."))


@record
class SupplierNotice(Record):
    """A supplier who was told their part in a promise."""

    supplier: str = fields.text(N_("Supplier"), required=True)
    promise: RecordId | None = fields.reference(N_("Promise"), "promise")
    part: str = fields.text(N_("Their part"), required=True)
    told_on: date | None = fields.day(N_("Told on"))
    is_agreed: bool = fields.boolean(N_("Agreed"))


@record
class Complaint(Record):
    """One complaint from receipt to closing; never deleted, only cancelled with a reason."""

    no: str = fields.code(N_("No."), required=True)
    received_on: date | None = fields.day(N_("Received on"), required=True)
    channel: str = fields.choice(N_("Channel"), CHANNELS, required=True)
    customer_ref: str = fields.text(N_("Customer"), in_table=False)
    text: str = fields.long_text(N_("Complaint"), required=True, in_table=True)
    type: str = fields.choice(N_("Subject"), COMPLAINT_TYPES, in_table=False)
    promise: RecordId | None = fields.reference(N_("Promise"), "promise", in_table=False)
    severity: str = fields.choice(N_("Severity"), LEVELS)
    acknowledge_by: date | None = fields.day(N_("Receipt to be confirmed by"), in_table=False)
    acknowledged_on: date | None = fields.day(N_("Receipt confirmed on"))
    assigned: RecordId | None = fields.person(N_("Owner"))
    due: date | None = fields.day(N_("Due"))
    findings: str = fields.long_text(N_("Findings"))
    decision: str = fields.long_text(N_("Decision"))
    answered_on: date | None = fields.day(N_("Answered on"), in_table=False)
    appealed_on: date | None = fields.day(N_("Second look asked for on"), in_table=False)
    appeal_due: date | None = fields.day(N_("Second look due"), in_table=False)
    appeal_by: RecordId | None = fields.person(N_("Second look by"), in_table=False)
    appeal_decision: str = fields.long_text(N_("Decision of the second look"))
    appeal_answered_on: date | None = fields.day(N_("Second look answered on"), in_table=False)
    closed_on: date | None = fields.day(N_("Closed on"))
    satisfied: str = fields.choice(N_("Customer satisfied"), SATISFIED, in_table=False)
    action: RecordId | None = fields.reference(N_("Corrective action"), "action", in_table=False)
    cancelled_because: str = fields.text(N_("Cancelled because"), in_table=False)


@record
class Breach(Record):
    """A promise that was not kept, and the remedy given."""

    happened_on: date | None = fields.day(N_("Date"), required=True)
    promise: RecordId | None = fields.reference(N_("Promise"), "promise", required=True)
    customer_ref: str = fields.text(N_("Customer"))
    cause: str = fields.text(N_("Cause"))
    remedy: str = fields.text(N_("Remedy given"))
    cost: Decimal | None = fields.decimal(N_("Value of the remedy"), minimum=0)
    by: RecordId | None = fields.person(N_("Given by"), in_table=False)
    satisfied: str = fields.choice(N_("Customer satisfied"), SATISFIED)
    complaint: RecordId | None = fields.reference(N_("Complaint"), "complaint", in_table=False)
    action: RecordId | None = fields.reference(N_("Corrective action"), "action", in_table=False)


@record
class DataSheet(Record):
    """The week's count of one promise: how many cases, how many kept."""

    week_start: date | None = fields.day(N_("First day of the week"), required=True)
    promise: RecordId | None = fields.reference(N_("Promise"), "promise", required=True)
    cases: int | None = fields.integer(N_("Cases"), minimum=0, required=True)
    kept: int | None = fields.integer(N_("Kept"), minimum=0, required=True)
    by: RecordId | None = fields.person(N_("Counted by"))
    note: str = fields.text(N_("Note"))


@record
class CharterChange(Record):
    """A change to the charter while it is in use, and when customers were told."""

    changed_on: date | None = fields.day(N_("Date"), required=True)
    what: str = fields.text(N_("What changed"), required=True)
    why: str = fields.text(N_("Why"))
    told_on: date | None = fields.day(N_("Customers told on"))
    by: RecordId | None = fields.person(N_("By"))


REGISTERS = (
    sheet("launch", Launch, 5, "launch_on", N_("Launch")),
    listing(
        "launch_point",
        LaunchPoint,
        5,
        "point",
        title=N_("Launch list"),
        add=N_("Add point"),
        about=N_("What must be ready before the charter starts."),
    ),
    listing(
        "display",
        Display,
        5,
        "place",
        title=N_("Displays"),
        add=N_("Add display"),
        about=N_("Every place where customers see the charter."),
        form="R-18",
    ),
    listing(
        "supplier_notice",
        SupplierNotice,
        5,
        "supplier",
        title=N_("Supplier notices"),
        add=N_("Add notice"),
        about=N_("Suppliers who were told their part in a promise."),
        form="R-19",
    ),
    listing(
        "complaint",
        Complaint,
        5,
        "no",
        title=N_("Complaints"),
        add=N_("Add complaint"),
        about=N_("Every complaint, spoken ones too, from receipt to closing."),
        form="R-08",
        keeps_all=True,
    ),
    listing(
        "breach",
        Breach,
        5,
        "cause",
        title=N_("Broken promises"),
        add=N_("Add broken promise"),
        about=N_("Each promise that was not kept, and the remedy given."),
        form="R-09",
    ),
    listing(
        "data_sheet",
        DataSheet,
        5,
        "week_start",
        title=N_("Data sheets"),
        add=N_("Add week"),
        about=N_("Each week's count: how many cases, how many kept."),
    ),
    listing(
        "charter_change",
        CharterChange,
        5,
        "what",
        title=N_("Changes"),
        add=N_("Add change"),
        about=N_("Changes to the charter, and when customers were told."),
    ),
)
