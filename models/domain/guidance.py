"""What the rules need to know of the application's content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.domain.text import LocalText

CRITICAL = 3


@dataclass(frozen=True)
class Question:
    """One gap question.

    weight: 3 critical, 2 major, 1 minor. step: the one that closes its gap.
    """

    id: str
    key_area: str
    weight: int
    step: int

    @property
    def is_critical(self) -> bool:
        """Whether the charter stands or falls with it."""
        return self.weight == CRITICAL


@dataclass(frozen=True)
class Guidance:
    """Ids and weights of the content, in the order of the content.

    documents: the controlled documents. tasks and criteria: ids by step, 1 to 8. names: short names of the
    tasks by id, for sentences; a task without one is called by its id. claims: what must never be said of
    the organisation, in all languages.
    """

    questions: tuple[Question, ...] = ()
    documents: tuple[str, ...] = ()
    tasks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    criteria: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    names: Mapping[str, LocalText] = field(default_factory=dict)
    claims: tuple[str, ...] = ()

    @property
    def critical(self) -> tuple[Question, ...]:
        """The critical questions."""
        return tuple(question for question in self.questions if question.is_critical)

    @property
    def by_area(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions by key area."""
        areas: dict[str, tuple[Question, ...]] = {}
        for question in self.questions:
            areas[question.key_area] = (*areas.get(question.key_area, ()), question)
        return areas
