"""The search field of the header."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.actions import shortcut_text
from ui.language import _
from ui.theme import TextRole
from ui.widgets.search_field import SearchField

_WIDTH = theme.space(48)
_NARROWEST = theme.space(28)
_EDGE = theme.space(3)
_ROWS_OF = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_LEAVING = frozenset(
    {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
)


class HeaderSearch(SearchField):
    """Keeps the keyboard while its results are gone through.

    Signals:
        moved: the number of rows to go on in the results, negative for back.
        accepted: the present result is to be opened.
        left: the user went on elsewhere. escaped: they want one step back.
        entered: the field has the keyboard.
    """

    moved = Signal(int)
    accepted = Signal()
    left = Signal()
    escaped = Signal()
    entered = Signal()

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._action = action
        self.setMaximumWidth(_WIDTH)
        self.setMinimumWidth(_NARROWEST)
        action.triggered.connect(self.begin)
        self.retranslate()

    def begin(self) -> None:
        """Take the keyboard, ready for another text."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def sizeHint(self) -> QSize:
        """Return the size at which it is comfortable."""
        return QSize(_WIDTH, super().sizeHint().height())

    def retranslate(self) -> None:
        """Word it in the current language."""
        self.set_placeholder(_("Search"))
        self.setAccessibleName(_("Search in everything"))
        self.setToolTip(self._action.toolTip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the results, open one, or leave."""
        key = Qt.Key(event.key())
        if key in _ROWS_OF:
            self.moved.emit(_ROWS_OF[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the results again."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave when the user goes on elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() in _LEAVING:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show, while the field is empty, the keys that lead here."""
        super().paintEvent(event)
        if self.text() or self.hasFocus():
            return
        painter = QPainter(self)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(QColor(theme.colours().quiet))
        room = QRect(self.rect()).adjusted(_EDGE, 0, -_EDGE, 0)
        end = Qt.AlignmentFlag.AlignLeft if self.isRightToLeft() else Qt.AlignmentFlag.AlignRight
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.drawText(room, end | Qt.AlignmentFlag.AlignVCenter, shortcut_text(self._action))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
