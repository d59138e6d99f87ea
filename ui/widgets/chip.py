"""A small word on a tinted ground: a state, a count, a kind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import TextRole, Tone


class Chip(QLabel):
    """A state in a word; the tone only supports it."""

    def __init__(self, text: str = "", tone: Tone = Tone.QUIET, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", "chip")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(TextRole.SMALL))
        self.set_chip(text, tone)

    def set_chip(self, text: str, tone: Tone = Tone.QUIET) -> None:
        """Show another word in another tone."""
        self.setText(text)
        theme.set_property(self, "chip", tone.value)
