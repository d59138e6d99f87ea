"""The composition root: builds everything and wires every signal that crosses widgets."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from models.domain.errors import AppError
from models.services.preferences import PreferenceFile, PreferencesUnsaved
from models.services.user_folders import UserFolders
from ui import jobs
from ui.actions import Actions, PageKeys
from ui.choices import Choices
from ui.dress import Dress
from ui.jobs import Job
from ui.language import _, current
from ui.main_window import MainWindow
from ui.messages import BugTeller, FailureHandler, worded
from ui.opener import CompanyOpener

if TYPE_CHECKING:
    # The window comes up before anything of storage is imported.
    from models.commands import WindowOptions
    from models.services.company import OpenCompany
    from ui.frame import Frame
    from ui.pages.start import StartPage
    from ui.workbench import Workbench

_PATIENCE_MS = 800


class App(QObject):
    """The running program: one window, at most one open company."""

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        failures: FailureHandler,
        folders: UserFolders,
        preferences: PreferenceFile,
        options: WindowOptions,
    ) -> None:
        super().__init__(application)
        self._asked_for = options.file
        self.window = window
        self.folders = folders
        self.choices = Choices(preferences, options.language or "", self)
        self.dress = Dress(application, self.choices)
        self.actions = Actions(window)
        self.page_keys = PageKeys(window)
        self.opener = CompanyOpener(window, self.choices, folders)
        self.bugs = BugTeller(window)
        self.bench: Workbench | None = None
        self.start: StartPage | None = None
        self._wire(failures)

    def _wire(self, failures: FailureHandler) -> None:
        window, opener = self.window, self.opener
        self.actions.connect(
            {
                "new": opener.make_company,
                "open": opener.ask_for_company,
                "sample": opener.open_sample,
                "copy": self.save_copy,
                "history": self.show_history,
                "close": self.show_start,
                "quit": window.close,
                "undo": self.undo,
                "redo": self.redo,
                "back": self.go_back,
                "menu": self.open_menu,
                "help": self.show_help,
            }
        )
        self.page_keys.page_wanted.connect(self.show_page)
        window.closing.connect(self._leave)
        self.dress.language_ending.connect(self._commit)
        opener.begun.connect(self._show_busy)
        opener.ended.connect(self._show_idle)
        opener.opened.connect(self.show_company)
        opener.refused.connect(self._show_refusal)
        self.choices.changed.connect(self._follow_choices)
        failures.refused.connect(self.tell_error)
        failures.failed.connect(self.bugs.tell)

    @property
    def company(self) -> OpenCompany | None:
        """The open company, None on the start page."""
        return self.bench.company if self.bench is not None else None

    @property
    def frame(self) -> Frame | None:
        """What surrounds its pages, None on the start page."""
        return self.bench.frame if self.bench is not None else None

    def begin(self) -> None:
        """Show the start page, or open the company that was asked for."""
        if self._asked_for is None:
            self.show_start()
        else:
            self.opener.open_company(self._asked_for)
            QTimer.singleShot(_PATIENCE_MS, self, self._show_opening)

    def _show_opening(self) -> None:
        """Name the file that takes longer than usual."""
        from ui.pages.opening import OpeningPage

        if self.window.scene() is None and self._asked_for is not None:
            self._show_scene(OpeningPage(self._asked_for))

    # What the window shows

    def show_start(self) -> None:
        """Show the start page; a company that is open is closed."""
        from ui.pages.start import StartPage

        start = StartPage(self._recent())
        start.language_chosen.connect(self.dress.choose_language)
        start.new_wanted.connect(self.opener.make_company)
        start.open_wanted.connect(self.opener.ask_for_company)
        start.sample_wanted.connect(self.opener.open_sample)
        start.certificates_wanted.connect(self.show_certificates)
        start.file_wanted.connect(self.open_company)
        start.file_forgotten.connect(self.choices.forget)
        self._show_scene(start, start=start)
        self._look_for_missing()

    def show_company(self, company: OpenCompany) -> None:
        """Show the home page of a company."""
        from ui.workbench import Workbench

        bench = Workbench(company, self.choices, self.folders, self.actions, self.window)
        bench.other_wanted.connect(self.opener.ask_for_company)
        bench.frame.header.language.language_chosen.connect(self.dress.choose_language)
        self._show_scene(bench.frame, bench=bench)
        bench.begin()
        self.choices.remember(company.path)

    def _show_scene(
        self, scene: QWidget, start: StartPage | None = None, bench: Workbench | None = None
    ) -> None:
        """Show a scene, and only then close the company of the one before: its fields may still save."""
        before = self.bench
        self._commit()
        self.start, self.bench = start, bench
        self.window.show_scene(scene)
        self.actions.set_company_open(bench is not None)
        self._name_window()
        if before is not None:
            before.close()

    def _commit(self) -> None:
        """Take what is being typed."""
        if self.bench is not None:
            self.bench.commit()

    def _name_window(self) -> None:
        name = _("Manshur")
        path = self.company.path if self.company is not None else None
        self.window.setWindowFilePath("" if path is None else str(path))
        self.window.setWindowTitle(name if path is None else f"{current().island(path.stem)} · {name}")

    def open_company(self, path: Path) -> None:
        """Open a company file; the one that is open already stays."""
        if self.company is None or self.company.path != path.absolute():
            self.opener.open_company(path)

    def _show_busy(self) -> None:
        if self.start is not None:
            self.start.set_busy(True)

    def _show_idle(self) -> None:
        if self.start is not None:
            self.start.set_busy(False)

    def _show_refusal(self, error: AppError) -> None:
        if self.frame is None and self.start is None:
            self.show_start()
        self._look_for_missing()
        self.tell_error(error)

    def _leave(self) -> None:
        with suppress(PreferencesUnsaved):
            # Nobody can be told any more, and nothing of the company depends on it.
            self.choices.change(geometry=self.window.geometry_text())
        self._show_scene(QWidget())

    def show_certificates(self) -> None:
        """Show the honest page about certificates."""
        from ui.dialogs.reading import ReadingDialog

        ReadingDialog.ask(self.window, "certificates")

    # Pages of an open company

    def show_page(self, key: str) -> None:
        """Show a page of the open company."""
        if self.frame is not None:
            self.frame.stack.show_page(key)

    def show_history(self) -> None:
        """Show who changed what and when."""
        self.show_page("history")

    def show_help(self) -> None:
        """Show the help page; without a company the page about certificates."""
        if self.frame is None:
            self.show_certificates()
        else:
            self.show_page("help")

    def go_back(self) -> None:
        """Show the page before this one."""
        if self.frame is not None:
            self.frame.stack.go_back()

    def open_menu(self) -> None:
        """Open the menu."""
        from ui.file_menu import FileMenu

        if self.frame is not None:
            menu = FileMenu(self.actions, self._recent(), self.window)
            menu.file_wanted.connect(self.open_company)
            menu.open_under(self.frame.header.menu)

    def undo(self) -> None:
        """Take the last step back."""
        if self.bench is not None:
            self.bench.undo()

    def redo(self) -> None:
        """Bring the last undone step back."""
        if self.bench is not None:
            self.bench.redo()

    def save_copy(self) -> None:
        """Ask for a place and write a copy of the company file there."""
        if self.bench is not None:
            self.bench.save_copy()

    # Choices and failures

    def _recent(self) -> tuple[Path, ...]:
        return tuple(Path(one) for one in self.choices.now.recent)

    def _follow_choices(self) -> None:
        self.actions.retranslate()
        self._name_window()
        recent = self._recent()
        if self.start is not None and [file.path for file in self.start.files] != list(recent):
            self.start.set_recent(recent)
            self._look_for_missing()

    def _look_for_missing(self) -> None:
        start, recent = self.start, self._recent()
        if start is None or not recent:
            return

        # A folder on a network may take its time to answer.
        def work(_job: Job[object]) -> list[Path]:
            return [path for path in recent if not path.is_file()]

        jobs.start(work, owner=start, done=start.mark_missing)

    def tell_error(self, error: AppError) -> None:
        """Show the sentence of an expected failure."""
        if self.bench is not None:
            self.bench.tell_error(error)
        elif self.start is not None:
            self.start.show_error(worded(error))
