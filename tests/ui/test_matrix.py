"""The grid of a matrix, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.theme import Tone
from ui.widgets.matrix import Cell, Head, MatrixGrid, State

STATES = (
    State("have", "Has it", "hد", "check", "", Tone.GOOD),
    State("need", "Needs it", "nن", "circle-dot", "", Tone.LATE),
    State("na", "Not applicable", "-", "minus", "", Tone.QUIET),
    State("shown", "Only shown"),
)
ROWS = [Head("waiter", "Waiter", "Sara"), Head("cook", "Cook"), Head("rider", "Delivery rider")]
COLUMNS = [Head("promises", "Names the promises", figure="2 open"), Head("allergens", "Allergens")]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

pytestmark = pytest.mark.usefixtures("english_window")


class Board:
    """A grid whose owner keeps what the user enters."""

    def __init__(self, grid: MatrixGrid) -> None:
        self.grid = grid
        self.values: dict[Cell, str] = {}
        self.refused: list[str] = []
        self.edits = 0
        grid.changed.connect(self._keep)
        grid.refused.connect(self.refused.append)
        grid.set_states(STATES)
        self.show()

    def show(self, locked: frozenset[Cell] = frozenset()) -> None:
        self.grid.cells.show(ROWS, COLUMNS, dict(self.values), locked)

    def _keep(self, wanted: dict[Cell, str]) -> None:
        self.edits += 1
        self.values.update(wanted)
        self.show()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.grid, key, modifier)

    def type(self, letters: str) -> None:
        for letter in letters:
            event = QKeyEvent(
                QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
            )
            QApplication.sendEvent(self.grid, event)


Made = Callable[..., Board]


@pytest.fixture
def made(qtbot: QtBot) -> Made:
    def make(*, finds_rows: bool = False, goes_on: bool = False) -> Board:
        grid = MatrixGrid(finds_rows=finds_rows, goes_on=goes_on)
        qtbot.addWidget(grid)
        board = Board(grid)
        grid.resize(700, 300)
        with qtbot.waitActive(grid):
            grid.show()
            grid.activateWindow()
        grid.setFocus()
        return board

    return make


@pytest.fixture
def board(made: Made) -> Board:
    return made()


@pytest.mark.parametrize(("letter", "state"), [("h", "have"), ("H", "have"), ("د", "have"), ("ن", "need")])
def test_one_key_sets_a_state_on_either_keyboard(board: Board, letter: str, state: str) -> None:
    board.type(letter)

    assert board.values == {("waiter", "promises"): state}


def test_space_goes_round_through_the_states_and_back_to_nothing(board: Board) -> None:
    seen = []
    for _press in range(4):
        board.press(Qt.Key.Key_Space)
        seen.append(board.values["waiter", "promises"])

    assert seen == ["have", "need", "na", ""]


def test_arrows_lead_to_the_neighbour(board: Board) -> None:
    board.press(Qt.Key.Key_Down)
    board.press(Qt.Key.Key_Right)
    board.type("n")

    assert board.values == {("cook", "allergens"): "need"}


def test_a_key_fills_what_is_selected_in_one_step(board: Board) -> None:
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Right, SHIFT)
    board.type("h")

    assert (len(board.values), set(board.values.values()), board.edits) == (4, {"have"}, 1)


def test_a_cell_reached_past_the_selection_is_filled_alone(board: Board) -> None:
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_End, CONTROL)
    board.type("n")

    assert board.values == {("rider", "allergens"): "need"}


def test_delete_clears(board: Board) -> None:
    board.type("h")
    board.press(Qt.Key.Key_Delete)

    assert board.values == {("waiter", "promises"): ""}


def test_a_key_that_means_nothing_is_told_and_changes_nothing(board: Board) -> None:
    board.type("x")

    assert (board.values, board.refused) == ({}, ["x"])


def test_a_state_that_is_there_is_not_set_again(board: Board) -> None:
    board.type("h")
    board.type("h")

    assert board.edits == 1


def test_a_block_is_copied_as_spreadsheets_take_it(board: Board, clipboard: QClipboard) -> None:
    board.type("h")
    board.press(Qt.Key.Key_Right, SHIFT)

    board.press(Qt.Key.Key_C, CONTROL)

    assert clipboard.text() == "Has it\t"


def test_a_pasted_block_begins_at_the_current_cell(board: Board, clipboard: QClipboard) -> None:
    clipboard.setText("needs it\tN\r\nhas it\t-\r\n")

    board.press(Qt.Key.Key_V, CONTROL)

    assert board.values == {
        ("waiter", "promises"): "need",
        ("waiter", "allergens"): "need",
        ("cook", "promises"): "have",
        ("cook", "allergens"): "na",
    }


def test_what_is_pasted_over_the_edge_is_left_out(board: Board, clipboard: QClipboard) -> None:
    board.press(Qt.Key.Key_End, CONTROL)
    clipboard.setText("h\th\nh\th")

    board.press(Qt.Key.Key_V, CONTROL)

    assert board.values == {("rider", "allergens"): "have"}


def test_one_copied_cell_fills_all_that_is_selected(board: Board, clipboard: QClipboard) -> None:
    clipboard.setText("n")
    board.press(Qt.Key.Key_Down, SHIFT)

    board.press(Qt.Key.Key_V, CONTROL)

    assert board.values == {("waiter", "promises"): "need", ("cook", "promises"): "need"}


def test_a_pasted_text_that_means_nothing_is_told(board: Board, clipboard: QClipboard) -> None:
    clipboard.setText("h\nperhaps")

    board.press(Qt.Key.Key_V, CONTROL)

    assert (board.values, board.refused) == ({("waiter", "promises"): "have"}, ["h perhaps"])


def test_a_state_that_is_only_shown_cannot_be_pasted(board: Board, clipboard: QClipboard) -> None:
    clipboard.setText("Only shown")

    board.press(Qt.Key.Key_V, CONTROL)

    assert board.values == {}


def test_the_first_row_of_a_block_is_spread_downwards(board: Board) -> None:
    board.type("n")
    board.press(Qt.Key.Key_Down, SHIFT)
    board.press(Qt.Key.Key_Down, SHIFT)

    board.press(Qt.Key.Key_D, CONTROL)

    assert set(board.values.values()) == {"need"}
    assert len(board.values) == 3


def test_letters_find_a_row(made: Made) -> None:
    board = made(finds_rows=True)
    board.grid.set_states([State("yes", "Yes", "1", "check")])

    board.type("rid")
    board.type("1")

    # While a name is being typed, nothing but the name is meant.
    assert board.grid.current_cell() == ("rider", "promises")


def test_a_space_belongs_to_the_name_being_typed(made: Made) -> None:
    board = made(finds_rows=True)

    board.type("delivery r")

    assert (board.grid.current_cell(), board.values) == (("rider", "promises"), {})


def test_a_key_goes_on_to_the_cell_below(made: Made) -> None:
    board = made(goes_on=True)

    board.type("hn")

    assert board.values == {("waiter", "promises"): "have", ("cook", "promises"): "need"}


def test_a_read_only_grid_changes_nothing(board: Board, clipboard: QClipboard) -> None:
    board.grid.set_read_only(True)
    clipboard.setText("h")

    board.type("h")
    board.press(Qt.Key.Key_Space)
    board.press(Qt.Key.Key_V, CONTROL)

    assert board.values == {}


def test_a_locked_cell_keeps_what_it_shows(board: Board) -> None:
    board.show(frozenset({("waiter", "promises")}))

    board.type("h")

    assert board.values == {}


def test_a_change_of_cells_keeps_the_current_one(board: Board) -> None:
    board.grid.choose("cook", "allergens")

    board.values["waiter", "promises"] = "have"
    board.show()

    assert board.grid.current_cell() == ("cook", "allergens")


def test_assistive_technology_hears_row_column_and_state(board: Board) -> None:
    board.type("n")

    told = board.grid.cells.data(board.grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Waiter · Names the promises · Needs it"


def test_few_columns_need_no_scrolling_sideways(board: Board) -> None:
    assert board.grid.horizontalScrollBar().maximum() == 0


def test_heads_stay_in_view_in_a_large_matrix(made: Made) -> None:
    board = made()
    rows = [Head(f"r{at}", f"Row {at}") for at in range(300)]
    columns = [Head(f"c{at}", f"Skill {at}") for at in range(30)]
    board.grid.cells.show(rows, columns, {})
    board.grid.fit()

    board.grid.choose("r299", "c29")

    assert board.grid.row_heads.isVisible()
    assert board.grid.column_heads.isVisible()
    assert board.grid.verticalScrollBar().value() > 0
    assert board.grid.horizontalScrollBar().value() > 0
