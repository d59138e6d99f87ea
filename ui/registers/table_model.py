"""The records of one register as rows and columns."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from models.content import titles as content_titles
from models.domain.edits import Deed, Edit, changed
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.domain.registers import register as register_by_code
from models.domain.validation import is_nothing
from models.localisation.display import Display
from models.services.company import Change, OpenCompany
from ui import language
from ui.language import _
from ui.registers.arranging import Arrangement, arranged
from ui.registers.slices import Slices
from ui.theme import Tone
from ui.widgets.labels import plain_tooltip

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED_IN = _CHOSEN | Qt.ItemFlag.ItemIsEditable
LONGEST_CELL = 240
MISSING = "—"

# With more changes than this at once it is quicker to look at everything again.
_FEW = 20
_VERY_MANY = 20_000
_EDITED_IN_A_FORM = frozenset({Kind.PEOPLE, Kind.CHOICES, Kind.FILE, Kind.BOOLEAN})


class RecordTable(QAbstractTableModel):
    """Rows of a register or of its bin; follows the company, texts are made when they are first seen."""

    counted = Signal()

    def __init__(self, company: OpenCompany, register: Register, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.register = register
        self.columns: tuple[FieldSpec, ...] = tuple(spec for spec in register.fields if spec.in_table)
        self._company = company
        self._wanted = Arrangement()
        self._is_bin = False
        self._rows: list[RecordId] = []
        self._places: dict[RecordId, int] = {}
        self._shelf: dict[RecordId, Record] = {}
        self._gathered: Sequence[Record] = ()
        self._texts: dict[RecordId, list[str | None]] = {}
        self._found_by: dict[RecordId, str] = {}
        self._referred = _referred_types(register)
        self._slices: Slices[list[RecordId]] = Slices(self)
        self._display = self._new_display()
        self.rearrange()

    def _new_display(self) -> Display:
        return Display(self._company, language.current(), content_titles.title)

    @property
    def display(self) -> Display:
        """What writes the values in the current language."""
        return self._display

    @property
    def is_bin(self) -> bool:
        """Whether the deleted records are shown."""
        return self._is_bin

    @property
    def is_filtered(self) -> bool:
        """Whether a search leaves records out."""
        return bool(self._wanted.words)

    @property
    def is_arranging(self) -> bool:
        """Whether rows are still being searched or sorted."""
        return self._slices.is_running

    @property
    def total(self) -> int:
        """The number of records, those that the search leaves out included."""
        return len(self.candidates())

    def candidates(self) -> Sequence[Record]:
        """Return the records among which is searched, in the order they have unless they are sorted."""
        source = self._company.binned if self._is_bin else self._company.all
        return source(self.register.record)

    def search(self, text: str) -> None:
        """Show only the records in which every word of the text is found."""
        self._arrange(dataclasses.replace(self._wanted, words=Arrangement.searched(text)))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 puts the records back into the order of entry."""
        by = self.columns[column] if 0 <= column < len(self.columns) else None
        is_descending = order == Qt.SortOrder.DescendingOrder
        self._arrange(dataclasses.replace(self._wanted, by=by, is_descending=is_descending))

    def show_bin(self, is_bin: bool) -> None:
        """Show the deleted records, or those that stand."""
        self._is_bin = is_bin
        self.rearrange()

    def _arrange(self, wanted: Arrangement) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self.rearrange()

    def rearrange(self) -> None:
        """Search and sort all records anew; a long list goes on while the window lives."""
        self._gathered = self.candidates()
        work = arranged(self._gathered, self._wanted, self._display, self._search_text)
        self._slices.start(work, self._show_rows, at_once=len(self._gathered) <= _VERY_MANY)

    def finish_arranging(self) -> None:
        """Search and sort to the end before returning."""
        self._slices.finish()

    def _search_text(self, record: Record) -> str:
        text = self._found_by.get(record.id)
        if text is None:
            text = self._found_by[record.id] = self._display.found_by(record)
        return text

    def _show_rows(self, rows: list[RecordId]) -> None:
        shelf = dict(zip(map(attrgetter("id"), self._gathered), self._gathered, strict=True))
        if rows == self._rows:
            self._shelf = shelf
            self._say_changed(0, len(rows) - 1)
        else:
            self.beginResetModel()
            self._shelf = shelf
            self._rows = rows
            self._number_rows()
            self.endResetModel()
        self.counted.emit()

    def _number_rows(self) -> None:
        self._places = dict(zip(self._rows, range(len(self._rows)), strict=True))

    def rows(self) -> Sequence[RecordId]:
        """Return the ids of the records shown, from top to bottom."""
        return self._rows

    def record_at(self, row: int) -> Record:
        """Return the record of a row."""
        return self._shelf[self._rows[row]]

    def row_of(self, record_id: RecordId | None) -> int | None:
        """Return the row of a record; None when it is not shown."""
        return self._places.get(record_id) if record_id is not None else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of records shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of fields that stand in the table."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return a field's label."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(self.columns[section].label)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_(self.columns[section].label))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a value or its text."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(row, column)
        if role == Qt.ItemDataRole.EditRole:
            return getattr(self.record_at(row), self.columns[column].name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(self.columns[column].label)}: {self.cell(row, column) or MISSING}"
        return None

    def is_missing(self, row: int, column: int) -> bool:
        """Return whether a value is still needed."""
        spec = self.columns[column]
        return spec.required and is_nothing(spec, getattr(self.record_at(row), spec.name))

    def tone(self, _row: int, _column: int) -> Tone:
        """Return what the words of a cell mean, told by their colour as well."""
        return Tone.TEXT

    def cell(self, row: int, column: int) -> str:
        """Return the text of a cell in one line, its end left out where it is very long."""
        record = self.record_at(row)
        texts = self._texts.get(record.id)
        if texts is None:
            texts = self._texts[record.id] = [None] * len(self.columns)
        text = texts[column]
        if text is None:
            text = texts[column] = _one_line(self._text(record, self.columns[column]))
        return text

    def whole_text(self, row: int, column: int) -> str:
        """Return all that a cell's value says, however long."""
        return self._text(self.record_at(row), self.columns[column])

    def _text(self, record: Record, spec: FieldSpec) -> str:
        """Return a value as text; content by its id and title, as everybody speaks of it."""
        text = self._display.of(record, spec)
        if spec.kind is Kind.CONTENT and text != (value := getattr(record, spec.name)):
            return f"{language.current().island(value)} · {text}"
        return text

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be typed in."""
        return _TYPED_IN if index.isValid() and self.is_typed_in(index.column()) else _CHOSEN

    def is_typed_in(self, column: int) -> bool:
        """Whether cells of a column are edited in place at the moment."""
        is_locked = self._is_bin or self._company.is_read_only
        return not is_locked and self.columns[column].kind not in _EDITED_IN_A_FORM

    def retranslate(self) -> None:
        """Show everything in the current language, and in its order."""
        self._display = self._new_display()
        self._texts.clear()
        self._found_by.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._say_changed(0, len(self._rows) - 1)
        self.rearrange()

    def follow(self, change: Change) -> None:
        """Take over what has changed in the company, touching no other row."""
        if change.touches(*self._referred):
            self._texts.clear()
            self._found_by.clear()
            self._say_changed(0, len(self._rows) - 1)
        mine = change.of(self.register.record)
        if mine:
            self._follow(mine)

    def _follow(self, edits: Sequence[Edit]) -> None:
        if len(edits) > _FEW:
            # To forget all is faster than to look for very many.
            self._texts.clear()
            self._found_by.clear()
        for record in changed(edits[:_FEW]):
            self._texts.pop(record.id, None)
            self._found_by.pop(record.id, None)
        is_granular = len(edits) <= _FEW and not self._is_bin and not self._slices.is_running
        if not is_granular or any(edit.deed is Deed.RESTORE for edit in edits):
            self.rearrange()
            return
        for edit in edits:
            self._take_over(edit)
        self.counted.emit()

    def _take_over(self, edit: Edit) -> None:
        record_id, row = edit.record.id, self._places.get(edit.record.id)
        if edit.after is None:
            self._remove(row, record_id)
            return
        self._shelf[record_id] = edit.after
        if row is not None:
            self._say_changed(row, row)
        elif edit.before is None:
            self._append(record_id)

    def _append(self, record_id: RecordId) -> None:
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.append(record_id)
        self._places[record_id] = row
        self.endInsertRows()

    def _remove(self, row: int | None, record_id: RecordId) -> None:
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self._number_rows()
            self.endRemoveRows()
        self._shelf.pop(record_id, None)

    def _say_changed(self, first: int, last: int) -> None:
        if 0 <= first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))


def _referred_types(register: Register) -> Iterable[type[Record]]:
    """Return the types of the records whose names stand in a register, at any remove."""
    found: dict[type[Record], None] = {}
    waiting = [register]
    while waiting:
        for spec in waiting.pop().fields:
            if spec.kind in (Kind.PERSON, Kind.PEOPLE, Kind.REFERENCE, Kind.FILE):
                target = register_by_code(spec.target)
                if target.record not in found and target is not register:
                    found[target.record] = None
                    waiting.append(target)
    return tuple(found)


def _one_line(text: str) -> str:
    """Return the beginning of a text in one line: to lay out 100,000 characters would take seconds."""
    return " ".join(text[: 2 * LONGEST_CELL].split())[:LONGEST_CELL]
