"""What a matrix shows: heads, states, and the state of each cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.localisation.text import search_key
from ui.theme import Tone

EMPTY = ""
Cell = tuple[str, str]
"""The keys of a row and a column."""

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class State(NamedTuple):
    """One thing that a cell can say; "" is the state of an empty cell.

    label: worded already. keys: the letters that set it, the first one is named to users; a state without any
    is only shown. icon or text: what is drawn; the label is told to assistive technology and copied.
    """

    value: str
    label: str
    keys: str = ""
    icon: str = ""
    text: str = ""
    tone: Tone = Tone.TEXT


class Head(NamedTuple):
    """A row or a column: its key, its name, a quiet note beside it, and a figure at its edge."""

    key: str
    title: str
    note: str = ""
    figure: str = ""
    tone: Tone = Tone.QUIET


class MatrixModel(QAbstractTableModel):
    """Keeps heads and cells; a change of cells alone leaves selection and scrolling as they are."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Head] = ()
        self.columns: Sequence[Head] = ()
        self.states: Mapping[str, State] = {}
        self._values: Mapping[Cell, str] = {}
        self._locked: frozenset[Cell] = frozenset()
        self._keys: list[str] = []

    def show(
        self,
        rows: Sequence[Head],
        columns: Sequence[Head],
        values: Mapping[Cell, str],
        locked: frozenset[Cell] = frozenset(),
    ) -> bool:
        """Show other content; return whether there are other rows or columns than before.

        values: states by cell, an absent one is empty. locked: cells that have no state and get none.
        """
        is_other = _keys(rows) != _keys(self.rows) or _keys(columns) != _keys(self.columns)
        if is_other:
            self.beginResetModel()
        self.rows, self.columns, self._values, self._locked = rows, columns, values, locked
        self._keys = [search_key(head.title) for head in rows]
        if is_other:
            self.endResetModel()
        elif rows and columns:
            last_row, last_column = len(rows) - 1, len(columns) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(last_row, last_column))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last_column)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last_row)
        return is_other

    def cell(self, row: int, column: int) -> Cell:
        """Return the keys of a cell."""
        return self.rows[row].key, self.columns[column].key

    def value(self, row: int, column: int) -> str:
        """Return the state of a cell."""
        return self._values.get(self.cell(row, column), EMPTY)

    def is_locked(self, row: int, column: int) -> bool:
        """Return whether a cell has no state and gets none."""
        return self.cell(row, column) in self._locked

    def place(self, row_key: str, column_key: str = "") -> tuple[int, int] | None:
        """Return row and column of a cell, the first column for an unknown one; None without the row."""
        row = next((at for at, head in enumerate(self.rows) if head.key == row_key), None)
        column = next((at for at, head in enumerate(self.columns) if head.key == column_key), 0)
        return None if row is None or not self.columns else (row, column)

    def find(self, typed: str, start: int) -> int | None:
        """Return the first row from `start` on that has a word beginning as typed; None where none has."""
        wanted = search_key(typed)
        order = [*range(start, len(self._keys)), *range(start)]
        found = (row for row in order if f" {wanted}" in f" {self._keys[row]}")
        return next(found, None) if wanted else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label of a cell's state; with its heads for assistive technology."""
        if not index.isValid():
            return None
        state = self.states.get(self.value(index.row(), index.column()))
        label = state.label if state is not None else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row, column = self.rows[index.row()], self.columns[index.column()]
            return " · ".join(filter(None, (row.title, column.title, label)))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a row or a column."""
        heads = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(heads):
            return None
        return heads[section].title


def _keys(heads: Sequence[Head]) -> list[str]:
    return [head.key for head in heads]
