"""The real program in a real window without a screen, started and ended inside a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from models.commands import WindowOptions
from models.services.company import OpenCompany
from models.services.preferences import PreferenceFile
from models.services.user_folders import user_folders
from ui import jobs
from ui.app import App
from ui.frame import Frame
from ui.health_watch import HealthWatch
from ui.main_window import MainWindow
from ui.messages import FailureHandler

WIDTH, HEIGHT = 1366, 768
_LOOK_EVERY_MS = 5
_SECONDS = 20.0


class NeverCame(AssertionError):
    """What was waited for did not come."""


def wait_until(is_so: Callable[[], object], what: str, seconds: float = _SECONDS) -> None:
    """Let the window live until something is so.

    Unlike QTest.qWait this leaves Python's lock to other threads, in which the program's jobs run.
    """
    if is_so():
        return
    loop = QEventLoop()
    look, end = QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    look.start(_LOOK_EVERY_MS)
    end.start(round(seconds * 1000))
    loop.exec()
    if not is_so():
        raise NeverCame(what)


def let_live(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def is_at_work() -> bool:
    """Return whether something is being done beside the window's thread."""
    return bool(jobs._mailbox().under_way)


class Program:
    """The running program; made by `running`."""

    def __init__(self, application: QApplication, folder: Path, language: str, file: Path | None) -> None:
        self.folder = folder
        folders, options = user_folders(folder), WindowOptions(file, language, folder)
        self.window = MainWindow()
        failures = FailureHandler(folders.logs, self.window)
        preferences = PreferenceFile(folders.preferences)
        self.app = App(application, self.window, failures, folders, preferences, options)
        self.window.show()
        # The offscreen screen is smaller than the window is meant to be.
        self.window.setGeometry(0, 0, WIDTH, HEIGHT)
        self.app.begin()
        wait_until(self._has_keyboard, "the window never became active")
        if file is not None:
            self.wait_for_company()

    @property
    def frame(self) -> Frame:
        """What surrounds the pages of the open company."""
        assert self.app.frame is not None, "no company is open"
        return self.app.frame

    @property
    def company(self) -> OpenCompany:
        """The open company."""
        assert self.app.company is not None, "no company is open"
        return self.app.company

    @property
    def health(self) -> HealthWatch:
        """What looks through the records of the open company."""
        assert self.app.bench is not None, "no company is open"
        return self.app.bench.health

    def _has_keyboard(self) -> bool:
        # Without a window manager a window has to ask for the keyboard itself, and again while an earlier
        # window is still going away.
        self.window.activateWindow()
        return self.window.isActiveWindow()

    def wait_for_company(self) -> None:
        """Wait until a company is shown."""
        wait_until(lambda: self.app.frame is not None, "no company was opened")
        self.window.resize(WIDTH, HEIGHT)

    def end(self) -> None:
        """Close the window and forget the program."""
        self.window.close()
        for part in (self.window, self.app.dress, self.app):
            part.deleteLater()
        # Work given up still runs to its end, and what comes after may use the same files and libraries.
        wait_until(lambda: not is_at_work(), "the program never came to rest")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def running(
    application: QApplication, folder: Path, language: str, file: Path | None = None
) -> Iterator[Program]:
    """Start the program in a language, with a company file or with the start page.

    folder: where it keeps its own files.
    """
    program = Program(application, folder, language, file)
    try:
        yield program
    finally:
        program.end()
