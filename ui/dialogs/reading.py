"""A text to read, where there is no help page to show it on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from models.services.reading import TOPICS, passages
from ui import theme
from ui.dialogs.dialog import Dialog
from ui.language import _, current
from ui.reading_view import ReadingView

_SIZE = QSize(820, 600)


class ReadingDialog(Dialog):
    """Shows one topic of the help page."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_(TOPICS[topic]))
        self.view = ReadingView()
        self.view.show_passages(passages(topic, current()))
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(4))
        column.addWidget(self.view, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.space(5), 0, theme.space(5), 0)
        foot.addWidget(buttons)
        column.addLayout(foot)
        self.resize(_SIZE)
        # A ring round the whole text would look as if something had to be done with it.
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, topic: str) -> None:
        """Show the text until the user has read it; there is nothing to answer."""
        cls(topic, parent).exec()
