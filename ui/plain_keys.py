"""Keys that are pressed by themselves, such as those that answer a question."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_UNIMPORTANT = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key was pressed by itself."""
    return event.modifiers() & ~_UNIMPORTANT == Qt.KeyboardModifier.NoModifier
