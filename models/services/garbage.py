"""When Python searches for garbage: never in the middle of long work, and never twice in what stays.

A search looks at every object there is: among 100,000 answers that takes longer than a window may stand
still. It is done in whichever thread comes to it, and widgets that are deleted in any other thread than the
window's take the program with them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Python looks at so many new objects in some ten milliseconds.
_MANY_OBJECTS = 50_000

_holding: set[Hold] = set()
_searches_later = False


class Hold:
    """Keeps Python from searching for garbage from `begin` to `end`; each may be called again."""

    def begin(self) -> None:
        """Let nothing be searched until `end`."""
        global _searches_later
        _holding.add(self)
        if gc.isenabled():
            gc.disable()
            _searches_later = True

    def end(self) -> None:
        """Let garbage be searched again after the last hold, what is young at once and here."""
        global _searches_later
        _holding.discard(self)
        if not _searches_later or _holding:
            return
        _searches_later = False
        if gc.get_count()[0] > _MANY_OBJECTS:
            # Records that were read, or an index: they stay, and to look at them all would be felt.
            gc.freeze()
        else:
            gc.collect(1)
        gc.enable()


def allow() -> None:
    """Let garbage be searched from now on, or from the end of the last hold on."""
    global _searches_later
    _searches_later = bool(_holding)
    if not _holding:
        gc.enable()


@contextmanager
def searched_later() -> Iterator[None]:
    """Hold the search meanwhile: among many records that all stay, it takes half the time."""
    hold = Hold()
    hold.begin()
    try:
        yield
    finally:
        hold.end()
