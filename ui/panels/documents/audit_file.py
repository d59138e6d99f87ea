"""The audit file: asks for language and folder, makes it beside the window's thread, says how it went."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.localisation.languages import language_rows
from models.services.apart import write_dossier_apart
from models.services.company import OpenCompany
from models.services.dossier import Written
from models.services.user_folders import documents_folder
from ui import desktop, jobs, theme
from ui.jobs import Job, Progress
from ui.language import _, current
from ui.page import notice
from ui.widgets.buttons import SecondaryButton
from ui.widgets.work_bar import WorkBar


class AuditFilePanel(QWidget):
    """A button, and while the file is made a bar in its place.

    Signals:
        told: a `Notice`.
        wanted: language and folder are asked for; what is being typed is to be taken before.
    """

    told = Signal(object)
    wanted = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._job: Job[Written] | None = None
        self.button = SecondaryButton(icon="dossier")
        self.bar = WorkBar()
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        for row in language_rows():
            self.menu.addAction(row.name).setData(row.code)
        self.menu.triggered.connect(self._ask)
        self.bar.cancel_requested.connect(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(2))
        column.addWidget(self.button)
        column.addWidget(self.bar)
        self.retranslate()

    @property
    def is_at_work(self) -> bool:
        """Whether an audit file is under way."""
        return self._job is not None

    def _ask(self, action: QAction) -> None:
        self.wanted.emit()
        start = str(documents_folder())
        chosen = QFileDialog.getExistingDirectory(self, _("Folder for the audit file"), start)
        if chosen:
            self.make(str(action.data()), Path(chosen))

    def make(self, language_code: str, folder: Path) -> None:
        """Write the audit file in a language into a folder; nothing happens while one is under way."""
        if self.is_at_work:
            return
        self._show(Progress(0, 1, _("The documents are being looked through.")))
        work = partial(_made, self._company.path, folder, language_code)
        self._job = jobs.start(
            work, owner=self, done=self._say_made, failed=self._say_failed, progress=self._show
        )

    def cancel(self) -> None:
        """Give the audit file up; nothing of it is left."""
        if self._job is not None:
            self._job.cancel()
        self._end()

    def _show(self, progress: Progress | None) -> None:
        self.bar.show_progress(progress)
        self.button.setVisible(progress is None)

    def _end(self) -> None:
        self._job = None
        self._show(None)

    def _say_made(self, written: Written) -> None:
        self._end()
        speech = current()
        text = _("The audit file is ready: {pdf} with {pages} pages, and {archive} with all files.").format(
            pdf=speech.island(written.pdf.name),
            pages=speech.number(written.pages),
            archive=speech.island(written.archive.name),
        )
        self.told.emit(desktop.written(text, written.pdf))

    def _say_failed(self, error: AppError) -> None:
        self._end()
        self.told.emit(notice(error.sentence(current()), "error"))

    def retranslate(self) -> None:
        """Word the button."""
        self.button.setText(_("Audit file…"))
        self.button.setToolTip(
            _("One PDF with all documents, and one ZIP with all files, to hand to an auditor")
        )
        self.bar.name_work(_("Audit file"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _made(path: Path, folder: Path, language_code: str, job: Job[Written]) -> Written:
    return write_dossier_apart(path, folder, language_code, job.report, job.stop_if_cancelled)
