"""The results of tests: typed, judged, refused."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from models.domain.records.training import TestResult, TrainingRule
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import REZA, SARA
from tests.ui.workspaces.showing import Opened
from tests.ui.workspaces.training.staff_work import HELD, TODAY, press
from ui import language


def test_results_are_typed_downwards(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "test_result")
    work.add_button.click()

    type_text(work.grid, "5۷")

    best = {one.person: one.score for one in company.all(TestResult)}
    assert best == {REZA.id: 5, SARA.id: 7}
    assert [work.grid.cells.value(row, 1) for row in (0, 1)] == ["repeat", "passed"]
    assert work.hint.text() == "1 person has to repeat the test."


def test_a_score_above_the_maximum_is_told_and_not_kept(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "test_result")
    work.add_button.click()

    type_text(work.grid, "9")

    assert "Write a number from 0 to 8." in work.hint.text()
    assert company.all(TestResult) == ()


def test_a_day_before_the_first_session_is_told_beside_the_field(
    company: OpenCompany, opened: Opened
) -> None:
    company.save(HELD)
    work = opened(company, "test_result")
    line = work.day.editor.line
    line.setFocus()
    line.selectAll()
    type_text(line, language.current().date(TODAY - timedelta(days=50)))

    press(line, Qt.Key.Key_Tab)

    assert "The first session was on" in work.day.editor.accessibleDescription()


def test_without_a_day_no_column_is_added(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "test_result")
    line = work.day.editor.line
    line.setFocus()
    line.selectAll()
    press(line, Qt.Key.Key_Delete)

    work.add_button.click()

    assert work.day.problem() == "Enter the day of the test."
    assert work.grid.cells.columnCount() == 0


def test_another_pass_mark_judges_anew(company: OpenCompany, opened: Opened) -> None:
    company.save(TestResult(person=SARA.id, taken_on=TODAY, score=5))
    work = opened(company, "test_result")
    before = work.grid.cells.value(1, 1)

    company.save(TrainingRule(id=company.sheet(TrainingRule).id, pass_mark=5))

    assert (before, work.grid.cells.value(1, 1)) == ("repeat", "passed")
