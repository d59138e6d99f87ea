"""What every dialog of the program's own is."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog

from ui.widgets.tab_order import go_on


class Dialog(QDialog):
    """A dialog in which the Tab key goes on in the order of reading."""

    def focusNextPrevChild(self, is_onwards: bool) -> bool:
        """Go on in the order of reading."""
        is_done = go_on(self, is_onwards=is_onwards)
        return super().focusNextPrevChild(is_onwards) if is_done is None else is_done
