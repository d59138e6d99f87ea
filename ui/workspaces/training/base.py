"""What the workspaces of the training have in common: the figures at the top, and following the company."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.records.control import Person
from models.domain.records.training import (
    Attendance,
    EffectCheck,
    SkillNeed,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.services.company import OpenCompany
from ui import language, theme
from ui.followed import FollowedWorkspace
from ui.widgets.line import thin_line
from ui.widgets.matrix import Head
from ui.workspaces.training.figures import TrainingFigures


class TrainingWorkspace(FollowedWorkspace):
    """Shows the figures over its own work, which a subclass lays out in `body`."""

    shows: ClassVar[tuple[type[Record], ...]] = (
        Attendance,
        EffectCheck,
        Person,
        SkillNeed,
        TestResult,
        TrainingRule,
        TrainingSession,
    )

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.figures = TrainingFigures(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addWidget(thin_line(parent=self))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)

    def catch_up(self) -> None:
        """Show what changed since it was last shown, if anything did."""
        if self._is_stale:
            self.figures.show_facts(self.facts())
        super().catch_up()


def people_heads(people: Sequence[Person]) -> list[Head]:
    """Return a head for each person, by name with the job beside it: two may have one name."""
    code = language.current().code
    return [Head(person.id, person.name.best(code), person.job.best(code)) for person in people]


def in_order(people: Sequence[Person]) -> list[Person]:
    """Return people in the order of their names."""
    speech = language.current()
    return sorted(people, key=lambda one: (speech.sort_key(one.name.best(speech.code)), one.id))


def margins() -> tuple[int, int, int, int]:
    """Return the distances of a workspace's own lines from its edges."""
    return theme.space(4), theme.space(3), theme.space(4), theme.space(3)
