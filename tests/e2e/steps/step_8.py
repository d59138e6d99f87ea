"""What the restaurant enters for step 8: the audit, the review, the approval of every document."""

from __future__ import annotations

from models.domain.records.audit import Audit, Review
from models.domain.records.choices import STEPS
from models.domain.records.control import DocumentControl
from tests.e2e.driver import Fields, User
from tests.e2e.restaurant import AUDITOR, OWNER, ago, named, said
from ui.workspaces.audit.programme import ProgrammeWorkspace
from ui.workspaces.review.parts import DECISIONS
from ui.workspaces.review.workspace import ReviewWorkspace


def work(user: User) -> None:
    """Audit all steps, hold the review, approve every document."""
    title = said(user, "ممیزی نخست", "First audit")
    audit = {"title": title, "audited_on": ago(10), "auditor": named(user, AUDITOR)}
    plan_audit(user, audit | {"steps": STEPS.values()})
    meeting = {"held_on": ago(5), "signed_by": named(user, OWNER), "signed_on": ago(5)}
    decision = {"text": said(user, "فر دوم", "A second oven"), "owner": named(user, OWNER), "due": ago(-60)}
    hold_review(user, meeting, decision)
    user.start_from_model(DocumentControl, step=8)
    for control in user.program.company.all(DocumentControl):
        if control.approved_on is None:
            user.change(control, {"approved_by": named(user, OWNER), "approved_on": ago(4)}, step=8)


def plan_audit(user: User, fields: Fields) -> None:
    """Add an audit and fill its form."""
    workspace = user.show(Audit)
    assert isinstance(workspace, ProgrammeWorkspace)
    user.add_to(workspace.desk, fields)


def hold_review(user: User, meeting: Fields, decision: Fields) -> None:
    """Begin the first review, fill fields of the meeting, and add one decision."""
    workspace = user.show(Review)
    assert isinstance(workspace, ReviewWorkspace)
    user.press(workspace.empty.action)
    user.fill_fields(workspace.parts.meeting.fields, meeting)
    user.press(workspace.modes.buttons[DECISIONS])
    cards = workspace.parts.decisions.cards
    user.press(cards.add_button)
    (card,) = cards.cards()
    user.fill_fields(card.fields, decision)
