"""A name, a figure and a bar that shows the figure as a share."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.mirroring import placed
from ui.widgets.row_button import PressableRow

_BAR = theme.space(1.5)


class Bar(QWidget):
    """A share as a bar that fills in reading direction; None leaves it empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self.setFixedHeight(_BAR)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_share(self, share: float | None) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove and what fills it."""
        inks = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks.line))
        painter.drawRoundedRect(QRectF(self.rect()), _BAR / 2, _BAR / 2)
        if self._share:
            filled = placed(self, 0, 0, max(round(self.width() * self._share), _BAR), _BAR)
            painter.setBrush(QColor(inks.primary))
            painter.drawRoundedRect(QRectF(filled), _BAR / 2, _BAR / 2)
        painter.end()


class Meter(PressableRow):
    """A row that is pressed to look closer at what it measures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(role=TextRole.SMALL)
        self._detail = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._figure = PlainLabel(role=TextRole.SMALL)
        theme.set_role(self._figure, TextRole.SMALL, strong=True)
        self._bar = Bar()
        for label in (self._name, self._detail, self._figure):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QHBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(self._name, 1)
        words.addWidget(self._detail)
        words.addWidget(self._figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(1), theme.space(1), theme.space(1), theme.space(1))
        column.setSpacing(theme.space(0.5))
        column.addLayout(words)
        column.addWidget(self._bar)

    def show_measure(self, name: str, figure: str, share: float | None, detail: str = "") -> None:
        """Show what is measured, its figure as written, and the share, 0 to 1, that the bar fills."""
        self._name.setText(name)
        self._detail.setText(detail)
        self._figure.setText(figure)
        self._bar.set_share(share)
        said = _("{name}: {figure}, {detail}") if detail else _("{name}: {figure}")
        self.setAccessibleName(said.format(name=name, figure=figure, detail=detail))
