"""A table of things that are no records: rows that are looked at, chosen, ticked and opened."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import icons, theme
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.labels import plain_tooltip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_PADDING = theme.space(3)
_ROW_HEIGHT = theme.space(9)
# What the style keeps free around a text besides its padding.
_SLACK = theme.space(4)
_LONGEST = 240
_LEAST_WIDE = theme.space(20)
_LEAST = theme.space(12)


def _plain(_row: Any) -> Tone:
    return Tone.TEXT


def _all(rows: Collection[Any]) -> Collection[Any]:
    return rows


def _no_icon(_row: Any) -> str:
    return ""


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title, a message of the catalogue, and what its cells say.

    is_wide: takes the room that the others leave; its whole text is shown as a tooltip. icon: name of the
    picture before the text, "" for none. widest: picks those rows among which the one is that says the most,
    where there are too many to ask them all.
    """

    title: str
    text: Callable[[Row], str]
    tone: Callable[[Row], Tone] = _plain
    icon: Callable[[Row], str] = _no_icon
    is_wide: bool = False
    is_strong: bool = False
    widest: Callable[[Collection[Row]], Collection[Row]] = _all


class _Rows(QAbstractTableModel, Generic[Row]):
    """The rows as Qt asks for them."""

    ticked = Signal()

    def __init__(self, columns: Sequence[Column[Row]], *, is_ticked: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: dict[str, Row] = {}
        self.keys: list[str] = []
        self.ticks: set[str] = set()
        self._is_ticked = is_ticked
        self._locked: frozenset[str] = frozenset()

    def show_rows(self, rows: Mapping[str, Row], locked: frozenset[str]) -> None:
        """Take other rows, by key; the same ones in the same order stay where they are."""
        keys, self._locked = list(rows), locked
        self.ticks &= rows.keys() - locked
        if keys == self.keys:
            self.rows = dict(rows)
            if keys:
                last = self.index(len(keys) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows, self.keys = dict(rows), keys
        self.endResetModel()

    def change_row(self, key: str, row: Row) -> None:
        """Take another row in the place of one."""
        self.rows[key] = row
        at = self.keys.index(key)
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.keys)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            title = self.columns[section].title
            return _(title) if title else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def text(self, row: int, column: int) -> str:
        """Return what a cell says."""
        return self.columns[column].text(self.rows[self.keys[row]])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell says and how it looks."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[self.keys[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(column.text(row)[:_LONGEST].split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(column.title) if column.title else ''}: {column.text(row)}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.colours().word(column.tone(row)))
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(TextRole.BODY, strong=column.is_strong)
        if role == Qt.ItemDataRole.DecorationRole:
            name = column.icon(row)
            return icons.icon(name, _ink(column.tone(row)), theme.ICON) if name else None
        if role == Qt.ItemDataRole.ToolTipRole and column.is_wide:
            return plain_tooltip(column.text(row))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.CheckStateRole and self._can_be_ticked(index):
            is_on = self.keys[index.row()] in self.ticks
            return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
        return None

    def _can_be_ticked(self, index: Index) -> bool:
        return self._is_ticked and index.column() == 0 and self.keys[index.row()] not in self._locked

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which rows can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self._can_be_ticked(index):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not self._can_be_ticked(index):
            return False
        is_on = Qt.CheckState(value) == Qt.CheckState.Checked
        self.tick(self.keys[index.row()], is_on=is_on)
        return True

    def tick(self, key: str, *, is_on: bool) -> None:
        """Tick a row, or take its tick away, if it can be ticked."""
        if not self._is_ticked or key in self._locked or key not in self.rows:
            return
        (self.ticks.add if is_on else self.ticks.discard)(key)
        cell = self.index(self.keys.index(key), 0)
        self.dataChanged.emit(cell, cell)
        self.ticked.emit()


def _ink(tone: Tone) -> str:
    return tone.value


class PlainTable(QTableView, Generic[Row]):
    """Rows chosen one at a time; Enter or a double click opens one, Space ticks it where rows are ticked.

    Signals:
        opened: the key of a row.
        chosen: the key of another row, however it came to be chosen.
        ticked: other rows are ticked now.
    """

    opened = Signal(str)
    chosen = Signal(str)
    ticked = Signal()

    def __init__(
        self, columns: Sequence[Column[Row]], parent: QWidget | None = None, *, is_ticked: bool = False
    ) -> None:
        super().__init__(parent)
        # A viewport of Qt's making would be wrapped only after every class of widgets was looked at.
        self.setViewport(QWidget())
        self._is_ticked = is_ticked
        self._rows: _Rows[Row] = _Rows(columns, is_ticked=is_ticked, parent=self)
        self._rows.ticked.connect(self.ticked)
        self._widths: list[int] = []
        self.setModel(self._rows)
        self._dress()
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        rows.setMinimumSectionSize(_ROW_HEIGHT)
        rows.hide()
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setFixedHeight(theme.space(8))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)

    def show_rows(self, rows: Mapping[str, Row], locked: frozenset[str] = frozenset()) -> None:
        """Show rows by key in their order; the row chosen stays chosen. Locked ones cannot be ticked."""
        here = self.current_key()
        self._rows.show_rows(rows, locked)
        self._measure()
        if here in rows:
            self.choose(here)

    def change_row(self, key: str, row: Row) -> None:
        """Show another row in the place of one; all others stay."""
        self._rows.change_row(key, row)
        self._measure()

    def keys(self) -> list[str]:
        """Return the keys of the rows, from top to bottom."""
        return list(self._rows.keys)

    def cell(self, key: str, column: int) -> str:
        """Return what a cell says."""
        return self._rows.text(self._rows.keys.index(key), column)

    def current_key(self) -> str:
        """Return the key of the row chosen, "" for none."""
        row = self.currentIndex().row()
        return self._rows.keys[row] if 0 <= row < len(self._rows.keys) else ""

    def choose(self, key: str) -> None:
        """Choose a row and bring it into view."""
        if key in self._rows.rows and key != self.current_key():
            self.setCurrentIndex(self._rows.index(self._rows.keys.index(key), 0))

    def ticks(self) -> list[str]:
        """Return the keys of the rows ticked, from top to bottom."""
        return [key for key in self._rows.keys if key in self._rows.ticks]

    def tick(self, key: str, *, is_on: bool = True) -> None:
        """Tick a row, or take its tick away."""
        self._rows.tick(key, is_on=is_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, tick with Space."""
        key = self.current_key()
        if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key and self._is_ticked and event.key() == Qt.Key.Key_Space:
            self.tick(key, is_on=key not in self._rows.ticks)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.keys[index.row()])

    def _tell_chosen(self) -> None:
        key = self.current_key()
        if key:
            self.chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        self._share_width()

    def _measure(self) -> None:
        """Look how wide the columns want to be, by their titles and texts."""
        small = QFontMetrics(theme.font(TextRole.SMALL))
        self._widths = []
        for at, column in enumerate(self._rows.columns):
            title = small.horizontalAdvance(_(column.title)) if column.title else 0
            self._widths.append(0 if column.is_wide else max(title, self._widest(at)) + 2 * _PADDING + _SLACK)
        self._share_width()

    def _widest(self, at: int) -> int:
        column = self._rows.columns[at]
        metrics = QFontMetrics(theme.font(TextRole.BODY, strong=column.is_strong))
        rows = column.widest(self._rows.rows.values())
        widest = max((metrics.horizontalAdvance(text) for text in set(map(column.text, rows))), default=0)
        has_icon = column.icon is not _no_icon and any(map(column.icon, rows))
        room = (theme.ICON + theme.space(1.5)) * (has_icon + (self._is_ticked and at == 0))
        return widest + room

    def _share_width(self) -> None:
        """Give the wide columns what is left; where that is too little, the widest of the others give way."""
        wide = [at for at, column in enumerate(self._rows.columns) if column.is_wide]
        widths, room = list(self._widths), self.viewport().width()
        lacking = sum(widths) + _LEAST_WIDE * len(wide) - room
        if lacking > 0 and widths:
            widest = widths.index(max(widths))
            widths[widest] = max(widths[widest] - lacking, _LEAST)
        rest = max(room - sum(widths), 0)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, rest // len(wide) if at in wide else width)

    def retranslate(self) -> None:
        """Word the titles again; the rows are the caller's."""
        self._rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._rows.columns) - 1)
        self._measure()
