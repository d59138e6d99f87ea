"""A document's life: draft, approved, issued, changed, issued again."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from models.documents.blocks import State
from models.domain.numbering import control_of, next_revision
from models.domain.records.control import Issue, Person
from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.services import documents
from models.services.companies import open_company, verify_company
from models.services.company import OpenCompany
from models.services.issuing import (
    AlreadyIssued,
    NoApprover,
    NotApproved,
    ReasonNeeded,
    approve,
    changes_since_issue,
    issue,
    reprint,
)

TODAY = date(2026, 11, 22)
MANAGER = Person(name=LocalText(fa="حسن رضوی", en="Hassan Razavi"))
PARTY = Party(name=LocalText(fa="مشتریان", en="Customers"), needs=LocalText(fa="غذای گرم", en="Hot food"))


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([MANAGER, PARTY])
    return company


@pytest.fixture
def issued(company: OpenCompany) -> OpenCompany:
    approve(company, "R-01", MANAGER.id, TODAY)
    issue(company, "R-01", MANAGER.id, TODAY)
    return company


def state(company: OpenCompany) -> State:
    return documents.standing(company, "R-01").state


def test_a_document_begins_as_a_draft(company: OpenCompany) -> None:
    assert state(company) is State.DRAFT


def test_only_an_approved_document_is_issued(company: OpenCompany) -> None:
    with pytest.raises(NotApproved):
        issue(company, "R-01", MANAGER.id, TODAY)


def test_somebody_has_to_approve(company: OpenCompany) -> None:
    with pytest.raises(NoApprover):
        approve(company, "R-01", None, TODAY)


def test_approving_with_open_points_asks_for_a_reason(company: OpenCompany) -> None:
    with pytest.raises(ReasonNeeded):
        approve(company, "D1", MANAGER.id, TODAY, "  ")

    approve(company, "D1", MANAGER.id, TODAY, "The policy is needed for the launch.")

    assert documents.standing(company, "D1").state is State.APPROVED


def test_issuing_freezes_every_language(issued: OpenCompany) -> None:
    assert state(issued) is State.ISSUED
    assert sorted(one.language for one in issued.all(Issue)) == ["en", "fa"]
    control = control_of(issued, "R-01")
    assert control is not None
    assert (control.revision, control.issue_date, control.next_review) == ("00", TODAY, date(2027, 11, 22))


def test_an_issue_is_reprinted_byte_for_byte_after_a_restart(issued: OpenCompany) -> None:
    before = {one.language: reprint(issued, one) for one in issued.all(Issue)}
    issued.save(dataclasses.replace(PARTY, needs=LocalText(fa="غذای سرد", en="Cold food")))
    issued.close()

    again = open_company(issued.path)

    assert {one.language: reprint(again, one) for one in again.all(Issue)} == before
    again.close()
    assert verify_company(issued.path) == []


def test_nothing_new_is_not_issued_twice(issued: OpenCompany) -> None:
    with pytest.raises(AlreadyIssued):
        issue(issued, "R-01", MANAGER.id, TODAY)


def test_a_later_change_makes_the_next_draft(issued: OpenCompany) -> None:
    issued.save(dataclasses.replace(PARTY, needs=LocalText(fa="غذای گرم و سالم", en="Hot, safe food")))

    where = documents.standing(issued, "R-01")

    assert where.state is State.DRAFT
    assert where.control.revision == "01"
    assert where.control.approved_by is None


def test_taking_the_change_back_brings_the_issue_back(issued: OpenCompany) -> None:
    issued.save(dataclasses.replace(PARTY, needs=LocalText(fa="غذای گرم و سالم", en="Hot, safe food")))

    issued.undo()

    assert state(issued) is State.ISSUED


def test_what_changed_is_told_in_words(issued: OpenCompany) -> None:
    issued.save(dataclasses.replace(PARTY, needs=LocalText(fa="غذای گرم و سالم", en="Hot, safe food")))

    (difference,) = changes_since_issue(issued, "R-01", "en")

    assert "Hot food" in difference.before
    assert "Hot, safe food" in difference.after


def test_the_next_revision_is_issued_beside_the_first(issued: OpenCompany) -> None:
    issued.save(dataclasses.replace(PARTY, needs=LocalText(fa="غذای گرم و سالم", en="Hot, safe food")))
    approve(issued, "R-01", MANAGER.id, date(2026, 12, 1))

    issue(issued, "R-01", MANAGER.id, date(2026, 12, 2))

    assert state(issued) is State.ISSUED
    assert sorted({one.revision for one in issued.all(Issue)}) == ["00", "01"]


def test_time_alone_changes_no_issued_document(issued: OpenCompany) -> None:
    words = documents.words(
        issued, "R-01", "en", documents.standing(issued, "R-01").control, date(2030, 1, 1)
    )

    assert words == issued.all(Issue)[0].words or words == issued.all(Issue)[1].words


@pytest.mark.parametrize(("revision", "later"), [("00", "01"), ("09", "10"), ("A", "A.1"), ("A.1", "A.2")])
def test_revisions_count_on(revision: str, later: str) -> None:
    assert next_revision(revision) == later
