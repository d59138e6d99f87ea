"""Long work on the GUI thread, cut into slices so short that nobody notices."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from models.domain.resting import Resting
from models.services.garbage import Hold

Result = TypeVar("Result")

# A frame at sixty a second lasts 16 ms; the other half belongs to painting.
SLICE_SECONDS = 0.008


class Slices(QObject, Generic[Result]):
    """Runs one piece of work at a time, a slice whenever the event loop is idle.

    A small one is finished before `start` returns; a newer one takes the place of one under way.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Resting[Result] | None = None
        self._done: Callable[[Result], object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._hold = Hold()
        self.destroyed.connect(self._hold.end)

    @property
    def is_running(self) -> bool:
        """Whether a result is still to come."""
        return self._work is not None

    def start(self, work: Resting[Result], done: Callable[[Result], object], *, at_once: bool = True) -> None:
        """Begin a piece of work; `done` gets its result.

        at_once: false for work so long that even its first slice waits until the event loop is idle.
        """
        self.stop()
        self._work = work
        self._done = done
        if at_once:
            self._go_on()
        if self.is_running:
            self._hold.begin()
            self._timer.start()

    def stop(self) -> None:
        """Give up the work under way; its `done` is not called."""
        self._timer.stop()
        self._work = self._done = None
        self._hold.end()

    def finish(self) -> None:
        """Do the rest of the work now, however long it takes."""
        while self.is_running:
            self._go_on()

    def _go_on(self) -> None:
        work, done = self._work, self._done
        end = perf_counter() + SLICE_SECONDS
        while work is not None and perf_counter() < end:
            try:
                next(work)
            except StopIteration as finished:
                self.stop()
                if done is not None:
                    done(finished.value)
                return
