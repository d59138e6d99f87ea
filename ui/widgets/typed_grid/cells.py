"""How a typed cell looks, and the line that opens in it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.localisation.text import isolated
from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.typed_grid.model import TypedModel

PADDING = theme.space(2)
_Index = QModelIndex | QPersistentModelIndex
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus


class TypedCells(QStyledItemDelegate):
    """Paints cells and opens a line in one; `typed` tells what was entered there.

    Signals:
        typed: row, column and text of a cell that was left with Enter, Tab, or by going elsewhere.
        left: the key with which the open line was left.
    """

    typed = Signal(int, int, str)
    left = Signal(int)

    def __init__(self, model: TypedModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, text and lines; a cell with a problem has its sign."""
        inks, rect = theme.colours(), option.rect
        content = self._model.content(index.row(), index.column())
        is_locked = self._model.is_locked(index.row(), index.column())
        if option.state & _SELECTED:
            ground = QColor(inks.primary_tint)
        elif content.problem:
            ground = QColor(inks.tint(Tone.BROKEN if content.tone is Tone.BROKEN else Tone.LATE))
        else:
            ground = QColor(inks.surface if is_locked else inks.raised)
        painter.fillRect(rect, ground)
        line = QColor(inks.line)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.fillRect(rect.left() if is_rtl else rect.right(), rect.top(), 1, rect.height(), line)
        room = rect.adjusted(PADDING, 0, -PADDING, 0)
        if content.problem:
            room = self._sign(painter, room, content.tone, is_rtl)
        painter.setFont(theme.font(TextRole.BODY))
        painter.setPen(QColor(inks.word(content.tone)))
        text = " ".join(content.text[:300].split())
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, isolated(shown))
        if option.state & _FOCUSED:
            painter.setPen(QPen(QColor(inks.primary), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    @staticmethod
    def _sign(painter: QPainter, room: QRect, tone: Tone, is_rtl: bool) -> QRect:
        """Draw the sign of a problem at the end of a cell and return what is left of its room."""
        size = theme.space(3.5)
        x = room.left() if is_rtl else room.right() - size
        shown = icons.pixmap("warning", (tone if tone is Tone.BROKEN else Tone.LATE).value, size)
        painter.drawPixmap(x, room.center().y() - size // 2, shown)
        beside = size + theme.space(1)
        return room.adjusted(beside, 0, 0, 0) if is_rtl else room.adjusted(0, 0, -beside, 0)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        """Return the line."""
        line = QLineEdit(parent)
        line.setProperty("kind", "cell")
        line.setFont(theme.font(TextRole.BODY))
        line.setAccessibleName(str(self._model.data(index, Qt.ItemDataRole.AccessibleTextRole)))
        return line

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Begin with what stands in the cell."""
        if isinstance(editor, QLineEdit):
            editor.setText(self._model.content(index.row(), index.column()).text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:  # noqa: ARG002
        """Tell what was entered, if it is anything else than before."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            editor.setModified(False)
            self.typed.emit(index.row(), index.column(), editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave the line downwards with Enter and onwards with Tab; give it up with Escape."""
        if isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            key = event.key()
            if event.type() == QEvent.Type.ShortcutOverride and key == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and key in _LEAVING:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.left.emit(key)
                return True
        return super().eventFilter(editor, event)


_LEAVING = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
)
