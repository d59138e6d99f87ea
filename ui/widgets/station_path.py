"""A way as a path of stations in reading direction, moved along and put in another order by key and mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui import theme
from ui.theme import TextRole
from ui.widgets.labels import plain_tooltip
from ui.widgets.mirroring import placed

_CIRCLE = theme.space(8)
_WIDTH = theme.space(30)
_TITLE_LINES = 2
_DETAIL_LINES = 2
_WRAP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Station(NamedTuple):
    """One stop: its key, its number as written, what happens there, and where the two sides meet."""

    key: str
    number: str
    title: str
    detail: str


class _StationButton(QAbstractButton):
    """A circle with its title and detail below, and half of the line to each neighbour."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, station: Station, parent: QWidget) -> None:
        super().__init__(parent)
        self.station = station
        self.is_first = False
        self.is_last = False
        self.is_current = False
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_station(station)

    def show_station(self, station: Station) -> None:
        """Show what the station is called now."""
        self.station = station
        words = " · ".join(filter(None, (station.number, station.title, station.detail)))
        self.setAccessibleName(words)
        self.setToolTip(plain_tooltip("\n".join(filter(None, (station.title, station.detail)))))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a press began: it may become a move."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the station along once the mouse has gone far enough."""
        here = event.position().toPoint()
        if self._pressed_at is not None and not self._is_dragged:
            far = (here - self._pressed_at).manhattanLength()
            self._is_dragged = far >= QApplication.startDragDistance()
        if self._is_dragged:
            self.dragged.emit(self.mapToParent(here))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put a carried station down; a plain press chooses it."""
        was_dragged, self._is_dragged, self._pressed_at = self._is_dragged, False, None
        if was_dragged:
            self.setDown(False)
            self.dropped.emit(self.mapToParent(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, circle, words and focus."""
        inks = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF((self.width() - _CIRCLE) / 2, theme.space(1), _CIRCLE, _CIRCLE)
        self._paint_line(painter, circle)
        painter.setPen(QPen(QColor(inks.primary), 1.5))
        painter.setBrush(QColor(inks.primary if self.is_current else inks.primary_tint))
        painter.drawEllipse(circle)
        painter.setPen(QColor(inks.on_primary if self.is_current else inks.primary))
        painter.setFont(theme.font(TextRole.SMALL, strong=True))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self.station.number)
        self._paint_words(painter, round(circle.bottom()) + theme.space(1.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(inks.primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()

    def _paint_line(self, painter: QPainter, circle: QRectF) -> None:
        painter.setPen(QPen(QColor(theme.colours().primary), 2))
        y = circle.center().y()
        leading, trailing = (self.width(), 0) if self.isRightToLeft() else (0, self.width())
        if not self.is_first:
            painter.drawLine(QPointF(leading, y), circle.center())
        if not self.is_last:
            painter.drawLine(circle.center(), QPointF(trailing, y))

    def _paint_words(self, painter: QPainter, top: int) -> None:
        inks = theme.colours()
        hovered = self.underMouse() or self.is_current
        for text, lines, ink, strong in (
            (self.station.title, _TITLE_LINES, inks.primary if hovered else inks.text, True),
            (self.station.detail, _DETAIL_LINES, inks.quiet, False),
        ):
            font = theme.font(TextRole.SMALL, strong=strong)
            metrics = QFontMetrics(font)
            room = QRect(theme.space(1.5), top, self.width() - theme.space(3), _height(lines, metrics))
            painter.setFont(font)
            painter.setPen(QColor(ink))
            shown = _fitting(text, metrics, room)
            painter.drawText(room, _WRAP, shown)
            top += min(metrics.boundingRect(room, _WRAP, shown).height(), room.height())


def _height(lines: int, metrics: QFontMetrics) -> int:
    """Return how high some lines are drawn, which is a little more than their spacing."""
    return metrics.boundingRect(QRect(0, 0, 1_000, 1_000), _WRAP, "\n".join("x" * lines)).height() + 2


def _fitting(text: str, metrics: QFontMetrics, room: QRect) -> str:
    """Return as much of a text as fits into the lines of its room, with an ellipsis where it is cut."""
    line = " ".join(text[:200].split())
    unbounded = QRect(room.left(), room.top(), room.width(), 10_000)
    if metrics.boundingRect(unbounded, _WRAP, line).height() <= room.height():
        return line
    words = line.split(" ")
    while len(words) > 1:
        words.pop()
        shown = " ".join(words) + "…"
        if metrics.boundingRect(unbounded, _WRAP, shown).height() <= room.height():
            return shown
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())


class StationPath(QWidget):
    """Stations in as many lines as they need.

    Arrows move between them; Enter, Space or a click chooses one; Alt with an arrow, or the mouse, moves one.

    Signals:
        chosen: the key of a station.
        moved: the key of a station, and the place it is to have, from 0.
        grown: the stations need another height.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[_StationButton] = []
        self._mark: int | None = None
        self._is_locked = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_read_only(self, read_only: bool) -> None:
        """Let the stations stay where they are, or be moved again."""
        self._is_locked = read_only

    def set_stations(self, stations: Sequence[Station], current: str = "") -> None:
        """Show stations in their order; the one with the focus keeps it wherever it has gone."""
        focus = next((one.station.key for one in self._buttons if one.hasFocus()), "")
        while len(self._buttons) > len(stations):
            gone = self._buttons.pop()
            gone.hide()
            gone.deleteLater()
        for at, station in enumerate(stations):
            if at == len(self._buttons):
                self._buttons.append(self._made(station))
            button = self._buttons[at]
            button.is_first, button.is_last = at == 0, at == len(stations) - 1
            button.is_current = station.key == current
            button.show_station(station)
            if station.key == focus:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arrange()

    def _made(self, station: Station) -> _StationButton:
        button = _StationButton(station, self)
        button.clicked.connect(self._choose)
        button.dragged.connect(self._show_mark)
        button.dropped.connect(self._drop)
        button.installEventFilter(self)
        button.show()
        return button

    def keys(self) -> list[str]:
        """Return the keys of the stations in their order."""
        return [button.station.key for button in self._buttons]

    def button(self, key: str) -> QAbstractButton:
        """Return the station of a key."""
        return next(button for button in self._buttons if button.station.key == key)

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, _StationButton):
            self.chosen.emit(button.station.key)

    # Order

    def _columns(self) -> int:
        """Return how many stations stand in a line, so that all lines are nearly alike."""
        most = max(self.width() // _WIDTH, 1)
        lines = -(-len(self._buttons) // most) or 1
        return -(-len(self._buttons) // lines) or 1

    def _line_height(self) -> int:
        metrics = QFontMetrics(theme.font(TextRole.SMALL, strong=True))
        return _CIRCLE + theme.space(4) + _height(_TITLE_LINES, metrics) + _height(_DETAIL_LINES, metrics)

    def _arrange(self) -> None:
        columns, height = self._columns(), self._line_height()
        width = min(self.width() // columns, 2 * _WIDTH)
        for at, button in enumerate(self._buttons):
            line, place = divmod(at, columns)
            button.setGeometry(placed(self, place * width, line * height, width, height))
        lines = -(-len(self._buttons) // columns)
        wanted = lines * height
        if wanted != self.height() or wanted != self.minimumHeight():
            self.setFixedHeight(wanted)
            self.grown.emit()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        return QSize(_WIDTH, self._line_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the stations into other lines."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _place_at(self, point: QPoint) -> int:
        """Return the place of the station that a point is nearest to."""
        if not self._buttons:
            return 0
        width, height = self._buttons[0].width(), self._line_height()
        x = self.width() - point.x() if self.isRightToLeft() else point.x()
        columns = self._columns()
        place = max(point.y() // height, 0) * columns + min(max(x // max(width, 1), 0), columns - 1)
        return min(max(place, 0), len(self._buttons) - 1)

    def _show_mark(self, point: QPoint) -> None:
        self._mark = None if self._is_locked else self._place_at(point)
        self.update()

    def _drop(self, point: QPoint) -> None:
        button = self.sender()
        self._mark = None
        self.update()
        if isinstance(button, _StationButton) and not self._is_locked:
            self._move(button, self._place_at(point))

    def _move(self, button: _StationButton, to: int) -> None:
        here = self._buttons.index(button)
        goal = max(0, min(to, len(self._buttons) - 1))
        if goal != here:
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.moved.emit(button.station.key, goal)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint where a carried station would be put down."""
        if self._mark is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours().primary), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.colours().primary_tint))
        around = QRectF(self._buttons[self._mark].geometry()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(around, theme.RADIUS, theme.RADIUS)
        painter.end()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move along the path with the arrow keys, and a station with Alt."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, _StationButton):
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            watched.click()
            return True
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        forward = (key is Qt.Key.Key_Right) != self.isRightToLeft()
        goal = self._buttons.index(watched) + (1 if forward else -1)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if not self._is_locked:
                self._move(watched, goal)
            return True
        self._buttons[max(0, min(goal, len(self._buttons) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        return True
