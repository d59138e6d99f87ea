import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import pytest

from models.domain.fields import Record, field_of
from models.domain.gates import CRITERIA, CriterionState, Place, gate, gates
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.audit import Audit, Review
from models.domain.records.charter import Verdict
from models.domain.records.commitment import Objective
from models.domain.records.control import Evidence, Person
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey
from models.domain.records.operation import Complaint, DataSheet, Display
from models.domain.records.organisation import GapAnswer, GapRound, Organisation
from models.domain.records.training import Attendance, TestResult, TrainingSession
from models.domain.registers import REGISTERS, register
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from tests.unit.domain.company import (
    GUIDANCE,
    LAUNCH,
    OWNER,
    PROMISES,
    TODAY,
    both,
    changed,
    full_company,
    with_more,
    without,
)
from tests.unit.domain.wording import SOURCE

Change = Callable[[], Records]
EMPTY = LocalText()


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


def removal(*records: str) -> Change:
    return lambda: without(*records)


def change(record: str, **values: object) -> Change:
    return lambda: changed(record, **values)


def addition(*records: Record) -> Change:
    return lambda: with_more(*records)


def answer(round_: str, question: str, **values: str) -> Change:
    return change(f"{round_} {question}", **values)


TALKS = [f"talk {no}" for no in range(10)]
ROUND = RecordId("first")

