"""The list of cases: order, filters, search, table."""

from __future__ import annotations

from datetime import timedelta
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.complaints import Stage, State
from models.domain.ids import RecordId
from models.domain.records.operation import Complaint
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import settle
from tests.ui.workspaces.complaints.cases import TODAY, case, write
from tests.ui.workspaces.showing import Opened
from ui import language
from ui.workspaces.complaints.case_model import ALL, OVERDUE
from ui.workspaces.complaints.workspace import CASES, TABLE


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


def test_undoing_a_new_case_shows_another(company: OpenCompany, opened: Opened) -> None:
    company.save(case("1"))
    work = opened(company, "complaint")
    work.add()
    write(work.page, "text", "Cold soup")

    company.undo()
    settle()

    assert work.page.case.no == "1"
    assert RecordId(work.page.case.id) == company.all(Complaint)[0].id
