"""Documents on their way out: saved where the user wants, opened with another program, or printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QObject, QTemporaryDir, Signal

from models.domain.errors import AppError
from ui import desktop, jobs
from ui.jobs import Job
from ui.language import _, current, ngettext
from ui.page import notice
from ui.panels.documents.work import Source, written
from ui.printing import print_pages
from ui.widgets.notice_bar import NoticeKind

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class DocumentFiles(QObject):
    """Makes, writes and prints documents beside the window's thread, one after another.

    Signals:
        status_changed: what is under way, "" when it is over.
        notice_requested: a `Notice` of what came of it.
    """

    status_changed = Signal(str)
    notice_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._copies = QTemporaryDir()
        self._copy_numbers = count(1)

    def save(self, source: Source, target: Path) -> None:
        """Write a document where the user wants it, and offer to show the folder."""
        self._write(source, target, self._say_saved)

    def open(self, source: Source, name: str) -> None:
        """Open a copy of a document, in a folder that goes with the program."""
        # A folder of its own: another program may still hold the last one open.
        folder = Path(self._copies.filePath(str(next(self._copy_numbers))))
        QDir().mkpath(str(folder))
        self._write(source, folder / name, self._show)

    def print(self, source: Source, printer: QPrinter) -> None:
        """Print a document."""

        def work(job: Job[int]) -> int:
            return print_pages(source(), printer, job)

        self.status_changed.emit(_("Printing…"))
        jobs.start(work, owner=self, done=self._say_printed, failed=self._say_failed)

    def _write(self, source: Source, target: Path, done: Callable[[Path], object]) -> None:
        self.status_changed.emit(_("Making the file…"))
        work = partial(written, source, target)
        jobs.start(work, owner=self, done=done, failed=self._say_failed)

    def _show(self, path: Path) -> None:
        self.status_changed.emit("")
        desktop.open_file(path)

    def _say_saved(self, path: Path) -> None:
        self.status_changed.emit("")
        text = _("Saved as {file}.").format(file=current().island(path.name))
        self.notice_requested.emit(desktop.written(text, path))

    def _say_printed(self, pages: int) -> None:
        self.status_changed.emit("")
        text = ngettext(
            "{count} page was sent to the printer.", "{count} pages were sent to the printer.", pages
        )
        self.notice_requested.emit(notice(text.format(count=current().number(pages)), NoticeKind.GOOD))

    def _say_failed(self, error: AppError) -> None:
        self.status_changed.emit("")
        self.notice_requested.emit(notice(error.sentence(current()), NoticeKind.ERROR))
