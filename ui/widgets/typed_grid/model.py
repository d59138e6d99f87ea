"""What a typed grid shows: the text of each cell, and what was typed but could not be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.theme import Tone
from ui.widgets.matrix.model import Cell, Head, HeadedModel

_Index = QModelIndex | QPersistentModelIndex
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Content(NamedTuple):
    """The text of a cell; one in a quiet tone is offered and not entered yet. problem: what to mend in it."""

    text: str
    tone: Tone = Tone.TEXT
    problem: str = ""


class Refusal(NamedTuple):
    """What was typed into a cell and why it cannot be kept."""

    typed: str
    sentence: str


class TypedModel(HeadedModel):
    """Keeps contents and refusals; a refusal stands until its cell is typed in anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_read_only = False
        self.refusals: dict[Cell, Refusal] = {}
        self._contents: Mapping[Cell, Content] = {}

    def show(
        self,
        rows: Sequence[Head],
        columns: Sequence[Head],
        contents: Mapping[Cell, Content],
        locked: frozenset[Cell] = frozenset(),
    ) -> bool:
        """Show other contents; return whether there are other rows or columns than before."""
        self._contents = contents
        keys = {head.key for head in rows}
        self.refusals = {cell: one for cell, one in self.refusals.items() if cell[0] in keys}
        return self.show_heads(rows, columns, locked)

    def content(self, row: int, column: int) -> Content:
        """Return what a cell shows: what was typed last, even if it cannot be kept."""
        cell = self.cell(row, column)
        refused = self.refusals.get(cell)
        if refused is not None:
            return Content(refused.typed, Tone.BROKEN, refused.sentence)
        return self._contents.get(cell, Content(""))

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell; with its heads and its problem for assistive technology."""
        if not index.isValid():
            return None
        content = self.content(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return content.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.said(
                index.row(), index.column(), " · ".join(filter(None, (content.text, content.problem)))
            )
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say which cells can be typed in."""
        if not index.isValid() or self.is_read_only or self.is_locked(index.row(), index.column()):
            return _CHOSEN
        return _CHOSEN | Qt.ItemFlag.ItemIsEditable
