"""A number that counts something, with what it counts below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.labels import PlainLabel
from ui.widgets.showing import show_if


class Figure(QWidget):
    """A large number, perhaps "of" a total, over its caption."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = PlainLabel(role=TextRole.HEADING)
        self._total = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._caption = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._caption.set_centred()
        first = QHBoxLayout()
        first.setSpacing(theme.space(1.5))
        first.addStretch(1)
        first.addWidget(self._number)
        first.addWidget(self._total, 0, Qt.AlignmentFlag.AlignBottom)
        first.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
        column.setSpacing(theme.space(1))
        column.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._caption)
        column.addStretch(1)

    def show_figure(self, number: str, caption: str, total: str = "", tone: Tone = Tone.TEXT) -> None:
        """Show a number that is written already; the tone is for the number."""
        self._number.setText(number)
        theme.set_role(self._number, TextRole.HEADING, tone)
        self._total.setText(_("of {total}").format(total=total) if total else "")
        show_if(self._total, bool(total))
        self._caption.setText(caption)
        self.setAccessibleName(" ".join((number, self._total.text(), caption)))
