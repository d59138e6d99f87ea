"""A few counts below each other, each with its name, a bar and the number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from ui import theme
from ui.theme import TextRole, Tone

_BAR = theme.space(2)
_GAP = theme.space(2)
_NAME_SHARE = 0.42


class CountBar(NamedTuple):
    """One count: its name, how many, that in words, and what it means."""

    name: str
    number: int
    text: str
    tone: Tone = Tone.PRIMARY


class CountBars(QWidget):
    """Bars begin at the leading side; the longest one fills what name and number leave."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[CountBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[CountBar]) -> None:
        """Show other counts, from top to bottom."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("\n".join(f"{one.name}: {one.text}" for one in self._bars))
        self.updateGeometry()
        self.update()

    @property
    def bars(self) -> tuple[CountBar, ...]:
        """What is shown."""
        return self._bars

    @property
    def _line(self) -> int:
        return QFontMetrics(theme.font(TextRole.SMALL)).height() + theme.space(1)

    def sizeHint(self) -> QSize:
        """Return the height of all lines."""
        return QSize(theme.space(50), self._line * len(self._bars))

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which a name can still be told."""
        return QSize(theme.space(30), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, bars and numbers."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(TextRole.SMALL))
        metrics = painter.fontMetrics()
        most = max(one.number for one in self._bars) or 1
        names = min(
            max(metrics.horizontalAdvance(one.name) for one in self._bars) + _GAP,
            round(self.width() * _NAME_SHARE),
        )
        numbers = max(metrics.horizontalAdvance(one.text) for one in self._bars) + _GAP
        room = max(self.width() - names - numbers, 0)
        for at, one in enumerate(self._bars):
            self._paint(
                painter,
                one,
                QRect(0, at * self._line, self.width(), self._line),
                names,
                room * one.number // most,
            )
        painter.end()

    def _paint(self, painter: QPainter, one: CountBar, line: QRect, names: int, length: int) -> None:
        inks, metrics = theme.colours(), painter.fontMetrics()
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(inks.quiet))
        name = metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, names - _GAP)
        painter.drawText(self._placed(QRect(0, line.top(), names - _GAP, line.height())), flags, name)
        top = line.center().y() - _BAR // 2
        if length:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(inks.word(one.tone)))
            painter.drawRoundedRect(QRectF(self._placed(QRect(names, top, length, _BAR))), _BAR / 2, _BAR / 2)
        painter.setPen(QColor(inks.text))
        number = QRect(names + length + (_GAP if length else 0), line.top(), line.width(), line.height())
        painter.drawText(self._placed(number), flags, one.text)

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme or font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()
