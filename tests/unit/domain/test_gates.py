import time
from datetime import date, timedelta

import pytest

from models.domain.fields import Record, field_of
from models.domain.gates import CRITERIA, CriterionState, Place, gate, gates
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.audit import Audit
from models.domain.records.control import Evidence, Person
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey
from models.domain.records.operation import Complaint, DataSheet, Display
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.records.training import Attendance, TestResult, TrainingSession
from models.domain.registers import REGISTERS, register
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from tests.unit.domain.breaks import BREAKS, STILL_MET, Change, everything, postponed
from tests.unit.domain.company import (
    GUIDANCE,
    LAUNCH,
    OWNER,
    TODAY,
    both,
    changed,
    full_company,
    with_more,
    without,
)
from tests.unit.domain.wording import SOURCE

ROUND = RecordId("first")
DAY = timedelta(days=1)


def unmet(ledger: Records, today: date = TODAY) -> tuple[str, ...]:
    """Return the ids of the criteria that are not met."""
    return tuple(
        one.id for states in gates(ledger, GUIDANCE, today).values() for one in states if not one.is_met
    )


def state(criterion: str, ledger: Records, today: date = TODAY) -> CriterionState:
    """Return how one criterion stands."""
    states = gate(int(criterion[1]), ledger, GUIDANCE, today)
    return next(one for one in states if one.id == criterion)


def reason(criterion: str, ledger: Records, today: date = TODAY) -> str:
    """Return the words in which a criterion says how it stands."""
    return state(criterion, ledger, today).reason.worded(SOURCE)


def test_everything_is_met_in_a_full_company() -> None:
    assert unmet(full_company()) == ()


def test_nothing_is_met_in_an_empty_company() -> None:
    assert unmet(Records()) == tuple(row.id for rows in CRITERIA.values() for row in rows)


def test_there_are_thirty_five_criteria() -> None:
    assert [len(rows) for rows in CRITERIA.values()] == [4, 5, 6, 4, 4, 4, 3, 5]


def test_one_step_stands_as_amongeverything() -> None:
    ledger = without("analysis", "promise 1")
    assert {step: gate(step, ledger, GUIDANCE, TODAY) for step in CRITERIA} == gates(ledger, GUIDANCE, TODAY)


