"""The grid of typed cells: moving, typing, copying and pasting by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui import theme
from ui.theme import TextRole
from ui.widgets.labels import WrapLabel
from ui.widgets.matrix.model import Cell
from ui.widgets.matrix.painting import HeadPainter
from ui.widgets.typed_grid.cells import TypedCells
from ui.widgets.typed_grid.model import Refusal, TypedModel

_ROW, _TALL_ROW = theme.space(9), theme.space(12)
_LEAST_HEAD, _MOST_HEAD = theme.space(40), theme.space(72)
_BUBBLE = theme.space(80)
_Edit = QAbstractItemView.EditTrigger


class TypedGrid(QTableView):
    """Cells in which one types at once; heads stay in view, a problem is told beside its cell.

    weights: how the columns share the width, one for each; narrowest: below which none gets. grows: whether
    rows pasted beyond the last one are told as well, under keys made by `row_beyond`.

    Signals:
        changed: texts that the user wants, a mapping by cell. The owner saves what can be kept, tells of the
            rest by `refuse`, and shows everything anew.
    """

    changed = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        weights: Sequence[int] = (),
        narrowest: int = theme.space(14),
        grows: bool = False,
    ) -> None:
        super().__init__(parent)
        self.cells = TypedModel(self)
        self._weights = weights
        self._narrowest = narrowest
        self._grows = grows
        self.column_heads = HeadPainter(Qt.Orientation.Horizontal, self.cells, self)
        self.row_heads = HeadPainter(Qt.Orientation.Vertical, self.cells, self)
        self.setHorizontalHeader(self.column_heads)
        self.setVerticalHeader(self.row_heads)
        self._delegate = TypedCells(self.cells, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.cells)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Edit.EditKeyPressed | _Edit.AnyKeyPressed | _Edit.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.bubble = WrapLabel(role=TextRole.SMALL, parent=self.viewport())
        self.bubble.setProperty("kind", "bubble")
        self.bubble.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bubble.hide()
        self._delegate.typed.connect(self._tell_typed)
        self._delegate.left.connect(self._go_on)
        self.selectionModel().currentChanged.connect(self._show_here)
        self.cells.dataChanged.connect(self._place_bubble)
        self.cells.modelReset.connect(self._place_bubble)
        self.verticalScrollBar().valueChanged.connect(self._place_bubble)
        self.horizontalScrollBar().valueChanged.connect(self._place_bubble)

    def set_read_only(self, read_only: bool) -> None:
        """Allow reading and copying only, or typing again."""
        self.cells.is_read_only = read_only

    def refuse(self, refused: Mapping[Cell, Refusal]) -> None:
        """Keep what was typed into these cells and say why it is not saved."""
        self.cells.refusals.update(refused)
        for cell in refused:
            place = self.cells.place(*cell)
            if place is not None:
                index = self.cells.index(*place)
                self.cells.dataChanged.emit(index, index)
        self._place_bubble()

    def choose(self, row_key: str, column_key: str = "") -> bool:
        """Make a cell the current one and bring it into view; return whether it is there."""
        place = self.cells.place(row_key, column_key)
        if place is None:
            return False
        self._stand_on(self.cells.index(*place))
        self.scrollTo(self.currentIndex())
        return True

    def _stand_on(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one chosen, whichever keys are held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def current_cell(self) -> Cell | None:
        """Return the keys of the current cell, None where there is none."""
        index = self.currentIndex()
        return self.cells.cell(index.row(), index.column()) if index.isValid() else None

    def finish(self) -> None:
        """Take what is being typed."""
        index = self.currentIndex()
        editor = self.indexWidget(index) if index.isValid() else None
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, TypedCells.EndEditHint.NoHint)

    def fit(self) -> None:
        """Share the width among the columns, and give the heads the height that their words need."""
        count = len(self.cells.columns)
        rows = [self.row_heads.fontMetrics().horizontalAdvance(head.title) for head in self.cells.rows[:200]]
        notes = [
            self.row_heads.fontMetrics().horizontalAdvance(head.figure) for head in self.cells.rows[:200]
        ]
        wanted = max(rows, default=0) + max(notes, default=0) + theme.space(9)
        self.row_heads.setFixedWidth(max(_LEAST_HEAD, min(_MOST_HEAD, wanted)))
        has_notes = any(head.note for head in self.cells.rows)
        self.row_heads.setDefaultSectionSize(_TALL_ROW if has_notes else _ROW)
        self.updateGeometries()
        room = self.width() - self.row_heads.width() - self.verticalScrollBar().sizeHint().width() - 2
        weights = self._weights if len(self._weights) == count else (1,) * count
        for at, weight in enumerate(weights):
            self.setColumnWidth(at, max(self._narrowest, room * weight // max(sum(weights), 1)))
        widths = [self.columnWidth(at) for at in range(count)]
        self.column_heads.setFixedHeight(
            self.column_heads.column_height(min(widths, default=self._narrowest))
        )
        self.updateGeometries()

    def _tell_typed(self, row: int, column: int, text: str) -> None:
        self._ask({self.cells.cell(row, column): text})

    def _ask(self, wanted: Mapping[Cell, str]) -> None:
        """Ask for texts; what was refused in these cells is forgotten."""
        if self.cells.is_read_only or not wanted:
            return
        for cell in wanted:
            self.cells.refusals.pop(cell, None)
        self.changed.emit(dict(wanted))

    def _go_on(self, key: int) -> None:
        here = self.currentIndex()
        row, column = here.row(), here.column()
        step = 1 if key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) else -1
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            column += step
            if not 0 <= column < self.cells.columnCount():
                row, column = row + step, 0 if step > 0 else self.cells.columnCount() - 1
        else:
            row += step
        if 0 <= row < self.cells.rowCount():
            self._stand_on(self.cells.index(row, column))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, cut, paste and empty cells; Enter opens one, typing replaces what stands there."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self._empty()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._empty()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> list[tuple[int, int]]:
        chosen = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return [(one.row(), one.column()) for one in chosen if one.isValid()]

    def _is_typed_in(self, row: int, column: int) -> bool:
        index = self.cells.index(row, column)
        return index.isValid() and bool(self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _empty(self) -> None:
        self._ask(
            {
                self.cells.cell(*place): ""
                for place in self._chosen()
                if self._is_typed_in(*place) and self.cells.content(*place).text
            }
        )

    def copy(self) -> None:
        """Copy the chosen block as spreadsheets take it."""
        chosen = self._chosen()
        if chosen:
            rows = range(min(row for row, _ in chosen), max(row for row, _ in chosen) + 1)
            columns = range(min(at for _, at in chosen), max(at for _, at in chosen) + 1)
            lines = ("\t".join(_flat(self.cells.content(row, at).text) for at in columns) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Put what was copied where the first chosen cell stands, all of it in one step."""
        text, chosen = QGuiApplication.clipboard().text(), self._chosen()
        if not text or not chosen:
            return
        lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
        top, start = min(row for row, _ in chosen), min(at for _, at in chosen)
        count, columns = self.cells.rowCount(), self.cells.columns
        wanted: dict[Cell, str] = {}
        for row, line in enumerate(lines, start=top):
            for at, cell in enumerate(line.split("\t"), start=start):
                if self._is_typed_in(row, at):
                    wanted[self.cells.cell(row, at)] = cell.strip()
                elif self._grows and row >= count and at < len(columns) and cell.strip():
                    wanted[row_beyond(row - count), columns[at].key] = cell.strip()
        self._ask(wanted)

    def _show_here(self) -> None:
        self.column_heads.viewport().update()
        self.row_heads.viewport().update()
        self._place_bubble()

    def _place_bubble(self) -> None:
        """Tell the problem of the current cell below it, or above where there is no room below."""
        index = self.currentIndex()
        problem = self.cells.content(index.row(), index.column()).problem if index.isValid() else ""
        if not problem:
            self.bubble.hide()
            return
        cell = self.visualRect(index)
        width = min(_BUBBLE, self.viewport().width())
        # Its lines are counted anew at the width that it has.
        self.bubble.resize(width, 1)
        self.bubble.setText(problem)
        height = self.bubble.heightForWidth(width)
        x = cell.right() - width + 1 if self.isRightToLeft() else cell.left()
        x = max(0, min(x, self.viewport().width() - width))
        below = cell.bottom() + 1
        y = below if below + height <= self.viewport().height() else cell.top() - height
        self.bubble.setGeometry(QRect(x, y, width, height))
        self.bubble.setVisible(cell.intersects(self.viewport().rect()))
        self.bubble.raise_()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.rowCount() and self.cells.columnCount():
            self.setCurrentIndex(self.cells.index(0, 0))

    def edit(self, index: QModelIndex, *more: object) -> bool | None:  # type: ignore[override]
        """Open a cell; the sentence about it makes room."""
        self.bubble.hide()
        return super().edit(index, *more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.fit)


def row_beyond(number: int) -> str:
    """Return the key under which a pasted row is told for which there is none yet, 0 for the first."""
    return f"+{number}"


def _flat(text: str) -> str:
    return " ".join(text.split())
