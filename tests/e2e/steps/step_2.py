"""What the restaurant enters for step 2: scope, policy, roles and objectives."""

from __future__ import annotations

from models.domain.records.commitment import Objective, Policy, Role, Scope
from models.domain.text import LocalText
from tests.e2e.driver import Fields, User
from tests.e2e.restaurant import AUDITOR, DEPUTY, OWNER, ago, approve, named, said
from ui.workspaces.commitment.objectives import ObjectivesWorkspace
from ui.workspaces.commitment.policy import PolicyWorkspace
from ui.workspaces.commitment.roles import RolesWorkspace
from ui.workspaces.commitment.scope import ScopeWorkspace


def work(user: User) -> None:
    """Write the scope, name the roles, set objectives, announce and approve the policy."""
    everything = LocalText(fa="همهٔ خدمات", en="All services")
    scope = {"products": everything, "sites": everything, "channels": ["Telephone", "At our place"]}
    write_scope(user, scope | {"customer_groups": everything, "nothing_excluded": True})
    texts = {"introduction": everything, "purpose": everything}
    announced = {"announced_on": ago(70), "announced_how": said(user, "در جلسه", "At the meeting")}
    write_policy(user, texts | announced, statements=6)
    for role, person, deputy in (
        ("charter_owner", OWNER, DEPUTY),
        ("complaint_officer", DEPUTY, OWNER),
        ("internal_auditor", AUDITOR, DEPUTY),
    ):
        appoint(user, role, {"person": named(user, person), "deputy": named(user, deputy)})
    for no in (1, 2):
        text = LocalText(fa=f"کاهش تأخیر {no}", en=f"Less delay {no}")
        goal = {"text": text, "baseline": 12, "target": 4, "due": ago(-90), "owner": named(user, OWNER)}
        set_objective(user, goal | {"better": "less"})
    approve(user, 2, "D1")


def write_scope(user: User, fields: Fields) -> None:
    """Fill fields of the scope."""
    workspace = user.show(Scope)
    assert isinstance(workspace, ScopeWorkspace)
    user.fill_fields(workspace.fields, fields)


def write_policy(user: User, fields: Fields, statements: int) -> None:
    """Take some of the model statements, one after the other, and fill fields of the policy."""
    workspace = user.show(Policy)
    assert isinstance(workspace, PolicyWorkspace)
    for _time in range(statements):
        # Taking one leads to the next.
        user.press(workspace.statements.offers[0])
    user.fill_fields(workspace.fields, fields)


def appoint(user: User, role: str, fields: Fields) -> None:
    """Choose a role that is still open, and fill its form."""
    workspace = user.show(Role)
    assert isinstance(workspace, RolesWorkspace)
    user.take_entry(workspace.desk.list, role)
    user.fill(workspace.desk.form, fields)


def set_objective(user: User, fields: Fields) -> None:
    """Add an objective and fill its form."""
    workspace = user.show(Objective)
    assert isinstance(workspace, ObjectivesWorkspace)
    user.add_to(workspace.desk, fields)
