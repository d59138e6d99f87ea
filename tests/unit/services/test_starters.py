from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from models.domain.ledger import Records
from models.domain.records.audit import Audit
from models.domain.records.charter import CharterText, Indicator, Promise
from models.domain.records.commitment import PolicyStatement, RoleName
from models.domain.records.control import CompanySettings, DocumentControl
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.records.organisation import SECTORS, GapAnswer, GapRound, Organisation
from models.domain.registers import REGISTERS, register, register_of
from models.domain.text import LocalText
from models.domain.validation import problems
from models.localisation.language import load_language
from models.localisation.languages import language_rows
from models.services.model_entries import ENTRIES
from models.services.starters import NoTradeChosen, has_starter, starter

ENGLISH = load_language("en")
TODAY = date(2026, 11, 22)
COMPANY = Organisation(
    id=register("organisation").sheet_id, name=LocalText(fa="توس", en="Toos"), sector="restaurant"
)
STARTED = [one for one in REGISTERS if has_starter(one)]


def started(code: str, *records: object) -> list[object]:
    ledger = Records([COMPANY, *records])  # type: ignore[list-item]
    return list(starter(register(code), ledger, ENGLISH, TODAY))


def test_every_register_with_entries_is_known_to_have_them() -> None:
    assert {one.record for one in STARTED} == set(ENTRIES)


@pytest.mark.parametrize("code", [row.code for row in language_rows()])
@pytest.mark.parametrize("one", STARTED, ids=lambda one: str(one.code))
def test_everything_a_starter_makes_can_be_saved(one: object, code: str) -> None:
    records = starter(one, Records([COMPANY]), load_language(code), TODAY)  # type: ignore[arg-type]
    ledger = Records([COMPANY, *records])

    assert not [
        problem
        for record in records
        for problem in problems(record, ledger).values()
        if problem.is_refusal or "Another record" in problem.sentence.worded(ENGLISH)
    ]


@pytest.mark.parametrize("one", STARTED, ids=lambda one: str(one.code))
def test_nothing_is_made_twice(one: object) -> None:
    ledger = Records([COMPANY])
    first = starter(one, ledger, ENGLISH, TODAY)  # type: ignore[arg-type]

    again = starter(one, Records([COMPANY, *first]), ENGLISH, TODAY)  # type: ignore[arg-type]

    assert again == []


def test_all_questions_go_into_a_first_round() -> None:
    made = started("gap_answer")

    rounds = [one for one in made if isinstance(one, GapRound)]
    answers = [one for one in made if isinstance(one, GapAnswer)]
    assert [one.started_on for one in rounds] == [TODAY]
    assert len(answers) == 52
    assert {one.round for one in answers} == {rounds[0].id}


def test_the_questions_of_a_new_round_are_asked_again() -> None:
    first = started("gap_answer")
    second = GapRound(title="Second", started_on=TODAY)

    made = started("gap_answer", *first, second)

    assert len(made) == 52
    assert all(isinstance(one, GapAnswer) and one.round == second.id for one in made)


def test_a_statement_that_was_deleted_comes_back_alone() -> None:
    statements = started("policy_statement")

    made = started("policy_statement", *statements[1:])

    assert [one.text for one in made if isinstance(one, PolicyStatement)] == [
        statements[0].text  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize("sector", [code for code in SECTORS if code != "other"])
def test_each_trade_has_promises_with_indicators(sector: str) -> None:
    company = dataclasses.replace(COMPANY, sector=sector)

    made = starter(register("promise"), Records([company]), ENGLISH, TODAY)

    promises = [one for one in made if isinstance(one, Promise)]
    assert len(promises) == 5
    assert [one.promise for one in made if isinstance(one, Indicator)] == [one.id for one in promises]


@pytest.mark.parametrize("sector", ["", "other"])
def test_without_a_trade_there_is_no_model(sector: str) -> None:
    company = dataclasses.replace(COMPANY, sector=sector)

    with pytest.raises(NoTradeChosen):
        starter(register("promise"), Records([company]), ENGLISH, TODAY)


def test_an_indicator_is_made_only_for_a_promise_without_one() -> None:
    promises = [one for one in started("promise") if isinstance(one, Promise)]
    measured = Indicator(promise=promises[0].id)

    made = started("indicator", *promises, measured)

    assert [one.promise for one in made if isinstance(one, Indicator)] == [one.id for one in promises[1:]]


def test_three_key_roles_wait_for_people() -> None:
    roles = [one.role for one in started("role")]  # type: ignore[attr-defined]

    assert roles == [RoleName.CHARTER_OWNER, RoleName.COMPLAINT_OFFICER, RoleName.INTERNAL_AUDITOR]


def test_documents_are_numbered_with_the_prefix() -> None:
    settings = CompanySettings(id=register_of(CompanySettings).sheet_id, number_prefix="TOOS")

    made = [one for one in started("document_control", settings) if isinstance(one, DocumentControl)]

    assert [one.number for one in made] == [
        "TOOS-PO-01",
        "TOOS-CH-01",
        "TOOS-RP-01",
        "TOOS-RP-02",
        "TOOS-RP-03",
        "TOOS-PL-01",
    ]


def test_the_model_survey_is_made_with_its_questions() -> None:
    made = started("survey_question")

    survey = next(one for one in made if isinstance(one, Survey))
    questions = [one for one in made if isinstance(one, SurveyQuestion)]
    assert [one.order for one in questions] == list(range(1, 11))
    assert {one.survey for one in questions} == {survey.id}


def test_the_checklist_belongs_to_the_latest_audit() -> None:
    audit = Audit(title="Second audit")

    made = started("audit_check", Audit(title="First audit"), audit)

    assert len(made) == 18
    assert {one.audit for one in made} == {audit.id}  # type: ignore[attr-defined]


def test_a_sheet_keeps_what_was_entered() -> None:
    mine = CharterText(id=register("charter_text").sheet_id, privacy=LocalText(en="We keep nothing."))

    made = started("charter_text", mine)

    assert [one.privacy for one in made if isinstance(one, CharterText)] == [mine.privacy]
    assert "Toos" in made[0].greeting.get("en")  # type: ignore[attr-defined]
