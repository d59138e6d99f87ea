"""Step 1: the organisation, its surroundings and the gap analysis."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.choices import LEVELS, STEPS
from models.domain.register import listing, sheet
from models.domain.text import LocalText

SECTORS: Mapping[str, str] = {
    "retail": N_("Retail shop"),
    "restaurant": N_("Restaurant"),
    "clinic": N_("Clinic"),
    "car_repair": N_("Car repair"),
    "it_services": N_("IT services"),
    "manufacturing": N_("Manufacturing"),
    "logistics": N_("Transport and logistics"),
    "education": N_("Education"),
    "other": N_("Another trade"),
}

PARTY_GROUPS: Mapping[str, str] = {
    "customers": N_("Customers"),
    "staff": N_("Staff"),
    "owners": N_("Owners"),
    "suppliers": N_("Suppliers and contractors"),
    "authorities": N_("Authorities"),
    "neighbours": N_("Neighbours and community"),
    "other": N_("Others"),
}

SIDES: Mapping[str, str] = {"inside": N_("Inside"), "outside": N_("Outside")}
EFFECTS: Mapping[str, str] = {"helps": N_("Helps"), "hinders": N_("Hinders")}


class Score(StrEnum):
    """The answer to a gap question: 0 to 4, or not applicable."""

    NOT_IN_PLACE = "0"
    STARTED = "1"
    WRITTEN = "2"
    APPLIED = "3"
    IMPROVED = "4"
    NOT_APPLICABLE = "na"


SCORES: Mapping[str, str] = {
    Score.NOT_IN_PLACE: N_("0 · Not in place"),
    Score.STARTED: N_("1 · Started, now and then"),
    Score.WRITTEN: N_("2 · Written, partly applied"),
    Score.APPLIED: N_("3 · Applied, with records"),
    Score.IMPROVED: N_("4 · Reviewed and improved"),
    Score.NOT_APPLICABLE: N_("Not applicable"),
}


@record
class Organisation(Record):
    """Who the charter belongs to; there is one."""

    name: LocalText = fields.bilingual(N_("Name"), required=True, heading=N_("Who you are"))
    field: LocalText = fields.bilingual(N_("Field of work"), required=True)
    sector: str = fields.choice(N_("Trade"), SECTORS, required=True)
    staff_count: int | None = fields.integer(N_("Number of staff"), minimum=1, maximum=100_000, required=True)
    customer_count: int | None = fields.integer(
        N_("Number of customers"),
        minimum=0,
        hint=N_("Only if you have so few that you can count them."),
    )
    legal_id: str = fields.code(N_("Registration or licence no."))
    products: LocalText = fields.bilingual_long(
        N_("Products and services"), heading=N_("What you offer, and where")
    )
    sites: tuple[str, ...] = fields.lines(N_("Branches and sites"), hint=N_("One on each line."))
    hours: LocalText = fields.bilingual(N_("Opening hours"))
    phone: str = fields.code(N_("Telephone"), heading=N_("How customers reach you"))
    messenger: str = fields.code(N_("Messenger"))
    email: str = fields.code(N_("E-mail"))
    web: str = fields.code(N_("Website"))
    address: LocalText = fields.bilingual_long(N_("Address"))
    logo: RecordId | None = fields.attached_picture(
        N_("Logo"),
        heading=N_("On your documents"),
        hint=N_("A PNG or JPEG file; it stands on every document, leaflet and poster."),
    )


@record
class ContextFactor(Record):
    """A matter inside or outside that helps or hinders the organisation with its customers."""

    side: str = fields.choice(N_("Inside or outside"), SIDES, required=True)
    matter: str = fields.long_text(N_("Matter"), required=True, in_table=True)
    effect: str = fields.choice(N_("Effect"), EFFECTS, required=True)
    noted_on: date | None = fields.day(N_("Noted on"))


@record
class Party(Record):
    """Somebody who affects the work or is affected by it."""

    name: LocalText = fields.bilingual(N_("Interested party"), required=True)
    group: str = fields.choice(N_("Group"), PARTY_GROUPS, required=True)
    needs: LocalText = fields.bilingual_long(N_("Needs"), required=True, in_table=True)
    expectations: LocalText = fields.bilingual_long(N_("Expectations"), in_table=True)
    influence: str = fields.choice(N_("Influence"), LEVELS)
    channel: LocalText = fields.bilingual(N_("How we learn it"))
    priority: str = fields.choice(N_("Priority"), LEVELS)
    reviewed_on: date | None = fields.day(N_("Reviewed on"))


@record
class Law(Record):
    """A law, licence or trade rule that touches the promises."""

    title: str = fields.text(N_("Law or rule"), required=True)
    article: str = fields.text(N_("Article"))
    duty: str = fields.long_text(N_("What it asks"), required=True, in_table=True)
    applies_to: str = fields.text(N_("Applies to"))
    checked_by: RecordId | None = fields.person(N_("Checked by"))
    checked_on: date | None = fields.day(N_("Checked on"))


@record
class JourneyStep(Record):
    """One station on the customer's way, from first contact to after-sales."""

    order: int | None = fields.integer(N_("Order"), minimum=1, maximum=999)
    step: str = fields.text(N_("Step of the journey"), required=True)
    contact_point: str = fields.text(N_("Contact point"))
    process: str = fields.text(N_("Process"))
    owner: RecordId | None = fields.person(N_("Owner"))


