"""What a user does in the workspace of the management review."""

from __future__ import annotations

from models.domain.records.audit import Review
from tests.e2e.driver import Fields, User
from ui.workspaces.review.parts import DECISIONS
from ui.workspaces.review.workspace import ReviewWorkspace


def hold_review(user: User, meeting: Fields, decision: Fields) -> None:
    """Begin the first review, fill fields of the meeting, and add one decision."""
    workspace = user.show(Review)
    assert isinstance(workspace, ReviewWorkspace)
    workspace.empty.action.click()
    user.fill_fields(workspace.parts.meeting.fields, meeting)
    workspace.modes.buttons[DECISIONS].click()
    workspace.parts.decisions.cards.add_button.click()
    (card,) = workspace.parts.decisions.cards.cards()
    user.fill_fields(card.fields, decision)
