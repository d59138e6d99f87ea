"""What the restaurant enters for step 8: the audit, the review, the approval of every document."""

from __future__ import annotations

from models.domain.records.audit import Audit, Review, ReviewDecision
from models.domain.records.choices import STEPS
from models.domain.records.control import DocumentControl
from tests.e2e.driver import User
from tests.e2e.restaurant import AUDITOR, OWNER, ago, named, said


def work(user: User) -> None:
    """Audit all steps, hold the review, approve every document."""
    title = said(user, "ممیزی نخست", "First audit")
    user.add(
        Audit,
        {"title": title, "audited_on": ago(10), "auditor": named(user, AUDITOR), "steps": STEPS.values()},
    )
    user.add(Review, {"held_on": ago(5), "signed_by": named(user, OWNER), "signed_on": ago(5)})
    decision = {"review": user.typed(ago(5)), "text": said(user, "فر دوم", "A second oven")}
    user.add(ReviewDecision, decision | {"owner": named(user, OWNER), "due": ago(-60)})
    user.start_from_model(DocumentControl, step=8)
    for control in user.program.company.all(DocumentControl):
        if control.approved_on is None:
            user.change(control, {"approved_by": named(user, OWNER), "approved_on": ago(4)}, step=8)
