"""What a user does in the workspaces of step 2: scope, policy, roles and objectives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.records.commitment import Objective, Policy, Role, Scope
from tests.e2e.driver import Fields, User
from ui.panels.record_fields import RecordFields
from ui.workspaces.commitment.objectives import ObjectivesWorkspace
from ui.workspaces.commitment.policy import PolicyWorkspace
from ui.workspaces.commitment.roles import RolesWorkspace
from ui.workspaces.commitment.scope import ScopeWorkspace


def write_scope(user: User, fields: Fields) -> None:
    """Fill fields of the scope."""
    workspace = user.show(Scope)
    assert isinstance(workspace, ScopeWorkspace)
    _fill(user, workspace.fields, fields)


def write_policy(user: User, fields: Fields, statements: int) -> None:
    """Take some of the model statements with the keyboard, and fill fields of the policy."""
    workspace = user.show(Policy)
    assert isinstance(workspace, PolicyWorkspace)
    workspace.statements.offers[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _time in range(statements):
        # Taking one leads to the next.
        QTest.keyClick(workspace.statements.offers[0], Qt.Key.Key_Space)
    _fill(user, workspace.fields, fields)


def appoint(user: User, role: str, fields: Fields) -> None:
    """Choose a role that is still open, and fill its form."""
    workspace = user.show(Role)
    assert isinstance(workspace, RolesWorkspace)
    keys = [entry.key for entry in workspace.desk.list.entries]
    workspace.desk.list.setCurrentRow(keys.index(role))
    QTest.keyClick(workspace.desk.list, Qt.Key.Key_Return)
    user.fill(workspace.desk.form, fields)


def set_objective(user: User, fields: Fields) -> None:
    """Add an objective and fill its form."""
    workspace = user.show(Objective)
    assert isinstance(workspace, ObjectivesWorkspace)
    add, empty = workspace.desk.add_button, workspace.desk.empty.action
    (empty if empty.isVisible() else add).click()
    user.fill(workspace.desk.form, fields)


def _fill(user: User, fields: RecordFields, values: Fields) -> None:
    for name, value in values.items():
        row = fields.row(name)
        user.enter(row.editor, value)
        assert not row.problem(), f"{name}: {row.problem()}"
