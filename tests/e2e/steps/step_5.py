"""What the restaurant enters for step 5: launch, displays, four weeks of counting."""

from __future__ import annotations

from models.domain.records.charter import Promise
from models.domain.records.operation import DataSheet, Display, Launch
from tests.e2e.driver import Fields, User
from tests.e2e.restaurant import DEPUTY, ago, named, said
from ui.workspaces.data_sheets.workspace import DataSheetsWorkspace
from ui.workspaces.displays.workspace import DisplaysWorkspace
from ui.workspaces.launch.workspace import LaunchWorkspace


def work(user: User) -> None:
    """Launch the charter, show it on both channels, test the route, count four weeks."""
    result = said(user, "در یک ساعت پاسخ داده شد", "Answered within an hour")
    start = {"launch_on": ago(45), "route_tested_on": ago(44), "route_tested_by": named(user, DEPUTY)}
    launch(user, start | {"route_result": result})
    for channel in ("premises", "phone"):
        place = {"place": said(user, "ورودی", "Entrance"), "channel": channel, "installed_on": ago(45)}
        hang_up(user, place | {"proof": said(user, "عکس", "Photo")})
    count(user, user.program.company.all(Promise)[-1].id, weeks=4, cases=20, kept=19)


def launch(user: User, fields: Fields) -> None:
    """Fill fields of the launch."""
    workspace = user.show(Launch)
    assert isinstance(workspace, LaunchWorkspace)
    user.fill_fields(workspace.fields, fields)


def hang_up(user: User, fields: Fields) -> None:
    """Add a display and fill its form."""
    workspace = user.show(Display)
    assert isinstance(workspace, DisplaysWorkspace)
    user.add_to(workspace.desk, fields)


def count(user: User, promise: str, *, weeks: int, cases: int, kept: int) -> None:
    """Type the numbers of a promise for the weeks before this one."""
    workspace = user.show(DataSheet)
    assert isinstance(workspace, DataSheetsWorkspace)
    for head in list(workspace.grid.cells.rows)[1 : weeks + 1]:
        user.fill_cell(workspace.grid, head.key, f"{promise}|cases", cases)
        user.fill_cell(workspace.grid, head.key, f"{promise}|kept", kept)
