"""Work off the GUI thread: start it, see it move forward, cancel it, get its result."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from threading import Event, Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from models.domain.errors import AppError
from models.services.garbage import Hold

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")

_HAND_OVER_SECONDS = 0.0005


class Cancelled(Exception):
    """Raised inside the work when the user has cancelled it."""


@dataclass(frozen=True)
class Progress:
    """How far the work has come: `done` of `total` items, and the name of the present one."""

    done: int
    total: int
    item: str = ""


class Job(Generic[Result]):
    """One piece of work under way.

    `report` and `stop_if_cancelled` are for the work itself, in its thread; `cancel` is for the GUI.
    """

    def __init__(
        self,
        owner: QObject,
        done: Callable[[Result], object],
        failed: Callable[[AppError], object] | None,
        progress: Callable[[Progress], object] | None,
    ) -> None:
        self._owner = owner
        self._done = done
        self._failed = failed
        self._progress = progress
        self._cancelled = Event()
        self._lock = Lock()
        self._latest: Progress | None = None
        self._furthest = 0
        self.hold = Hold()

    @property
    def is_cancelled(self) -> bool:
        """Whether the result is no longer wanted."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop; from now on none of its callables is called."""
        self._cancelled.set()

    def stop_if_cancelled(self) -> None:
        """Raise Cancelled when the user no longer wants the result."""
        if self.is_cancelled:
            raise Cancelled

    def report(self, done: int, total: int, item: str = "") -> None:
        """Tell how far the work is, never backwards; stops it when it was cancelled."""
        self.stop_if_cancelled()
        with self._lock:
            self._furthest = max(self._furthest, done)
            waiting = self._latest is not None
            self._latest = Progress(self._furthest, total, item)
        if not waiting:
            _mailbox().posted.emit(self._deliver_progress)

    def _is_wanted(self) -> bool:
        return not self.is_cancelled and isValid(self._owner)

    def _deliver_progress(self) -> None:
        with self._lock:
            latest, self._latest = self._latest, None
        if latest is not None and self._progress is not None and self._is_wanted():
            self._progress(latest)

    def _finish(self, future: Future[Result]) -> None:
        _mailbox().posted.emit(lambda: self._deliver(future))

    def _deliver(self, future: Future[Result]) -> None:
        _mailbox().end(self)
        if isValid(self._owner):
            self._owner.destroyed.disconnect(self.cancel)
        error = future.exception()
        if isinstance(error, Cancelled):
            return
        if isinstance(error, AppError) and self._failed is not None:
            if self._is_wanted():
                self._failed(error)
        elif error is not None:
            raise error
        elif self._is_wanted():
            self._done(future.result())


class _Mailbox(QObject):
    """Carries calls into the GUI thread; it outlives every owner."""

    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.under_way: set[Job[Any]] = set()
        self.posted.connect(self._call, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._cancel_all)

    def begin(self, job: Job[Any]) -> None:
        """Keep a job in mind until it ends; meanwhile nothing is searched for garbage."""
        self.under_way.add(job)
        job.hold.begin()

    def end(self, job: Job[Any]) -> None:
        """Forget a job."""
        self.under_way.discard(job)
        job.hold.end()

    def _cancel_all(self) -> None:
        for job in self.under_way:
            job.cancel()

    def _call(self, delivery: Callable[[], None]) -> None:
        delivery()


@cache
def _mailbox() -> _Mailbox:
    return _Mailbox()


@cache
def _threads() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor  # only a program that works in threads pays for it

    # The window asks for the interpreter many times for one key; a working thread hands it over at once.
    sys.setswitchinterval(_HAND_OVER_SECONDS)
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="job")


def start(
    work: Callable[[Job[Any]], Result],
    *,
    owner: QObject,
    done: Callable[[Result], object],
    failed: Callable[[AppError], object] | None = None,
    progress: Callable[[Progress], object] | None = None,
) -> Job[Result]:
    """Run the work in a thread and return it as a job; call from the GUI thread only.

    Args:
        work: gets the job, touches no widget, raises AppError for what may be expected to fail.
        owner: when it is deleted, the work is cancelled and nothing more is called.
        done: gets the result, on the GUI thread.
        failed: gets the expected error, on the GUI thread; any other error is a bug and raised there.
        progress: gets the latest state, on the GUI thread; states that come too fast are skipped.
    """
    job: Job[Result] = Job(owner, done, failed, progress)
    _mailbox().begin(job)
    owner.destroyed.connect(job.cancel)
    _threads().submit(work, job).add_done_callback(job._finish)
    return job
