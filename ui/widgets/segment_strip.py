"""A strip of small segments, one for each of several things, that lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.theme import Tone
from ui.widgets.labels import plain_tooltip

_BAR = theme.space(2)
_HEIGHT = theme.space(7)
_DOT = theme.space(1)


class Segment(NamedTuple):
    """One thing: its key, what it is and how it stands in words, its tone (None while it is open), a mark."""

    key: str
    words: str
    tone: Tone | None = None
    is_marked: bool = False


class _SegmentButton(QAbstractButton):
    """One segment; a press leads to its thing."""

    def __init__(self, segment: Segment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segment = segment
        self.is_current = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_segment(segment)

    def show_segment(self, segment: Segment) -> None:
        """Show how the thing stands now."""
        self.segment = segment
        self.setAccessibleName(segment.words)
        self.setToolTip(plain_tooltip(segment.words))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height that is easily hit."""
        return QSize(_HEIGHT, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bar, mark, the frame of the current one, and the focus."""
        inks = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(2, (self.height() - _BAR) / 2, self.width() - 4, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        tone = self.segment.tone
        painter.setBrush(QColor(inks.word(tone) if tone else inks.line))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        if self.segment.is_marked:
            painter.setBrush(QColor(inks.accent))
            painter.drawEllipse(QRectF((self.width() - _DOT) / 2, 1, _DOT, _DOT))
        if self.is_current or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(inks.primary if self.hasFocus() else inks.text), 1.5))
            around = bar.adjusted(-1, -3, 1, 3)
            painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)
        painter.end()


class SegmentStrip(QWidget):
    """The segments in reading direction; arrows move along them, Space, Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_SegmentButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(0.5))

    def set_segments(self, segments: Sequence[Segment], current: str) -> None:
        """Show things in their order; the current one is framed."""
        while len(self._buttons) > len(segments):
            gone = self._buttons.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, segment in enumerate(segments):
            if at == len(self._buttons):
                self._append(segment)
            button = self._buttons[at]
            button.is_current = segment.key == current
            is_stop = button.is_current or (at == 0 and current not in [one.key for one in segments])
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_stop else Qt.FocusPolicy.ClickFocus)
            button.show_segment(segment)

    def _append(self, segment: Segment) -> None:
        button = _SegmentButton(segment, self)
        button.clicked.connect(self._choose)
        button.installEventFilter(self)
        self._buttons.append(button)
        self._row.addWidget(button, 1)

    def buttons(self) -> list[QAbstractButton]:
        """Return the segments in their order."""
        return list(self._buttons)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, _SegmentButton):
            self.chosen.emit(button.segment.key)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move along the strip with the arrow keys."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if not isinstance(watched, _SegmentButton):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            watched.click()
            return True
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        forward = (key is Qt.Key.Key_Right) != self.isRightToLeft()
        goal = self._buttons.index(watched) + (1 if forward else -1)
        self._buttons[max(0, min(goal, len(self._buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        return True