@pytest.mark.parametrize(("expected", "broken"), [row[1:] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_what_is_taken_away_is_missed_where_it_is_needed(expected: str, broken: Change) -> None:
    assert unmet(broken()) == tuple(expected.split())


@pytest.mark.parametrize("kept", [row[1] for row in STILL_MET], ids=[row[0] for row in STILL_MET])
def test_what_a_gate_does_not_ask_for_is_not_missed(kept: Change) -> None:
    assert unmet(kept()) == ()


@pytest.mark.parametrize("broken", [row[2] for row in BREAKS], ids=[row[0] for row in BREAKS])
def test_every_reason_is_a_whole_sentence(broken: Change) -> None:
    states = [one for states in gates(broken(), GUIDANCE, TODAY).values() for one in states]
    assert [one.id for one in states if not is_whole(one.reason)] == []


@pytest.mark.parametrize(
    "broken",
    [row[2] for row in BREAKS] + [Records],
    ids=[row[0] for row in BREAKS] + ["an empty company"],
)
def test_every_place_can_be_opened(broken: Change) -> None:
    ledger = broken()
    states = [one for states in gates(ledger, GUIDANCE, TODAY).values() for one in states]
    assert [one.place for one in states if not is_open_to(ledger, one.place)] == []


def is_whole(sentence: Sentence) -> bool:
    words = sentence.worded(SOURCE)
    return words.endswith(".") and "{" not in words and "None" not in words and "“”" not in words


def is_open_to(ledger: Records, place: Place) -> bool:
    """Return whether the register of a place, its field and its record exist."""
    row = register(place.register)
    if place.field:
        field_of(row.record, place.field)
    record = place.record
    return record is None or row.is_sheet or ledger.find(row.record, record) is not None


def test_a_gate_of_unanswered_questions_counts_and_names_them() -> None:
    ledger = without("first Q102", "first Q301")
    assert reason("S1-E1", ledger) == "2 of 6 questions have no answer; the first is Q102."


def test_a_question_without_answer_is_found_without_a_record() -> None:
    place = state("S1-E1", without("first Q102")).place
    assert place == Place("gap_answer", None, "score", "Q102")


def test_a_reason_names_the_field_in_which_nothing_stands() -> None:
    assert reason("S3-E1", changed("promise 2", remedy=LocalText())) == (
        "1 of 3 promises is not complete; in “What we promise as promise 2”, “Remedy if not kept” is empty."
    )


def test_a_place_leads_to_the_record_and_field_that_mend_it() -> None:
    place = state("S3-E1", changed("promise 2", remedy=LocalText())).place
    assert place == Place("promise", RecordId("promise 2"), "remedy")


def test_gaps_of_an_unfinished_round_are_not_ranked_as_if_there_were_none() -> None:
    ledger = Records(
        [
            GapRound(id=ROUND, started_on=TODAY),
            GapAnswer(round=ROUND, question="Q101", score="3"),
        ]
    )
    assert reason("S1-E3", ledger) == "The gaps can be ranked only when the questions are answered."


def test_a_finished_round_may_have_no_weighty_gap() -> None:
    fine = (GapAnswer(round=ROUND, question=q.id, score="3") for q in GUIDANCE.questions)
    assert state("S1-E3", Records([GapRound(id=ROUND), *fine])).is_met


def test_step_one_is_judged_by_the_first_round() -> None:
    assert state("S1-E1", without("second Q102")).is_met


def test_an_auditor_who_is_the_deputy_is_named() -> None:
    ledger = changed("internal_auditor", person=RecordId("deputy"))
    assert reason("S2-E3", ledger) == (
        "Reza cannot audit the charter while being its owner or the owner’s deputy."
    )


def test_somebody_who_came_after_the_launch_may_be_trained_later() -> None:
    person = Person(id=RecordId("new"), name=both("Omid"), meets_customers=True, started_on=LAUNCH + DAY)
    session = TrainingSession(
        id=RecordId("later"),
        topic="For new ones",
        held_on=TODAY,
        minutes=30,
        trainer=OWNER,
        is_held=True,
    )
    there = Attendance(session=session.id, person=person.id, attended=True, signed=True)

    ledger = with_more(person, session, there, TestResult(person=person.id, score=8))

    assert unmet(ledger) == ()


def test_somebody_new_who_was_not_trained_is_named() -> None:
    ledger = with_more(Person(name=both("Omid"), meets_customers=True, started_on=TODAY))
    assert reason("S4-E1", ledger) == (
        "1 of 3 people who meet customers has not been trained; the first is Omid."
    )


def test_a_planned_session_trains_nobody() -> None:
    assert unmet(changed("session", is_held=False)) == ("S4-E1", "S4-E4")


def test_a_second_display_with_proof_is_enough_for_its_channel() -> None:
    spare = Display(place="Door", channel="premises", installed_on=LAUNCH, proof="Photo")
    assert unmet(Records([*everything(changed("wall", proof="")), spare])) == ()


def test_weeks_of_different_promises_follow_each_other() -> None:
    starts = [LAUNCH + timedelta(weeks=week) for week in (0, 1, 1, 2, 4, 5, 6, 7, 8)]
    ledger = Records(DataSheet(week_start=start, cases=1, kept=1) for start in starts)
    assert reason("S5-E3", ledger) == "There are data sheets of 5 weeks in a row."


def test_a_log_that_was_never_opened_confirms_nothing() -> None:
    ledger = Records([Complaint(no="C-1", cancelled_because="A test")])
    assert not state("S5-E4", ledger).is_met


def test_a_newer_survey_is_the_one_that_counts() -> None:
    newer = Survey(title=both("Late autumn"), needed=5, start=date(2026, 11, 1))
    assert reason("S6-E1", with_more(newer)) == (
        "0 of 5 valid answers came in, and no reason for the shortfall is written."
    )


def test_a_signed_note_that_no_case_arose_stands_for_an_action() -> None:
    note = {"no_case": "No entry in 200", "no_case_signed_by": OWNER, "no_case_signed_on": TODAY}
    ledger = Records(one for one in everything(changed("action_rule", **note)) if one.id != "action")
    assert unmet(ledger) == ()


def test_a_new_date_without_a_reason_postpones_nothing() -> None:
    place = state("S7-E3", postponed("")).place
    assert (place.register, place.field) == ("action", "new_due_reason")


def test_a_missed_effectiveness_check_is_told() -> None:
    ledger = changed("action", checked_on=None, check_on=date(2026, 11, 1))
    assert (
        reason("S7-E2", ledger)
        == "The effectiveness of the corrective action A-1 was to be checked on 2026-11-01."
    )


def test_an_audit_by_the_owner_harms_nothing_where_another_covers_its_steps() -> None:
    assert unmet(with_more(Audit(steps=("1",), audited_on=TODAY, auditor=OWNER))) == ()


def test_a_major_finding_takes_date_and_closing_from_its_action() -> None:
    followed = changed("major", agreed_on=None, action=RecordId("next"))
    action = Action(id=RecordId("next"), no="A-2", due=TODAY)
    assert unmet(Records([*everything(followed), action])) == ()


def test_claimed_scores_are_told_from_low_ones() -> None:
    assert reason("S8-E4", changed("second Q301", evidence="")) == (
        "1 critical question claims 3 or 4 without evidence and counts 2; the first is Q301."
    )


def test_a_file_of_another_record_is_no_evidence() -> None:
    other = Evidence(id=RecordId("minutes"), subject="gap_answer", subject_id="first Q101")
    assert unmet(Records([*everything(without("minutes")), other])) == ("S8-E4",)


def test_ten_thousand_records_of_a_type_are_judged_without_quadratic_loops() -> None:
    ledger = crowded(10_000)
    started = time.perf_counter()

    gates(ledger, GUIDANCE, TODAY)

    # It takes a tenth of this; one loop within another would take minutes.
    assert time.perf_counter() - started < 5


def crowded(count: int) -> Records:
    """Return the full company with many more records of each type that grows."""
    copies = (
        type(one)(**{**vars(one), "id": RecordId(f"{one.id} again {no}")})
        for one in everything(full_company())
        if not register_is_small(one)
        for no in range(count // 4)
    )
    return Records([*everything(full_company()), *copies])


def register_is_small(record: Record) -> bool:
    return isinstance(record, (GapAnswer, GapRound)) or next(
        row.is_sheet for row in REGISTERS if row.record is type(record)
    )
