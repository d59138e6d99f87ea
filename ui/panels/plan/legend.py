"""What the bars of the plan mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.marking import N_
from ui import theme
from ui.language import _
from ui.panels.plan.painting import PLANNED_HEIGHT, TASK_BAR_HEIGHT
from ui.theme import TextRole, Tone
from ui.widgets.labels import PlainLabel

_WIDTH = theme.space(6)


class _Meaning(NamedTuple):
    """One kind of bar: its colour by theme, its height, and its name, a message of the catalogue."""

    colour: Callable[[], str]
    height: int
    name: str


_MEANINGS: Sequence[_Meaning] = (
    _Meaning(lambda: theme.colours().good, TASK_BAR_HEIGHT, N_("finished")),
    _Meaning(lambda: theme.colours().primary, TASK_BAR_HEIGHT, N_("under way")),
    _Meaning(lambda: theme.colours().edge, TASK_BAR_HEIGHT, N_("to come")),
    _Meaning(lambda: theme.colours().late, TASK_BAR_HEIGHT, N_("later than planned")),
    _Meaning(lambda: theme.colours().edge, PLANNED_HEIGHT, N_("as planned at first")),
)


class _Swatch(QWidget):
    """A short piece of a bar."""

    def __init__(self, meaning: _Meaning, parent: QWidget) -> None:
        super().__init__(parent)
        self._meaning = meaning
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size of the piece with the room round it."""
        return QSize(_WIDTH, theme.space(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it as the tree does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._meaning.colour()))
        height = self._meaning.height
        bar = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.drawRoundedRect(bar, height / 2, height / 2)
        painter.end()


class Legend(QWidget):
    """All kinds of bars in a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(1.5), theme.space(4), theme.space(1.5))
        row.setSpacing(theme.space(2))
        self._names = []
        for meaning in _MEANINGS:
            name = PlainLabel(parent=self)
            theme.set_role(name, TextRole.SMALL, Tone.QUIET)
            self._names.append((name, meaning.name))
            row.addWidget(_Swatch(meaning, self))
            row.addWidget(name)
            row.addSpacing(theme.space(3))
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the bars in the current language."""
        for label, name in self._names:
            label.setText(_(name))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
