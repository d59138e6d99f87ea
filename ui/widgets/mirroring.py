"""Places inside a widget, counted from the edge where reading starts."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget


def placed(widget: QWidget, start: int, top: int, width: int, height: int) -> QRect:
    """Return the rectangle that lies `start` pixels behind the leading edge of the widget."""
    # QStyle could do this as well, but the first window would have to wait for its many constants.
    left = widget.width() - start - width if widget.isRightToLeft() else start
    return QRect(left, top, width, height)
