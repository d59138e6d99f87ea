"""How failures reach the user: expected ones as a notice, bugs once, with a report to hand on."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from ui.language import current


def worded(error: AppError) -> str:
    """Return the sentence of an expected failure in the current language."""
    return error.sentence(current())


class FailureHandler(QObject):
    """The one place where exceptions arrive that nobody caught, from every thread.

    Signals:
        refused: an `AppError` that rose out of a slot.
        failed: the report of a bug, already in the log.
    """

    refused = Signal(object)
    failed = Signal(str)

    def __init__(self, logs: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._logs = logs

    def install(self) -> None:
        """Catch from now on what nobody else catches."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_in_thread

    def remove(self) -> None:
        """Leave exceptions to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def handle(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell an expected failure; log and tell a bug."""
        if isinstance(error, AppError):
            self.refused.emit(error)
        elif error is None or isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
        else:
            self._tell_bug(kind, error, trace)

    def _handle_in_thread(self, caught: threading.ExceptHookArgs) -> None:
        self.handle(caught.exc_type, caught.exc_value, caught.exc_traceback)

    def _tell_bug(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        # Imported here: a program without a bug never needs it.
        from PySide6.QtCore import qVersion

        from models.services import reports
        from models.services.program import VERSION

        report = reports.report_of(kind, error, trace, {"Manshur": VERSION, "Qt": qVersion()})
        reports.log(self._logs, report)
        self.failed.emit(report)


class BugTeller(QObject):
    """Says once that something went wrong and offers the report; what happens meanwhile is only logged."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_telling = False

    def tell(self, report: str) -> None:
        """Tell of a bug as soon as what went wrong is over."""
        if not self._is_telling:
            self._is_telling = True
            QTimer.singleShot(0, self, lambda: self._ask(report))

    def _ask(self, report: str) -> None:
        from models.services.reports import save_report
        from ui.dialogs.failure import FailureAnswer, FailureDialog
        from ui.dialogs.files import SaveReportDialog

        try:
            if FailureDialog.ask(self._window, report) is FailureAnswer.SAVE_REPORT:
                path = SaveReportDialog.ask(self._window)
                if path is not None:
                    save_report(path, report)
        finally:
            self._is_telling = False
