from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from models.content.guidance import guidance
from models.content.titles import titles
from models.domain.fields import Kind, Record, fields_of
from models.domain.gates import gates
from models.domain.ids import made_at
from models.domain.lateness import late_things
from models.domain.records.audit import AuditCheck, Finding, ReviewInput
from models.domain.records.charter import Promise
from models.domain.records.control import CompanySettings, Person, TaskState
from models.domain.records.correction import Action
from models.domain.records.feedback import Analysis, IndicatorValue, SurveyAnswer, ThemeMark
from models.domain.records.operation import Breach, Complaint, DataSheet
from models.domain.records.organisation import ContextFactor, CustomerTalk, GapAnswer, Party, Score
from models.domain.records.training import Attendance
from models.domain.registers import REGISTERS, register_of
from models.domain.scoring import answers_by_round, rounds_in_order, scores
from models.services.editing import problems_of
from models.services.sample.records import sample_records
from tests.unit.services.sample_parts import CODES, SATURDAY, WEEK, all_records_of, ledger, records_of

FRIDAY = 4

# What has not happened yet may lie ahead; all other days are facts.
PLANNED = {
    *("due", "new_due", "next_on", "check_on", "agreed_on", "next_review", "valid_until"),
    *("objective_action.start", "training_session.held_on"),
}
OPEN_CRITERIA = {"S7-E3", "S8-E3", "S8-E4", "S8-E5"}

SIZES: dict[type[Record], int] = {
    Person: 12,
    Promise: 6,
    GapAnswer: 104,
    Attendance: 36,
    Complaint: 14,
    SurveyAnswer: 120,
    Analysis: 2,
    Action: 6,
    AuditCheck: 18,
    Finding: 5,
    ReviewInput: 10,
    TaskState: 78,
}


def values(code: str, *kinds: Kind) -> Iterator[tuple[Record, str, Any]]:
    """Yield each value of these kinds, with its record and the name of its field."""
    for record in records_of(code):
        for spec in fields_of(type(record)):
            if spec.kind in kinds:
                yield record, spec.name, getattr(record, spec.name)


@pytest.mark.parametrize("code", CODES)
def test_every_register_has_records(code: str) -> None:
    filled = {register_of(record).code for record in all_records_of(code)}

    # Issues are made by issuing a document, not entered.
    assert filled == {register.code for register in REGISTERS} - {"issue"}


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_wrong_with_any_record(code: str) -> None:
    found = [
        f"{register_of(record).code}.{field}: {problem.sentence.message}"
        for record in all_records_of(code)
        for field, problem in problems_of(record, ledger(code)).items()
    ]

    assert found == []


def test_it_is_marked_as_a_sample() -> None:
    assert ledger(CODES[0]).sheet(CompanySettings).is_sample


def test_it_has_the_size_that_it_tells_of() -> None:
    counted = Counter(type(record) for record in records_of(CODES[0]))

    assert {kind: counted[kind] for kind in SIZES} == SIZES
    assert counted[Party] >= 8
    assert counted[CustomerTalk] >= 10


def test_five_matters_inside_and_five_outside_are_told() -> None:
    sides = Counter(factor.side for factor in ledger(CODES[0]).all(ContextFactor))

    assert sides["inside"] >= 5
    assert sides["outside"] >= 5


@pytest.mark.parametrize("code", CODES)
def test_every_record_is_found_by_its_references(code: str) -> None:
    known = {(register_of(record).code, record.id) for record in all_records_of(code)}
    lost = []
    for record in records_of(code):
        for spec in fields_of(type(record)):
            if spec.kind in (Kind.PERSON, Kind.REFERENCE, Kind.FILE, Kind.PEOPLE):
                value = getattr(record, spec.name)
                ids = value if isinstance(value, tuple) else (value,) if value else ()
                lost += [f"{spec.name} of {record.id}" for one in ids if (spec.target, one) not in known]

    assert lost == []


def test_every_content_id_exists() -> None:
    unknown = [
        f"{spec.target}: {value}"
        for record in records_of(CODES[0])
        for spec in fields_of(type(record))
        if spec.kind is Kind.CONTENT
        and (value := getattr(record, spec.name))
        and value not in titles(spec.target)
    ]

    assert unknown == []


def test_each_round_answers_every_question() -> None:
    rounds = answers_by_round(ledger(CODES[0]))

    assert [set(rounds[one.id]) for one in rounds_in_order(ledger(CODES[0]))] == [
        set(titles("gap_question")),
        set(titles("gap_question")),
    ]


def test_the_second_round_is_better_than_the_first() -> None:
    answers = answers_by_round(ledger(CODES[0]))
    first, second = (scores(guidance().by_area, answers[one.id]) for one in rounds_in_order(ledger(CODES[0])))

    assert first.overall is not None
    assert second.overall is not None
    assert first.overall < 0.4 < 0.7 < second.overall < 0.9


def test_first_scores_are_spread() -> None:
    first = rounds_in_order(ledger(CODES[0]))[0]
    given = Counter(a.score for a in ledger(CODES[0]).all(GapAnswer) if a.round == first.id)

    assert {Score.NOT_IN_PLACE, Score.STARTED, Score.WRITTEN, Score.APPLIED, Score.NOT_APPLICABLE} == set(
        given
    )


