"""The menu of the window, made anew each time it opens, with the texts and recent files of the moment."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui import icons
from ui.actions import ROWS, Actions
from ui.language import _, current
from ui.widgets.more_button import open_under

_RECENT = "recent"
_ORDER = ("new", "open", _RECENT, "sample", "", "copy", "history", "close", "", "quit")


class FileMenu(QMenu):
    """What can be done with company files.

    Signals:
        file_wanted: the path of a recent company file.
    """

    file_wanted = Signal(object)

    def __init__(self, actions: Actions, recent: Iterable[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.recent = QMenu(_("Recent files"), self)
        icons.set_icon(self.recent.menuAction(), "clock", "quiet")
        signs = {row.key: row.icon for row in ROWS}
        for key in _ORDER:
            if key == _RECENT:
                self.addMenu(self.recent)
            elif key:
                icons.set_icon(actions[key], signs[key], "quiet")
                self.addAction(actions[key])
            else:
                self.addSeparator()
        self._list(recent)
        self.recent.triggered.connect(self._want_file)

    def _list(self, recent: Iterable[Path]) -> None:
        for path in recent:
            # An ampersand in a menu would become an underline.
            text = current().island(path.name.replace("&", "&&"))
            self.recent.addAction(text).setData(path)
        self.recent.menuAction().setEnabled(not self.recent.isEmpty())

    def open_under(self, button: QWidget) -> None:
        """Open at the trailing edge of a button, inside the window."""
        open_under(self, button)

    def _want_file(self, action: QAction) -> None:
        self.file_wanted.emit(action.data())
