"""A case from receipt to closing, the list of cases, and what repeats."""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.complaints import Stage, State
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.charter import ComplaintRule, Promise
from models.domain.records.commitment import Role, RoleName
from models.domain.records.control import CompanySettings, Person
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.domain.workdays import workdays_of
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import REZA, SARA, settle
from tests.ui.workspaces.showing import Opened
from ui import language
from ui.registers.news import News
from ui.workspaces.complaints.case_model import ALL, OVERDUE
from ui.workspaces.complaints.workspace import CASES, TABLE

TODAY = date.today()
PROMISE = Promise(
    text=LocalText(fa="غذا در ۲۵ دقیقه می‌رسد", en="Your meal comes in 25 minutes"),
    remedy=LocalText(fa="یک دسر رایگان", en="A free dessert"),
    owner=REZA.id,
)


def with_rule(company: OpenCompany, **values: object) -> None:
    days = {"acknowledge_days": 1, "answer_days": 3, "appeal_days": 5, **values}
    company.save_all(
        [
            ComplaintRule(id=register_of(ComplaintRule).sheet_id, **days),  # type: ignore[arg-type]
            Role(role=RoleName.COMPLAINT_OFFICER, person=SARA.id),
            Role(role=RoleName.TOP_MANAGER, person=REZA.id),
            PROMISE,
        ]
    )


def case(no: str, days_ago: int = 0, **values: Any) -> Complaint:
    received = TODAY - timedelta(days=days_ago)
    return Complaint(no=no, received_on=received, channel="phone", text=f"Cold soup {no}", **values)


def heard(workspace: Any) -> list[News]:
    news: list[News] = []
    workspace.told.connect(news.append)
    return news


def write(page: Any, name: str, value: Any) -> None:
    """Enter a value into a field of a case as if the user had left the field."""
    card = next(one for one in page.stages.values() if name in one.names)
    editor = card.fields.row(name).editor
    editor.set_value(value)
    editor.edited.emit()


def said(page: Any, name: str) -> str:
    card = next(one for one in page.stages.values() if name in one.names)
    return str(card.fields.row(name)._below.text())


# One case


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


# The list


def test_the_most_urgent_case_stands_first_and_is_shown(sample: OpenCompany, opened: Opened) -> None:
    work = opened(sample, "complaint")
    work.side.cases.finish()

    states = [work.side.cases.line(row).chip for row in range(work.side.cases.rowCount())]
    assert work.page.case.no == work.side.cases.case_at(0).no
    assert "over" in states[0]
    assert sum(work.side.cases.numbers[key] for key in State) == work.side.cases.numbers[ALL] == 14


def test_filters_and_search_narrow_the_list(company: OpenCompany, opened: Opened) -> None:
    late = case("3", 30, due=TODAY - timedelta(days=20), customer_ref="Mrs Amini")
    company.save_all([case("1"), case("2", closed_on=TODAY), late])
    work = opened(company, "complaint")

    work.side.chips[OVERDUE].click()
    work.side.cases.finish()
    overdue = [one.no for one in work.side.cases.cases()]
    work.side.show_all()
    type_text(work.side.search, "amini")
    QTest.keyClick(work.side.search, Qt.Key.Key_Return)
    work.side.cases.finish()
    found = [one.no for one in work.side.cases.cases()]
    work.side.search.setText("nobody")
    QTest.keyClick(work.side.search, Qt.Key.Key_Return)
    work.side.cases.finish()

    assert (overdue, found) == (["3"], ["3"])
    assert work.side.nothing.isVisible()


def test_the_case_shown_stays_when_the_order_changes(company: OpenCompany, opened: Opened) -> None:
    company.save_all([case("1", due=TODAY), case("2", due=TODAY + timedelta(days=9))])
    work = opened(company, "complaint")
    first = work.page.case.no

    write(work.page, "due", TODAY + timedelta(days=20))
    settle()
    work.side.cases.finish()

    assert (first, work.page.case.no) == ("1", "1")
    assert work.side.cases.case_at(work.side.list.currentIndex().row()).no == "1"


def test_the_table_is_the_other_way_to_look(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    work = opened(company, "complaint")

    work.modes.buttons[TABLE].click()
    is_table = work.view.isVisible()
    work.show_place(company.all(Complaint)[0].id, "decision")

    assert is_table
    assert work.modes.current() == CASES
    assert work.page.stages[Stage.DECIDED].fields.focused_field() == "decision"


def test_ten_thousand_cases_stay_quick(company: OpenCompany, opened: Opened) -> None:
    many = [
        case(str(no), no % 400, due=TODAY - timedelta(no % 90), closed_on=TODAY if no % 9 else None)
        for no in range(10_000)
    ]
    company.import_all(many)
    work = opened(company, "complaint")
    work.side.cases.finish()

    start = perf_counter()
    work.side.list.grab()
    work.page.confirm_button.click()
    took = perf_counter() - start

    assert work.side.cases.rowCount() == 10_000
    assert took < 1.0


def test_a_reader_changes_nothing(locked: OpenCompany, opened: Opened) -> None:
    work = opened(locked, "complaint")

    work.add()

    assert not work.side.add_button.isVisible()
    assert not work.page.close_button.isVisible()
    assert work.page.case.no


@pytest.mark.parametrize("code", ["fa", "en"])
def test_everything_is_said_in_the_language(sample: OpenCompany, opened: Opened, code: str) -> None:
    work = opened(sample, "complaint")

    language.set_current(load_language(code))
    work.retranslate()
    work.side.cases.finish()

    assert work.page.title.text().startswith("Complaint" if code == "en" else "شکایت")
    assert ("working day" in work.side.cases.line(0).chip) is (code == "en")


# What repeats


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


def test_undoing_a_new_case_shows_another(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    work = opened(company, "complaint")
    work.add()
    write(work.page, "text", "Cold soup")

    company.undo()
    settle()

    assert work.page.case.no == "1"
    assert RecordId(work.page.case.id) == company.all(Complaint)[0].id
