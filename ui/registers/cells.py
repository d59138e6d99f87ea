"""How the cells of a register look."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from models.domain.fields import Record
from models.localisation.text import isolated
from ui import theme
from ui.language import _
from ui.registers.table_model import MISSING, RecordTable
from ui.theme import TextRole
from ui.widgets.labels import plain_tooltip

ROW_HEIGHT = theme.space(10)
PADDING = theme.space(3)
_LONGEST_TOOLTIP = 1_000

Index = QModelIndex | QPersistentModelIndex


class CellPainter(QStyledItemDelegate):
    """Paints cells in the theme's inks: the name stands out, what is still needed is marked."""

    def __init__(self, table: RecordTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.hovered_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, line, text and, on the current cell, the focus."""
        rect, inks = option.rect, theme.colours()
        painter.save()
        painter.fillRect(rect, QColor(self._ground(option, index.row())))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(inks.line))
        self._write(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(inks.primary), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _ground(self, option: QStyleOptionViewItem, row: int) -> str:
        inks = theme.colours()
        if option.state & QStyle.StateFlag.State_Selected:
            return inks.primary_tint
        return inks.hover if row == self.hovered_row else inks.raised

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        font = theme.font(TextRole.BODY, strong=self.is_name(index))
        room = option.rect.adjusted(PADDING, 0, -PADDING, -1)
        text = QFontMetrics(font).elidedText(
            self.shown_text(index), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(QColor(self._ink(index)))
        painter.setLayoutDirection(option.direction)
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, flags.value | Qt.TextFlag.TextSingleLine.value, text)

    def is_name(self, index: Index) -> bool:
        """Return whether a cell holds what its record is called by."""
        return self._table.columns[index.column()].name == self._table.register.name

    def shown_text(self, index: Index) -> str:
        """Return the text of a cell, as it is drawn where there is room."""
        row, column = index.row(), index.column()
        if self._table.is_missing(row, column):
            return MISSING
        text = self._table.cell(row, column)
        return isolated(text) if text else ""

    def _ink(self, index: Index) -> str:
        inks = theme.colours()
        if self._table.is_missing(index.row(), index.column()):
            return inks.accent_text
        return inks.quiet if is_cancelled(self._table.record_at(index.row())) else inks.text

    def wanted_width(self, index: Index) -> int:
        """Return the room that the whole text would take in one line."""
        metrics = QFontMetrics(theme.font(TextRole.BODY, strong=self.is_name(index)))
        return metrics.horizontalAdvance(self.shown_text(index)) + 2 * PADDING + 2

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of the whole text in one line."""
        return QSize(self.wanted_width(index), ROW_HEIGHT)

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole text of a cell that is cut off, and say what a mark means."""
        if not index.isValid():
            return False
        text = ""
        if self._table.is_missing(index.row(), index.column()):
            text = _("This is still needed.")
        elif self.wanted_width(index) > option.rect.width():
            text = self._table.whole_text(index.row(), index.column())[:_LONGEST_TOOLTIP]
        QToolTip.showText(event.globalPos(), plain_tooltip(text), view)
        return True


def is_cancelled(record: Record) -> bool:
    """Return whether a record that is never deleted was cancelled with a reason."""
    return bool(getattr(record, "cancelled_because", ""))
