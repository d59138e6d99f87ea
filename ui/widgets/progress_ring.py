"""Progress as a ring: the state of a step, and a share in percent."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, language, theme
from ui.language import _
from ui.theme import TextRole


class StepMark(Enum):
    """Whether a step is closed, and how."""

    OPEN = "open"
    CLOSED = "closed"
    FLAGGED = "flagged"


@dataclass(frozen=True)
class StepState:
    """A step's number, the share of it that is done (0 to 1), and whether it is closed.

    A step is flagged when it was closed with a written reason though its gate was not met.
    """

    number: int
    share: float = 0.0
    mark: StepMark = StepMark.OPEN


def step_in_words(state: StepState) -> str:
    """Return the state as a sentence, for a tooltip and for assistive technology."""
    speech = language.current()
    if state.mark is StepMark.CLOSED:
        return _("Step {number}: closed").format(number=speech.number(state.number))
    if state.mark is StepMark.FLAGGED:
        return _("Step {number}: closed with a reason").format(number=speech.number(state.number))
    return _("Step {number}: {share} done").format(
        number=speech.number(state.number), share=speech.percent(state.share)
    )


def paint_step(painter: QPainter, rect: QRectF, state: StepState, current: bool = False) -> None:
    """Paint a step's ring into a square: number, check or flag; the current one is filled."""
    inks = theme.colours()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if state.mark is StepMark.OPEN and not current:
        paint_arc(painter, rect, state.share, max(rect.width() / 9, 2.0))
        _paint_number(painter, rect, state.number, inks.quiet if state.share == 0 else inks.text)
        return
    fill = {StepMark.OPEN: inks.primary, StepMark.CLOSED: inks.good, StepMark.FLAGGED: inks.late}[state.mark]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(rect)
    if state.mark is StepMark.OPEN:
        _paint_number(painter, rect, state.number, inks.on_primary)
        return
    name = "check" if state.mark is StepMark.CLOSED else "flag"
    size = round(rect.width() * 0.6)
    picture = icons.pixmap(name, "on_primary", size, painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.center() - QPointF(size / 2, size / 2), picture)


def paint_arc(painter: QPainter, rect: QRectF, share: float, width: float) -> None:
    """Paint a ring of which a share, 0 to 1, is filled clockwise from the top."""
    inks = theme.colours()
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(inks.line), width))
    painter.drawEllipse(inner)
    if share > 0:
        painter.setPen(QPen(QColor(inks.primary), width, c=Qt.PenCapStyle.FlatCap))
        # Qt counts sixteenths of a degree, counter-clockwise from three o'clock.
        painter.drawArc(inner, 90 * 16, -round(min(share, 1.0) * 360 * 16))


def _paint_number(painter: QPainter, rect: QRectF, number: int, colour: str) -> None:
    face = theme.font(TextRole.SMALL, strong=True)
    face.setPixelSize(max(round(rect.width() * (0.5 if rect.width() < 28 else 0.4)), 10))
    painter.setFont(face)
    painter.setPen(QColor(colour))
    text = language.current().number(number)
    ink = painter.fontMetrics().tightBoundingRect(text)
    # Digits have no descenders: centring the line box would leave them high.
    at = rect.center() - QPointF(ink.center().x() + 0.5, ink.center().y() + 0.5)
    painter.drawText(at, text)


class StepRing(QWidget):
    """A step's state as a small ring."""

    def __init__(self, state: StepState, diameter: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(diameter, diameter)
        self._state = state
        self.set_state(state)

    def set_state(self, state: StepState) -> None:
        """Show another state."""
        self._state = state
        self.setToolTip(step_in_words(state))
        self.setAccessibleName(step_in_words(state))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        paint_step(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._state)
        painter.end()


class PercentRing(QWidget):
    """A share as a large ring with its percentage inside."""

    def __init__(self, share: float | None = None, diameter: int = 96, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diameter = diameter
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_share(share)

    def set_share(self, share: float | None) -> None:
        """Show another share, 0 to 1; None, not known yet, is shown as a dash."""
        self._share = share
        self.setAccessibleName(self._text())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square of the ring."""
        return QSize(self._diameter, self._diameter)

    def _text(self) -> str:
        return "–" if self._share is None else language.current().percent(self._share)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring and the percentage."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(0, 0, self._diameter, self._diameter).adjusted(1, 1, -1, -1)
        paint_arc(painter, square, self._share or 0.0, self._diameter / 9.5)
        face = theme.font(TextRole.HEADING)
        face.setPixelSize(round(self._diameter * 0.23))
        painter.setFont(face)
        painter.setPen(QColor(theme.colours().text))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._text())
        painter.end()
