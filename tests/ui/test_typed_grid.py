"""The grid of typed cells, by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.matrix import Cell, Head
from ui.widgets.typed_grid import Content, Refusal, TypedGrid, row_beyond

COLUMNS = [
    Head("cases", "Cases", group="Promise"),
    Head("kept", "Kept", group="Promise"),
    Head("note", "Note"),
]
CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier

pytestmark = pytest.mark.usefixtures("english_window")


class Board:
    """A grid whose owner keeps numbers and refuses everything else."""

    def __init__(self, grid: TypedGrid) -> None:
        self.grid = grid
        self.texts: dict[Cell, str] = {("one", "cases"): "20"}
        self.told: list[dict[Cell, str]] = []
        self.rows = ["one", "two"]
        grid.changed.connect(self._keep)
        self.show()

    def show(self, locked: frozenset[Cell] = frozenset()) -> None:
        rows = [Head(key, key) for key in self.rows]
        self.grid.cells.show(
            rows, COLUMNS, {cell: Content(text) for cell, text in self.texts.items()}, locked
        )

    def _keep(self, wanted: dict[Cell, str]) -> None:
        self.told.append(wanted)
        refused = {}
        for cell, text in wanted.items():
            if not text or text.isdecimal():
                self.texts[cell] = text
            else:
                refused[cell] = Refusal(text, f"{text} is not a number.")
        self.grid.refuse(refused)
        self.show()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
        for key in keys:
            QTest.keyClick(self.editor() or self.grid, key, modifier)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.grid, text[0])
        editor = self.editor()
        assert editor is not None
        QTest.keyClicks(editor, text[1:])

    def editor(self) -> QLineEdit | None:
        """Return the open line; one that was closed goes only later."""
        return next((one for one in self.grid.findChildren(QLineEdit) if one.isVisible()), None)

    def at(self, row: str, column: str) -> str:
        place = self.grid.cells.place(row, column)
        assert place is not None
        return self.grid.cells.content(*place).text


@pytest.fixture
def made(qtbot: QtBot) -> Callable[..., Board]:
    def make(*, grows: bool = False) -> Board:
        grid = TypedGrid(grows=grows)
        qtbot.addWidget(grid)
        board = Board(grid)
        grid.resize(600, 300)
        with qtbot.waitActive(grid):
            grid.show()
            grid.activateWindow()
        grid.setFocus()
        grid.choose("one", "cases")
        return board

    return make


def test_what_is_typed_replaces_the_cell_and_enter_goes_down(made: Callable[..., Board]) -> None:
    board = made()

    board.type("35")
    board.press(Qt.Key.Key_Return)

    assert board.texts["one", "cases"] == "35"
    assert board.grid.current_cell() == ("two", "cases")


def test_tab_goes_on_and_to_the_next_row(made: Callable[..., Board]) -> None:
    board = made()
    for text in ("1", "2", "3", "4"):
        board.type(text)
        board.press(Qt.Key.Key_Tab)

    assert board.texts == {
        ("one", "cases"): "1",
        ("one", "kept"): "2",
        ("one", "note"): "3",
        ("two", "cases"): "4",
    }
    assert board.grid.current_cell() == ("two", "kept")


def test_escape_gives_up_what_is_typed(made: Callable[..., Board]) -> None:
    board = made()

    board.type("35")
    board.press(Qt.Key.Key_Escape)

    assert board.told == []
    assert board.at("one", "cases") == "20"


def test_what_is_refused_stays_in_its_cell_with_the_sentence_beside_it(made: Callable[..., Board]) -> None:
    board = made()

    board.type("many")
    board.press(Qt.Key.Key_Return)
    board.grid.choose("one", "cases")

    assert board.at("one", "cases") == "many"
    assert board.grid.bubble.isVisible()
    assert board.grid.bubble.text() == "many is not a number."
    said = board.grid.cells.data(board.grid.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "one · Promise · Cases · many · many is not a number."
    board.grid.choose("two", "kept")
    assert not board.grid.bubble.isVisible()


def test_typing_anew_takes_the_refusal_away(made: Callable[..., Board]) -> None:
    board = made()
    board.grid.refuse({("one", "cases"): Refusal("many", "No.")})

    board.type("7")
    board.press(Qt.Key.Key_Return)

    assert board.at("one", "cases") == "7"
    assert board.grid.cells.refusals == {}


def test_a_pasted_block_is_one_wish_and_stays_within_the_grid(
    made: Callable[..., Board], clipboard: QClipboard
) -> None:
    board = made()
    clipboard.setText("1\t2\t3\t4\r\n5\t6\r\n7\t8\r\n")

    board.press(Qt.Key.Key_V, modifier=CONTROL)

    assert len(board.told) == 1
    assert board.texts == {
        ("one", "cases"): "1",
        ("one", "kept"): "2",
        ("one", "note"): "3",
        ("two", "cases"): "5",
        ("two", "kept"): "6",
    }


def test_rows_pasted_beyond_the_end_are_told_where_the_grid_grows(
    made: Callable[..., Board], clipboard: QClipboard
) -> None:
    board = made(grows=True)
    board.grid.choose("two", "kept")
    clipboard.setText("6\n7\n\n8")

    board.press(Qt.Key.Key_V, modifier=CONTROL)

    assert board.told == [{("two", "kept"): "6", (row_beyond(0), "kept"): "7", (row_beyond(2), "kept"): "8"}]


def test_what_was_copied_can_be_pasted_elsewhere(made: Callable[..., Board], clipboard: QClipboard) -> None:
    board = made()
    board.press(Qt.Key.Key_C, modifier=CONTROL)
    board.grid.choose("two", "kept")
    board.press(Qt.Key.Key_V, modifier=CONTROL)

    assert clipboard.text() == "20"
    assert board.texts["two", "kept"] == "20"


def test_delete_empties_the_chosen_cells_and_leaves_locked_ones(made: Callable[..., Board]) -> None:
    board = made()
    board.texts["two", "cases"] = "9"
    board.show(locked=frozenset({("two", "cases")}))
    board.grid.selectAll()

    board.press(Qt.Key.Key_Delete)

    assert board.told == [{("one", "cases"): ""}]


def test_a_grid_for_reading_only_can_be_copied_and_not_typed_in(
    made: Callable[..., Board], clipboard: QClipboard
) -> None:
    board = made()
    board.grid.set_read_only(True)
    clipboard.setText("5")

    QTest.keyClicks(board.grid, "7")
    board.press(Qt.Key.Key_Delete)
    board.press(Qt.Key.Key_V, modifier=CONTROL)

    assert board.told == []
    assert board.editor() is None


def test_leaving_for_something_else_takes_what_is_typed(made: Callable[..., Board]) -> None:
    board = made()
    board.type("35")

    board.grid.finish()

    assert board.texts["one", "cases"] == "35"


def test_columns_that_belong_together_share_their_head(made: Callable[..., Board]) -> None:
    board = made()
    board.grid.fit()

    heads = board.grid.column_heads
    whole = heads._group_rect(heads.rect(), COLUMNS[0])

    assert whole.width() == heads.sectionSize(0) + heads.sectionSize(1)
    assert heads.height() >= 2 * heads.fontMetrics().lineSpacing()
