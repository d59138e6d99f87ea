"""A count that is pressed to see only what it counts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import TextRole, Tone
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.row_button import PressableRow
from ui.widgets.thing_list import Sign


class CountTile(PressableRow):
    """A number, what it counts and what that means, as one button that stays pressed."""

    def __init__(self, icon: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._number = PlainLabel(role=TextRole.HEADING)
        self._name = PlainLabel()
        theme.set_role(self._name, TextRole.BODY, strong=True)
        self._meaning = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        sign = Sign(icon, tone)
        for part in (sign, self._number, self._name, self._meaning):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self._number)
        head.addWidget(self._name, 1)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(head)
        texts.addWidget(self._meaning)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        line.setSpacing(theme.space(3))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(texts, 1)

    def show_count(self, number: str, name: str, meaning: str) -> None:
        """Show a number that is written already, and its words."""
        self._number.setText(number)
        self._name.setText(name)
        self._meaning.setText(meaning)
        self.setAccessibleName(f"{number} {name}")
        self.setAccessibleDescription(meaning)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card, its edge in the primary ink while it is pressed or has the focus."""
        inks = theme.colours()
        edge = inks.primary if self.isChecked() or self.hasFocus() else inks.line
        ground = inks.primary_tint if self.isChecked() else inks.hover if self.underMouse() else inks.raised
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()
