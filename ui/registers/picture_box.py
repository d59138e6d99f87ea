"""A field that holds one picture: seen, dropped, pasted or chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.ids import RecordId
from models.services.company import OpenCompany
from ui import theme
from ui.language import _
from ui.registers.attaching import files_in
from ui.registers.files import FileBox
from ui.registers.photographs import Photographs
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.thumbnail import Thumbnail

_SIZE = QSize(theme.space(36), theme.space(27))


class PictureBox(FileBox):
    """The picture as a thumbnail beside the buttons; files and copied pictures can be let go on it."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        self.thumbnail = Thumbnail(_SIZE)
        self._hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._pasted: QTemporaryDir | None = None
        super().__init__(company, True, parent)
        self._photographs = Photographs(company, self)
        self._photographs.arrived.connect(self._show_thumbnail)
        self.setAcceptDrops(True)

    def _laid_out(self) -> QWidget:
        board = QWidget()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(1))
        for button in (self.attach_button, self._open, self._clear):
            buttons.addWidget(button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        words.addLayout(buttons)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        words.addStretch(1)
        line = QHBoxLayout(board)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(3))
        line.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        return board

    def retranslate(self) -> None:
        """Word buttons and hint again."""
        super().retranslate()
        self.attach_button.setText(_("Choose picture"))
        self._hint.setText(_("Or drop a PNG or JPEG file here, or paste a picture (Ctrl+V)."))

    def take(self, content: QMimeData | None) -> bool:
        """Attach the first file, or the picture, that was dropped or copied; return whether there is one."""
        if content is None or not self.attach_button.isEnabled():
            return False
        files = files_in(content)
        if files:
            self.attach(files[0])
        elif content.hasImage():
            self._attach_image(QImage(content.imageData()))
        return bool(files) or content.hasImage()

    def _attach_image(self, image: QImage) -> None:
        # It is read from a file like any other, and beside this thread: the file stays until the next one.
        self._pasted = QTemporaryDir()
        name = _("pasted picture")
        path = Path(self._pasted.path()) / f"{name}.png"
        image.save(str(path))
        self.attach(path)

    def _show(self, value: RecordId | None) -> None:
        super()._show(value)
        self._show_thumbnail()
        self._hint.setVisible(self.attach_button.isEnabled())

    def _show_thumbnail(self) -> None:
        # The base shows its first value before there is anything to make pictures.
        if hasattr(self, "_photographs"):
            self.thumbnail.show_picture(self._photographs.of(self._value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a picture."""
        is_paste = event.matches(QKeySequence.StandardKey.Paste)
        if not (is_paste and self.take(QGuiApplication.clipboard().mimeData())):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files and pictures be dropped."""
        content = event.mimeData()
        if self.attach_button.isEnabled() and (files_in(content) or content.hasImage()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        if self.take(event.mimeData()):
            event.acceptProposedAction()
