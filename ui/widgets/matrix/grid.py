"""The grid of a matrix: moving, choosing, filling, copying and pasting by keyboard and mouse."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui import theme
from ui.widgets.matrix.blocks import Block, as_text, by_key, read
from ui.widgets.matrix.model import EMPTY, Cell, MatrixModel, State
from ui.widgets.matrix.painting import CellPainter, HeadPainter

_NARROWEST, _WIDEST = theme.space(18), theme.space(38)
_LEAST_HEAD, _MOST_HEAD = theme.space(40), theme.space(72)
_ROW, _TALL_ROW = theme.space(10), theme.space(12)
_TYPED_SECONDS = 1.0
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class MatrixGrid(QTableView):
    """Cells that are set by one key a state, Space going round; heads stay in view.

    finds_rows: letters that set no state go to the row that begins with them. goes_on: one key moves down to
    the next cell.

    Signals:
        changed: the states that the user wants, a mapping by cell; the owner saves them and shows them.
        refused: a letter or a pasted text that means no state here.
        menu_requested: where on the screen a menu for the current cell is to open.
    """

    changed = Signal(object)
    refused = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(
        self, parent: QWidget | None = None, *, finds_rows: bool = False, goes_on: bool = False
    ) -> None:
        super().__init__(parent)
        self.cells = MatrixModel(self)
        self._finds_rows = finds_rows
        self._goes_on = goes_on
        self._is_read_only = False
        self._typed = ""
        self._typed_at = 0.0
        self.column_heads = HeadPainter(Qt.Orientation.Horizontal, self.cells, self)
        self.row_heads = HeadPainter(Qt.Orientation.Vertical, self.cells, self)
        self.setHorizontalHeader(self.column_heads)
        self.setVerticalHeader(self.row_heads)
        self.setItemDelegate(CellPainter(self.cells, self))
        self.setModel(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.selectionModel().currentChanged.connect(self._light_heads)
        self.doubleClicked.connect(self._turn)

    def set_states(self, states: Iterable[State]) -> None:
        """Say what a cell can hold, in the order in which Space goes through it."""
        self.cells.states = {state.value: state for state in states}
        self.viewport().update()

    def set_read_only(self, read_only: bool) -> None:
        """Allow reading and copying only, or filling in again."""
        self._is_read_only = read_only

    def fit(self) -> None:
        """Share the width among the columns, and give the heads the height that their words need."""
        count = max(len(self.cells.columns), 1)
        rows = [self.row_heads.fontMetrics().horizontalAdvance(head.title) for head in self.cells.rows[:200]]
        wanted = max(rows, default=0) + theme.space(20)
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2
        # Words of the columns stay whole as long as the heads of the rows can give way.
        left = room - count * min(self.column_heads.longest_word(), _WIDEST)
        self.row_heads.setFixedWidth(max(_LEAST_HEAD, min(_MOST_HEAD, wanted, left)))
        self.updateGeometries()
        room -= self.row_heads.width()
        width = max(_NARROWEST, min(_WIDEST, room // count))
        self.column_heads.setDefaultSectionSize(width)
        has_notes = any(head.note for head in self.cells.rows)
        self.row_heads.setDefaultSectionSize(_TALL_ROW if has_notes else _ROW)
        self.column_heads.setFixedHeight(self.column_heads.column_height(width))
        self.updateGeometries()

    def choose(self, row_key: str, column_key: str = "") -> bool:
        """Make a cell the current one and bring it into view; return whether it is there."""
        place = self.cells.place(row_key, column_key)
        if place is None:
            return False
        self.setCurrentIndex(self.cells.index(*place))
        self.scrollTo(self.currentIndex())
        return True

    def current_cell(self) -> Cell | None:
        """Return the keys of the current cell, None where there is none."""
        index = self.currentIndex()
        return self.cells.cell(index.row(), index.column()) if index.isValid() else None

    def fill(self, value: str) -> None:
        """Ask for a state in every chosen cell."""
        self._ask(dict.fromkeys(self._chosen(), value))

    def _chosen(self) -> list[tuple[int, int]]:
        """Return the chosen cells; with Ctrl the current cell moves away from them and counts alone."""
        current = self.currentIndex()
        chosen = self.selectionModel().selectedIndexes()
        if current.isValid() and current not in chosen:
            chosen = [current]
        return [(one.row(), one.column()) for one in chosen]

    def _ask(self, wanted: Mapping[tuple[int, int], str]) -> None:
        """Ask for what differs from what is there; a cell without a state is left alone."""
        if self._is_read_only:
            return
        new = {
            self.cells.cell(*place): value
            for place, value in wanted.items()
            if self.cells.value(*place) != value and not self.cells.is_locked(*place)
        }
        if new:
            self.changed.emit(new)

    def _turn(self, index: QModelIndex) -> None:
        self.setCurrentIndex(index)
        self._go_round()

    def _go_round(self) -> None:
        """Give the chosen cells the state that follows the current cell's."""
        index = self.currentIndex()
        if index.isValid():
            order = [*(value for value, state in self.cells.states.items() if state.keys), EMPTY]
            value = self.cells.value(index.row(), index.column())
            following = (order.index(value) + 1) % len(order) if value in order else 0
            self.fill(order[following])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill with one key, copy, paste, go to a row by its name; the rest moves about."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.fill(EMPTY)
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in _SPREADING:
            self._spread(event.key())
        elif event.modifiers() in _PLAIN and self._press(event):
            return
        else:
            super().keyPressEvent(event)

    def _press(self, event: QKeyEvent) -> bool:
        """Do what a plain key asks for; return whether it asks for anything."""
        key, letter = event.key(), event.text()
        is_typing = self._finds_rows and bool(self._recently_typed())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.fill(EMPTY)
        elif key == Qt.Key.Key_Space and not is_typing:
            self._go_round()
        elif not letter or not letter.isprintable():
            return False
        elif (value := by_key(letter, self.cells.states.values())) is not None and not is_typing:
            self.fill(value)
            self._move_on()
        elif self._finds_rows and not letter.isdigit():
            self._go_to(letter)
        elif not self._is_read_only:
            self.refused.emit(letter)
        return True

    def _move_on(self) -> None:
        index = self.currentIndex()
        if self._goes_on and len(self._chosen()) <= 1:
            below = self.cells.index(index.row() + 1, index.column())
            if below.isValid():
                self.setCurrentIndex(below)

    def _recently_typed(self) -> str:
        return self._typed if time.monotonic() - self._typed_at < _TYPED_SECONDS else ""

    def _go_to(self, letter: str) -> None:
        """Go to the row with a word that begins with what was typed in the last second."""
        typed, index = self._recently_typed(), self.currentIndex()
        self._typed, self._typed_at = typed + letter, time.monotonic()
        row = self.cells.find(self._typed, max(index.row(), 0) + (not typed))
        if row is not None:
            self.setCurrentIndex(self.cells.index(row, max(index.column(), 0)))

    def forget_typed(self) -> None:
        """Begin anew to look for a row by its letters."""
        self._typed = ""

    def _block(self) -> Block:
        """Return the chosen cells as the smallest rectangle round them."""
        chosen = self._chosen()
        rows = range(min(row for row, _ in chosen), max(row for row, _ in chosen) + 1)
        columns = range(min(column for _, column in chosen), max(column for _, column in chosen) + 1)
        return [[self.cells.value(row, column) for column in columns] for row in rows]

    def copy(self) -> None:
        """Copy the chosen block, for here and for spreadsheets."""
        if self._chosen():
            QGuiApplication.clipboard().setText(as_text(self._block(), self.cells.states))

    def paste(self) -> None:
        """Put what was copied into the chosen block; one cell fills all of it, more begin at its corner."""
        text = QGuiApplication.clipboard().text()
        chosen = self._chosen()
        if not text or self._is_read_only or not chosen:
            return
        block = read(text, self.cells.states)
        if any(value is None for row in block for value in row):
            self.refused.emit(" ".join(text.split())[:60])
        if len(block) == 1 and len(block[0]) == 1:
            if block[0][0] is not None:
                self.fill(block[0][0])
            return
        top, start = min(row for row, _ in chosen), min(column for _, column in chosen)
        size = self.cells.rowCount(), self.cells.columnCount()
        self._ask(
            {
                (top + down, start + across): value
                for down, row in enumerate(block)
                for across, value in enumerate(row)
                if value is not None and top + down < size[0] and start + across < size[1]
            }
        )

    def _spread(self, key: int) -> None:
        """Fill the chosen block from its first row downwards, or from its first column onwards."""
        chosen = self._chosen()
        if chosen:
            top, start = min(row for row, _ in chosen), min(column for _, column in chosen)
            is_down = key == Qt.Key.Key_D
            self._ask(
                {
                    (row, column): self.cells.value(*((top, column) if is_down else (row, start)))
                    for row, column in chosen
                }
            )

    def choose_all(self) -> None:
        """Choose every cell."""
        last = self.cells.index(self.cells.rowCount() - 1, self.cells.columnCount() - 1)
        everything = QItemSelection(self.cells.index(0, 0), last)
        self.selectionModel().select(everything, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _light_heads(self) -> None:
        self.column_heads.viewport().update()
        self.row_heads.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount() and self.cells.columnCount():
            self.setCurrentIndex(self.cells.index(0, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the current cell, at the pointer or below the cell."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_requested.emit(
                self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
            )
            return
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_requested.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


_SPREADING = (Qt.Key.Key_D, Qt.Key.Key_R)
