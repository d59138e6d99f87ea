"""Open answers sorted by theme, found by words, themes merged and removed, in the real page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from models.domain.records.feedback import Theme, ThemeMark
from models.services.company import OpenCompany
from models.services.survey.themes import add_theme
from tests.ui.stage import settle
from tests.ui.workspaces.analysis.forty_sheets import SHEETS, SURVEY
from tests.ui.workspaces.showing import Opened
from ui.workspaces.analysis.sorted_answers import UNTAGGED
from ui.workspaces.analysis.themes import LIST, ThemesWorkspace


@pytest.fixture
def workspace(answered: OpenCompany, opened: Opened) -> ThemesWorkspace:
    add_theme(answered, SURVEY.id, "Speed")
    add_theme(answered, SURVEY.id, "Parking")
    body = opened(answered, "theme")
    assert isinstance(body, ThemesWorkspace)
    return body


def marks(company: OpenCompany) -> set[tuple[str, int]]:
    names = {theme.id: theme.name for theme in company.all(Theme)}
    numbers = {sheet.id: sheet.no for sheet in SHEETS}
    return {(names[mark.theme], numbers[mark.answer]) for mark in company.all(ThemeMark)}  # type: ignore[misc,index]


def texts(workspace: ThemesWorkspace) -> list[str]:
    keys = workspace.table.keys()
    return [workspace.table.cell(key, 1) for key in keys]


def test_a_digit_of_any_script_marks_the_answer_and_takes_the_mark_away(
    answered: OpenCompany, workspace: ThemesWorkspace
) -> None:
    QTest.keyClicks(workspace.table, "1")
    assert marks(answered) == {("Speed", 1)}
    assert workspace.table.cell(workspace.table.keys()[0], 2) == "\u2068Speed\u2069"
    workspace.take_key(_typed("۲"))
    assert marks(answered) == {("Speed", 1), ("Parking", 1)}
    QTest.keyClicks(workspace.table, "1")
    assert marks(answered) == {("Parking", 1)}


def _typed(text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)


def test_numbers_of_people_are_hidden(workspace: ThemesWorkspace) -> None:
    assert texts(workspace) == ["Serve faster, call •••", "The parking is small", "Serve faster please"]


def test_a_word_leaves_the_answers_that_have_it(workspace: ThemesWorkspace) -> None:
    chip = next(chip for chip in workspace.words.chips if "faster" in chip.text())
    chip.click()
    settle()
    assert texts(workspace) == ["Serve faster, call •••", "Serve faster please"]


def test_answers_without_a_theme_stand_first_when_they_are_put_in_order(
    workspace: ThemesWorkspace,
) -> None:
    QTest.keyClicks(workspace.table, "1")
    assert texts(workspace)[0] == "Serve faster, call •••"
    workspace._begin_anew()
    assert texts(workspace)[-1] == "Serve faster, call •••"


def test_an_answer_stays_while_it_is_sorted_and_its_words_leave_those_without_a_theme(
    workspace: ThemesWorkspace,
) -> None:
    workspace.filter.set_value(UNTAGGED)
    workspace._begin_anew()
    before = [word.shown for word in workspace.sorted.words if word.answers > 1]

    QTest.keyClicks(workspace.table, "1")

    assert texts(workspace)[0] == "Serve faster, call •••"
    assert before
    assert all(word.answers == 1 for word in workspace.sorted.words)


def test_marks_taken_over_one_by_one_come_to_what_a_reading_finds(
    answered: OpenCompany, workspace: ThemesWorkspace
) -> None:
    QTest.keyClicks(workspace.table, "12")
    workspace.table.choose(workspace.table.keys()[1])
    QTest.keyClicks(workspace.table, "2")
    answered.undo()
    taken_over = dict(workspace.sorted.answers), +workspace.sorted.counts, workspace.sorted.untagged

    workspace.refresh()

    assert (workspace.sorted.answers, +workspace.sorted.counts, workspace.sorted.untagged) == taken_over


def test_merged_themes_keep_every_mark_once_and_one_step_takes_it_back(
    answered: OpenCompany, workspace: ThemesWorkspace
) -> None:
    QTest.keyClicks(workspace.table, "12")
    workspace.table.choose(workspace.table.keys()[2])
    QTest.keyClicks(workspace.table, "1")
    speed, parking = answered.all(Theme)
    workspace.themes.merging.emit(speed, parking.id)
    assert marks(answered) == {("Parking", 1), ("Parking", 3)}
    answered.undo()
    assert marks(answered) == {("Speed", 1), ("Parking", 1), ("Speed", 3)}


def test_a_removed_theme_takes_its_marks_along_and_comes_back_with_them(
    answered: OpenCompany, workspace: ThemesWorkspace
) -> None:
    QTest.keyClicks(workspace.table, "1")
    workspace.themes.removing.emit(answered.all(Theme)[0])
    assert (len(answered.all(Theme)), len(answered.all(ThemeMark))) == (1, 0)
    answered.undo()
    assert marks(answered) == {("Speed", 1)}


def test_a_name_that_is_there_is_refused_and_stays_typed(
    answered: OpenCompany, workspace: ThemesWorkspace
) -> None:
    workspace.themes.adding.line.setText("  SPEED ")
    QTest.keyClick(workspace.themes.adding.line, Qt.Key.Key_Return)
    assert workspace.themes.adding.problem()
    assert workspace.themes.adding.line.text() == "  SPEED "
    assert len(answered.all(Theme)) == 2


def test_a_theme_is_renamed_in_the_line_below(answered: OpenCompany, workspace: ThemesWorkspace) -> None:
    workspace.themes.lines[0].renaming.emit(answered.all(Theme)[0])
    workspace.themes.adding.line.setText("Waiting")
    QTest.keyClick(workspace.themes.adding.line, Qt.Key.Key_Return)
    assert [theme.name for theme in answered.all(Theme)] == ["Waiting", "Parking"]


def test_the_marks_have_the_same_work_and_their_register(answered: OpenCompany, opened: Opened) -> None:
    body = opened(answered, "theme_mark")
    assert isinstance(body, ThemesWorkspace)
    body.show_mode(LIST)
    assert body._stack.currentWidget() is body.view
