"""The plans of 8, 12 and 16 weeks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class StepWeeks:
    """The weeks in which a step runs, counted from 1, both included."""

    step: int
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One plan; `steps` holds all eight in their order."""

    weeks: int
    name: LocalText
    advice: LocalText
    steps: tuple[StepWeeks, ...]


@dataclass(frozen=True, kw_only=True)
class Plans:
    """The plans to choose from; recommended is a number of weeks."""

    recommended: int
    note: LocalText
    plans: tuple[Plan, ...]


@cache
def plans() -> Plans:
    """Return the plans, the shortest first."""
    return load("plan.toml", Plans)


def plan(weeks: int) -> Plan:
    """Return the plan of that many weeks.

    Raises:
        KeyError: there is no such plan.
    """
    return {plan.weeks: plan for plan in plans().plans}[weeks]
