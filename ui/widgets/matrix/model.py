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
    """A row or a column: its key, its name, a quiet note beside it, and a figure at its edge.

    group: what stands once over columns next to each other that have the same, "" for none.
    """

    key: str
    title: str
    note: str = ""
    figure: str = ""
    tone: Tone = Tone.QUIET
    group: str = ""


class HeadedModel(QAbstractTableModel):
    """Keeps heads and which cells are locked; a change of cells alone leaves selection and scrolling."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Head] = ()
        self.columns: Sequence[Head] = ()
        self._locked: frozenset[Cell] = frozenset()

    def show_heads(self, rows: Sequence[Head], columns: Sequence[Head], locked: frozenset[Cell]) -> bool:
        """Show other heads, and every cell anew; return whether there are other rows or columns than before.

        locked: cells that hold nothing that could be changed.
        """
        is_other = _keys(rows) != _keys(self.rows) or _keys(columns) != _keys(self.columns)
        if is_other:
            self.beginResetModel()
        self.rows, self.columns, self._locked = rows, columns, locked
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

    def is_locked(self, row: int, column: int) -> bool:
        """Return whether nothing in a cell can be changed."""
        return self.cell(row, column) in self._locked

    def place(self, row_key: str, column_key: str = "") -> tuple[int, int] | None:
        """Return row and column of a cell, the first column for an unknown one; None without the row."""
        row = next((at for at, head in enumerate(self.rows) if head.key == row_key), None)
        column = next((at for at, head in enumerate(self.columns) if head.key == column_key), 0)
        return None if row is None or not self.columns else (row, column)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def said(self, row: int, column: int, text: str) -> str:
        """Return a cell with its heads, as assistive technology tells it."""
        head, over = self.rows[row], self.columns[column]
        return " · ".join(filter(None, (head.title, over.group, over.title, text)))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a row or a column."""
        heads = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= section < len(heads):
            return None
        return heads[section].title


class MatrixModel(HeadedModel):
    """Keeps the state of each cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.states: Mapping[str, State] = {}
        self._values: Mapping[Cell, str] = {}
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
        self._values = values
        self._keys = [search_key(head.title) for head in rows]
        return self.show_heads(rows, columns, locked)

    def value(self, row: int, column: int) -> str:
        """Return the state of a cell."""
        return self._values.get(self.cell(row, column), EMPTY)

    def find(self, typed: str, start: int) -> int | None:
        """Return the first row from `start` on that has a word beginning as typed; None where none has."""
        wanted = search_key(typed)
        order = [*range(start, len(self._keys)), *range(start)]
        found = (row for row in order if f" {wanted}" in f" {self._keys[row]}")
        return next(found, None) if wanted else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label of a cell's state; with its heads for assistive technology."""
        if not index.isValid():
            return None
        state = self.states.get(self.value(index.row(), index.column()))
        label = state.label if state is not None else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(index.row(), index.column(), label)
        return None


def _keys(heads: Sequence[Head]) -> list[str]:
    return [head.key for head in heads]
