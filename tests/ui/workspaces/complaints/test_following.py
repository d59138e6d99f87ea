"""What follows from a case: what repeats, an action, a broken promise."""

from __future__ import annotations

from models.domain.gates.criterion import Place
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA, settle
from tests.ui.workspaces.complaints.cases import PROMISE, case, with_rule
from tests.ui.workspaces.showing import Opened


def test_the_third_complaint_on_a_promise_proposes_an_action(company: OpenCompany, opened: Opened) -> None:
    with_rule(company)
    company.save_all([case("1", 9, promise=PROMISE.id), case("2", 5, promise=PROMISE.id)])
    work = opened(company, "complaint")
    quiet = work.repeated.text()

    company.save(case("3", promise=PROMISE.id))
    noticed = work.repeated.text()
    work.repeated.button.click()

    [action] = company.all(Action)
    assert quiet == ""
    assert all(no in noticed for no in ("1", "2", "3"))
    assert (action.no, action.source, action.promise, action.owner) == (
        "CA-01",
        "complaint",
        PROMISE.id,
        REZA.id,
    )
    assert "Cold soup 2" in action.problem
    assert {one.action for one in company.all(Complaint)} == {action.id}
    assert work.repeated.text() == ""

    company.undo()
    assert company.all(Action) == ()
    assert {one.action for one in company.all(Complaint)} == {None}


def test_an_action_is_made_from_one_case_and_found_again(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    work = opened(company, "complaint")
    places: list[Place] = []
    work.place_requested.connect(places.append)

    work.page.following.action_button.click()
    settle()
    work.page.following.action_button.click()

    [action] = company.all(Action)
    assert places == [Place("action", action.id)]


def test_a_complaint_becomes_a_broken_promise_in_one_click(company: OpenCompany, opened: Opened) -> None:
    company.save_all([PROMISE, case("1", promise=PROMISE.id, customer_ref="Mrs Amini", assigned=SARA.id)])
    work = opened(company, "complaint")
    places: list[Place] = []
    work.place_requested.connect(places.append)

    work.page.following.breach_button.click()

    [breach] = company.all(Breach)
    [complaint] = company.all(Complaint)
    assert (breach.complaint, breach.promise, breach.customer_ref, breach.remedy, breach.by) == (
        complaint.id,
        PROMISE.id,
        "Mrs Amini",
        "A free dessert",
        SARA.id,
    )
    assert places == [Place("breach", breach.id, "cause")]
    work.page.following.breach_button.click()
    assert len(company.all(Breach)) == 1
