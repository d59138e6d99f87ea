"""A thin line between two parts."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget


def thin_line(*, is_upright: bool = False, parent: QWidget | None = None) -> QFrame:
    """Return a line that lies, or one that stands."""
    line = QFrame(parent)
    line.setProperty("kind", "line")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
