"""The eight steps: why, how and by whom, their tasks and what closes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.clause_links import ClauseLinks
from models.content.loading import load
from models.domain.text import LocalText

STEP_NUMBERS = range(1, 9)


@dataclass(frozen=True, kw_only=True)
class Task:
    """One activity of a step; `name` for lists, `text` says what to do."""

    id: str
    name: LocalText
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class ExitCriterion:
    """One condition under which a step may be closed."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Example:
    """A short example that shows what is meant."""

    title: LocalText
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Feeds:
    """The documents and record forms to which a step contributes."""

    documents: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One of the eight steps.

    name is for navigation, title for headings; known_as is how consultants usually call the step.
    """

    id: str
    number: int
    name: LocalText
    title: LocalText
    known_as: LocalText
    purpose: LocalText
    who: LocalText
    duration: LocalText
    clauses: ClauseLinks
    feeds: Feeds
    inputs: tuple[LocalText, ...]
    outputs: tuple[LocalText, ...]
    tasks: tuple[Task, ...]
    criteria: tuple[ExitCriterion, ...]
    mistakes: tuple[LocalText, ...]
    examples: tuple[Example, ...]


def steps() -> tuple[Step, ...]:
    """Return the eight steps in their order."""
    return tuple(step(number) for number in STEP_NUMBERS)


@cache
def step(number: int) -> Step:
    """Return one step; only its own file is read.

    Raises:
        KeyError: number is not 1 to 8.
    """
    if number not in STEP_NUMBERS:
        raise KeyError(number)
    return load(f"steps/s{number}.toml", Step)


def task(task_id: str) -> Task:
    """Return the task with an id such as S3-T4.

    Raises:
        KeyError: there is no such task.
    """
    for candidate in step(_number_in(task_id)).tasks:
        if candidate.id == task_id:
            return candidate
    raise KeyError(task_id)


def criterion(criterion_id: str) -> ExitCriterion:
    """Return the exit criterion with an id such as S3-E2.

    Raises:
        KeyError: there is no such criterion.
    """
    for candidate in step(_number_in(criterion_id)).criteria:
        if candidate.id == criterion_id:
            return candidate
    raise KeyError(criterion_id)


def _number_in(content_id: str) -> int:
    """Return the step number that stands in an id of a task or criterion, 0 where there is none."""
    number = content_id[1:2]
    return int(number) if content_id.startswith("S") and number.isdigit() else 0
