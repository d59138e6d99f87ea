"""What the restaurant enters for step 7: when an action is opened, and one carried out."""

from __future__ import annotations

from models.domain.records.correction import Action, ActionRule
from tests.e2e.driver import User
from tests.e2e.restaurant import OWNER, ago, named, said


def work(user: User) -> None:
    """Say when an action is opened, and carry one out."""
    user.start_from_model(ActionRule)
    action = {
        "source": "complaint",
        "problem": said(user, "سوپ سرد", "Cold soup"),
        "owner": named(user, OWNER),
    }
    done = {"due": ago(30), "done_on": ago(31), "checked_on": ago(1), "result": "effective"}
    user.add(Action, {"no": "CA-01"} | action | done)
