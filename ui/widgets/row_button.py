"""Rows of a list that are pressed as a whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ui import icons, theme
from ui.theme import TextRole, Tone
from ui.widgets.labels import ElidedLabel, WrapLabel
from ui.widgets.showing import show_if


class PressableRow(QAbstractButton):
    """Ground, focus and keys of a row that is pressed as a whole; its words are labels in a layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def room(self) -> QLayout:
        """Return the layout that holds the words."""
        layout = self.layout()
        assert layout is not None
        return layout

    def sizeHint(self) -> QSize:
        """Return the room for all words."""
        return self.room().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the room for shortened lines."""
        return self.room().minimumSize()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the row can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it no longer."""
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and focus."""
        inks = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(inks.primary), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(inks.hover) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()


class RowButton(PressableRow):
    """An icon, a name and a quiet line below it."""

    def __init__(self, name: str, detail: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._name = ElidedLabel()
        theme.set_role(self._name, TextRole.BODY, strong=True)
        self._detail = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET, middle=True)
        icons.set_icon(self._sign, icon, "primary", theme.ICON)
        show_if(self._sign, bool(icon))
        self._lay_out()
        self.set_texts(name, detail)

    def _lay_out(self) -> None:
        for label in (self._sign, self._name, self._detail):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        line.setSpacing(theme.space(3))
        line.addWidget(self._sign)
        line.addLayout(texts, 1)

    def set_texts(self, name: str, detail: str) -> None:
        """Show other texts; the row is called by its name."""
        self._name.setText(name)
        self._detail.setText(detail)
        show_if(self._detail, bool(detail))
        self.setAccessibleName(name)
        self.setAccessibleDescription(detail)

    def set_tone(self, tone: Tone) -> None:
        """Show the name in another tone."""
        theme.set_role(self._name, TextRole.BODY, tone, strong=True)


class OfferRow(PressableRow):
    """A whole sentence that can be taken by pressing it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        icons.set_icon(sign, "add", "primary", theme.ICON)
        self._text = WrapLabel(text, tone=Tone.QUIET, parent=self)
        for label in (sign, self._text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(2), theme.space(1.5), theme.space(2), theme.space(1.5))
        line.setSpacing(theme.space(3))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.setAccessibleName(text)
