"""Corrective actions: made from any record, led through their course, undone in one step."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from models.domain.action_states import ActionState, state_of
from models.domain.fields import Record
from models.domain.records.audit import AuditCheck, Finding, ReviewDecision
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.correction import Action, Notice
from models.domain.records.feedback import Survey, Theme
from models.domain.records.operation import Breach, Complaint
from models.domain.records.organisation import GapAnswer
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.action_sources import NoSuchSource, origins_of, started
from models.services.actions import (
    Refused,
    action_from,
    another_like,
    move,
    reopen,
    save_action_field,
)
from models.services.companies import create_company
from models.services.company import OpenCompany
from models.services.editing import ValueRefused
from models.services.notices import notice_offers

TODAY = date(2026, 11, 29)
ENGLISH = load_language("en")
PROMISE = Promise(text=LocalText(en="Ready in 10 minutes"))
SOURCES: tuple[Record, ...] = (
    GapAnswer(question="Q101", score="1"),
    Complaint(no="01", text="Cold soup", promise=PROMISE.id),
    Breach(happened_on=TODAY, promise=PROMISE.id, cause="No courier"),
    Indicator(name=LocalText(en="On time")),
    Survey(no="1", title=LocalText(en="Autumn")),
    Theme(name="Waiting too long"),
    AuditCheck(question="the signed policy"),
    Finding(statement="No list of allergens"),
    ReviewDecision(text="Name a second courier"),
)


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCompany]:
    opened = create_company(Path(tmp_path_factory.mktemp("actions")) / "a.manshur", "tester")
    opened.save_all([PROMISE, *SOURCES])
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _nothing_left(company: OpenCompany) -> Iterator[None]:
    yield
    while company.can_undo and company.all(Action):
        company.undo()


def planned(company: OpenCompany) -> Action:
    owner = Person(name=LocalText(en="Sara"))
    action = dataclasses.replace(
        started(company, TODAY - timedelta(days=80)),
        problem="Late",
        steps=("Second courier",),
        owner=owner.id,
        due=TODAY,
    )
    company.save_all([owner, action])
    return action


@pytest.mark.parametrize("source", SOURCES, ids=lambda one: type(one).__name__)
def test_an_action_comes_from_any_source_once_and_leads_back(company: OpenCompany, source: Record) -> None:
    action = action_from(company, source, ENGLISH, TODAY)
    again = action_from(company, source, ENGLISH, TODAY)

    assert again == action
    assert action.problem
    assert action.source
    assert action.no
    assert action.opened_on == TODAY
    assert [one.id for one in origins_of(action, company)] == [source.id]

    company.undo()
    assert company.all(Action) == ()
    assert company.find(type(source), source.id) == source


def test_nothing_comes_from_other_records(company: OpenCompany) -> None:
    with pytest.raises(NoSuchSource):
        action_from(company, PROMISE, ENGLISH, TODAY)


def test_numbers_follow_and_never_repeat(company: OpenCompany) -> None:
    made = [action_from(company, one, ENGLISH, TODAY).no for one in SOURCES]

    assert made[:2] == ["CA-01", "CA-02"]
    assert len(set(made)) == len(SOURCES)
    assert started(company, TODAY).no not in made


def test_done_proposes_a_check_and_an_effective_check_closes(company: OpenCompany) -> None:
    action = planned(company)

    done = save_action_field(company, action, "done_on", TODAY - timedelta(days=60), TODAY)
    assert done.check_on is not None
    save_action_field(company, done, "checked_on", TODAY, TODAY)
    closed = save_action_field(company, done, "result", "effective", TODAY)

    assert closed.closed_on == TODAY
    assert state_of(closed) is ActionState.CLOSED
    company.undo()
    assert company.find(Action, action.id) == dataclasses.replace(closed, result="", closed_on=None)


def test_a_check_that_is_taken_back_opens_what_it_closed(company: OpenCompany) -> None:
    action = dataclasses.replace(
        planned(company), done_on=TODAY, checked_on=TODAY, result="effective", closed_on=TODAY
    )
    company.save(action)

    after = save_action_field(company, action, "checked_on", None, TODAY)

    assert after.closed_on is None


@pytest.mark.parametrize(
    ("name", "value"),
    [("closed_on", TODAY), ("done_on", TODAY + timedelta(days=1)), ("checked_on", TODAY)],
)
def test_what_cannot_be_is_refused(company: OpenCompany, name: str, value: date) -> None:
    action = planned(company)

    with pytest.raises(ValueRefused):
        save_action_field(company, action, name, value, TODAY)

    assert company.find(Action, action.id) == action


def test_moving_needs_what_is_missing(company: OpenCompany) -> None:
    action = planned(company)

    with pytest.raises(Refused) as refused:
        move(company, action, ActionState.CLOSED, TODAY)

    assert refused.value.lack.field == "done_on"
    assert state_of(move(company, action, ActionState.WAITING, TODAY)) is ActionState.WAITING


def test_opening_again_keeps_what_was(company: OpenCompany) -> None:
    action = dataclasses.replace(
        planned(company),
        done_on=TODAY - timedelta(days=70),
        proof="Photo of the rota",
        check_on=TODAY,
        checked_on=TODAY,
        check_result="Still 9 late",
        result="not_effective",
    )
    company.save(action)
    later = TODAY + timedelta(days=20)

    again = reopen(company, action, "Still late", later, ENGLISH, TODAY)

    assert state_of(again) is ActionState.DOING
    assert again.due_now == later
    assert "Photo of the rota" in again.earlier
    assert "Still 9 late" in again.earlier
    assert again.reopened_on == TODAY
    assert not again.result
    assert again.check_on is None
    company.undo()
    assert company.find(Action, action.id) == action


@pytest.mark.parametrize(
    ("because", "due", "field"),
    [
        (" ", TODAY, "reopened_because"),
        ("Late", None, "new_due"),
        ("Late", TODAY - timedelta(days=1), "new_due"),
    ],
)
def test_opening_again_needs_a_reason_and_a_day_to_come(
    company: OpenCompany, because: str, due: date | None, field: str
) -> None:
    action = dataclasses.replace(planned(company), done_on=TODAY)
    company.save(action)

    with pytest.raises(Refused) as refused:
        reopen(company, action, because, due, ENGLISH, TODAY)

    assert refused.value.lack.field == field
    assert company.find(Action, action.id) == action


def test_a_copy_has_its_own_number_and_course(company: OpenCompany) -> None:
    action = dataclasses.replace(planned(company), done_on=TODAY)
    company.save(action)

    copy = another_like(company, action, TODAY)

    assert copy.no != action.no
    assert (copy.problem, copy.done_on, copy.due) == ("Late", None, None)


def test_closed_actions_of_customers_suggest_lines(company: OpenCompany) -> None:
    action = dataclasses.replace(
        planned(company), source="complaint", done_on=TODAY, checked_on=TODAY, result="effective"
    )
    company.save(action)

    (draft,) = notice_offers(company)

    assert (draft.said.get("en"), draft.did.get("en")) == ("Late", "Second courier.")
    company.save(draft)
    assert notice_offers(company) == ()
    assert company.all(Notice) == (draft,)
    company.delete([draft])
