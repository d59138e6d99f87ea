"""A yes or no."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.editor import Editor


class CheckEdit(Editor[bool]):
    """A box to tick, with its statement beside it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(False, parent)
        self.box = QCheckBox()
        self.box.toggled.connect(self.commit)
        self._hold(self.box)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Word the statement that is true when the box is ticked."""
        self.box.setText(text.replace("&", "&&"))
        if text:
            self.set_name(text)

    def _read(self) -> bool:
        return self.box.isChecked()

    def _show(self, value: bool) -> None:
        with QSignalBlocker(self.box):
            self.box.setChecked(value)
