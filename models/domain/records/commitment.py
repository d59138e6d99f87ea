"""Step 2: management's decision, scope, policy, roles and objectives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.choices import CHANNELS, PROGRESS
from models.domain.register import listing, sheet
from models.domain.text import LocalText


class RoleName(StrEnum):
    """The roles that the rules know by name."""

    TOP_MANAGER = "top_manager"
    CHARTER_OWNER = "charter_owner"
    COMPLAINT_OFFICER = "complaint_officer"
    INTERNAL_AUDITOR = "internal_auditor"
    TRAINER = "trainer"
    PROCESS_OWNER = "process_owner"
    OTHER = "other"


ROLES: Mapping[str, str] = {
    RoleName.TOP_MANAGER: N_("Owner or manager"),
    RoleName.CHARTER_OWNER: N_("Charter owner"),
    RoleName.COMPLAINT_OFFICER: N_("Complaint officer"),
    RoleName.INTERNAL_AUDITOR: N_("Internal auditor"),
    RoleName.TRAINER: N_("Training lead"),
    RoleName.PROCESS_OWNER: N_("Process owner"),
    RoleName.OTHER: N_("Other role"),
}


@record
class Decision(Record):
    """Minutes of the meeting in which management decided to have a charter; there is one."""

    met_on: date | None = fields.day(N_("Meeting held on"), required=True)
    place: str = fields.text(N_("Place"))
    present: tuple[RecordId, ...] = fields.people(N_("Present"))
    decided: str = fields.long_text(N_("What was decided"), required=True)
    signed_by: RecordId | None = fields.person(N_("Signed by"))
    signed_on: date | None = fields.day(N_("Signed on"))


@record
class Scope(Record):
    """What the charter covers; there is one."""

    products: LocalText = fields.bilingual_long(N_("Products and services covered"), required=True)
    sites: LocalText = fields.bilingual_long(N_("Places covered"), required=True)
    channels: tuple[str, ...] = fields.several(N_("Ways customers reach you"), CHANNELS, required=True)
    customer_groups: LocalText = fields.bilingual_long(N_("Customer groups"), required=True)
    nothing_excluded: bool = fields.boolean(N_("Nothing is left out"))


@record
class Exclusion(Record):
    """Something the charter leaves out, and why."""

    what: LocalText = fields.bilingual(N_("What is left out"), required=True)
    reason: LocalText = fields.bilingual(N_("Reason"), required=True)


@record
class Policy(Record):
    """The customer-focus policy around its statements; there is one."""

    introduction: LocalText = fields.bilingual_long(
        N_("Introduction"), hint=N_("Two lines: who you are, what you do, for whom."), required=True
    )
    purpose: LocalText = fields.bilingual_long(
        N_("Purpose"), hint=N_("Why customer focus matters here."), required=True
    )
    objectives_framework: LocalText = fields.bilingual_long(N_("How objectives are set and reviewed"))
    communication: LocalText = fields.bilingual_long(
        N_("How it is made known"), hint=N_("Where it is shown and how staff are told.")
    )
    announced_on: date | None = fields.day(N_("Announced to staff on"))
    announced_how: str = fields.text(N_("How it was announced"))
    announced_by: RecordId | None = fields.person(N_("Announced by"))


@record
class PolicyStatement(Record):
    """One commitment of management in the policy."""

    order: int | None = fields.integer(N_("Order"), minimum=1, maximum=999)
    text: LocalText = fields.bilingual_long(N_("Statement"), required=True, in_table=True)


@record
class Role(Record):
    """A role of the charter, who holds it and what they may decide."""

    role: str = fields.choice(N_("Role"), ROLES, required=True)
    title: LocalText = fields.bilingual(N_("Title of another role"), in_table=False)
    person: RecordId | None = fields.person(N_("Person"), required=True)
    deputy: RecordId | None = fields.person(N_("Deputy"))
    authority: LocalText = fields.bilingual_long(N_("Authority"), in_table=True)
    duties: LocalText = fields.bilingual_long(N_("Duties"))
    letter_no: str = fields.code(N_("Letter no."))
    appointed_on: date | None = fields.day(N_("Appointed on"), in_table=False)


class Better(StrEnum):
    """Which way an indicator improves."""

    MORE = "more"
    LESS = "less"


BETTER: Mapping[str, str] = {Better.MORE: N_("More is better"), Better.LESS: N_("Less is better")}


@record
class Objective(Record):
    """A measurable objective of the charter."""

    text: LocalText = fields.bilingual(N_("Objective"), required=True)
    indicator: LocalText = fields.bilingual(N_("Indicator"))
    baseline: Decimal | None = fields.decimal(N_("Baseline"), required=True)
    target: Decimal | None = fields.decimal(N_("Target"), required=True)
    unit: LocalText = fields.bilingual(N_("Unit"))
    better: str = fields.choice(N_("Direction"), BETTER, in_table=False)
    due: date | None = fields.day(N_("Due"), required=True)
    owner: RecordId | None = fields.person(N_("Owner"), required=True)
    resources: str = fields.text(N_("Resources"), in_table=False)
    status: str = fields.choice(N_("Status"), PROGRESS)
    follows: RecordId | None = fields.reference(N_("Objective before"), "objective", in_table=False)


@record
class ObjectiveAction(Record):
    """One dated action of the yearly programme."""

    objective: RecordId | None = fields.reference(N_("Objective"), "objective", required=True)
    action: str = fields.text(N_("Action"), required=True)
    owner: RecordId | None = fields.person(N_("Owner"))
    start: date | None = fields.day(N_("Start"))
    due: date | None = fields.day(N_("Due"))
    resources: str = fields.text(N_("Resources"))
    status: str = fields.choice(N_("Status"), PROGRESS)


@record
class BudgetItem(Record):
    """Money set aside for the charter."""

    item: str = fields.text(N_("Item"), required=True)
    amount: Decimal | None = fields.decimal(N_("Amount"), minimum=0, required=True, summed_by="currency")
    currency: str = fields.text(N_("Currency"))
    period: str = fields.text(N_("Period"))


REGISTERS = (
    sheet("decision", Decision, 2, "met_on", N_("Decision")),
    sheet("scope", Scope, 2, "products", N_("Scope")),
    listing(
        "exclusion",
        Exclusion,
        2,
        "what",
        title=N_("Exclusions"),
        add=N_("Add exclusion"),
        about=N_("What the charter leaves out, each with its reason."),
    ),
    sheet("policy", Policy, 2, "purpose", N_("Policy")),
    listing(
        "policy_statement",
        PolicyStatement,
        2,
        "text",
        title=N_("Policy statements"),
        add=N_("Add statement"),
        about=N_(
            "Six to eight commitments of management; start from the model and keep what is true for you."
        ),
    ),
    listing(
        "role",
        Role,
        2,
        "role",
        title=N_("Roles"),
        add=N_("Add role"),
        about=N_("Charter owner, complaint officer and internal auditor, with deputies and authority."),
        form="R-15",
    ),
    listing(
        "objective",
        Objective,
        2,
        "text",
        title=N_("Objectives"),
        add=N_("Add objective"),
        about=N_("Two to four measurable objectives with baseline, target, date and owner."),
    ),
    listing(
        "objective_action",
        ObjectiveAction,
        2,
        "action",
        title=N_("Programme"),
        add=N_("Add action to the programme"),
        about=N_("The year's dated actions that lead to the objectives."),
    ),
    listing(
        "budget_item",
        BudgetItem,
        2,
        "item",
        title=N_("Budget"),
        add=N_("Add budget item"),
        about=N_("Money for training, printing, survey and remedies."),
    ),
)
