"""The list of cases: two lines and a state each, painted, so that ten thousand are no burden."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.domain.ids import RecordId
from ui import theme
from ui.theme import TextRole, Tone
from ui.workspaces.complaints.case_model import CaseModel, Line

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = theme.space(16)
_SIDE = theme.space(4)
_GAP = theme.space(2)
_CHIP_HEIGHT = theme.space(5.5)
_SELECTED = QStyle.StateFlag.State_Selected
_HOVERED = QStyle.StateFlag.State_MouseOver
_LINE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class CaseDelegate(QStyledItemDelegate):
    """Paints a case: number and text, day and customer, and its state as a chip."""

    def __init__(self, cases: CaseModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cases = cases

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of every row."""
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, words and chip."""
        inks, rect, line = theme.colours(), option.rect, self._cases.line(index.row())
        is_rtl = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & _SELECTED:
            painter.fillRect(rect, QColor(inks.primary_tint))
            edge = rect.right() - 2 if is_rtl else rect.left()
            painter.fillRect(QRect(edge, rect.top(), 3, rect.height()), QColor(inks.primary))
        elif option.state & _HOVERED:
            painter.fillRect(rect, QColor(inks.hover))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(inks.line))
        room = rect.adjusted(_SIDE, theme.space(2), -_SIDE, -theme.space(2))
        upper = QRect(room.left(), room.top(), room.width(), room.height() // 2)
        lower = upper.translated(0, upper.height())
        self._write(painter, upper, line.title, Tone.TEXT, is_rtl=is_rtl, strong=True)
        chip = self._paint_chip(painter, lower, line, is_rtl=is_rtl)
        left = 0 if not is_rtl else chip
        words = lower.adjusted(left, 0, left - chip, 0)
        self._write(painter, words, line.detail, Tone.QUIET, is_rtl=is_rtl)
        painter.restore()

    @staticmethod
    def _write(
        painter: QPainter, room: QRect, text: str, tone: Tone, *, is_rtl: bool, strong: bool = False
    ) -> None:
        font = theme.font(TextRole.BODY if strong else TextRole.SMALL, strong=strong)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setPen(QColor(theme.colours().word(tone)))
        painter.drawText(room, _LINE | side, shown)

    @staticmethod
    def _paint_chip(painter: QPainter, room: QRect, line: Line, *, is_rtl: bool) -> int:
        """Draw the state at the end of a line and return the room it takes."""
        inks, font = theme.colours(), theme.font(TextRole.SMALL)
        most = room.width() * 2 // 3
        text = QFontMetrics(font).elidedText(line.chip, Qt.TextElideMode.ElideRight, most)
        width = QFontMetrics(font).horizontalAdvance(text) + 2 * _GAP
        left = room.left() if is_rtl else room.right() - width
        top = room.top() + (room.height() - _CHIP_HEIGHT) // 2
        place = QRect(left, top, width, _CHIP_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks.tint(line.tone)))
        painter.drawRoundedRect(QRectF(place), _CHIP_HEIGHT / 2, _CHIP_HEIGHT / 2)
        painter.setPen(QPen(QColor(inks.word(line.tone))))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
        return width + _GAP


class CaseList(QListView):
    """Chooses a case; arrows move, Enter goes on to it.

    Signals:
        chosen: the id of the case that the user has chosen; opened: the one on which Enter was pressed.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, cases: CaseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases = cases
        self._wanted: RecordId | None = None
        self._is_choosing = False
        self.setModel(cases)
        self.setItemDelegate(CaseDelegate(cases, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._tell)
        cases.arranged.connect(self._keep)

    def choose(self, record_id: RecordId | None) -> None:
        """Choose a case without any signal, and keep it chosen; none where it is not listed."""
        self._wanted = record_id
        self._keep()

    def _keep(self) -> None:
        row = self._cases.row_of(self._wanted)
        self._is_choosing = True
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif self.currentIndex().row() != row or not self.selectionModel().hasSelection():
            self.setCurrentIndex(self._cases.index(row))
        self._is_choosing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(self._cases.case_at(index.row()).id)
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_choosing:
            case = self._cases.case_at(index.row())
            self._wanted = case.id
            self.chosen.emit(case.id)