BREAKS: list[tuple[str, str, Change]] = [
    ("no answer", "S1-E1", removal("first Q102")),
    ("an answer without score", "S1-E1", answer("first", "Q401", score="")),
    ("not applicable without reason", "S1-E1", answer("first", "Q501", reason=" ")),
    ("nine talks", "S1-E2", removal("talk 0")),
    ("a talk in which nothing was said", "S1-E2", change("talk 3", pleases=" ")),
    ("a weighty gap without owner", "S1-E3", change("first Q301", owner=None)),
    ("a weighty gap without date", "S1-E3", change("first Q101", due=None)),
    ("a gap whose owner was deleted", "S1-E3", change("first Q301", owner=RecordId("nobody"))),
    ("no signature under the report", "S1-E4", change("first", signed_by=None)),
    ("no day under the report", "S1-E4", change("first", signed_on=None)),
    ("a policy that nobody approved", "S2-E1 S8-E5", change("D1", approved_by=None)),
    ("a policy approved on no day", "S2-E1 S8-E5", change("D1", approved_on=None)),
    ("a scope without customer groups", "S2-E2", change("scope", customer_groups=EMPTY)),
    ("a scope without places", "S2-E2", change("scope", sites=LocalText(en=" "))),
    ("an exclusion without reason", "S2-E2", change("exclusion", reason=EMPTY)),
    ("no word on exclusions", "S2-E2", removal("exclusion")),
    ("no charter owner", "S2-E3", removal("charter_owner")),
    ("no complaint officer", "S2-E3", change("complaint_officer", person=None)),
    ("no internal auditor", "S2-E3", removal("internal_auditor")),
    ("an auditor who left", "S2-E3", change("auditor", left_on=TODAY)),
    ("no deputy", "S2-E3", change("charter_owner", deputy=None)),
    ("the owner as their own deputy", "S2-E3", change("charter_owner", deputy=OWNER)),
    ("one objective", "S2-E4", removal("objective 1")),
    ("an objective without baseline", "S2-E4", change("objective 2", baseline=None)),
    ("an objective without target", "S2-E4", change("objective 2", target=None)),
    ("an objective without date", "S2-E4", change("objective 2", due=None)),
    ("an objective without owner", "S2-E4", change("objective 2", owner=None)),
    ("an announcement on no day", "S2-E5", change("policy", announced_on=None)),
    ("an announcement in no way", "S2-E5", change("policy", announced_how="")),
    ("two promises", "S3-E1", removal(PROMISES[0])),
    ("a promise without number", "S3-E1", change(PROMISES[0], number=None)),
    ("a promise without unit", "S3-E1", change(PROMISES[0], unit=EMPTY)),
    ("a promise without time limit", "S3-E1", change(PROMISES[0], time_limit=EMPTY)),
    ("a promise without conditions", "S3-E1", change(PROMISES[1], conditions=EMPTY)),
    ("a promise without remedy", "S3-E1", change("always", remedy=EMPTY)),
    ("a promise without text", "S3-E1", change("always", text=EMPTY)),
    ("an always promise without target", "S3-E1 S3-E2", change("card of always", target=None)),
    ("a promise without target", "S3-E2", change(f"card of {PROMISES[0]}", target=None)),
    ("a promise without indicator", "S3-E2 S6-E2", removal(f"card of {PROMISES[0]}")),
    ("a promise without owner", "S3-E2", change(PROMISES[0], owner=None)),
    ("no comment", "S3-E3", removal("yes", "no")),
    ("an open comment", "S3-E3", change("yes", decision=Verdict.OPEN)),
    ("a comment without decision", "S3-E3", change("yes", decision="")),
    ("a refusal without reason", "S3-E3", change("no", reason="")),
    ("a promise that is not lawful", "S3-E4", change(PROMISES[2], is_lawful=False)),
    ("a legal check by nobody", "S3-E4", change(PROMISES[2], checked_by=None)),
    ("a legal check on no day", "S3-E4", change(PROMISES[2], checked_on=None)),
    ("a complaint route without a way", "S3-E5", change("complaint_rule", channels=())),
    ("a complaint route without time limit", "S3-E5", change("complaint_rule", answer_days=None)),
    ("a complaint route that nobody decides", "S3-E5", change("complaint_rule", decision_by=None)),
    ("no outside body", "S3-E5", change("complaint_rule", outside_body=EMPTY)),
    ("a charter that nobody approved", "S3-E6 S8-E5", change("D2", approved_by=None)),
    ("somebody who was not trained", "S4-E1", change("waiter there", person=RecordId("deputy"))),
    ("training after the launch", "S4-E1", change("session", held_on=LAUNCH + timedelta(days=1))),
    ("a failed test", "S4-E2", change("waiter passes", score=5)),
    ("no test", "S4-E2", removal("waiter passes", "waiter fails")),
    ("a higher pass mark", "S4-E2", change("training_rule", pass_mark=7)),
    ("no pass mark", "S4-E2", change("training_rule", pass_mark=None)),
    ("no authority table", "S4-E3", removal("authority")),
    ("an authority without remedy", "S4-E3", change("authority", remedy="")),
    ("an authority table that nobody signed", "S4-E3", change("training_rule", authority_signed_by=None)),
    ("an authority table signed on no day", "S4-E3", change("training_rule", authority_signed_on=None)),
    ("a session without trainer", "S4-E4", change("session", trainer=None)),
    ("a session without length", "S4-E4", change("session", minutes=None)),
    ("a sheet that somebody did not sign", "S4-E4", change("waiter there", signed=False)),
    ("a session without attendance", "S4-E4", change("planned", is_held=True, trainer=OWNER, minutes=9)),
    ("a channel without display", "S5-E1", removal("wall")),
    ("a removed display", "S5-E1", change("wall", removed_on=TODAY)),
    ("a display still to come", "S5-E1", change("wall", installed_on=TODAY + timedelta(days=1))),
    ("a display without proof", "S5-E1", change("wall", proof="")),
    ("a display without file", "S5-E1", removal("photo")),
    ("another channel", "S5-E1", change("scope", channels=("premises", "phone", "website"))),
    ("a route that was not tested", "S5-E2", change("launch", route_tested_on=None)),
    ("a test by nobody", "S5-E2", change("launch", route_tested_by=None)),
    ("a test without result", "S5-E2", change("launch", route_result="")),
    ("three weeks", "S5-E3", removal("week 0")),
    ("a week left out", "S5-E3", removal("week 2")),
    ("a week not counted", "S5-E3", change("week 1", kept=None)),
    ("a complaint that nobody confirmed", "S5-E4", change("complaint", acknowledged_on=None)),
    ("too few answers", "S6-E1", removal("answer 2")),
    ("an answer set aside", "S6-E1", change("answer 2", invalid_because="Twice")),
    ("an answer with nothing in it", "S6-E1", change("answer 2", answers=("-", ""))),
    ("no number of answers needed", "S6-E1", change("survey", needed=None)),
    ("no survey", "S6-E1", removal("survey")),
    ("one period", "S6-E2", removal("always to 2026-10-04")),
    ("a period without value", "S6-E2", change("always to 2026-10-04", value=None)),
    ("the same period twice", "S6-E2", change("always to 2026-10-04", end=date(2026, 11, 8))),
    ("a report that nobody signed", "S6-E3", change("analysis", signed_by=None)),
    ("a report signed on no day", "S6-E3", change("analysis", signed_on=None)),
    ("a report without decisions", "S6-E3", change("analysis", decisions="")),
    ("no report", "S6-E3 S6-E4", removal("analysis")),
    ("a report without limits", "S6-E4", change("analysis", limits="")),
    ("no rule", "S7-E1", change("action_rule", rule=" ")),
    ("no action", "S7-E2 S7-E3", removal("action")),
    ("an action without effect", "S7-E2", change("action", result="not_effective")),
    ("an action without check", "S7-E2", change("action", checked_on=None)),
    ("an action not carried out", "S7-E2", change("action", done_on=None, due=TODAY)),
    ("an overdue action", "S7-E3", addition(Action(no="A-2", due=TODAY - timedelta(days=1)))),
    ("an action without date", "S7-E3", addition(Action(no="A-2"))),
    ("half an audit", "S8-E1", removal("audit 2")),
    ("an audit still to come", "S8-E1", change("audit 2", audited_on=None)),
    ("an audit by nobody", "S8-E1", change("audit 2", auditor=None)),
    ("an audit by the charter owner", "S8-E1", change("audit 2", auditor=OWNER)),
    ("an audit by the deputy", "S8-E1", change("audit 2", auditor=RecordId("deputy"))),
    ("no audit", "S8-E1 S8-E2", removal("audit 1", "audit 2")),
    ("a major finding without date", "S8-E2", change("major", agreed_on=None)),
    ("a major finding past its date", "S8-E2", change("major", agreed_on=TODAY - timedelta(days=1))),
    ("no review", "S8-E3", removal("review")),
    ("a review still to come", "S8-E3", change("review", held_on=TODAY + timedelta(days=1))),
    ("minutes that nobody signed", "S8-E3", change("review", signed_by=None)),
    ("a review without decision", "S8-E3", removal("review decision")),
    ("a decision without owner", "S8-E3", change("review decision", owner=None)),
    ("a decision without date", "S8-E3", change("review decision", due=None)),
    ("a critical question at two", "S8-E4", answer("second", "Q301", score="2")),
    ("a critical question without answer", "S8-E4", removal("second Q301")),
    ("a critical question without evidence", "S8-E4", answer("second", "Q301", evidence="")),
    ("a critical question without file", "S8-E4", removal("minutes")),
    ("a document that is missing", "S8-E5", removal("D4")),
    ("a document without number", "S8-E5", change("D5", number="")),
    ("a document without revision", "S8-E5", change("D3", revision="")),
    ("a document that nobody approved", "S8-E5", change("D6", approved_by=None)),
]

