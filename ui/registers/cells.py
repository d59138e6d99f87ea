"""How the cells of a register look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from models.domain.fields import Record
from models.localisation.text import isolated
from ui import icons, theme
from ui.language import _
from ui.registers.table_model import MISSING, RecordTable
from ui.theme import TextRole, Theme, Tone
from ui.widgets.labels import plain_tooltip

ROW_HEIGHT = theme.space(10)
PADDING = theme.space(3)
_LONGEST_TOOLTIP = 1_000

Index = QModelIndex | QPersistentModelIndex

# Plain numbers: a table is painted some hundred cells at a time, and flags of Python's own are slow.
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_LINE = (
    Qt.AlignmentFlag.AlignAbsolute.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextSingleLine.value
)
_LEFT = _LINE | Qt.AlignmentFlag.AlignLeft.value
_RIGHT = _LINE | Qt.AlignmentFlag.AlignRight.value


@dataclass(frozen=True)
class _Pens:
    """The inks of one theme, ready to paint with."""

    ground: QColor
    hover: QColor
    selected: QColor
    line: QColor
    words: Mapping[Tone, QColor]
    quiet: QColor
    missing: QColor
    focus: QPen


@cache
def _pens(which: Theme) -> _Pens:
    inks = theme.colours(which)
    return _Pens(
        ground=QColor(inks.raised),
        hover=QColor(inks.hover),
        selected=QColor(inks.primary_tint),
        line=QColor(inks.line),
        words={tone: QColor(inks.word(tone)) for tone in Tone},
        quiet=QColor(inks.quiet),
        missing=QColor(inks.accent_text),
        focus=QPen(QColor(inks.primary), 2),
    )


class CellPainter(QStyledItemDelegate):
    """Paints cells in the theme's inks: the name stands out, what is still needed is marked."""

    def __init__(self, table: RecordTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.hovered_row = -1
        self._name_column = next(
            (at for at, spec in enumerate(table.columns) if spec.name == table.register.name), -1
        )
        self._fonts: dict[bool, tuple[QFont, QFontMetrics]] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, line, text and, on the current cell, the focus."""
        rect, state, pens = option.rect, option.state.value, _pens(theme.current_theme())
        row, column = index.row(), index.column()
        if state & _SELECTED:
            painter.fillRect(rect, pens.selected)
        else:
            painter.fillRect(rect, pens.hover if row == self.hovered_row else pens.ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, pens.line)
        self._write(painter, option, row, column)
        if state & _FOCUSED:
            painter.setPen(pens.focus)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        record, pens = self._table.record_at(row), _pens(theme.current_theme())
        room = option.rect.adjusted(PADDING, 0, -PADDING, -1)
        value = getattr(record, self._table.columns[column].name, None)
        if isinstance(value, bool):
            _tick(painter, option, room, value)
            return
        text, pen = self.shown_text(row, column), pens.words[self._table.tone(row, column)]
        if text is MISSING:
            pen = pens.missing
        elif is_cancelled(record):
            pen = pens.quiet
        font, metrics = self._font(column)
        painter.setFont(font)
        painter.setPen(pen)
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        shortened = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _RIGHT if is_rtl else _LEFT, shortened)

    def _font(self, column: int) -> tuple[QFont, QFontMetrics]:
        is_name = column == self._name_column
        if is_name not in self._fonts:
            font = theme.font(TextRole.BODY, strong=is_name)
            self._fonts[is_name] = (font, QFontMetrics(font))
        return self._fonts[is_name]

    def shown_text(self, row: int, column: int) -> str:
        """Return the text of a cell, as it is drawn where there is room."""
        if self._table.is_missing(row, column):
            return MISSING
        text = self._table.cell(row, column)
        return isolated(text) if text else ""

    def wanted_width(self, row: int, column: int) -> int:
        """Return the room that the whole text of a cell would take in one line."""
        text = self.shown_text(row, column)
        return self._font(column)[1].horizontalAdvance(text) + 2 * PADDING + 2 if text else 0

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of the whole text in one line."""
        return QSize(self.wanted_width(index.row(), index.column()), ROW_HEIGHT)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell that is cut off, and say what a mark means."""
        if not index.isValid():
            return False
        row, column = index.row(), index.column()
        text = ""
        if self._table.is_missing(row, column):
            text = _("This is still needed.")
        elif self.wanted_width(row, column) > option.rect.width():
            text = self._table.whole_text(row, column)[:_LONGEST_TOOLTIP]
        QToolTip.showText(event.globalPos(), plain_tooltip(text), view)
        return True


def _tick(painter: QPainter, option: QStyleOptionViewItem, room: QRect, is_true: bool) -> None:
    """Draw a yes; a column of words would be hard to look over, and a no stays empty."""
    if is_true:
        size = QSize(theme.ICON, theme.ICON)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        place = QStyle.alignedRect(option.direction, leading, size, room)
        painter.drawPixmap(place, icons.icon("check", "good").pixmap(size))


def is_cancelled(record: Record) -> bool:
    """Return whether a record that is never deleted was cancelled with a reason."""
    return bool(getattr(record, "cancelled_because", ""))
