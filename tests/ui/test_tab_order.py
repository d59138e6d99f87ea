"""The order of the Tab key: that of reading, whenever a widget was made."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.widgets.tab_order import first_stop, go_on, next_stop

pytestmark = pytest.mark.usefixtures("english_window")


class Board(QWidget):
    """Two columns: fields in the first, a stack and a late field in the second."""

    def __init__(self) -> None:
        super().__init__()
        self.leading, self.trailing = QVBoxLayout(), QVBoxLayout()
        row = QHBoxLayout(self)
        row.addLayout(self.leading)
        row.addLayout(self.trailing)
        self.first, self.hidden, self.second = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.first, self.hidden, self.second):
            self.leading.addWidget(field)
        self.hidden.hide()
        self.front, self.behind = QLineEdit(), QLineEdit()
        stack = QStackedWidget()
        for field in (self.front, self.behind):
            stack.addWidget(field)
        self.trailing.addWidget(stack)
        self.late = QLineEdit()
        self.leading.insertWidget(1, self.late)

    def focusNextPrevChild(self, is_onwards: bool) -> bool:
        return bool(go_on(self, is_onwards=is_onwards))


@pytest.fixture
def board(qtbot: QtBot) -> Board:
    board = Board()
    qtbot.addWidget(board)
    board.show()
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    return board


def walk(start: QWidget, key: Qt.Key, times: int) -> list[QWidget | None]:
    start.setFocus()
    passed: list[QWidget | None] = []
    for _time in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        passed.append(QApplication.focusWidget())
    return passed


def test_what_was_made_late_has_its_turn_where_it_stands(board: Board) -> None:
    assert walk(board.first, Qt.Key.Key_Tab, 4) == [board.late, board.second, board.front, board.first]


def test_back_is_the_same_way(board: Board) -> None:
    assert walk(board.first, Qt.Key.Key_Backtab, 4) == [board.front, board.second, board.late, board.first]


def test_a_grid_is_read_line_by_line(qtbot: QtBot) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    grid = QGridLayout(board)
    fields = {name: QLineEdit() for name in "dcba"}
    for at, name in enumerate("abcd"):
        grid.addWidget(fields[name], at // 2, at % 2)
    board.show()

    order = [next_stop(board, fields[name], is_onwards=True) for name in "abcd"]

    assert order == [fields[name] for name in "bcda"]


def test_where_nothing_takes_the_focus_there_is_no_stop(qtbot: QtBot) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    QVBoxLayout(board).addWidget(QWidget())
    board.show()

    assert first_stop(board) is None
    assert next_stop(board, board, is_onwards=True) is None
    assert next_stop(board, board, is_onwards=False) is None


# Where this goes wrong the interpreter itself ends, so that it runs in one of its own.
_COMING_AND_GOING = """
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from ui.widgets.row_button import RowButton
from ui.widgets.tab_order import next_stop

application = QApplication([])
board = QWidget()
column = QVBoxLayout(board)
board.show()
rows = []
for _time in range(150):
    for row in rows:
        row.deleteLater()
    rows = [RowButton("Name", "Detail", "add", board) for _row in range(4)]
    for row in rows:
        column.addWidget(row)
    application.processEvents()
    for row in rows:
        assert next_stop(board, row, is_onwards=True) is not None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
print("still here")
"""


def test_rows_that_come_and_go_while_the_key_is_pressed_do_no_harm() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _COMING_AND_GOING], capture_output=True, text=True, check=False
    )

    assert (ran.returncode, ran.stdout.strip()) == (0, "still here"), ran.stderr