def test_bilingual_fields_hold_every_language() -> None:
    halves = [
        (record.id, name)
        for record, name, value in values(CODES[0], Kind.BILINGUAL, Kind.BILINGUAL_LONG)
        if value and {code for code, _ in value.items()} != set(CODES)
    ]

    assert halves == []


def test_plain_texts_are_in_the_language_asked_for() -> None:
    talks = {code: ledger(code).all(CustomerTalk)[0].pleases for code in CODES}

    assert len(set(talks.values())) == len(CODES)


def test_a_language_without_texts_gets_the_english_ones() -> None:
    assert records_of("qps") == records_of("en")


def test_texts_that_need_no_translation_are_short_codes() -> None:
    plain = {record.customer_ref for record in ledger(CODES[0]).all(Breach)}

    assert all(ref.isascii() and len(ref) < 8 for ref in plain)


@pytest.mark.parametrize("code", CODES)
def test_the_same_week_gives_the_same_records(code: str) -> None:
    assert sample_records(code, WEEK[0]) == list(records_of(code, WEEK[-1]))


def test_languages_share_their_ids() -> None:
    assert [r.id for r in records_of("fa")] == [r.id for r in records_of("en")]


def test_ids_are_unique_and_lie_in_the_time_of_the_work() -> None:
    made = [made_at(record.id) for record in all_records_of(CODES[0])]
    days = [moment.date() for moment in made if moment]

    assert len({record.id for record in all_records_of(CODES[0])}) == len(made)
    assert min(days) >= SATURDAY - timedelta(days=77)
    assert max(days) <= SATURDAY


def test_complaints_come_in_the_order_of_their_numbers() -> None:
    received = [complaint.no for complaint in sorted(ledger(CODES[0]).all(Complaint), key=lambda c: c.id)]

    assert received == sorted(received)


def test_no_fact_lies_in_the_future() -> None:
    ahead = [
        f"{register_of(record).code}.{name}: {day}"
        for record, name, day in values(CODES[0], Kind.DATE)
        if day and day > SATURDAY and not PLANNED & {name, f"{register_of(record).code}.{name}"}
    ]

    assert ahead == []


def test_no_day_is_a_day_off() -> None:
    days_off = [day for _, _, day in values(CODES[0], Kind.DATE) if day and day.weekday() == FRIDAY]

    assert days_off == []


@pytest.mark.parametrize("today", WEEK)
def test_six_steps_are_ready_and_a_few_honest_gaps_remain(today: date) -> None:
    states = gates(ledger("en", today), guidance(), today)

    assert {state.id for gate in states.values() for state in gate if not state.is_met} == OPEN_CRITERIA


@pytest.mark.parametrize("today", WEEK)
def test_one_complaint_and_one_action_are_late(today: date) -> None:
    late = late_things(ledger("en", today), guidance(), today)

    assert Counter(thing.place.register for thing in late) == {"task_state": 2, "complaint": 1, "action": 1}


def test_weeks_are_counted_for_every_promise() -> None:
    weeks = Counter(sheet.promise for sheet in ledger(CODES[0]).all(DataSheet))

    assert set(weeks) == {promise.id for promise in ledger(CODES[0]).all(Promise)}
    assert min(weeks.values()) >= 8


def test_indicators_are_measured_over_three_periods() -> None:
    assert len({value.end for value in ledger(CODES[0]).all(IndicatorValue)}) == 3


def test_survey_answers_include_bad_ones_blanks_and_an_invalid_one() -> None:
    answers = ledger(CODES[0]).all(SurveyAnswer)

    assert {len(answer.answers) for answer in answers} == {10}
    assert any(answer.answers[0] == "1" for answer in answers)
    assert sum("–" in answer.answers for answer in answers) > 40
    assert sum(bool(answer.invalid_because) for answer in answers) == 1


def test_the_report_tells_what_the_answers_say() -> None:
    valid = [a for a in ledger("en").all(SurveyAnswer) if not a.invalid_because]
    satisfied = sum(answer.answers[0] in ("4", "5") for answer in valid)

    report = ledger("en").all(Analysis)[-1]

    assert f"{satisfied} of {len(valid)} were satisfied" in report.results


def test_the_report_on_the_survey_leaves_counting_its_themes_to_the_marks() -> None:
    report = ledger("en").all(Analysis)[-1]
    marked = {mark.answer for mark in ledger("en").all(ThemeMark)}
    answers = [a for a in ledger("en").all(SurveyAnswer) if a.survey == report.survey]

    assert answers
    assert not report.themes
    assert {answer.id for answer in answers} > marked > set()


def test_the_cost_of_remedies_in_the_report_is_their_sum() -> None:
    report = ledger("en").all(Analysis)[-1]
    assert report.end is not None
    breaches = [b for b in ledger("en").all(Breach) if b.happened_on and b.happened_on <= report.end]
    cost = sum(breach.cost or 0 for breach in breaches)

    assert f"worth {cost:,} IRR" in report.indirect_signs
    assert len([b for b in breaches if b.cost]) == 14
