"""Step 3: the promises and everything that makes them real."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.records.choices import CHANNELS
from models.domain.register import listing, sheet
from models.domain.text import LocalText

COMPARISONS: Mapping[str, str] = {"at_least": N_("At least"), "at_most": N_("At most")}
FREQUENCIES: Mapping[str, str] = {
    "daily": N_("Daily"),
    "weekly": N_("Weekly"),
    "monthly": N_("Monthly"),
    "quarterly": N_("Every three months"),
}


class Verdict(StrEnum):
    """What was decided about a comment."""

    OPEN = "open"
    ACCEPTED = "accepted"
    PARTLY = "partly"
    REFUSED = "refused"


VERDICTS: Mapping[str, str] = {
    Verdict.OPEN: N_("Open"),
    Verdict.ACCEPTED: N_("Accepted"),
    Verdict.PARTLY: N_("Partly accepted"),
    Verdict.REFUSED: N_("Not accepted"),
}

COMMENTERS: Mapping[str, str] = {
    "customer": N_("Customer"),
    "employee": N_("Employee"),
    "partner": N_("Business partner"),
    "other": N_("Other"),
}


@record
class Promise(Record):
    """One promise of the charter.

    `is_always` marks a promise that holds every time ("we do no extra work without your consent"): it needs
    no number and time limit of its own, but an indicator with a target.
    """

    order: int | None = fields.integer(N_("No."), minimum=1, maximum=999)
    text: LocalText = fields.bilingual_long(N_("Promise"), required=True, in_table=True)
    group: str = fields.text(N_("Customer group"), in_table=False)
    number: Decimal | None = fields.decimal(N_("Number"))
    unit: LocalText = fields.bilingual(N_("Unit"))
    time_limit: LocalText = fields.bilingual(N_("Time limit"))
    is_always: bool = fields.boolean(
        N_("Holds every time"),
        in_table=False,
        hint=N_("For promises without a number, such as “no extra work without your consent”."),
    )
    conditions: LocalText = fields.bilingual_long(N_("Applies when"))
    limits: LocalText = fields.bilingual_long(N_("Does not apply when"))
    remedy: LocalText = fields.bilingual_long(N_("Remedy if not kept"))
    remedy_limit: str = fields.text(N_("Limit of the remedy"), in_table=False)
    granted_by: RecordId | None = fields.person(N_("Remedy granted by"), in_table=False)
    claim_how: LocalText = fields.bilingual_long(N_("How the customer claims it"))
    process: str = fields.text(N_("Process"), in_table=False)
    owner: RecordId | None = fields.person(N_("Owner"))
    is_lawful: bool = fields.boolean(N_("Legal check done"))
    checked_by: RecordId | None = fields.person(N_("Legal check by"), in_table=False)
    checked_on: date | None = fields.day(N_("Legal check on"), in_table=False)
    model: str = fields.content(N_("Model promise"), "sector_promise", in_table=False)


@record
class Indicator(Record):
    """How it is measured whether a promise is kept."""

    promise: RecordId | None = fields.reference(N_("Promise"), "promise", required=True)
    name: LocalText = fields.bilingual(N_("Indicator"), required=True)
    formula: LocalText = fields.bilingual(N_("Formula"), in_table=False)
    source: str = fields.text(N_("Data source"), in_table=False)
    unit: LocalText = fields.bilingual(N_("Unit"))
    comparison: str = fields.choice(N_("Good when"), COMPARISONS, in_table=False)
    target: Decimal | None = fields.decimal(N_("Target"), required=True)
    red_limit: Decimal | None = fields.decimal(N_("Red beyond"), in_table=False)
    frequency: str = fields.choice(N_("Frequency"), FREQUENCIES)
    owner: RecordId | None = fields.person(N_("Owner"))


@record
class Procedure(Record):
    """How a promise is kept, in half a page."""

    promise: RecordId | None = fields.reference(N_("Promise"), "promise", required=True)
    steps: tuple[str, ...] = fields.lines(
        N_("Steps"), required=True, hint=N_("One on each line."), in_table=True
    )
    check: str = fields.text(N_("Check"))
    record: str = fields.text(N_("Record"))
    on_failure: str = fields.long_text(N_("If it is not kept"))


@record
class Risk(Record):
    """Something that could stop a promise from being kept."""

    promise: RecordId | None = fields.reference(N_("Promise"), "promise", required=True)
    cause: str = fields.text(N_("What could stop it"), required=True)
    likelihood: int | None = fields.integer(N_("Likelihood (1–5)"), minimum=1, maximum=5, required=True)
    effect: int | None = fields.integer(N_("Effect (1–5)"), minimum=1, maximum=5, required=True)
    prevention: str = fields.text(N_("Prevention"))
    fallback: str = fields.text(N_("Fallback"))
    owner: RecordId | None = fields.person(N_("Owner"))
    reviewed_on: date | None = fields.day(N_("Reviewed on"), in_table=False)

    @property
    def level(self) -> int | None:
        """Likelihood times effect, 1 to 25; None while one of them is missing."""
        if self.likelihood is None or self.effect is None:
            return None
        return self.likelihood * self.effect


@record
class ComplaintRule(Record):
    """How customers complain and what happens then; there is one."""

    channels: tuple[str, ...] = fields.several(N_("Ways to complain"), CHANNELS, required=True)
    acknowledge_days: int | None = fields.integer(
        N_("Receipt confirmed within (working days)"), minimum=0, maximum=365, required=True
    )
    answer_days: int | None = fields.integer(
        N_("Answered within (working days)"), minimum=0, maximum=365, required=True
    )
    decision_by: RecordId | None = fields.person(N_("Who decides"), required=True)
    appeal: LocalText = fields.bilingual_long(N_("Asking for a second look"))
    appeal_days: int | None = fields.integer(N_("Second look within (working days)"), minimum=0, maximum=365)
    outside_body: LocalText = fields.bilingual(N_("Outside body"), required=True)
    outside_contact: str = fields.code(N_("How to reach the outside body"))
    outside_checked_on: date | None = fields.day(N_("Outside body checked on"))


@record
class Comment(Record):
    """A comment on the draft charter and what was decided about it."""

    given_on: date | None = fields.day(N_("Date"))
    who: str = fields.text(N_("Who"), required=True)
    group: str = fields.choice(N_("Group"), COMMENTERS)
    text: str = fields.long_text(N_("Comment"), required=True, in_table=True)
    decision: str = fields.choice(N_("Decision"), VERDICTS)
    reason: str = fields.text(N_("Reason"))


@record
class Communication(Record):
    """One line of the communication plan: who is told what, when and how."""

    audience: str = fields.text(N_("Audience"), required=True)
    message: str = fields.text(N_("Message"), required=True)
    channel: str = fields.choice(N_("Channel"), CHANNELS)
    form: str = fields.text(N_("Format"), in_table=False)
    due: date | None = fields.day(N_("When"))
    by: RecordId | None = fields.person(N_("By"))
    done_on: date | None = fields.day(N_("Done on"))
    proof: str = fields.text(N_("Proof"), in_table=False)


@record
class Resource(Record):
    """What a promise needs and what is missing."""

    promise: RecordId | None = fields.reference(N_("Promise"), "promise", required=True)
    need: str = fields.text(N_("Needed"), required=True)
    have: str = fields.text(N_("Available"))
    missing: str = fields.text(N_("Missing"))
    action: str = fields.text(N_("Action"))


@record
class Pilot(Record):
    """A trial of the charter at one place."""

    place: str = fields.text(N_("Place"), required=True)
    start: date | None = fields.day(N_("From"))
    end: date | None = fields.day(N_("To"))
    results: str = fields.long_text(N_("Results"), required=True, in_table=True)
    changes: str = fields.long_text(N_("Changes made"), in_table=True)


@record
class CharterText(Record):
    """The words of the charter around its promises; there is one."""

    greeting: LocalText = fields.bilingual_long(N_("Our word to you"))
    expectations: LocalText = fields.bilingual_long(N_("What we ask of you"))
    privacy: LocalText = fields.bilingual_long(N_("Your personal information"))
    other_formats: LocalText = fields.bilingual_long(N_("Other formats and languages"))
    valid_until: date | None = fields.day(N_("Valid until"))
    page: str = fields.code(N_("Page on the web"), hint=N_("Printed as a QR code on leaflet and poster."))


REGISTERS = (
    listing(
        "promise",
        Promise,
        3,
        "text",
        title=N_("Promises"),
        add=N_("Add promise"),
        about=N_("Three to eight promises about what matters most to your customers."),
    ),
    listing(
        "indicator",
        Indicator,
        3,
        "name",
        title=N_("Indicators"),
        add=N_("Add indicator"),
        about=N_("One card for each promise: formula, source, target, frequency, owner."),
        form="R-04",
    ),
    listing(
        "procedure",
        Procedure,
        3,
        "promise",
        title=N_("Procedures"),
        add=N_("Add procedure"),
        about=N_("Half a page for each promise: how it is kept."),
    ),
    listing(
        "risk",
        Risk,
        3,
        "cause",
        title=N_("Risks"),
        add=N_("Add risk"),
        about=N_("What could stop each promise, and what you do about it."),
        form="R-02",
    ),
    sheet("complaint_rule", ComplaintRule, 3, "outside_body", N_("Complaint route")),
    listing(
        "comment",
        Comment,
        3,
        "who",
        title=N_("Consultation"),
        add=N_("Add comment"),
        about=N_("What customers and staff said about the draft, and what you decided."),
        form="R-21",
    ),
    listing(
        "communication",
        Communication,
        3,
        "message",
        title=N_("Communication plan"),
        add=N_("Add message"),
        about=N_("Who is told what, when and how, inside and outside the business."),
        form="R-03",
    ),
    listing(
        "resource",
        Resource,
        3,
        "need",
        title=N_("Resources"),
        add=N_("Add resource"),
        about=N_("What each promise needs, and what is still missing."),
    ),
    listing(
        "pilot",
        Pilot,
        3,
        "place",
        title=N_("Pilot"),
        add=N_("Add pilot"),
        about=N_("The trial of the charter at one place for one to two weeks."),
    ),
    sheet("charter_text", CharterText, 3, "greeting", N_("Words of the charter")),
)
