"""The workspaces of the training, by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.domain.gates.criterion import Place
from models.domain.records.control import Person
from models.domain.records.training import (
    Attendance,
    EffectCheck,
    Induction,
    SkillNeed,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.domain.text import LocalText
from models.domain.training import staff
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.training.needs import needs
from tests.documents.readers import pdfium
from tests.e2e.driver import type_text
from tests.e2e.program import is_at_work, wait_until
from tests.ui.stage import REZA, SARA, settle
from tests.ui.workspaces.showing import Opened
from ui import language
from ui.panels.documents import work as document_work
from ui.registers.news import News
from ui.widgets.matrix import MatrixGrid

TODAY = date.today()
TABS = ("skill_need", "training_session", "attendance", "test_result", "effect_check", "induction")
HELD = TrainingSession(topic="Promises", held_on=TODAY - timedelta(days=40), minutes=60, is_held=True)


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def fill(company: OpenCompany, *cells: tuple[str, str, str]) -> None:
    company.save_all(SkillNeed(job=job, skill=skill, state=state) for job, skill, state in cells)


def titles(grid: MatrixGrid) -> tuple[list[str], list[str]]:
    return [head.title for head in grid.cells.rows], [head.title for head in grid.cells.columns]


def heard(workspace: Any) -> list[News]:
    news: list[News] = []
    workspace.told.connect(news.append)
    return news


# The matrix of needs


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


# Sessions


def test_a_session_is_made_from_an_open_need_in_one_click(company: OpenCompany, opened: Opened) -> None:
    waiter = LocalText(en="Waiter")
    company.save(Person(id=SARA.id, name=SARA.name, job=waiter))
    fill(company, ("Waiter", "Promises", "need"))
    work = opened(company, "training_session")

    work.open_needs.rows[0].button.click()

    [session] = company.all(TrainingSession)
    assert session.topic == "Promises"
    assert [one.person for one in company.all(Attendance)] == [SARA.id]
    assert work.view.is_form_open
    assert work.view.form.record == session


def test_what_is_overdue_stands_first_among_the_next_sessions(company: OpenCompany, opened: Opened) -> None:
    late = TrainingSession(topic="Late", held_on=TODAY - timedelta(days=3))
    company.save_all([TrainingSession(topic="Later", held_on=TODAY + timedelta(days=9)), late, HELD])

    rows = opened(company, "training_session").next.rows

    assert [row.thing.title for row in rows] == ["Late", "Later"]
    assert "Overdue since" in rows[0].thing.detail


@pytest.mark.parametrize("code", ["fa", "en"])
@pytest.mark.parametrize("which", ["slides", "quiz"])
def test_slides_and_quiz_are_saved_in_the_language_of_the_window(
    sample: OpenCompany,
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    which: str,
) -> None:
    language.set_current(load_language(code))
    monkeypatch.setattr(document_work, "ask_for_target", lambda _parent, name: tmp_path / name)
    work = opened(sample, "training_session")
    news = heard(work)

    getattr(work.material, which).click()
    wait_until(lambda: news, "nothing was saved")
    wait_until(lambda: not is_at_work(), "the program never came to rest")

    [file] = tmp_path.glob(f"*_{which}_{code}.pdf")
    assert ("منشور" if code == "fa" else "charter") in pdfium(file.read_bytes()).casefold()


# Attendance


def test_people_are_ticked_by_letters_and_one_key(company: OpenCompany, opened: Opened) -> None:
    company.save(HELD)
    grid = opened(company, "attendance").grid
    grid.setFocus()

    type_text(grid, "sar")
    grid.forget_typed()
    type_text(grid, "2")

    assert [(one.person, one.attended, one.signed) for one in company.all(Attendance)] == [
        (SARA.id, True, True)
    ]


@pytest.mark.parametrize(("code", "key"), [("fa", "۱"), ("en", "1")])
def test_keys_are_digits_of_any_shape(company: OpenCompany, opened: Opened, code: str, key: str) -> None:
    language.set_current(load_language(code))
    company.save(HELD)
    grid = opened(company, "attendance").grid
    grid.setFocus()

    type_text(grid, key)

    assert [one.attended for one in company.all(Attendance)] == [True]


def test_everybody_is_ticked_at_once_and_undone_at_once(company: OpenCompany, opened: Opened) -> None:
    company.save(HELD)
    work = opened(company, "attendance")

    work.all_came.click()
    came = len(company.all(Attendance))
    company.undo()

    assert (came, company.all(Attendance)) == (2, ())


def test_whoever_is_absent_stays_absent_when_everybody_else_came(
    company: OpenCompany, opened: Opened
) -> None:
    company.save_all([HELD, Attendance(session=HELD.id, person=SARA.id)])
    work = opened(company, "attendance")

    work.all_came.click()
    work.all_signed.click()

    assert {one.person: (one.attended, one.signed) for one in company.all(Attendance)} == {
        SARA.id: (False, False),
        REZA.id: (True, True),
    }


def test_a_held_session_without_anybody_says_so(company: OpenCompany, opened: Opened) -> None:
    company.save(HELD)
    work = opened(company, "attendance")
    before = work.hint.text()

    work.all_came.click()

    assert (before, work.hint.text()) == ("Nobody is entered as present at this session.", "")


def test_two_people_of_one_name_are_told_apart_by_their_jobs(company: OpenCompany, opened: Opened) -> None:
    twin = Person(name=SARA.name, job=LocalText(en="Cook"))
    company.save_all([HELD, twin, Person(id=SARA.id, name=SARA.name, job=LocalText(en="Waiter"))])
    grid = opened(company, "attendance").grid

    grid.choose(twin.id, HELD.id)
    type_text(grid, "1")

    assert [one.person for one in company.all(Attendance)] == [twin.id]
    assert sorted(head.note for head in grid.cells.rows if head.title == "Sara Nouri") == ["Cook", "Waiter"]


def test_a_person_in_the_bin_takes_nothing_along(company: OpenCompany, opened: Opened) -> None:
    company.save_all([HELD, Attendance(session=HELD.id, person=SARA.id, attended=True)])
    work = opened(company, "attendance")

    company.delete([SARA])
    gone = titles(work.grid)[0]
    company.undo()

    assert (gone, titles(work.grid)[0]) == (["Reza Tavakoli"], ["Reza Tavakoli", "Sara Nouri"])
    assert work.grid.cells.value(1, 0) == "came"


def test_without_a_session_one_is_planned_first(company: OpenCompany, opened: Opened) -> None:
    work = opened(company, "attendance")

    work.empty.action.click()

    assert work.page_of_test.work.tabs.current() == "training_session"


def test_the_sheet_of_one_session_is_saved(
    sample: OpenCompany, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_work, "ask_for_target", lambda _parent, name: tmp_path / name)
    work = opened(sample, "attendance")
    news = heard(work)
    session = work.chosen()

    work.sheet.click()
    wait_until(lambda: news, "nothing was saved")
    wait_until(lambda: not is_at_work(), "the program never came to rest")

    [file] = tmp_path.glob("*.pdf")
    words = pdfium(file.read_bytes())
    assert session.topic.split(",")[0] in words
    assert "Handling a complaint" not in words


# Test results


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


# Effectiveness


def test_whoever_was_trained_is_proposed_to_be_watched(company: OpenCompany, opened: Opened) -> None:
    company.save_all([HELD, Attendance(session=HELD.id, person=SARA.id, attended=True)])
    work = opened(company, "effect_check")
    [row] = work.due.rows

    row.button.click()
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    type_text(focus, "Offered the remedy")
    work.commit()

    assert "Overdue since" in row.thing.detail
    [check] = company.all(EffectCheck)
    assert (check.person, check.observed_on, check.result) == (SARA.id, TODAY, "Offered the remedy")
    assert work.due.rows == []


# Induction


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


# All of them


@pytest.mark.parametrize("code", ["fa", "en"])
@pytest.mark.parametrize("key", TABS)
def test_a_company_for_reading_only_offers_nothing_to_change(
    locked: OpenCompany, opened: Opened, key: str, code: str
) -> None:
    language.set_current(load_language(code))
    work = opened(locked, key)
    grid = getattr(work, "grid", None)
    if grid is not None:
        grid.setFocus()
        type_text(grid, "1h")
        press(grid, Qt.Key.Key_Space, Qt.Key.Key_Delete)
    hidden = ("skill_line", "job_line", "all_came", "all_signed", "day", "add_button", "who", "begin_button")

    assert [name for name in hidden if hasattr(work, name) and getattr(work, name).isVisible()] == []
    assert not locked.can_undo


@pytest.mark.parametrize("key", TABS)
def test_another_language_words_everything_again(sample: OpenCompany, opened: Opened, key: str) -> None:
    work = opened(sample, key)

    language.set_current(load_language("fa"))
    settle()

    captions = [figure.accessibleName() for figure in work.figures.figures]
    assert any("آموزش‌دیده" in caption for caption in captions)
    assert work.isRightToLeft()


@pytest.mark.parametrize("key", TABS)
def test_a_hidden_workspace_catches_up_when_it_is_shown(
    company: OpenCompany, opened: Opened, key: str
) -> None:
    work = opened(company, key)
    work.page_of_test.work.show_tab("authority")

    fill(company, ("Waiter", "Promises", "need"))
    work.page_of_test.work.show_tab(key)

    assert work.figures.figures[3].accessibleName().startswith("1")


def test_the_figures_are_those_of_the_staff(sample: OpenCompany, opened: Opened) -> None:
    work = opened(sample, "skill_need")

    told = work.figures.figures[0].accessibleName()

    count = len(staff(work.facts()))
    assert told == f"{count} of {count} trained"


@pytest.mark.parametrize(
    ("record", "key"),
    [(SkillNeed, "skill_need"), (Attendance, "attendance"), (TestResult, "test_result")],
)
def test_a_jump_goes_to_the_cell_of_a_record(
    sample: OpenCompany, opened: Opened, record: Any, key: str
) -> None:
    work = opened(sample, key)
    wanted: Sequence[Any] = sample.all(record)
    one = wanted[len(wanted) // 2]

    work.show_place(one.id)

    row, column = work.grid.current_cell()
    expected = {
        "skill_need": lambda: (one.job, one.skill),
        "attendance": lambda: (one.person, one.session),
        "test_result": lambda: (one.person, one.taken_on.isoformat()),
    }[key]()
    assert (row, column) == expected
    assert QApplication.focusWidget() is work.grid


def test_a_large_matrix_takes_an_entry_without_delay(company: OpenCompany, opened: Opened) -> None:
    fill(company, *((f"Job {job}", f"Skill {skill}", "need") for job in range(300) for skill in range(30)))
    work = opened(company, "skill_need")
    work.grid.choose("Job 299", "Skill 29")

    type_text(work.grid, "h")

    assert needs(company).state("Job 299", "Skill 29") == "have"
    assert work.grid.current_cell() == ("Job 299", "Skill 29")
