"""Long work that may rest, so that a window stays alive meanwhile."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Resting = Generator[None, None, T]
"""Work that yields wherever it may rest, and returns its result."""


def at_once(work: Resting[T]) -> T:
    """Return the result of a piece of work without any rest."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result
