"""One line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from models.localisation.text import normalise
from ui.widgets.editor import Editor


class ShortText(Editor[str]):
    """A single line; a code is read left to right in every language."""

    def __init__(
        self, code: bool = False, placeholder: str = "", limit: int = 1_000, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._code = code
        self.line = QLineEdit()
        self.line.setMaxLength(limit)
        self.line.setPlaceholderText(placeholder)
        if code:
            self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.editingFinished.connect(self.commit)
        self.line.textEdited.connect(self.typed)
        self._hold(self.line)
        self._align()

    def set_placeholder(self, text: str) -> None:
        """Show an example in the empty field."""
        self.line.setPlaceholderText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        if self._code:
            side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            self.line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _read(self) -> str:
        return normalise(self.line.text()).strip()

    def _show(self, value: str) -> None:
        if self.line.text() != value:
            self.line.setText(value)
            # A text that does not fit is read from its beginning.
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def _lock(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