STILL_MET: list[tuple[str, Change]] = [
    ("no customers but four", lambda: four_customers()),
    ("a small gap without owner", change("first Q201", owner=None)),
    ("nothing excluded", lambda: nothing_excluded()),
    ("a third objective that is not complete", addition(Objective(text=both("Be nice")))),
    (
        "somebody new who comes next week",
        addition(Person(meets_customers=True, started_on=date(2026, 12, 1))),
    ),
    ("the shortfall of answers explained", lambda: shortfall_explained()),
    ("next year's survey", addition(Survey(needed=50, start=date(2027, 10, 1)))),
    ("a planned audit", addition(Audit(planned_on=date(2027, 11, 1)))),
    ("a planned review", addition(Review(held_on=date(2027, 11, 1)))),
    ("an effectiveness check still to come", change("action", checked_on=None, check_on=TODAY)),
    ("a new date with its reason", lambda: postponed("Waiting for a part")),
    ("an effective major finding", change("major", agreed_on=None, closed_on=TODAY)),
    ("a critical question that does not apply", answer("second", "Q301", score="na", reason="No phone")),
    ("a started third round", addition(GapRound(started_on=TODAY))),
    ("no complaint but a tested route", removal("complaint", "cancelled")),
]


def four_customers() -> Records:
    kept = [one for one in _all(full_company()) if one.id not in TALKS[4:]]
    return Records([*kept, Organisation(id=RecordId("organisation"), customer_count=4)])


def nothing_excluded() -> Records:
    return Records(one for one in _all(changed("scope", nothing_excluded=True)) if one.id != "exclusion")


def shortfall_explained() -> Records:
    return changed("survey", needed=90, shortfall_reason="Ramadan")


def postponed(why: str) -> Records:
    late = Action(no="A-2", due=date(2026, 11, 1), new_due=date(2026, 12, 1), new_due_reason=why)
    return with_more(late)


def _all(ledger: Records) -> Iterable[Record]:
    return (one for row in REGISTERS for one in ledger.all(row.record))


def test_everything_is_met_in_a_full_company() -> None:
    assert unmet(full_company()) == ()


def test_nothing_is_met_in_an_empty_company() -> None:
    assert unmet(Records()) == tuple(row.id for rows in CRITERIA.values() for row in rows)


def test_there_are_thirty_five_criteria() -> None:
    assert [len(rows) for rows in CRITERIA.values()] == [4, 5, 6, 4, 4, 4, 3, 5]


def test_one_step_stands_as_among_all() -> None:
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
    person = Person(id=RecordId("new"), name=both("Omid"), meets_customers=True, started_on=LAUNCH + _DAY)
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
    assert unmet(Records([*_all(changed("wall", proof="")), spare])) == ()


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
    ledger = Records(one for one in _all(changed("action_rule", **note)) if one.id != "action")
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
    assert unmet(Records([*_all(followed), action])) == ()


def test_claimed_scores_are_told_from_low_ones() -> None:
    assert reason("S8-E4", changed("second Q301", evidence="")) == (
        "1 critical question claims 3 or 4 without evidence and counts 2; the first is Q301."
    )


def test_a_file_of_another_record_is_no_evidence() -> None:
    other = Evidence(id=RecordId("minutes"), subject="gap_answer", subject_id="first Q101")
    assert unmet(Records([*_all(without("minutes")), other])) == ("S8-E4",)


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
        for one in _all(full_company())
        if not register_is_small(one)
        for no in range(count // 4)
    )
    return Records([*_all(full_company()), *copies])


def register_is_small(record: Record) -> bool:
    return isinstance(record, (GapAnswer, GapRound)) or next(
        row.is_sheet for row in REGISTERS if row.record is type(record)
    )


_DAY = timedelta(days=1)
