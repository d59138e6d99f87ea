from datetime import date, timedelta

import pytest

from models.domain.fields import Record
from models.domain.gates import Place
from models.domain.ids import RecordId
from models.domain.lateness import LateThing, late_things
from models.domain.ledger import Records
from models.domain.records.audit import Finding
from models.domain.records.charter import Communication
from models.domain.records.commitment import Objective, ObjectiveAction
from models.domain.records.control import TaskState
from models.domain.records.correction import Action
from models.domain.records.operation import Complaint
from models.domain.records.organisation import GapAnswer, GapRound
from tests.unit.domain.company import GUIDANCE, TODAY, both, full_company
from tests.unit.domain.wording import SOURCE

PAST = TODAY - timedelta(days=1)
ROUND = GapRound(id=RecordId("round"), started_on=date(2026, 8, 1))
LATER = GapRound(id=RecordId("later"), started_on=date(2026, 11, 1))
GAP = GapAnswer(id=RecordId("gap"), round=ROUND.id, question="Q101", score="1", due=PAST)


def late(*records: Record) -> tuple[LateThing, ...]:
    return late_things(Records(records), GUIDANCE, TODAY)


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        (TaskState(task="S1-T3", due=PAST), "done_on", "The task “S1-T3” was due on 2026-11-21."),
        (Action(no="A-1", due=PAST), "done_on", "The corrective action A-1 was due on 2026-11-21."),
        (
            Action(no="A-1", due=PAST, done_on=PAST, check_on=PAST),
            "checked_on",
            "The effectiveness of the corrective action A-1 was to be checked on 2026-11-21.",
        ),
        (
            Objective(text=both("Faster"), due=PAST),
            "status",
            "The objective “Faster” was due on 2026-11-21.",
        ),
        (
            ObjectiveAction(action="Buy an oven", due=PAST),
            "status",
            "The action “Buy an oven” of the programme was due on 2026-11-21.",
        ),
        (Complaint(no="C-7", due=PAST), "answered_on", "The answer to complaint C-7 was due on 2026-11-21."),
        (
            Complaint(no="C-7", received_on=PAST, acknowledge_by=PAST),
            "acknowledged_on",
            "The receipt of complaint C-7 was to be confirmed by 2026-11-21.",
        ),
        (
            Complaint(no="C-7", answered_on=PAST, due=PAST, appealed_on=PAST, appeal_due=PAST),
            "appeal_answered_on",
            "The second look at complaint C-7 was due on 2026-11-21.",
        ),
        (
            Communication(message="The charter", due=PAST),
            "done_on",
            "The message “The charter” of the communication plan was due on 2026-11-21.",
        ),
        (
            Finding(statement="No proof", agreed_on=PAST),
            "closed_on",
            "The finding “No proof” was to be closed by 2026-11-21.",
        ),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Record) else "",
)
def test_what_is_past_its_day_is_late(record: Record, field: str, words: str) -> None:
    [thing] = late(record)
    assert (thing.due, thing.place.record, thing.place.field, thing.reason.worded(SOURCE)) == (
        PAST,
        record.id,
        field,
        words,
    )


@pytest.mark.parametrize(
    "record",
    [
        TaskState(task="S1-T3", due=TODAY),
        TaskState(task="S1-T3", due=PAST, done_on=TODAY),
        TaskState(task="S1-T3"),
        Action(no="A-1", due=PAST, done_on=PAST),
        Action(no="A-1", due=PAST, new_due=TODAY, new_due_reason="A part is missing"),
        Action(no="A-1", due=PAST, done_on=PAST, check_on=PAST, checked_on=TODAY),
        Objective(due=PAST, status="done"),
        ObjectiveAction(due=PAST, status="missed"),
        Complaint(due=PAST, answered_on=TODAY),
        Complaint(due=PAST, closed_on=TODAY),
        Complaint(due=PAST, cancelled_because="Entered twice"),
        Complaint(acknowledge_by=PAST, acknowledged_on=PAST),
        Complaint(appeal_due=PAST),
        Complaint(appealed_on=PAST, appeal_due=PAST, appeal_answered_on=TODAY),
        Communication(due=PAST, done_on=TODAY),
        Finding(agreed_on=PAST, closed_on=TODAY),
        Finding(agreed_on=PAST, action=RecordId("followed there")),
    ],
    ids=lambda record: type(record).__name__,
)
def test_what_is_done_or_not_due_yet_is_not_late(record: Record) -> None:
    assert late(record) == ()


def test_a_gap_past_its_day_is_late() -> None:
    [thing] = late(ROUND, GAP)
    assert (thing.place, thing.reason.worded(SOURCE)) == (
        Place("gap_answer", GAP.id, "due", "Q101"),
        "The gap of question Q101 was to be closed by 2026-11-21.",
    )


def test_a_gap_that_a_later_round_no_longer_shows_is_not_late() -> None:
    assert late(ROUND, LATER, GAP, GapAnswer(round=LATER.id, question="Q101", score="3")) == ()


def test_a_gap_that_a_later_round_still_shows_keeps_its_day() -> None:
    assert len(late(ROUND, LATER, GAP, GapAnswer(round=LATER.id, question="Q101", score="2"))) == 1


def test_a_gap_that_became_an_action_is_followed_there() -> None:
    assert late(ROUND, GAP, Action(no="A-1", gap=GAP.id, due=TODAY)) == ()


def test_the_longest_overdue_stands_first() -> None:
    days = [date(2026, 11, day) for day in (3, 1, 2)]
    things = late(*(TaskState(task=f"S1-T{no}", due=day) for no, day in enumerate(days)))
    assert [thing.due for thing in things] == sorted(days)


def test_nothing_is_late_in_a_company_that_is_on_time() -> None:
    assert late_things(full_company(), GUIDANCE, TODAY) == ()
