"""Broken promises: totals, remedies, and who may grant them."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from models.domain.gates.criterion import Place
from models.domain.records.charter import Promise
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.records.training import Authority
from models.domain.text import LocalText
from models.services.cases import breach_totals
from models.services.company import OpenCompany
from tests.ui.stage import settle
from tests.ui.workspaces.showing import Opened

TODAY = date.today()
PROMISE = Promise(text=LocalText(en="In 25 minutes"), remedy=LocalText(en="A free dessert"))
WAITER = Person(name=LocalText(en="Ali"), job=LocalText(en="Waiter", fa="میزبان"))
TABLE = Authority(job="میزبان", remedy="A dessert", amount=Decimal(100))


def broken(days_ago: int = 0, **values: Any) -> Breach:
    return Breach(happened_on=TODAY - timedelta(days=days_ago), promise=PROMISE.id, **values)


def reminder(work: Any, name: str) -> str:
    return str(work.view.form.board.rows[name]._below.text())


def test_totals_stand_over_the_list(company: OpenCompany, opened: Opened) -> None:
    other = Promise(text=LocalText(en="Fresh bread"))
    more = Breach(happened_on=TODAY, promise=other.id, cost=Decimal(7))
    company.save_all([PROMISE, other, broken(200, cost=Decimal(5)), broken(cost=Decimal(3)), more])
    work = opened(company, "breach")

    figures = [(one.count, one.cost) for one in breach_totals(company)]
    assert figures == [(2, Decimal(8)), (1, Decimal(7))]
    shown = [label.text() for label in work.totals.figures[:3]]
    assert shown == ["3 times · 15", "2 times · 8", "1 time · 7"]
    company.delete([other])
    assert breach_totals(company)[1].promise is None


def test_the_remedy_of_the_promise_is_offered(company: OpenCompany, opened: Opened) -> None:
    company.save_all([PROMISE, broken()])
    work = opened(company, "breach")
    work.show_place(company.all(Breach)[0].id)
    offered = work.view.offer.text()

    work.view.offer.button.click()
    settle()

    assert "A free dessert" in offered
    assert company.all(Breach)[0].remedy == "A free dessert"
    assert work.view.offer.text() == ""


def test_a_remedy_beyond_the_right_of_a_job_is_told(company: OpenCompany, opened: Opened) -> None:
    company.save_all([PROMISE, WAITER, TABLE, broken(remedy="Two meals", cost=Decimal(101), by=WAITER.id)])
    work = opened(company, "breach")

    work.show_place(company.all(Breach)[0].id, "cost")
    settle()

    assert "up to 100" in reminder(work, "cost")


def test_a_job_that_is_not_in_the_table_is_told(company: OpenCompany, opened: Opened) -> None:
    cook = Person(name=LocalText(en="Nima"), job=LocalText(en="Cook"), left_on=TODAY + timedelta(days=9))
    company.save_all([PROMISE, cook, TABLE, broken(remedy="A dessert", by=cook.id)])
    work = opened(company, "breach")

    work.show_place(company.all(Breach)[0].id, "by")
    settle()

    assert "no right" in reminder(work, "by")


def test_the_third_time_proposes_an_action(company: OpenCompany, opened: Opened) -> None:
    company.save_all([PROMISE, broken(9, cause="Late"), broken(5), broken(1)])
    work = opened(company, "breach")
    noticed = work.repeated.text()

    work.repeated.button.click()

    [action] = company.all(Action)
    assert "3 times" in noticed
    assert (action.source, action.promise) == ("breach", PROMISE.id)
    assert "Late" in action.problem
    assert {one.action for one in company.all(Breach)} == {action.id}


def test_a_case_leads_to_its_complaint_and_its_action(company: OpenCompany, opened: Opened) -> None:
    complaint = Complaint(no="1", received_on=TODAY)
    company.save_all([PROMISE, complaint, broken(complaint=complaint.id)])
    work = opened(company, "breach")
    places: list[Place] = []
    work.place_requested.connect(places.append)
    work.show_place(company.all(Breach)[0].id)

    work.view.complaint_button.click()
    work.view.action_button.click()
    settle()
    work.view.action_button.click()

    [action] = company.all(Action)
    assert places == [Place("complaint", complaint.id), Place("action", action.id)]
