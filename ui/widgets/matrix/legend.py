"""Which key sets which state: a line beside the grid."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import PlainLabel
from ui.widgets.matrix.model import State


class MatrixLegend(QWidget):
    """Shows sign, label and first key of each state that a key sets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[State, ...] = ()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(theme.space(1.5))

    def show_states(self, states: Iterable[State]) -> None:
        """Show other states, or the same in another language."""
        shown = tuple(states)
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._line.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for state in shown:
            self._add(state)

    def _add(self, state: State) -> None:
        if self._line.count():
            self._line.addSpacing(theme.space(2))
        if state.icon:
            sign = QLabel(self)
            icons.set_icon(sign, state.icon, state.tone.value, theme.ICON - 2)
            self._line.addWidget(sign)
        self._line.addWidget(PlainLabel(state.label, TextRole.SMALL, Tone.QUIET, self))
        if state.keys:
            self._line.addWidget(Chip(state.keys[0], Tone.QUIET, self))
