"""Findings, their actions and the signed report."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from models.domain.records.audit import Audit, AuditCheck, Finding, Grade
from models.domain.records.correction import Action, ActionSource
from models.services import auditor
from models.services.auditing import reporting
from models.services.auditing.questions import Origin
from models.services.company import OpenCompany
from tests.unit.services.auditing.autumn import AUDIT, ENGLISH, PERSIAN, PROMISE, SARA, TODAY, taken


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
