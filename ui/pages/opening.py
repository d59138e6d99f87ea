"""What is shown while a company file is being read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import icons, theme
from ui.language import _, current
from ui.theme import Tone
from ui.widgets.labels import WrapLabel


class OpeningPage(QWidget):
    """Names the file that will be there in a moment."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel()
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.set_icon(sign, "manshur", "primary", theme.space(10))
        sentence = WrapLabel(_("Opening {file} …").format(file=current().isolate(path.stem)), tone=Tone.QUIET)
        sentence.set_centred()
        column = QVBoxLayout(self)
        column.setSpacing(theme.space(3))
        column.addStretch(2)
        column.addWidget(sign)
        column.addWidget(sentence)
        column.addStretch(3)
