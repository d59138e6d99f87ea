"""Saving a PDF that is made on the spot, beside the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from ui import jobs
from ui.language import _, current
from ui.panels.document_work import Source, ask_for_target, written
from ui.registers.news import News
from ui.widgets.notice_bar import NoticeKind


class PdfSaving(QObject):
    """Asks where, makes the PDF and saves it; `told` gives the `News` of it."""

    told = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent

    def save(self, source: Source, name: str) -> None:
        """Ask where a PDF goes, its name proposed, and save what the source makes there."""
        target = ask_for_target(self._window, name)
        if target is not None:
            work = partial(written, source, target)
            jobs.start(work, owner=self, done=self._say_saved, failed=self._say_failed)

    def _say_saved(self, path: Path) -> None:
        text = _("Saved as {file}.").format(file=current().island(path.name))
        self.told.emit(News(text, NoticeKind.GOOD))

    def _say_failed(self, error: AppError) -> None:
        self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
