"""How far the launch list has come."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from models.domain.records.operation import LaunchPoint

READY, NOT_NEEDED = "ready", "not_needed"


class Tally(NamedTuple):
    """How many points are ready, of those that are needed."""

    ready: int
    needed: int

    @property
    def open(self) -> int:
        """How many are still open."""
        return self.needed - self.ready


def tally(points: Iterable[LaunchPoint]) -> Tally:
    """Return how far the launch list has come; a point of which nothing is said yet is open."""
    states = [point.state for point in points]
    needed = [state for state in states if state != NOT_NEEDED]
    return Tally(needed.count(READY), len(needed))
