"""Showing a part of something, or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def show_if(part: QWidget, wanted: bool) -> None:
    """Show or hide a part of a widget.

    A part that was never hidden comes with the widget it belongs to. Shown by itself it would be styled there
    and then, and once more when it gets its place; without a place it would even be a window of its own.
    """
    if wanted and not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        return
    part.setVisible(wanted)
