"""A held session, a matrix of needs, and keys pressed in a grid."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from models.domain.records.training import SkillNeed, TrainingSession
from models.services.company import OpenCompany
from ui.widgets.matrix import MatrixGrid

TODAY = date.today()
HELD = TrainingSession(topic="Promises", held_on=TODAY - timedelta(days=40), minutes=60, is_held=True)


def fill(company: OpenCompany, *cells: tuple[str, str, str]) -> None:
    company.save_all(SkillNeed(job=job, skill=skill, state=state) for job, skill, state in cells)


def titles(grid: MatrixGrid) -> tuple[list[str], list[str]]:
    return [head.title for head in grid.cells.rows], [head.title for head in grid.cells.columns]


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
