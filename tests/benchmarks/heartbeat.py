"""How long the window stands still while something is done in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer

from tests.e2e.program import let_live, wait_until

AFTERWARDS_MS = 500
FRAME_MS = 16


@dataclass(frozen=True)
class Deed:
    """What a user does, one step in each frame of the screen, and how it is known to be over."""

    name: str
    steps: Sequence[Callable[[], object]]
    is_over: Callable[[], object]


class Heartbeat:
    """Beats while the window lives, and remembers the longest pause."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._longest = 0.0

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def during(self, deed: Deed) -> float:
        """Do something and return the longest pause until a little after it is over, in milliseconds."""
        steps, hand = list(deed.steps), QTimer()
        hand.setInterval(FRAME_MS)
        hand.timeout.connect(lambda: steps.pop(0)() if steps else hand.stop())
        self._longest, self._last = 0.0, time.perf_counter()
        self._timer.start()
        hand.start()
        wait_until(lambda: not hand.isActive() and deed.is_over(), f"“{deed.name}” never ended", 60)
        let_live(AFTERWARDS_MS)
        self._timer.stop()
        return self._longest * 1000
