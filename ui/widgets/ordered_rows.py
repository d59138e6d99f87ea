"""Rows that the user puts into order: dragged by their grip, or moved with Alt and an arrow key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons, theme

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Grip(QLabel):
    """Where a row is taken hold of with the mouse."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icons.set_icon(self, "grip", "quiet", theme.ICON)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Take hold."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell how high the pointer is on the screen."""
        self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()


class OrderedRow(QFrame):
    """One row: its grip, and room for what it shows.

    Signals:
        moved: by how many places it is to be moved.
        arrow_pressed: Up or Down was pressed without Alt, as -1 or 1.
        deletion_requested: Delete was pressed.
    """

    moved = Signal(int)
    arrow_pressed = Signal(int)
    deletion_requested = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.grip = Grip(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.space(2))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(1.5), theme.space(1), theme.space(1.5), theme.space(1))
        line.setSpacing(theme.space(1.5))
        line.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self.body, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow, go on with the arrow alone, delete with Delete."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif step is not None:
            self.arrow_pressed.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.deletion_requested.emit()
        else:
            super().keyPressEvent(event)


class OrderedRows(QWidget):
    """Rows below each other, in an order that the user changes.

    Signals:
        moved: the key of a row, and the place it is to have, 0 for the first.
    """

    moved = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[OrderedRow] = []
        self._dragged: OrderedRow | None = None
        self._place = -1
        self._mark = QFrame(self)
        self._mark.setProperty("kind", "mark")
        self._mark.setFixedHeight(2)
        self._mark.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(1))

    @property
    def rows(self) -> Sequence[OrderedRow]:
        """The rows, from top to bottom."""
        return self._rows

    def show_rows(self, rows: Sequence[OrderedRow]) -> None:
        """Show these rows in this order; those that are missing are deleted."""
        for gone in [row for row in self._rows if row not in rows]:
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, row in enumerate(rows):
            if row not in self._rows:
                row.moved.connect(self._move)
                row.arrow_pressed.connect(self._go)
                row.grip.dragged.connect(self._drag)
                row.grip.dropped.connect(self._drop)
            if self._column.indexOf(row) != at:
                self._column.insertWidget(at, row)
                # A widget put elsewhere in the layout keeps its focus, but not its turn for the Tab key.
                row.show()
        self._rows = list(rows)
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _move(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, OrderedRow):
            place = self._rows.index(row) + step
            if 0 <= place < len(self._rows):
                self.moved.emit(row.key, place)

    def _go(self, step: int) -> None:
        row = self.sender()
        if isinstance(row, OrderedRow):
            place = self._rows.index(row) + step
            if 0 <= place < len(self._rows):
                self._rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _drag(self, height: int) -> None:
        grip = self.sender()
        self._dragged = next((row for row in self._rows if row.grip is grip), None)
        y = height - self.mapToGlobal(self.rect().topLeft()).y()
        self._place = sum(y > row.geometry().center().y() for row in self._rows)
        top = self._rows[self._place].y() if self._place < len(self._rows) else self.height()
        self._mark.setGeometry(0, max(0, top - theme.space(0.5) - 1), self.width(), 2)
        self._mark.raise_()
        self._mark.show()

    def _drop(self) -> None:
        self._mark.hide()
        row, self._dragged = self._dragged, None
        if row is None:
            return
        here = self._rows.index(row)
        place = self._place - 1 if self._place > here else self._place
        if place != here:
            self.moved.emit(row.key, place)

    def event(self, event: QEvent) -> bool:
        """Forget a row that was being dragged when everything is shown anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self._mark.hide()
            self._dragged = None
        return super().event(event)
