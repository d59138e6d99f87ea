"""The checklist made of a company's own records, the fieldwork, findings, actions and the signed report."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from models.content.improvement import audit_model
from models.domain.audit_programme import checks_of
from models.domain.fields import Record
from models.domain.ledger import Ledger, Records
from models.domain.records.audit import Audit, AuditCheck, Finding, Grade
from models.domain.records.charter import Indicator, Promise
from models.domain.records.choices import STEPS
from models.domain.records.control import Person, TaskState
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Complaint
from models.domain.records.organisation import GapAnswer
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services import auditor
from models.services.auditing import checklist, fieldwork, reporting
from models.services.auditing.fieldwork import Draw
from models.services.auditing.questions import Origin
from models.services.companies import create_company
from models.services.company import OpenCompany
from models.services.sample.company import write_sample
from models.services.sample.records import sample_records

TODAY = date(2026, 11, 22)
ENGLISH, PERSIAN = load_language("en"), load_language("fa")
EVERYTHING = Audit(title="All", steps=tuple(STEPS))
SARA = Person(name=LocalText(en="Sara", fa="سارا"))
PROMISE = Promise(text=LocalText(en="Within 25 minutes", fa="ظرف ۲۵ دقیقه"), owner=SARA.id)
AUDIT = Audit(
    title="Autumn", steps=("3", "4", "5", "6"), planned_on=TODAY, audited_on=TODAY, conclusion="Fit"
)


@pytest.fixture(scope="module")
def restaurant() -> Records:
    return Records(sample_records("en", TODAY))


@pytest.fixture
def company(tmp_path: Path) -> Iterator[OpenCompany]:
    opened = create_company(tmp_path / "toos.manshur", "tester")
    opened.save_all([SARA, PROMISE, AUDIT])
    yield opened
    opened.close()


def offered(ledger: Ledger, audit: Audit = EVERYTHING) -> list[str]:
    return [one.key for one in checklist.offers(ledger, audit, frozenset(), TODAY)]


def kinds(ledger: Ledger, audit: Audit = EVERYTHING) -> list[str]:
    return [key.partition(":")[0] for key in offered(ledger, audit)]


def taken(company: OpenCompany, *models: str) -> list[AuditCheck]:
    """Take questions of the model into the checklist."""
    wanted = [one for one in checklist.offers(company, EVERYTHING, frozenset(), TODAY) if one.model in models]
    return list(checklist.take(company, AUDIT, wanted, ENGLISH))


def test_an_empty_company_is_offered_the_model_and_the_critical_gaps() -> None:
    found = checklist.offers(Records(), EVERYTHING, frozenset(), TODAY)

    assert {one.origin for one in found} == {Origin.MODEL, Origin.GAP}
    assert [one.model for one in found if one.model] == sorted(
        (one.id for one in audit_model().checklist),
        key=lambda model: next(one.step for one in audit_model().checklist if one.id == model),
    )


def test_each_promise_of_the_sample_is_asked_about_in_all_ways(restaurant: Records) -> None:
    found = kinds(restaurant)

    for kind in ("known", "shown", "followed", "recorded", "measured"):
        assert found.count(kind) == len(restaurant.all(Promise))
    assert "past_its_day" in found
    assert {"red", "gap", "model"} <= set(found) | {"red"}


def test_only_the_steps_of_the_audit_are_asked_about(restaurant: Records) -> None:
    found = checklist.offers(restaurant, Audit(steps=("4",)), frozenset(), TODAY)

    assert {one.step for one in found} <= {"4", ""}
    assert "known" in {one.key.partition(":")[0] for one in found}


def test_no_two_offers_are_of_one_matter(restaurant: Records) -> None:
    found = offered(restaurant)

    assert len(found) == len(set(found))


def test_a_red_value_is_asked_about_and_an_amber_one_is_not() -> None:
    card = Indicator(promise=PROMISE.id, comparison="at_least", target=Decimal(90), red_limit=Decimal(80))
    value = IndicatorValue(indicator=card.id, value=Decimal(70), end=TODAY)

    assert "red" in kinds(Records([PROMISE, card, value]))
    assert "red" not in kinds(Records([PROMISE, card, dataclasses.replace(value, value=Decimal(85))]))


def test_what_is_overdue_is_asked_about() -> None:
    late = TaskState(task="S3-T1", due=TODAY - timedelta(days=9))

    assert any("past_its_day" in key for key in offered(Records([late]), Audit(steps=("3",))))
    assert not any("past_its_day" in key for key in offered(Records([late]), Audit(steps=("4",))))


def test_a_critical_question_that_is_reached_is_left_out(restaurant: Records) -> None:
    asked = {one for one in offered(restaurant) if one.startswith("gap:")}

    for answer in restaurant.all(GapAnswer):
        if answer.score == "4":
            assert f"gap:{answer.id}" not in asked


def test_questions_are_taken_in_one_step_and_offered_no_more(company: OpenCompany) -> None:
    found = checklist.offers(company, AUDIT, frozenset(), TODAY)
    made = checklist.take(company, AUDIT, found, PERSIAN)

    assert [one.order for one in made] == list(range(1, len(made) + 1))
    assert all(one.step in AUDIT.steps and one.question for one in made)
    assert {one.promise for one in made if one.promise} == {PROMISE.id}
    assert not any("\u2068" in one.question for one in made)
    assert checklist.offers(company, AUDIT, checklist.removed(company), TODAY) == ()

    company.undo()
    assert company.all(AuditCheck) == ()


def test_a_second_time_only_what_is_new_is_offered(company: OpenCompany) -> None:
    checklist.take(company, AUDIT, checklist.offers(company, AUDIT, frozenset(), TODAY), ENGLISH)
    promise = Promise(text=LocalText(en="A table within 10 minutes"))
    company.save(promise)

    again = checklist.offers(company, AUDIT, checklist.removed(company), TODAY)

    assert {one.promise for one in again} == {promise.id}
    assert min(one.order or 0 for one in checklist.take(company, AUDIT, again, ENGLISH)) > len(again)


def test_a_question_that_was_deleted_on_purpose_is_not_offered_again(company: OpenCompany) -> None:
    (check,) = taken(company, "A7")
    company.delete([check])

    left = checklist.offers(company, AUDIT, checklist.removed(company), TODAY)

    assert "A7" not in {one.model for one in left}


def test_the_auditor_mode_finds_the_line_that_was_taken(company: OpenCompany) -> None:
    wanted = checklist.offers(company, AUDIT, frozenset(), TODAY)
    checklist.take(company, AUDIT, wanted, ENGLISH)

    asked = auditor.asked(company, AUDIT, auditor.questions(company, (), TODAY))

    known = {one.id for one in company.all(AuditCheck)}
    own = [one for one in asked if one.origin is Origin.PROMISE]
    assert own
    assert {one.check.id for one in own} <= known


def test_every_line_that_was_made_says_how_to_look_at_it(company: OpenCompany) -> None:
    wanted = [
        one
        for one in checklist.offers(company, AUDIT, frozenset(), TODAY)
        if one.origin is not Origin.OVERDUE
    ]
    for check in checklist.take(company, AUDIT, wanted, ENGLISH):
        assert checklist.look_of(company, AUDIT, check).best("fa"), check.question

    own = AuditCheck(audit=AUDIT.id, question="My own")
    assert not checklist.look_of(company, AUDIT, own)


def test_a_line_keeps_its_words_when_its_promise_is_renamed(company: OpenCompany) -> None:
    (check,) = [
        one
        for one in checklist.take(
            company, AUDIT, checklist.offers(company, AUDIT, frozenset(), TODAY), ENGLISH
        )
        if one.question.startswith("Where customers see")
    ]
    company.save(dataclasses.replace(PROMISE, text=LocalText(en="Within 30 minutes")))

    kept = company.find(AuditCheck, check.id)

    assert kept == check
    assert "25 minutes" in check.question
    assert "Where customers see" not in {
        one.words(ENGLISH)[:19] for one in checklist.offers(company, AUDIT, frozenset(), TODAY)
    }


def complaints(count: int) -> list[Record]:
    return [Complaint(no=f"{no:02}", received_on=TODAY) for no in range(1, count + 1)]


def test_samples_are_drawn_from_the_records_and_lead_back_to_them(company: OpenCompany) -> None:
    company.save_all(complaints(20))
    (check,) = taken(company, "A7")

    drawn = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, PERSIAN)

    found = fieldwork.sampled(drawn, company, ENGLISH)
    assert len(found) == len({record for _line, record in found}) == 5
    assert all(isinstance(record, Complaint) and line.startswith("شکایات") for line, record in found)
    assert company.find(AuditCheck, check.id) == drawn


def test_a_draw_is_repeated_by_the_same_records_and_others_come_with_the_next(company: OpenCompany) -> None:
    company.save_all(complaints(40))
    (check,) = taken(company, "A7")

    first = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, ENGLISH)
    second = fieldwork.draw(company, AUDIT, first, Draw.COMPLAINTS, ENGLISH)
    repeated = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, ENGLISH)

    assert repeated.samples == first.samples
    assert second.samples != first.samples


def test_every_draw_finds_something_in_the_sample(tmp_path: Path) -> None:
    opened = write_sample(tmp_path / "sample.manshur", "en", TODAY)
    audit = opened.all(Audit)[0]
    check = next(one for one in opened.all(AuditCheck) if one.model == "A1")

    for kind in Draw:
        drawn = fieldwork.draw(opened, audit, check, kind, ENGLISH)
        assert all(record is not None for _line, record in fieldwork.sampled(drawn, opened, PERSIAN)), kind
    opened.close()


def test_where_there_is_nothing_to_pick_nothing_changes(company: OpenCompany) -> None:
    (check,) = taken(company, "A8")

    with pytest.raises(fieldwork.NothingToPick):
        fieldwork.draw(company, AUDIT, check, Draw.BREACHES, ENGLISH)

    assert company.find(AuditCheck, check.id) == check


def test_a_sample_that_is_called_otherwise_now_stays_as_a_text(company: OpenCompany) -> None:
    company.save_all(complaints(1))
    (check,) = taken(company, "A7")
    drawn = fieldwork.draw(company, AUDIT, check, Draw.COMPLAINTS, ENGLISH)
    (one,) = company.all(Complaint)
    company.save(dataclasses.replace(one, no="77"))

    assert fieldwork.sampled(drawn, company, ENGLISH) == (("Complaints: 01", None),)


def test_the_next_line_without_a_result_begins_anew_at_the_end() -> None:
    checks = [AuditCheck(result=result) for result in ("", "yes", "", "no")]

    assert fieldwork.next_unanswered(checks, None) is checks[0]
    assert fieldwork.next_unanswered(checks, checks[0].id) is checks[2]
    assert fieldwork.next_unanswered(checks, checks[2].id) is checks[0]
    assert fieldwork.next_unanswered(checks[1:2], None) is None
    assert fieldwork.progress(checks) == fieldwork.Progress(2, 4)


def found(company: OpenCompany, result: str = "no") -> Finding:
    check = AuditCheck(
        audit=AUDIT.id,
        question="The record of one day",
        promise=PROMISE.id,
        result=result,
        evidence="Nothing was written",
        samples=("Complaints: 01",),
    )
    company.save(check)
    return reporting.make_finding(company, check, ENGLISH)


def test_a_finding_is_prefilled_from_its_line(company: OpenCompany) -> None:
    made = found(company)

    assert made.no == "F-01"
    assert made.grade == Grade.MINOR
    assert made.statement == "Not shown: The record of one day"
    assert made.criterion == "Promise of the charter: “Within 25 minutes”"
    assert made.evidence == "Nothing was written\nComplaints: 01"
    (check,) = company.all(AuditCheck)
    assert made.check == check.id
    assert reporting.make_finding(company, check, ENGLISH) == made
    assert found(company, "partly").no == "F-02"


def test_a_question_of_the_model_is_measured_against_what_it_refers_to(company: OpenCompany) -> None:
    (check,) = taken(company, "A7")

    assert reporting.criterion_of(check, company, ENGLISH).startswith("R-08 ")
    assert reporting.criterion_of(check, company, PERSIAN) != reporting.criterion_of(check, company, ENGLISH)


def test_one_click_opens_the_action_and_one_step_takes_both_back(company: OpenCompany) -> None:
    finding = found(company)
    assert reporting.needs_action(finding, company)

    action = reporting.make_action(company, finding, ENGLISH, TODAY)

    (linked,) = company.all(Finding)
    assert linked.action == action.id
    assert (action.no, action.source, action.promise, action.owner) == (
        "CA-01",
        ActionSource.AUDIT,
        PROMISE.id,
        SARA.id,
    )
    assert action.problem.startswith("Not shown: ")
    assert not reporting.needs_action(linked, company)

    company.undo()
    assert company.all(Action) == ()
    assert company.all(Finding) == (finding,)
    company.redo()
    assert company.all(Action) == (action,)


def test_an_action_that_the_auditor_mode_made_is_linked_and_not_made_twice(company: OpenCompany) -> None:
    check = AuditCheck(audit=AUDIT.id, question="The record", result="no")
    company.save(check)
    asked = auditor.Asked(Origin.EARLIER, check, None)
    action = auditor.make_action(company, AUDIT, asked, ENGLISH, TODAY)

    finding = reporting.make_finding(company, check, ENGLISH)
    linked = reporting.make_action(company, finding, ENGLISH, TODAY)

    assert linked == action
    assert company.all(Action) == (action,)
    assert auditor.corrective_action(company, asked) == action


def test_an_owner_who_left_gets_no_new_action_and_an_old_one_is_told(company: OpenCompany) -> None:
    company.save(dataclasses.replace(SARA, left_on=TODAY - timedelta(days=1)))

    action = reporting.make_action(company, found(company), ENGLISH, TODAY)

    assert action.owner is None
    assert reporting.has_lost_owner(dataclasses.replace(action, owner=SARA.id), company, TODAY)
    assert not reporting.has_lost_owner(
        dataclasses.replace(action, owner=SARA.id, done_on=TODAY), company, TODAY
    )


def test_a_finding_outlives_its_line(company: OpenCompany) -> None:
    finding = found(company)
    company.delete(company.all(AuditCheck))

    action = reporting.make_action(company, finding, ENGLISH, TODAY)

    assert action.promise is None
    assert company.all(Finding)[0].statement == finding.statement


@pytest.mark.parametrize(
    ("changes", "result", "error"),
    [
        ({"audited_on": None}, "yes", reporting.NotDone),
        ({"audited_on": TODAY + timedelta(days=1)}, "yes", reporting.NotDone),
        ({}, "", reporting.Unanswered),
        ({"conclusion": "  "}, "yes", reporting.NoConclusion),
    ],
)
def test_a_report_is_not_signed_before_it_is_whole(
    company: OpenCompany, changes: dict[str, object], result: str, error: type[reporting.SigningRefused]
) -> None:
    audit = dataclasses.replace(AUDIT, **changes)  # type: ignore[arg-type]
    company.save_all([audit, AuditCheck(audit=AUDIT.id, question="One", result=result)])

    with pytest.raises(error) as refused:
        reporting.sign(company, audit, TODAY)

    assert refused.value.sentence(PERSIAN)
    assert company.find(Audit, AUDIT.id) == audit


def test_an_empty_checklist_is_not_signed_and_a_whole_one_is(company: OpenCompany) -> None:
    with pytest.raises(reporting.NoChecklist):
        reporting.sign(company, AUDIT, TODAY)

    company.save(AuditCheck(audit=AUDIT.id, question="One", result="not_looked"))
    assert reporting.sign(company, AUDIT, TODAY).signed_on == TODAY


def test_good_practices_come_into_the_strengths_once(company: OpenCompany) -> None:
    company.save(Finding(audit=AUDIT.id, grade=Grade.GOOD_PRACTICE, statement="All is logged"))

    once = reporting.take_strengths(company, AUDIT)

    assert once.strengths == "All is logged"
    assert reporting.take_strengths(company, once) == once


def test_three_hundred_lines_are_read_and_answered_in_their_order(company: OpenCompany) -> None:
    many = [AuditCheck(audit=AUDIT.id, step="3", order=at, question=f"No. {at}") for at in range(300, 0, -1)]
    company.save_all(many)

    assert [one.order for one in checks_of(company, AUDIT.id)] == list(range(1, 301))
