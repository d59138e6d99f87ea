"""The checklist made of a company's own records."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from decimal import Decimal

import pytest

from models.content.improvement import audit_model
from models.domain.audit_programme import checks_of
from models.domain.ledger import Ledger, Records
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import TaskState
from models.domain.records.feedback import IndicatorValue
from models.domain.records.organisation import GapAnswer
from models.domain.text import LocalText
from models.services import auditor
from models.services.auditing import checklist
from models.services.auditing.questions import Origin
from models.services.company import OpenCompany
from models.services.sample.records import sample_records
from tests.unit.services.auditing.autumn import AUDIT, ENGLISH, EVERYTHING, PERSIAN, PROMISE, TODAY, taken


@pytest.fixture(scope="module")
def restaurant() -> Records:
    return Records(sample_records("en", TODAY))


def offered(ledger: Ledger, audit: Audit = EVERYTHING) -> list[str]:
    return [one.key for one in checklist.offers(ledger, audit, frozenset(), TODAY)]


def kinds(ledger: Ledger, audit: Audit = EVERYTHING) -> list[str]:
    return [key.partition(":")[0] for key in offered(ledger, audit)]


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


def test_three_hundred_lines_are_read_and_answered_in_their_order(company: OpenCompany) -> None:
    many = [AuditCheck(audit=AUDIT.id, step="3", order=at, question=f"No. {at}") for at in range(300, 0, -1)]
    company.save_all(many)

    assert [one.order for one in checks_of(company, AUDIT.id)] == list(range(1, 301))
