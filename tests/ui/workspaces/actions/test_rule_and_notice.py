"""The rule with its cases, and the notice with its suggestions."""

from __future__ import annotations

from datetime import date

from models.domain.gates.criterion import Place
from models.domain.records.correction import Action, Notice
from models.domain.records.operation import Complaint
from models.services.company import OpenCompany
from tests.ui.stage import settle
from tests.ui.workspaces.actions.conftest import Build

TODAY = date.today()


def test_a_case_makes_its_action_and_leaves_the_list(company: OpenCompany, build: Build) -> None:
    complaint = Complaint(no="01", severity="high", text="Walnuts in the cake")
    company.save(complaint)
    workspace = build(company, "action_rule")
    places: list[Place] = []
    workspace.place_requested.connect(places.append)

    (row,) = workspace.cases.rows
    row.button.click()
    settle()

    (made,) = company.all(Action)
    saved = company.find(Complaint, complaint.id)
    assert saved is not None
    assert saved.action == made.id
    assert places == [Place("action", made.id, "owner")]
    assert workspace.cases.rows == []
    company.undo()
    settle()
    assert len(workspace.cases.rows) == 1


def test_a_suggestion_becomes_a_line(company: OpenCompany, build: Build) -> None:
    company.save(
        Action(
            no="CA-01",
            source="complaint",
            problem="Waiting too long",
            steps=("Second grill",),
            done_on=TODAY,
            checked_on=TODAY,
            result="effective",
        )
    )
    workspace = build(company, "notice")

    workspace.offers.rows[0].button.click()
    settle()

    (line,) = company.all(Notice)
    assert (line.said.get("en"), line.did.get("en")) == ("Waiting too long", "Second grill.")
    assert workspace.lines.is_form_open
    assert workspace.offers.rows == []


def test_the_notice_leads_to_its_sheet(sample: OpenCompany, build: Build) -> None:
    workspace = build(sample, "notice")
    places: list[Place] = []
    workspace.place_requested.connect(places.append)

    workspace.print_button.click()

    assert places == [Place("issue", content="R-10")]


def test_a_locked_company_offers_nothing(locked: OpenCompany, build: Build) -> None:
    assert build(locked, "notice").offers.rows == []
