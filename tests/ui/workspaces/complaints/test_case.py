"""A case from receipt to closing, and what is refused on the way."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.complaints import Stage, State
from models.domain.gates.criterion import Place
from models.domain.records.control import CompanySettings, Person
from models.domain.records.operation import Complaint
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.domain.workdays import workdays_of
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA, settle
from tests.ui.workspaces.complaints.cases import PROMISE, TODAY, case, said, with_rule, write
from tests.ui.workspaces.showing import Opened, heard


def test_a_new_complaint_has_number_day_owner_and_due_dates(company: OpenCompany, opened: Opened) -> None:
    with_rule(company)
    company.save(case("007", 10, closed_on=TODAY))
    work = opened(company, "complaint")

    work.show_place()
    QTest.keyClick(work.side.list, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    before = len(company.all(Complaint))
    write(work.page, "text", "The soup was cold.")

    [saved] = [one for one in company.all(Complaint) if one.text == "The soup was cold."]
    days = workdays_of(company)
    assert before == 1
    assert (saved.no, saved.received_on, saved.assigned) == ("008", TODAY, SARA.id)
    assert (saved.acknowledge_by, saved.due) == (days.after(TODAY, 1), days.after(TODAY, 3))


def test_the_first_complaint_is_begun_from_the_empty_page(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "complaint")

    work.empty.action.click()
    write(work.page, "text", "Cold soup")

    assert [one.no for one in company.all(Complaint)] == ["001"]
    assert work.page.rule_notice.text() != ""


def test_without_a_rule_the_way_to_it_is_shown(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    work = opened(company, "complaint")
    places: list[Place] = []
    work.place_requested.connect(places.append)

    work.page.rule_notice.button.click()

    assert places == [Place("complaint_rule", field="acknowledge_days")]


def test_a_case_goes_from_receipt_to_closing_and_back(company: OpenCompany, opened: Opened) -> None:
    with_rule(company)
    begun = case("1", severity="medium", assigned=SARA.id)
    company.save(begun)
    work = opened(company, "complaint")
    page, news = work.page, heard(work)

    page.confirm_button.click()
    write(page, "findings", "The oven was broken.")
    write(page, "decision", "Apologize and repay.")
    page.answer_button.click()
    page.appeal_button.click()
    write(page, "appeal_decision", "Repay all of it.")
    page.second_button.click()
    write(page, "satisfied", "yes")
    page.close_button.click()

    [closed] = company.all(Complaint)
    assert (closed.acknowledged_on, closed.answered_on, closed.appeal_answered_on, closed.closed_on) == (
        TODAY,
        TODAY,
        TODAY,
        TODAY,
    )
    assert closed.appeal_by == REZA.id
    assert closed.appeal_due == workdays_of(company).after(TODAY, 5)
    assert all(one.can_undo for one in news)
    for _step in range(9):
        company.undo()
    settle()
    assert company.all(Complaint) == (begun,)
    assert page.confirm_button.isVisible()


def test_closing_says_beside_the_fields_what_is_missing(company: OpenCompany, opened: Opened) -> None:
    with_rule(company)
    company.save(case("1", severity="high"))
    page = opened(company, "complaint").page

    page.close_button.click()
    missing = {name: said(page, name) for name in ("acknowledged_on", "findings", "decision", "satisfied")}
    write(page, "findings", "The oven was broken.")

    assert all(missing.values())
    assert "told the customer" in missing["acknowledged_on"]
    assert said(page, "findings") == ""
    assert company.all(Complaint)[0].closed_on is None


def test_an_answer_needs_a_decision(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1", acknowledged_on=TODAY))
    page = opened(company, "complaint").page

    page.answer_button.click()

    assert company.all(Complaint)[0].answered_on is None
    assert "what was decided" in said(page, "decision")
    assert page.stages[Stage.DECIDED].is_open


def test_a_clock_that_was_set_back_confirms_nothing(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1", -3))
    page = opened(company, "complaint").page

    page.confirm_button.click()

    assert company.all(Complaint)[0].acknowledged_on is None
    assert "clock" in said(page, "received_on")


def test_a_due_date_before_receipt_is_told(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    page = opened(company, "complaint").page
    page.show_field("due")

    write(page, "due", TODAY - timedelta(days=5))

    assert company.all(Complaint)[0].due == TODAY - timedelta(days=5)
    assert "Received on" in said(page, "due")


def test_the_due_date_says_where_it_comes_from(company: OpenCompany, opened: Opened) -> None:
    with_rule(company)
    company.save(CompanySettings(id=register_of(CompanySettings).sheet_id, days_off=("4",)))
    work = opened(company, "complaint")
    work.add()
    write(work.page, "text", "Cold soup")

    work.page.show_field("due")
    by_rule = said(work.page, "due")
    write(work.page, "due", TODAY + timedelta(days=60))
    work.page.refresh()

    assert by_rule == "3 working days after receipt. Friday is off."
    assert "By the rule" in said(work.page, "due")


def test_an_owner_who_left_is_told(company: OpenCompany, opened: Opened) -> None:
    gone = Person(name=LocalText(en="Nima"), left_on=TODAY - timedelta(days=1))
    company.save_all([gone, case("1", assigned=gone.id)])
    page = opened(company, "complaint").page

    page.show_field("assigned")

    assert "not here any more" in said(page, "assigned")


def test_a_promise_that_was_deleted_loses_nothing(company: OpenCompany, opened: Opened) -> None:
    company.save_all([PROMISE, case("1", promise=PROMISE.id)])
    company.delete([PROMISE])
    page = opened(company, "complaint").page

    page.show_field("promise")
    page.commit()

    assert company.all(Complaint)[0].promise == PROMISE.id


def test_a_case_that_is_begun_and_left_leaves_nothing_behind(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    work = opened(company, "complaint")

    work.add()
    QTest.keyClick(work.page, Qt.Key.Key_Escape)

    assert len(company.all(Complaint)) == 1
    assert work.page.case.no == "1"


def test_a_cancelled_case_keeps_its_reason_and_stays(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    work = opened(company, "complaint")

    work.page.show_field("cancelled_because")
    write(work.page, "cancelled_because", "Entered twice")
    settle()
    work.side.cases.finish()

    assert work.side.cases.numbers[State.CANCELLED] == 1
    assert not work.page.close_button.isVisible()
