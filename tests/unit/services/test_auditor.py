"""What an auditor would ask, and how the answers are kept."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from models.content.guidance import guidance
from models.content.improvement import audit_model
from models.domain.health import findings
from models.domain.ledger import Ledger, Records
from models.domain.names import name_of
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Promise
from models.domain.records.control import TaskState
from models.domain.records.correction import Action, ActionSource
from models.domain.records.operation import Complaint
from models.domain.registers import register
from models.domain.text import LocalText
from models.domain.validation import problems
from models.localisation.language import load_language
from models.services import auditor
from models.services.auditing.checklist import removed
from models.services.auditing.questions import Origin, Question
from models.services.auditor import Asked
from models.services.auditor_samples import _SAMPLES, samples
from models.services.company import OpenCompany
from models.services.sample.records import sample_records

TODAY = date(2026, 11, 22)
ENGLISH, PERSIAN = load_language("en"), load_language("fa")


def drawn(ledger: Ledger) -> tuple[Question, ...]:
    return auditor.questions(ledger, findings(ledger, guidance(), TODAY), TODAY)


@pytest.fixture(scope="module")
def restaurant() -> Records:
    return Records(sample_records("en", TODAY))


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([Promise(text=LocalText(en="Within 25 minutes")), TaskState(task="S1-T1", due=TODAY)])
    return company


@pytest.fixture
def audit() -> Audit:
    return auditor.rehearsal(ENGLISH, TODAY)


def first(company: OpenCompany, audit: Audit, origin: Origin = Origin.PROMISE) -> Asked:
    wanted = auditor.asked(company, audit, drawn(company))
    return next(one for one in wanted if one.origin is origin)


def test_every_question_of_the_model_says_what_to_look_at() -> None:
    assert set(_SAMPLES) == {one.id for one in audit_model().checklist}


def test_the_sample_company_is_asked_about_everything(restaurant: Records) -> None:
    assert {one.origin for one in drawn(restaurant)} == set(Origin) - {Origin.EARLIER}


def test_the_same_day_asks_the_same(restaurant: Records) -> None:
    assert drawn(restaurant) == drawn(restaurant)


def test_no_two_questions_are_of_one_matter(restaurant: Records) -> None:
    for ledger in (restaurant, Records()):
        keys = [one.key for one in drawn(ledger)]
        assert len(keys) == len(set(keys))


def test_every_sample_stands_at_a_place_that_exists(restaurant: Records) -> None:
    for question in drawn(restaurant):
        for one in question.samples:
            own = register(one.place.register)
            assert one.place.record is None or own.is_sheet or restaurant.find(own.record, one.place.record)


def test_five_complaints_are_drawn_and_cancelled_ones_are_not(restaurant: Records) -> None:
    many = [Complaint(no=str(no), cancelled_because="Twice" if no % 2 else "") for no in range(20)]

    found = samples("A7", Records(many), TODAY)

    assert len(found) == 5
    assert all(isinstance(one, Complaint) and not one.cancelled_because for one in found)


def test_an_empty_company_is_asked_the_questions_of_the_model() -> None:
    assert {one.origin for one in drawn(Records())} == {Origin.OVERDUE, Origin.MODEL}


def test_what_is_overdue_is_asked_about(company: OpenCompany) -> None:
    company.save(TaskState(task="S1-T2", due=TODAY - timedelta(days=9)))

    words = [one.words(ENGLISH) for one in auditor.asked(company, Audit(title="A"), drawn(company))]

    assert any(text.startswith("What you have done about this: The task") for text in words)


@pytest.mark.parametrize("language", [ENGLISH, PERSIAN], ids=["en", "fa"])
def test_questions_are_worded_in_both_languages(restaurant: Records, audit: Audit, language: object) -> None:
    for one in auditor.asked(restaurant, audit, drawn(restaurant)):
        assert one.words(language).strip()  # type: ignore[arg-type]


def test_the_first_answer_saves_the_audit_too_in_one_step(company: OpenCompany, audit: Audit) -> None:
    auditor.answer(company, audit, first(company, audit), ENGLISH, evidence="Mina knew it", result="yes")

    (check,) = company.all(AuditCheck)
    assert (check.audit, check.evidence, check.result) == (audit.id, "Mina knew it", "yes")
    assert company.all(Audit) == (audit,)
    assert problems(check, company) == {}

    company.undo()
    assert not company.all(Audit)
    assert not company.all(AuditCheck)


def test_a_stored_question_has_no_marks_of_the_screen(company: OpenCompany, audit: Audit) -> None:
    auditor.answer(company, audit, first(company, audit), ENGLISH, result="no")

    (check,) = company.all(AuditCheck)
    assert check.question == (
        "Somebody at work who can say the promise “Within 25 minutes”, and what follows if it is not kept"
    )


def test_an_answer_is_found_again_in_another_language(company: OpenCompany, audit: Audit) -> None:
    auditor.answer(company, audit, first(company, audit), PERSIAN, result="partly")

    again = first(company, audit)

    assert again.check.result == "partly"
    assert again.words(ENGLISH).startswith("Somebody")


def test_a_check_of_the_model_that_is_there_already_is_answered(company: OpenCompany, audit: Audit) -> None:
    present = AuditCheck(audit=audit.id, question="The scope", model="A2")
    company.save_all([audit, present])
    one = next(one for one in auditor.asked(company, audit, drawn(company)) if one.check.model == "A2")

    auditor.answer(company, audit, one, ENGLISH, result="yes")

    assert company.all(AuditCheck) == (dataclasses.replace(present, result="yes"),)


def test_what_was_deleted_on_purpose_is_not_asked_again(company: OpenCompany, audit: Audit) -> None:
    one = first(company, audit)
    auditor.answer(company, audit, one, ENGLISH, result="yes")
    company.delete([company.all(AuditCheck)[0]])

    again = auditor.asked(company, audit, drawn(company), removed(company))

    assert one.check.id not in {other.check.id for other in again}


def test_an_action_that_lies_in_the_bin_comes_back(company: OpenCompany, audit: Audit) -> None:
    one = first(company, audit)
    action = auditor.make_action(company, audit, one, ENGLISH, TODAY)
    company.delete([action])

    assert auditor.make_action(company, audit, one, ENGLISH, TODAY) == action
    assert company.all(Action) == (action,)


def test_what_was_asked_on_an_earlier_day_stays(company: OpenCompany, audit: Audit) -> None:
    auditor.answer(company, audit, first(company, audit), ENGLISH, result="yes")
    (promise,) = company.all(Promise)
    company.delete([promise])

    kept = first(company, audit, Origin.EARLIER)

    assert kept.check.result == "yes"
    assert "Within 25 minutes" in kept.words(PERSIAN)


def test_another_audit_starts_without_answers(company: OpenCompany, audit: Audit) -> None:
    auditor.answer(company, audit, first(company, audit), ENGLISH, result="yes")

    assert first(company, auditor.rehearsal(ENGLISH, TODAY)).check.result == ""


def test_one_action_is_made_of_a_question(company: OpenCompany, audit: Audit) -> None:
    one = first(company, audit)
    auditor.answer(company, audit, one, ENGLISH, evidence="Nobody knew it", result="no")

    action = auditor.make_action(company, audit, one, ENGLISH, TODAY)
    again = auditor.make_action(company, audit, one, ENGLISH, TODAY)

    assert company.all(Action) == (action,)
    assert again == action == auditor.corrective_action(company, one)
    assert (action.source, action.opened_on) == (ActionSource.AUDIT, TODAY)
    assert action.problem.startswith("Not shown in “Rehearsal of 2026-11-22”: Somebody at work")
    assert action.problem.endswith("\nNobody knew it")
    assert name_of(action, company)
