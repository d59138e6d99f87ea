"""A field that searches while the user types."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import icons, theme

_REST_MS = 150


class SearchField(QLineEdit):
    """Tells what to look for after a short rest, and at once on Enter and when it is cleared."""

    searched = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        glass = QAction(self)
        icons.set_icon(glass, "search", "quiet", theme.ICON)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self)
        icons.set_icon(self._clear, "remove", "quiet", theme.ICON)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._told = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell)
        self.textChanged.connect(self._wait)
        self.returnPressed.connect(self._tell)
        self.set_placeholder(placeholder)

    def set_placeholder(self, text: str) -> None:
        """Say what can be searched."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def _wait(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._rest.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._rest.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)
