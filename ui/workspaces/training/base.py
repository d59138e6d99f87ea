"""What the workspaces of the training have in common: the figures at the top, and following the company."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.records.control import Person
from models.domain.records.training import (
    Attendance,
    EffectCheck,
    SkillNeed,
    TestResult,
    TrainingRule,
    TrainingSession,
)
from models.services.company import Change, OpenCompany
from ui import language, theme
from ui.registers.news import News
from ui.widgets.matrix import Head
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace
from ui.workspaces.training.figures import TrainingFigures

_COUNTED: tuple[type[Record], ...] = (
    Attendance,
    EffectCheck,
    Person,
    SkillNeed,
    TestResult,
    TrainingRule,
    TrainingSession,
)


class TrainingWorkspace(Workspace):
    """Shows the figures over its own work and is made anew when the records change, once it can be seen.

    A subclass lays itself out in `body`, shows its records in `refresh` and words itself in `retranslate`;
    `shows` names what it reads beyond what the figures count.
    """

    shows: ClassVar[tuple[type[Record], ...]] = ()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._is_stale = True
        self.figures = TrainingFigures(self)
        line = QFrame(self)
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.figures)
        column.addWidget(line)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)
        self.destroyed.connect(company.subscribe(self._follow))

    def facts(self) -> Facts:
        """Return the records as the rules look them up, as they are now."""
        return Facts(self.company, Guidance(), date.today())

    def refresh(self) -> None:
        """Show the records as they are now."""

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something and tell of what could not be done; return whether it was done."""
        try:
            deed()
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return False
        return True

    def catch_up(self) -> None:
        """Show what changed since it was last shown, if anything did."""
        if self._is_stale:
            self._is_stale = False
            self.figures.show_facts(self.facts())
            self.refresh()

    def _follow(self, change: Change) -> None:
        if change.edits and not change.touches(*_COUNTED, *self.shows):
            return
        self._is_stale = True
        if self.isVisible():
            self.catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self.catch_up()

    def retranslate(self) -> None:
        """Show everything in the current language, at once where it can be seen."""
        self._is_stale = True
        if self.isVisible():
            self.catch_up()


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
