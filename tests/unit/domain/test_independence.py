"""Nobody audits their own work, and which step is audited when."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from typing import Any

import pytest

from models.domain.audit_programme import (
    AuditState,
    checks_of,
    findings_in_order,
    last_audited,
    of_the_year,
    state_of,
    unanswered,
)
from models.domain.consistency.contradictions import contradictions
from models.domain.fields import Record
from models.domain.independence import conflict, dependent_steps, own_work, statement
from models.domain.ledger import Records
from models.domain.records.audit import Audit, AuditCheck, Finding, Grade, Review
from models.domain.records.charter import Indicator, Procedure, Promise
from models.domain.records.choices import STEPS
from models.domain.records.commitment import Role, RoleName
from models.domain.records.control import Person, TaskState
from models.domain.records.correction import Action
from models.domain.records.feedback import Survey
from models.domain.records.operation import Complaint
from models.domain.records.training import TrainingSession
from models.domain.text import LocalText
from models.domain.validation import problems
from models.localisation.language import load_language
from models.localisation.text import without_isolates

TODAY = date(2026, 11, 22)
ENGLISH, PERSIAN = load_language("en"), load_language("fa")
SARA = Person(name=LocalText(en="Sara", fa="سارا"))
REZA = Person(name=LocalText(en="Reza", fa="رضا"))
PROMISE = Promise(text=LocalText(en="Within 25 minutes"), owner=SARA.id)


def audit(*steps: str, **more: Any) -> Audit:
    return Audit(title="Autumn", auditor=SARA.id, steps=steps or tuple(STEPS), **more)


def ledger(*records: Record) -> Records:
    return Records([SARA, REZA, *records])


@pytest.mark.parametrize(
    ("record", "step"),
    [
        (TaskState(task="S3-T4", owner=SARA.id), "3"),
        (Role(role=RoleName.COMPLAINT_OFFICER, person=SARA.id), "5"),
        (Role(role=RoleName.TRAINER, person=REZA.id, deputy=SARA.id), "4"),
        (PROMISE, "3"),
        (Indicator(name=LocalText(en="Serving time"), owner=SARA.id), "6"),
        (TrainingSession(topic="Remedies", trainer=SARA.id), "4"),
        (Survey(no="S-1", owner=SARA.id), "6"),
        (Complaint(no="07", assigned=SARA.id), "5"),
        (Action(no="CA-1", owner=SARA.id), "7"),
        (Action(no="CA-1", leader=SARA.id), "7"),
    ],
    ids=lambda one: type(one).__name__ if isinstance(one, Record) else str(one),
)
def test_own_work_counts_in_its_step_and_in_no_other(record: Record, step: str) -> None:
    others = [one for one in STEPS if one not in dependent_steps(audit(), ledger(record))]

    assert [one.record for one in own_work(audit(step), ledger(record))] == [record]
    assert own_work(audit(*others), ledger(record)) == ()


@pytest.mark.parametrize(
    "record",
    [
        Role(role=RoleName.INTERNAL_AUDITOR, person=SARA.id),
        TaskState(task="S8-T3", owner=SARA.id),
        Complaint(no="07", assigned=SARA.id, cancelled_because="Twice"),
        Complaint(no="08", assigned=REZA.id),
        Action(no="CA-1", owner=REZA.id, team=(SARA.id,)),
    ],
    ids=lambda one: type(one).__name__,
)
def test_auditing_itself_and_the_work_of_others_are_no_own_work(record: Record) -> None:
    assert own_work(audit(), ledger(record)) == ()


def test_the_charter_owner_and_the_deputy_depend_in_every_step() -> None:
    owner = Role(role=RoleName.CHARTER_OWNER, person=REZA.id, deputy=SARA.id)

    assert dependent_steps(audit("1", "6"), ledger(owner)) == {"1", "6"}


def test_a_procedure_belongs_to_who_owns_its_promise() -> None:
    procedure = Procedure(promise=PROMISE.id, steps=("Ask",))

    assert [one.record for one in own_work(audit("3"), ledger(PROMISE, procedure))] == [PROMISE, procedure]


def test_the_sentence_names_the_work_and_counts_the_rest() -> None:
    complaints = [Complaint(no=f"{no:02}", assigned=SARA.id) for no in range(1, 6)]

    sentence = conflict(audit("5"), ledger(*complaints))

    assert sentence is not None
    assert without_isolates(sentence.worded(ENGLISH)) == (
        "Sara would judge their own work here: the complaint 01; the complaint 02; the complaint 03; "
        "2 other matters."
    )
    assert "شکایت ۰۱" in without_isolates(sentence.worded(PERSIAN))


def test_a_statement_is_offered_only_where_it_is_true() -> None:
    clean, own = ledger(), ledger(PROMISE)

    assert statement(audit("3"), clean) is not None
    assert statement(audit("3"), own) is None
    assert statement(audit("4"), own) is not None
    assert statement(Audit(steps=("3",)), clean) is None
    assert statement(audit("3"), Records([REZA])) is None


def test_own_work_is_said_beside_the_auditor() -> None:
    found = problems(audit("3", planned_on=TODAY), ledger(PROMISE))

    assert "own work" in found["auditor"].sentence.worded(ENGLISH)
    assert not found["auditor"].is_refusal


def test_the_auditor_is_not_among_the_people_audited() -> None:
    assert "auditees" in dict(contradictions(audit(auditees=(REZA.id, SARA.id)), ledger()))
    assert "auditees" not in dict(contradictions(audit(auditees=(REZA.id,)), ledger()))


def test_a_day_to_come_is_no_day_of_an_audit_done() -> None:
    ahead = audit(audited_on=TODAY + timedelta(days=1))

    assert "audited_on" in dict(contradictions(ahead, ledger(), TODAY))
    assert "audited_on" not in dict(contradictions(ahead, ledger(), TODAY + timedelta(days=1)))
    assert state_of(ahead, TODAY) is AuditState.PLANNED


def test_an_audit_may_be_done_before_its_planned_day() -> None:
    early = audit(planned_on=TODAY, audited_on=TODAY - timedelta(days=3))

    assert dict(contradictions(early, ledger(), TODAY)) == {}
    assert state_of(early, TODAY) is AuditState.DONE


def test_signing_reminds_of_lines_without_a_result() -> None:
    signed = audit(audited_on=TODAY, signed_on=TODAY)
    checks = [AuditCheck(audit=signed.id, result=result) for result in ("yes", "", "not_looked", "")]

    said = dict(contradictions(signed, ledger(*checks), TODAY))["signed_on"]

    assert said.worded(ENGLISH) == "2 lines of the checklist have no result yet."
    assert "signed_on" not in dict(
        contradictions(dataclasses.replace(signed, signed_on=None), ledger(*checks))
    )


def test_a_review_before_the_first_audit_is_told() -> None:
    done = audit(audited_on=TODAY)

    early = dict(contradictions(Review(held_on=TODAY - timedelta(days=1)), ledger(done)))
    later = dict(contradictions(Review(held_on=TODAY), ledger(done)))

    assert "held_on" in early
    assert "held_on" not in later
    assert "held_on" in dict(contradictions(Review(held_on=TODAY), ledger()))


def test_the_year_knows_when_each_step_was_audited_last() -> None:
    old = audit("1", "2", audited_on=TODAY - timedelta(days=400))
    new = audit("2", audited_on=TODAY - timedelta(days=30))
    ahead = audit("3", planned_on=TODAY + timedelta(days=30))

    last = last_audited([ahead, new, old], TODAY)

    assert (last["1"], last["2"], last["3"]) == (old.audited_on, new.audited_on, None)
    assert of_the_year([ahead, new, old], TODAY) == [new, ahead]


def test_an_audit_whose_day_passed_is_late() -> None:
    assert state_of(audit(planned_on=TODAY - timedelta(days=1)), TODAY) is AuditState.LATE
    assert state_of(audit(audited_on=TODAY, signed_on=TODAY), TODAY) is AuditState.SIGNED


def test_lines_stand_by_step_and_number_and_those_of_no_step_last() -> None:
    own = audit()
    rows = [
        AuditCheck(audit=own.id, question="none"),
        AuditCheck(audit=own.id, step="5", order=2, question="b"),
        AuditCheck(audit=own.id, step="5", order=1, question="a"),
        AuditCheck(audit=own.id, step="2", order=9, question="c", result="yes"),
        AuditCheck(question="of no audit"),
    ]

    found = checks_of(Records(rows), own.id)

    assert [one.question for one in found] == ["c", "a", "b", "none"]
    assert [one.question for one in unanswered(found)] == ["a", "b", "none"]


def test_open_findings_come_first_and_the_weightiest_before_the_others() -> None:
    grades = (Grade.OBSERVATION, Grade.MAJOR, Grade.MINOR, Grade.MAJOR)
    found = [Finding(no=f"F-{at}", grade=grade) for at, grade in enumerate(grades)]

    ordered = findings_in_order(found, [found[1].id])

    assert [one.no for one in ordered] == ["F-3", "F-2", "F-0", "F-1"]
