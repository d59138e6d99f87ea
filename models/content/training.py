"""The syllabus for the staff: modules, test and induction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class TrainingModule:
    """A part of the syllabus; `session` is the number of the session in which it is taught."""

    id: str
    session: int
    minutes: int
    name: LocalText
    content: LocalText


@dataclass(frozen=True, kw_only=True)
class TestQuestion:
    """A question of the test with its right answer."""

    __test__ = False

    id: str
    question: LocalText
    answer: LocalText


@dataclass(frozen=True, kw_only=True)
class InductionPoint:
    """A line of the induction checklist."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class Syllabus:
    """The training for a charter; pass_mark is a number of right answers."""

    pass_mark: int
    observe_within_days: int
    retention_years: int
    modules: tuple[TrainingModule, ...]
    test: tuple[TestQuestion, ...]
    induction: tuple[InductionPoint, ...]


@cache
def syllabus() -> Syllabus:
    """Return the training for a charter."""
    return load("training.toml", Syllabus)
