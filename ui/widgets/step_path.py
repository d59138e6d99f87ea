"""The eight steps as a path that runs in reading direction."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.theme import TextRole
from ui.widgets.labels import plain_tooltip
from ui.widgets.progress_ring import StepMark, StepState, paint_step, step_in_words

_CIRCLE = 34


class _PathStep(QAbstractButton):
    """One circle with its title below and half of the line to each neighbour."""

    def __init__(self, title: str, state: StepState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.is_current = False
        self.is_first = False
        self.is_last = False
        self.reached = False
        self.lines = 1
        self.setText(title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.describe()

    def describe(self) -> None:
        """Tell the step's state to assistive technology and in the tooltip."""
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(step_in_words(self.state))
        self.setToolTip(plain_tooltip(step_in_words(self.state)))

    def sizeHint(self) -> QSize:
        """Return the room for circle and title."""
        line = QFontMetrics(theme.font(TextRole.SMALL)).lineSpacing()
        return QSize(theme.space(24), _CIRCLE + theme.space(4) + self.lines * line)

    def lines_in(self, width: int) -> int:
        """Return how many lines the title takes in a width, in its heavier form."""
        metrics = QFontMetrics(theme.font(TextRole.SMALL, strong=True))
        return 1 if metrics.horizontalAdvance(self.text()) <= width - theme.space(2) else 2

    def changeEvent(self, event: QEvent) -> None:
        """Word the state again after a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint lines, circle, title and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = theme.colours()
        circle = QRectF((self.width() - _CIRCLE) / 2, theme.space(1), _CIRCLE, _CIRCLE)
        self._paint_lines(painter, circle)
        paint_step(painter, circle, self.state, self.is_current)
        quiet = self.state.mark is StepMark.OPEN and not self.is_current
        painter.setFont(theme.font(TextRole.SMALL, strong=self.is_current))
        painter.setPen(QColor(inks.quiet if quiet and not self.underMouse() else inks.text))
        top = round(circle.bottom()) + theme.space(1.5)
        room = QRect(theme.space(1), top, self.width() - theme.space(2), self.height() - top)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            self.text(),
        )
        if self.hasFocus():
            painter.setPen(QPen(QColor(inks.primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()

    def _paint_lines(self, painter: QPainter, circle: QRectF) -> None:
        inks, gap, middle = theme.colours(), theme.space(2), circle.center().y()
        before = (QPointF(0, middle), QPointF(circle.left() - gap, middle))
        after = (QPointF(circle.right() + gap, middle), QPointF(self.width(), middle))
        if self.isRightToLeft():
            before, after = after, before
        closed = self.state.mark is not StepMark.OPEN
        for line, drawn, done in (
            (before, not self.is_first, self.reached),
            (after, not self.is_last, closed),
        ):
            if drawn:
                painter.setPen(QPen(QColor(inks.good if done else inks.line), 2))
                painter.drawLine(*line)


class StepPath(QWidget):
    """The steps side by side; arrows move between them, Enter or a click chooses."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: dict[str, _PathStep] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)

    def set_steps(self, steps: Iterable[tuple[str, str, StepState]]) -> None:
        """Show steps given as key, title and state, in their order."""
        rows = tuple(steps)
        if [key for key, _title, _state in rows] != list(self._steps):
            self._build(rows)
        reached = False
        for key, title, state in rows:
            step = self._steps[key]
            step.setText(title)
            step.state = state
            step.reached = reached
            step.describe()
            step.update()
            reached = state.mark is not StepMark.OPEN
        self._count_lines()

    def _build(self, rows: tuple[tuple[str, str, StepState], ...]) -> None:
        for step in self._steps.values():
            self._line.removeWidget(step)
            step.deleteLater()
        self._steps.clear()
        for at, (key, title, state) in enumerate(rows):
            step = _PathStep(title, state)
            step.is_first, step.is_last = at == 0, at == len(rows) - 1
            step.clicked.connect(self._choose)
            step.installEventFilter(self)
            self._line.addWidget(step, 1)
            self._steps[key] = step

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines of the titles anew."""
        super().resizeEvent(event)
        self._count_lines()

    def _count_lines(self) -> None:
        """Keep room for a second line of titles only where one needs it."""
        steps = self._steps.values()
        width = self.width() // max(len(steps), 1)
        lines = max((step.lines_in(width) for step in steps), default=1)
        for step in steps:
            if step.lines != lines:
                step.lines = lines
                step.updateGeometry()

    def set_current(self, key: str) -> None:
        """Fill the circle of the step that is worked on."""
        for name, step in self._steps.items():
            step.is_current = name == key
            step.update()

    def _choose(self) -> None:
        for key, step in self._steps.items():
            if step is self.sender():
                self.chosen.emit(key)
                return

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move along the path with the arrow keys."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, _PathStep)
        ):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                watched.click()
                return True
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                steps = list(self._steps.values())
                forward = (key is Qt.Key.Key_Right) != self.isRightToLeft()
                here = steps.index(watched) + (1 if forward else -1)
                steps[max(0, min(here, len(steps) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False
