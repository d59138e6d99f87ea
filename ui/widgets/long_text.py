"""A text of several lines whose field grows with it."""

from __future__ import annotations

from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from models.localisation.text import normalise
from ui import theme
from ui.widgets.editor import Editor, Value

_REST_MS = 2_000
_MOST_ROWS = 14


class TextArea(QPlainTextEdit):
    """The bare field: grows up to a limit, Tab leaves it, and it tells when the focus went."""

    left = Signal()

    def __init__(self, rows: int = 3, parent: QWidget | None = None, most: int = _MOST_ROWS) -> None:
        super().__init__(parent)
        self._rows = rows
        self._is_single = False
        self._most = max(rows, most)
        self._direction = Qt.LayoutDirection.LayoutDirectionAuto
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_direction(Qt.LayoutDirection.LayoutDirectionAuto)
        self._fit()

    def set_single_line(self) -> None:
        """Let the text have one paragraph only, however many lines that takes."""
        self._is_single = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field with Enter where a text has one paragraph only."""
        if self._is_single and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take a text in; line ends become blanks where it has one paragraph only."""
        if self._is_single and source.hasText():
            self.textCursor().insertText(" ".join(source.text().splitlines()))
        else:
            super().insertFromMimeData(source)

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Let the text read in one direction; by itself each paragraph follows its first letter."""
        self._direction = direction
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(direction)
        # Only this keeps the lines at the leading edge: the field knows no leading alignment.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side)
        self.document().setDefaultTextOption(option)

    def set_rows(self, rows: int) -> None:
        """Be that many lines high while the text needs no more."""
        self._rows = rows
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.set_direction(self._direction)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the user has left."""
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew: another width breaks them elsewhere."""
        super().resizeEvent(event)
        self._fit()
        if self.viewport().width() != event.size().width():
            # Qt does not hear of a width that changed while it broke the lines: break them once more.
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
            self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def _fit(self) -> None:
        # QPlainTextEdit measures its document in lines.
        lines = min(max(round(self.document().size().height()), self._rows), self._most)
        margins = 2 * (self.document().documentMargin() + theme.space(1) + 1)
        # Lines are laid out in whole pixels, and one more keeps the scroll bar away from a text that fits.
        height = round(lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + margins) + 1
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)


class AreaEditor(Editor[Value]):
    """What editors around a text area share: saving after a rest, and on leaving."""

    def __init__(self, empty: Value, rows: int, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(empty, parent)
        self._limit = limit
        self.area = TextArea(rows)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._take)
        self.area.textChanged.connect(self._rest.start)
        self.area.textChanged.connect(self.typed)
        self.area.left.connect(self._leave)
        self._hold(self.area)

    def set_placeholder(self, text: str) -> None:
        """Show an example in the empty field."""
        self.area.setPlaceholderText(text)

    def text(self) -> str:
        """Return what stands in the field, normalised and never longer than the limit."""
        return normalise(self.area.toPlainText())[: self._limit].strip()

    def _take(self) -> None:
        """Save while the user goes on writing: the text under the cursor is not touched."""
        value = self._read()
        if value != self._value:
            self._value = value
            self.edited.emit()

    def _leave(self) -> None:
        self._rest.stop()
        if not self.area.isReadOnly():
            self.commit()

    def _put(self, text: str) -> None:
        self._rest.stop()
        if self.area.toPlainText() != text:
            with QSignalBlocker(self.area):
                self.area.setPlainText(text)

    def _lock(self, read_only: bool) -> None:
        self.area.setReadOnly(read_only)

    def set_rest(self, milliseconds: int) -> None:
        """Wait that long after the last key before saving."""
        self._rest.setInterval(milliseconds)

    def _read(self) -> Any:
        raise NotImplementedError


class LongText(AreaEditor[str]):
    """A text of several lines; saved two seconds after the last key and when the field is left."""

    def __init__(self, rows: int = 3, limit: int = 100_000, parent: QWidget | None = None) -> None:
        super().__init__("", rows, limit, parent)

    def _read(self) -> str:
        return self.text()

    def _show(self, value: str) -> None:
        self._put(value)
