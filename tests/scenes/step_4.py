"""The training at work."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.e2e.program import Program
from tests.scenes.scene import Scene
from tests.scenes.showing import workspace
from ui.workspaces.training.needs import NeedsWorkspace
from ui.workspaces.training.results import ResultsWorkspace


def trainings(_program: Program) -> Iterator[Scene]:
    """Return what happens in the workspaces of the training while somebody works there."""
    yield Scene("training_block", choose_block)
    yield Scene("training_menu", open_matrix_menu)
    yield Scene("training_refused", press_wrong_key)
    yield Scene("training_test_day", add_test_day)


def choose_block(program: Program) -> None:
    """Choose some cells of the training matrix."""
    grid = workspace(program, 4, "skill_need", NeedsWorkspace).grid
    grid.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(grid, key, Qt.KeyboardModifier.ShiftModifier)


def open_matrix_menu(program: Program) -> None:
    """Open the menu of a cell of the training matrix."""
    grid = workspace(program, 4, "skill_need", NeedsWorkspace).grid
    grid.setFocus()
    grid.menu_requested.emit(grid.viewport().mapToGlobal(grid.visualRect(grid.currentIndex()).center()))


def press_wrong_key(program: Program) -> None:
    """Press a key that sets nothing in the training matrix."""
    grid = workspace(program, 4, "skill_need", NeedsWorkspace).grid
    grid.setFocus()
    QTest.keyClicks(grid, "q")


def add_test_day(program: Program) -> None:
    """Add a day to the results of the test."""
    workspace(program, 4, "test_result", ResultsWorkspace).add_button.click()
