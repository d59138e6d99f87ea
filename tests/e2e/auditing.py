"""What a user does in the workspaces of the internal audit."""

from __future__ import annotations

from models.domain.records.audit import Audit
from tests.e2e.driver import Fields, User
from ui.workspaces.audit.programme import ProgrammeWorkspace


def plan_audit(user: User, fields: Fields) -> None:
    """Add an audit and fill its form."""
    workspace = user.show(Audit)
    assert isinstance(workspace, ProgrammeWorkspace)
    add, empty = workspace.desk.add_button, workspace.desk.empty.action
    (empty if empty.isVisible() else add).click()
    user.fill(workspace.desk.form, fields)
