"""The matrix of what each job has to know, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.gates.criterion import Place
from models.domain.records.training import TrainingSession
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.training.needs import needs
from tests.e2e.driver import type_text
from tests.ui.workspaces.showing import Opened, heard
from tests.ui.workspaces.training.staff_work import fill, press, titles
from ui import language


def test_the_matrix_shows_every_state_of_the_sample(sample: OpenCompany, opened: Opened) -> None:
    grid = opened(sample, "skill_need").grid
    found = needs(sample)

    assert titles(grid) == (list(found.jobs), list(found.skills))
    assert [
        grid.cells.value(row, column) for row in range(len(found.jobs)) for column in range(len(found.skills))
    ] == [found.state(job, skill) for job in found.jobs for skill in found.skills]


@pytest.mark.parametrize(("code", "have", "need"), [("en", "h", "n"), ("fa", "د", "ن")])
def test_states_are_typed_in_either_language(
    company: OpenCompany, opened: Opened, code: str, have: str, need: str
) -> None:
    language.set_current(load_language(code))
    fill(company, ("Waiter", "Promises", ""), ("Waiter", "Allergens", ""))
    grid = opened(company, "skill_need").grid
    grid.setFocus()

    type_text(grid, have)
    press(grid, Qt.Key.Key_Left if grid.isRightToLeft() else Qt.Key.Key_Right)
    type_text(grid, need)

    found = needs(company)
    assert (found.state("Waiter", "Promises"), found.state("Waiter", "Allergens")) == ("have", "need")


def test_undo_takes_a_filled_block_back(company: OpenCompany, opened: Opened) -> None:
    fill(company, ("Waiter", "Promises", "have"), ("Cook", "Promises", "na"))
    grid = opened(company, "skill_need").grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    type_text(grid, "n")
    filled = len(needs(company).open)

    company.undo()

    assert (filled, needs(company).open) == (2, ())
    assert [grid.cells.value(row, 0) for row in (0, 1)] == ["have", "na"]


def test_a_matrix_begins_with_a_skill_and_a_job(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "skill_need")
    empty = work.pages.currentWidget() is work.empty
    QTest.mouseClick(work.empty.action, Qt.MouseButton.LeftButton)

    for line, name in ((work.skill_line.line, "Promises"), (work.job_line.line, "Waiter")):
        type_text(line, name)
        press(line, Qt.Key.Key_Return)

    assert empty
    assert work.pages.currentWidget() is work.grid
    assert titles(work.grid) == (["Waiter"], ["Promises"])


def test_the_model_fills_an_empty_matrix(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "skill_need")

    work.empty.example.click()

    assert titles(work.grid)[0] == ["All staff"]
    assert len(titles(work.grid)[1]) == 5


def test_a_name_that_is_there_is_told_beside_the_field_and_stays(
    company: OpenCompany, opened: Opened
) -> None:
    fill(company, ("Waiter", "Promises", "have"))
    line = opened(company, "skill_need").skill_line

    type_text(line.line, "promises")
    press(line.line, Qt.Key.Key_Return)

    assert "is in the matrix already" in line.problem()
    assert line.line.text() == "promises"


def test_a_skill_is_renamed_in_its_line(company: OpenCompany, opened: Opened) -> None:
    fill(company, ("Waiter", "Promisses", "have"))
    work = opened(company, "skill_need")
    work.rename("skill", "Promisses")

    type_text(work.skill_line.line, "Promises")
    press(work.skill_line.line, Qt.Key.Key_Return)

    assert titles(work.grid)[1] == ["Promises"]
    assert work.skill_line.line.placeholderText() == "Add a skill"


def test_a_removed_job_can_be_brought_back(company: OpenCompany, opened: Opened) -> None:
    fill(company, ("Waiter", "Promises", "have"), ("Cook", "Promises", "need"))
    work = opened(company, "skill_need")
    news = heard(work)

    work.remove("job", "Cook")
    left = titles(work.grid)[0]
    company.undo()

    assert (left, titles(work.grid)[0]) == (["Waiter"], ["Waiter", "Cook"])
    assert news[0].can_undo


def test_a_key_without_a_meaning_names_the_keys_that_have_one(company: OpenCompany, opened: Opened) -> None:
    fill(company, ("Waiter", "Promises", "have"))
    work = opened(company, "skill_need")

    type_text(work.grid, "q")

    assert "Press one of these: H, N" in work.notice.text()


def test_the_menu_plans_a_session_about_the_skill(company: OpenCompany, opened: Opened) -> None:
    fill(company, ("Waiter", "Promises", "need"))
    work = opened(company, "skill_need")
    work.grid.setFocus()
    places: list[Place] = []
    work.place_requested.connect(places.append)

    menu = work.menu()
    menu.actions()[0].trigger()

    [session] = company.all(TrainingSession)
    assert session.topic == "Promises"
    assert places == [Place("training_session", session.id, "held_on")]


def test_a_large_matrix_takes_an_entry_without_delay(company: OpenCompany, opened: Opened) -> None:
    fill(company, *((f"Job {job}", f"Skill {skill}", "need") for job in range(300) for skill in range(30)))
    work = opened(company, "skill_need")
    work.grid.choose("Job 299", "Skill 29")

    type_text(work.grid, "h")

    assert needs(company).state("Job 299", "Skill 29") == "have"
    assert work.grid.current_cell() == ("Job 299", "Skill 29")
