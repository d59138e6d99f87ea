"""What a user does in the workspaces of step 5, and with the values of step 6."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet, Display, Launch
from tests.e2e.driver import Fields, User, type_text
from ui.widgets.typed_grid import TypedGrid
from ui.workspaces.data_sheets.workspace import DataSheetsWorkspace
from ui.workspaces.displays.workspace import DisplaysWorkspace
from ui.workspaces.indicators.workspace import IndicatorsWorkspace
from ui.workspaces.launch.workspace import LaunchWorkspace


def launch(user: User, fields: Fields) -> None:
    """Fill fields of the launch."""
    workspace = user.show(Launch)
    assert isinstance(workspace, LaunchWorkspace)
    for name, value in fields.items():
        row = workspace.fields.row(name)
        user.enter(row.editor, value)
        assert not row.problem(), f"{name}: {row.problem()}"


def hang_up(user: User, fields: Fields) -> None:
    """Add a display and fill its form."""
    workspace = user.show(Display)
    assert isinstance(workspace, DisplaysWorkspace)
    add, empty = workspace.desk.add_button, workspace.desk.empty.action
    (empty if empty.isVisible() else add).click()
    user.fill(workspace.desk.form, fields)


def count(user: User, promise: str, weeks: int, cases: str, kept: str) -> None:
    """Type the numbers of a promise for the weeks before this one."""
    workspace = user.show(DataSheet)
    assert isinstance(workspace, DataSheetsWorkspace)
    for head in list(workspace.grid.cells.rows)[1 : weeks + 1]:
        _type_in(workspace.grid, head.key, f"{promise}|cases", cases)
        _type_in(workspace.grid, head.key, f"{promise}|kept", kept)


def measure(user: User, ends: tuple[date, ...], value: str) -> None:
    """Type the value of every indicator for periods that end on these days."""
    workspace = user.show(IndicatorValue)
    assert isinstance(workspace, IndicatorsWorkspace)
    for row in range(len(workspace.list.entries)):
        workspace.list.setCurrentRow(row)
        for end in ends:
            key = workspace.grid.cells.rows[-1].key
            day = user.speech.date(end)
            _type_in(workspace.grid, key, "start", day)
            _type_in(workspace.grid, key, "end", day)
            _type_in(workspace.grid, key, "value", value)


def _type_in(grid: TypedGrid, row: str, column: str, text: str) -> None:
    assert grid.choose(row, column)
    grid.setFocus(Qt.FocusReason.OtherFocusReason)
    type_text(grid, text[0])
    editor = next(one for one in grid.findChildren(QLineEdit) if one.isVisible())
    type_text(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert not grid.cells.refusals, grid.cells.refusals