@record
class CustomerTalk(Record):
    """What one customer said when asked."""

    talked_on: date | None = fields.day(N_("Date"), required=True)
    customer_ref: str = fields.text(N_("Customer"), hint=N_("A reference is enough; no name is needed."))
    pleases: str = fields.long_text(N_("What pleases them"), in_table=True)
    annoys: str = fields.long_text(N_("What annoys them"), in_table=True)
    expects: str = fields.long_text(N_("What they expect"), in_table=True)
    by: RecordId | None = fields.person(N_("Talked to by"))


@record
class Baseline(Record):
    """A figure that shows where the organisation stands today."""

    measure: str = fields.text(N_("Measure"), required=True)
    period: str = fields.text(N_("Period"))
    value: Decimal | None = fields.decimal(N_("Value"), required=True)
    unit: str = fields.text(N_("Unit"))
    source: str = fields.text(N_("Source"))


@record
class GapRound(Record):
    """One run of the gap questionnaire."""

    title: str = fields.text(N_("Round"), required=True)
    started_on: date | None = fields.day(N_("Started on"), required=True)
    assessor: RecordId | None = fields.person(N_("Assessor"))
    signed_by: RecordId | None = fields.person(N_("Report signed by"))
    signed_on: date | None = fields.day(N_("Report signed on"))
    note: str = fields.long_text(N_("Note"))


@record
class GapAnswer(Record):
    """The answer to one question in one round, and who will close its gap."""

    round: RecordId | None = fields.reference(N_("Round"), "gap_round", required=True)
    question: str = fields.content(N_("Question"), "gap_question", required=True)
    score: str = fields.choice(N_("Score"), SCORES, required=True)
    evidence: str = fields.long_text(N_("Evidence seen"))
    reason: str = fields.text(N_("Reason if not applicable"), in_table=False)
    note: str = fields.long_text(N_("Note"))
    is_marked: bool = fields.boolean(N_("Look at it again"))
    step: str = fields.choice(N_("Closing step"), STEPS, in_table=False)
    owner: RecordId | None = fields.person(N_("Owner"))
    due: date | None = fields.day(N_("Due"))


REGISTERS = (
    sheet("organisation", Organisation, 1, "name", N_("Profile")),
    listing(
        "context_factor",
        ContextFactor,
        1,
        "matter",
        title=N_("Context"),
        add=N_("Add matter"),
        about=N_("Five inside and five outside matters that help or hinder you with customers."),
        form="R-02",
    ),
    listing(
        "party",
        Party,
        1,
        "name",
        title=N_("Interested parties"),
        add=N_("Add interested party"),
        about=N_("All who affect your work or are affected by it, with what each needs and expects."),
        form="R-01",
    ),
    listing(
        "law",
        Law,
        1,
        "title",
        title=N_("Laws and rules"),
        add=N_("Add law or rule"),
        about=N_("Laws, licences and trade rules that touch your promises."),
        form="R-22",
    ),
    listing(
        "journey_step",
        JourneyStep,
        1,
        "step",
        title=N_("Customer journey"),
        add=N_("Add step of the journey"),
        about=N_("The customer's path from first contact to after-sales, with every contact point."),
    ),
    listing(
        "customer_talk",
        CustomerTalk,
        1,
        "customer_ref",
        title=N_("Customer talks"),
        add=N_("Add talk"),
        about=N_("At least ten short talks: what pleases, what annoys, what is expected."),
    ),
    listing(
        "baseline",
        Baseline,
        1,
        "measure",
        title=N_("Baseline figures"),
        add=N_("Add figure"),
        about=N_("Where you stand today: complaints, late deliveries, returns, repeat customers."),
    ),
    listing(
        "gap_round",
        GapRound,
        1,
        "title",
        title=N_("Gap rounds"),
        add=N_("Add round"),
        about=N_("Each run of the gap questionnaire, with its date, its assessor and who signed the report."),
        form="R-20",
    ),
    listing(
        "gap_answer",
        GapAnswer,
        1,
        "question",
        title=N_("Gap questions"),
        add=N_("Add answer"),
        about=N_("The score of each of the 52 questions, the evidence seen and who closes the gap."),
        form="R-20",
    ),
)
