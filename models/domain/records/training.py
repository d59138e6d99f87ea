"""Step 4: who has to know what, and the proof that they do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from models.domain import fields
from models.domain.fields import Record, record
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.register import listing, sheet

NEEDS: Mapping[str, str] = {"have": N_("Has it"), "need": N_("Needs it"), "na": N_("Not applicable")}
EFFECTIVE: Mapping[str, str] = {"yes": N_("Effective"), "no": N_("Not effective")}

# By the ids of the points in the content, which says them in whole sentences.
INDUCTION_POINTS: Mapping[str, str] = {
    "IN-1": N_("Charter and promises"),
    "IN-2": N_("When a promise is not kept"),
    "IN-3": N_("Complaint route and log"),
    "IN-4": N_("Words and angry customers"),
    "IN-5": N_("Privacy of customers"),
    "IN-6": N_("Forms and records of the job"),
    "IN-7": N_("Limit of own authority"),
    "IN-8": N_("Pocket card handed out"),
}

TEST_QUESTIONS = 8


@record
class SkillNeed(Record):
    """One cell of the training matrix: what a job needs of a skill."""

    job: str = fields.text(N_("Job"), required=True)
    skill: str = fields.text(N_("Skill"), required=True)
    state: str = fields.choice(N_("State"), NEEDS, required=True)


@record
class TrainingSession(Record):
    """A planned or held training session."""

    topic: str = fields.text(N_("Topic"), required=True)
    module: str = fields.content(N_("Module of the syllabus"), "training_module", in_table=False)
    held_on: date | None = fields.day(N_("Date"), required=True)
    minutes: int | None = fields.integer(N_("Minutes"), minimum=1, maximum=10_000, required=True)
    trainer: RecordId | None = fields.person(N_("Trainer"), required=True)
    place: str = fields.text(N_("Place"), in_table=False)
    is_held: bool = fields.boolean(N_("Held"))


@record
class Attendance(Record):
    """One person at one session."""

    session: RecordId | None = fields.reference(N_("Session"), "training_session", required=True)
    person: RecordId | None = fields.person(N_("Person"), required=True)
    attended: bool = fields.boolean(N_("Attended"))
    signed: bool = fields.boolean(N_("Sheet signed"))


@record
class TestResult(Record):
    """How many of the eight test questions somebody answered right."""

    __test__ = False

    person: RecordId | None = fields.person(N_("Person"), required=True)
    taken_on: date | None = fields.day(N_("Date"), required=True)
    score: int | None = fields.integer(N_("Right answers"), minimum=0, maximum=TEST_QUESTIONS, required=True)
    note: str = fields.text(N_("Note"))


@record
class EffectCheck(Record):
    """A look at somebody's work after the training."""

    person: RecordId | None = fields.person(N_("Person"), required=True)
    observed_on: date | None = fields.day(N_("Observed on"), required=True)
    observer: RecordId | None = fields.person(N_("Observed by"))
    result: str = fields.long_text(N_("What was seen"), in_table=True)
    effective: str = fields.choice(N_("Effectiveness"), EFFECTIVE)


@record
class Induction(Record):
    """The start of a new employee."""

    person: RecordId | None = fields.person(N_("Person"), required=True)
    started_on: date | None = fields.day(N_("Started on"))
    points: tuple[str, ...] = fields.several(N_("Points done"), INDUCTION_POINTS, in_table=False)
    completed_on: date | None = fields.day(N_("Checklist completed on"))
    by: RecordId | None = fields.person(N_("Introduced by"))
    note: str = fields.text(N_("Note"))


@record
class Authority(Record):
    """Who may grant which remedy without asking, and up to what."""

    job: str = fields.text(N_("Job"), required=True)
    remedy: str = fields.text(N_("Remedy"), required=True)
    amount: Decimal | None = fields.decimal(N_("Up to the amount of"), minimum=0)
    limit: str = fields.text(N_("Other limit"))
    approver: RecordId | None = fields.person(N_("Beyond that, approved by"))


@record
class TrainingRule(Record):
    """The rules of training; there is one."""

    pass_mark: int | None = fields.integer(
        N_("Right answers needed to pass"), default=6, minimum=1, maximum=TEST_QUESTIONS
    )
    retention_years: int | None = fields.integer(
        N_("Years that records are kept"), default=3, minimum=1, maximum=99
    )
    authority_signed_by: RecordId | None = fields.person(N_("Authority table signed by"))
    authority_signed_on: date | None = fields.day(N_("Authority table signed on"))


REGISTERS = (
    listing(
        "skill_need",
        SkillNeed,
        4,
        "skill",
        title=N_("Training needs"),
        add=N_("Add need"),
        about=N_("Which job needs which skill."),
        form="R-05",
    ),
    listing(
        "training_session",
        TrainingSession,
        4,
        "topic",
        title=N_("Sessions"),
        add=N_("Add session"),
        about=N_("Planned and held sessions with date, trainer and length."),
        form="R-05",
    ),
    listing(
        "attendance",
        Attendance,
        4,
        "person",
        title=N_("Attendance"),
        add=N_("Add attendance"),
        about=N_("Who took part in which session."),
        form="R-06",
    ),
    listing(
        "test_result",
        TestResult,
        4,
        "person",
        title=N_("Test results"),
        add=N_("Add result"),
        about=N_("How many of the eight questions each person got right."),
    ),
    listing(
        "effect_check",
        EffectCheck,
        4,
        "person",
        title=N_("Effectiveness"),
        add=N_("Add observation"),
        about=N_("One look at each person at work, within a month after the training."),
    ),
    listing(
        "induction",
        Induction,
        4,
        "person",
        title=N_("Induction"),
        add=N_("Add induction"),
        about=N_("The start of each new employee."),
    ),
    listing(
        "authority",
        Authority,
        4,
        "remedy",
        title=N_("Authority table"),
        add=N_("Add authority"),
        about=N_("Who may grant which remedy without asking, and up to what."),
    ),
    sheet("training_rule", TrainingRule, 4, "pass_mark", N_("Training rules")),
)
