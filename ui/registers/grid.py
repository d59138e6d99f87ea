"""The table of a register."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from models.domain.fields import Kind, Record
from models.domain.ids import RecordId
from models.services.company import OpenCompany
from ui import theme
from ui.registers.cell_editing import CellDelegate
from ui.registers.cells import PADDING, ROW_HEIGHT
from ui.registers.columns import Column, fitted
from ui.registers.table_model import RecordTable
from ui.theme import TextRole

_MEASURED_ROWS = 14
_SORT_MARK = theme.space(5)
_EDIT = QAbstractItemView.EditTrigger
_EDITED_IN_FORM = frozenset({Kind.PEOPLE, Kind.CHOICES, Kind.FILE})


class RecordGrid(QTableView):
    """Rows that are chosen as a whole and cells that are typed in; every column that has room.

    Signals:
        record_opened: a record, and the name of a field or "": it is to be shown in the form.
        bin_requested: the chosen records are to be deleted.
        toggled: a record and the name of its yes-or-no field.
        sort_requested: number of a column, -1 for the order of entry, and the direction.
    """

    record_opened = Signal(object, str)
    bin_requested = Signal()
    toggled = Signal(object, str)
    sort_requested = Signal(int, Qt.SortOrder)

    def __init__(self, company: OpenCompany, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.cells = CellDelegate(company, table, self)
        self._columns: list[Column] = []
        self._has_measured_rows = False
        self._chosen: tuple[RecordId, ...] = ()
        self._current: tuple[RecordId | None, int] = (None, 0)
        self.setItemDelegate(self.cells)
        self.setModel(table)
        self._dress()
        table.modelAboutToBeReset.connect(self._remember)
        table.modelReset.connect(self._recall)
        table.rowsInserted.connect(self._measure_first_rows)
        self.measure()

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_EDIT.EditKeyPressed | _EDIT.AnyKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.hide()
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setFixedHeight(theme.space(9))
        heads.setHighlightSections(False)
        heads.setTextElideMode(Qt.TextElideMode.ElideRight)
        heads.setSectionsClickable(True)
        heads.setSortIndicatorShown(True)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.sortIndicatorChanged.connect(self.sort_requested)

    def sort_by_current(self) -> None:
        """Sort by the column of the current cell: upwards, then downwards, then not at all."""
        heads, column = self.horizontalHeader(), self.currentIndex().column()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if heads.sortIndicatorSection() != column:
            heads.setSortIndicator(column, up)
        elif heads.sortIndicatorOrder() == up:
            heads.setSortIndicator(column, down)
        else:
            heads.setSortIndicator(-1, up)

    def chosen_records(self) -> list[Record]:
        """Return the records of the selected rows, from top to bottom."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._table.record_at(row) for row in rows]

    def choose(self, record_id: RecordId | None, column: int | None = None) -> None:
        """Select the row of a record, if it is shown, and bring it into view."""
        row = self._table.row_of(record_id)
        if row is not None:
            at = self.currentIndex().column() if column is None else column
            self.setCurrentIndex(self._table.index(row, max(at, self._first_column())))

    def _first_column(self) -> int:
        shown = (at for at in range(len(self._table.columns)) if not self.isColumnHidden(at))
        return next(shown, 0)

    def _remember(self) -> None:
        self._chosen = tuple(record.id for record in self.chosen_records())
        current = self.currentIndex()
        here = self._table.rows()[current.row()] if current.isValid() else None
        self._current = (here, current.column())

    def _recall(self) -> None:
        record_id, column = self._current
        row = self._table.row_of(record_id)
        if row is not None:
            index = self._table.index(row, max(column, 0))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        select = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for one in self._chosen:
            found = self._table.row_of(one)
            if found is not None:
                self.selectionModel().select(self._table.index(found, 0), select)
        self._measure_first_rows()

    def measure(self) -> None:
        """Look anew how wide the columns want to be, by their labels and first rows, and fit them."""
        self._columns = [self._measured(at) for at in range(len(self._table.columns))]
        self._has_measured_rows = self._table.rowCount() > 0
        self.fit_columns()

    def _measure_first_rows(self) -> None:
        if not self._has_measured_rows:
            self.measure()

    def _measured(self, column: int) -> Column:
        spec = self._table.columns[column]
        words = str(self._table.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole))
        head = QFontMetrics(theme.font(TextRole.SMALL))
        rows = range(min(self._table.rowCount(), _MEASURED_ROWS))
        return Column.of(
            spec,
            is_name=spec.name == self._table.register.name,
            content=max((self.cells.wanted_width(row, column) for row in rows), default=0),
            label=head.horizontalAdvance(words) + 2 * PADDING + _SORT_MARK,
        )

    def fit_columns(self) -> None:
        """Share the width among the columns there is room for; the others stand in the form only."""
        widths = fitted(self._columns, self.viewport().width())
        for at in range(len(self._columns)):
            self.setColumnHidden(at, at not in widths)
            if at in widths:
                self.setColumnWidth(at, widths[at])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the form with Enter, delete with Delete, turn a yes or no over with Space."""
        index = self.currentIndex()
        key = event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not index.isValid() or not plain:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(index)
        elif key == Qt.Key.Key_Delete:
            self.bin_requested.emit()
        elif key == Qt.Key.Key_Space and self._kind(index) is Kind.BOOLEAN:
            self.toggled.emit(self._table.record_at(index.row()), self._table.columns[index.column()].name)
        else:
            super().keyPressEvent(event)

    def _kind(self, index: QModelIndex) -> Kind:
        return self._table.columns[index.column()].kind

    def _open(self, index: QModelIndex, field: str = "") -> None:
        self.record_opened.emit(self._table.record_at(index.row()), field)

    def edit(self, index: QModelIndex, trigger: QAbstractItemView.EditTrigger, event: QEvent) -> bool:  # type: ignore[override]
        """Open the cell; what takes more room than a cell is edited in the form."""
        by_key = trigger == _EDIT.EditKeyPressed
        if by_key and index.isValid() and self._kind(index) in _EDITED_IN_FORM:
            self._open(index, self._table.columns[index.column()].name)
            return False
        return super().edit(index, trigger, event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Close the open cell once its content was saved or given up, not merely when another is chosen."""
        if self.cells.may_close:
            super().closeEditor(editor, hint)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the form."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._open(index)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the row under the pointer stand out."""
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        """Let no row stand out."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.cells.hovered_row:
            self.cells.hovered_row = row
            self.viewport().update()
