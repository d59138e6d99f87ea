"""The checklist of newcomers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.records.control import Person
from models.domain.records.training import Induction
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import SARA
from tests.ui.workspaces.showing import Opened
from tests.ui.workspaces.training.staff_work import TODAY, press


def test_the_checklist_of_a_newcomer_is_begun_and_ticked(company: OpenCompany, opened: Opened) -> None:
    company.save(Person(id=SARA.id, name=SARA.name, started_on=TODAY))
    work = opened(company, "induction")
    proposed = work.who.editor.value()

    work.begin_button.click()
    press(work.grid, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space)

    [induction] = company.all(Induction)
    assert (proposed, induction.person, induction.points) == (SARA.id, SARA.id, ("IN-1", "IN-2"))
    assert work.grid.cells.rows[0].figure == "2 of 8"


def test_a_whole_row_is_ticked_and_the_list_completed(company: OpenCompany, opened: Opened) -> None:
    company.save(Induction(person=SARA.id, started_on=TODAY))
    work = opened(company, "induction")
    work.grid.setFocus()

    QTest.keyClick(work.grid, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    press(work.grid, Qt.Key.Key_Space)

    assert company.all(Induction)[0].completed_on == TODAY


def test_nobody_chosen_is_told_beside_the_field(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "induction")

    work.begin_button.click()

    assert work.who.problem() == "Choose who has started."


def test_a_note_is_saved_when_it_is_left(company: OpenCompany, opened: Opened) -> None:
    company.save(Induction(person=SARA.id, started_on=TODAY))
    work = opened(company, "induction")
    line = work.fields.row("note").editor.line
    line.setFocus()
    type_text(line, "First shift on Monday")

    press(line, Qt.Key.Key_Tab)

    assert company.all(Induction)[0].note == "First shift on Monday"
