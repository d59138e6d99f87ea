"""Asking for a company file and opening it, one at a time, while the window stays alive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from models.services.user_folders import UserFolders
from ui import jobs, opening
from ui.choices import Choices
from ui.jobs import Job
from ui.language import current

if TYPE_CHECKING:
    # The window comes up before anything of storage is imported.
    from models.services.company import OpenCompany


class CompanyOpener(QObject):
    """Makes and opens companies.

    Signals:
        begun: a company is being opened; ended: it no longer is, whatever came of it.
        opened: an `OpenCompany`, to be closed by whoever takes it.
        refused: the `AppError` because of which nothing was opened.
    """

    begun = Signal()
    ended = Signal()
    opened = Signal(object)
    refused = Signal(object)

    def __init__(self, window: QWidget, choices: Choices, folders: UserFolders) -> None:
        super().__init__(window)
        self._window = window
        self._choices = choices
        self._folders = folders
        self._job: Job[OpenCompany] | None = None

    def make_company(self) -> None:
        """Ask for a place and make a company there."""
        from ui.dialogs.files import NewCompanyDialog

        path = NewCompanyDialog.ask(self._window)
        if path is not None:
            self._start(opening.making(path, self._choices.now.author, current().code))

    def ask_for_company(self) -> None:
        """Ask for a company file and open it."""
        from ui.dialogs.files import OpenCompanyDialog

        recent = self._choices.now.recent
        path = OpenCompanyDialog.ask(self._window, Path(recent[0]).parent if recent else None)
        if path is not None:
            self.open_company(path)

    def open_company(self, path: Path) -> None:
        """Open a company file."""
        self._start(opening.opening(path.absolute(), self._choices.now.author))

    def open_sample(self) -> None:
        """Open the sample company in the language that is spoken."""
        self._start(opening.sampling(self._folders.samples, current().code, self._choices.now.author))

    def _start(self, work: opening.Opening) -> None:
        if self._job is None:
            self.begun.emit()
            self._job = jobs.start(work, owner=self, done=self._done, failed=self._failed)

    def _done(self, company: OpenCompany) -> None:
        self._job = None
        self.ended.emit()
        self.opened.emit(company)

    def _failed(self, error: AppError) -> None:
        self._job = None
        self.ended.emit()
        self.refused.emit(error)
