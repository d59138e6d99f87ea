"""What an empty page says."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import Tone
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.showing import show_if


class EmptyState(QWidget):
    """One sentence on what belongs here, one button, and perhaps a second one that fills in an example."""

    action_requested = Signal()
    example_requested = Signal()

    def __init__(
        self,
        sentence: str = "",
        action: str = "",
        icon: str = "",
        example: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sign = QLabel(self)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icons.set_icon(self._sign, icon, "quiet", theme.space(10))
        show_if(self._sign, bool(icon))
        self._sentence = WrapLabel(tone=Tone.QUIET)
        self._sentence.set_centred()
        self._sentence.setMaximumWidth(theme.space(110))
        self.action = PrimaryButton(icon="add")
        self.action.clicked.connect(self.action_requested)
        self.example = LinkButton(icon="idea")
        self.example.clicked.connect(self.example_requested)
        self._lay_out()
        self.set_texts(sentence, action, example)

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sentence, 6)
        middle.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.space(3))
        layout.addStretch(2)
        layout.addWidget(self._sign)
        layout.addLayout(middle)
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.example, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def set_texts(self, sentence: str, action: str = "", example: str = "") -> None:
        """Show other texts; a button without one is not shown."""
        self._sentence.setText(sentence)
        self.action.setText(action)
        show_if(self.action, bool(action))
        self.example.setText(example)
        show_if(self.example, bool(example))
