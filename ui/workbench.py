"""An open company in the window: its frame, and what can be done with it on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from models.domain.errors import AppError
from models.domain.records.control import Evidence
from models.domain.sentences import Sentence
from models.services.apart import verify_apart
from models.services.companies import current_user, open_company
from models.services.company import OpenCompany
from models.services.overview import Outlook
from models.services.user_folders import UserFolders
from ui import desktop, jobs
from ui.actions import Actions
from ui.choices import Choices
from ui.context import AppContext
from ui.evidence_viewer import EvidenceViewer
from ui.frame import Frame
from ui.health_watch import HealthWatch
from ui.jobs import Job
from ui.language import _, current
from ui.main_window import MainWindow
from ui.messages import worded
from ui.page import Page
from ui.text_undo import TextUndo

_CHECK_AFTER_MS = 1_500


class Workbench(QObject):
    """Holds the company as long as it is open; `close` belongs after its frame is gone.

    Signals:
        other_wanted: the user wants to open another file instead of a damaged one.
    """

    other_wanted = Signal()

    def __init__(
        self,
        company: OpenCompany,
        choices: Choices,
        folders: UserFolders,
        actions: Actions,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self.company = company
        self.is_checked = False
        self._choices = choices
        self._window = window
        self._viewer = EvidenceViewer(company)
        self._text_undo = TextUndo(self)
        self.health = HealthWatch(company, self)
        context = AppContext(company, Outlook(company), self.health, choices, folders)
        self.frame = Frame(context, actions, window.stage)
        self.frame.stack.page_built.connect(self._listen)
        self.frame.copy_requested.connect(self.save_copy)
        self.frame.open_requested.connect(self.other_wanted)
        choices.changed.connect(self._follow_choices)
        self._follow_choices()

    def begin(self) -> None:
        """Show the home page, and look through the file a little later."""
        self.frame.show_home()
        self.health.begin()
        QTimer.singleShot(_CHECK_AFTER_MS, self.frame, self.check)

    def close(self) -> None:
        """Let go of the company; its frame must not be there any more."""
        self._viewer.close()
        self.company.close()
        self.deleteLater()

    def commit(self) -> None:
        """Take what is being typed."""
        self.frame.stack.commit()

    def undo(self) -> None:
        """Take the last step back."""
        self.commit()
        self.company.undo()

    def redo(self) -> None:
        """Bring the last undone step back."""
        self.commit()
        self.company.redo()

    def save_copy(self) -> None:
        """Ask for a place and write a copy of the company file there."""
        from ui.dialogs.files import SaveCopyDialog

        self.commit()
        source = self.company.path
        target = SaveCopyDialog.ask(self._window, source)
        if target is None:
            return

        # A file full of evidence takes its time; it is read through a connection of its own.
        def work(_job: Job[object]) -> Path:
            company = open_company(source, read_only=True)
            try:
                company.save_copy(target)
            finally:
                company.close()
            return target

        jobs.start(work, owner=self.frame, done=self._tell_copy, failed=self.tell_error)

    def _tell_copy(self, path: Path) -> None:
        text = _("A copy was saved: {file}").format(file=current().isolate(path.name))
        self.frame.show_notice(desktop.written(text, path))

    def check(self) -> None:
        """Look through the whole file in the background, and tell what is wrong with it."""
        path = self.company.path

        def work(job: Job[object]) -> Sequence[Sentence]:
            return verify_apart(path, job.stop_if_cancelled)

        jobs.start(work, owner=self.frame, done=self._checked, failed=self.tell_error)

    def _checked(self, problems: Sequence[Sentence]) -> None:
        self.is_checked = True
        self.frame.show_damage(problems)

    def tell_error(self, error: AppError) -> None:
        """Show the sentence of an expected failure."""
        self.frame.show_error(worded(error))

    def _follow_choices(self) -> None:
        self.company.author = self._choices.now.author or current_user()

    def _listen(self, page: Page) -> None:
        page.file_requested.connect(self._open_evidence)
        for part, is_open in self._parts().items():
            toggled = getattr(page, f"{part}_toggled", None)
            if toggled is not None:
                getattr(page, f"show_{part}")(is_open)
                toggled.connect(getattr(self, f"_remember_{part}"))

    def _parts(self) -> Mapping[str, bool]:
        """Return what pages open beside their work, and whether the user wants it open."""
        chosen = self._choices.now
        return {"guide": chosen.is_guide_open, "document": chosen.is_document_open}

    def _remember_guide(self, is_open: bool) -> None:
        self._tell_others("guide", is_open)
        self._choices.change(is_guide_open=is_open)

    def _remember_document(self, is_open: bool) -> None:
        self._tell_others("document", is_open)
        self._choices.change(is_document_open=is_open)

    def _tell_others(self, part: str, is_open: bool) -> None:
        for page in self.frame.stack.pages():
            if hasattr(page, f"show_{part}") and page is not self.sender():
                getattr(page, f"show_{part}")(is_open)

    def _open_evidence(self, evidence: Evidence) -> None:
        self._viewer.open(evidence)
