"""What the restaurant enters for step 1: itself, its parties, ten talks, 52 answers, a signed report."""

from __future__ import annotations

from datetime import date

from models.domain.records.organisation import CustomerTalk, GapAnswer, GapRound, Organisation, Party
from models.domain.text import LocalText
from tests.e2e.driver import User, type_text
from tests.e2e.restaurant import NAME, OWNER, PARTY, ago, named, said
from ui.workspaces.gap.rounds import RoundsWorkspace
from ui.workspaces.gap.workspace import QUESTION, GapWorkspace


def work(user: User) -> None:
    """Describe the organisation, hear customers, answer the 52 questions, sign the report."""
    food = LocalText(fa="رستوران غذای ایرانی", en="Iranian restaurant")
    profile = {"name": NAME, "field": food, "sector": "restaurant", "staff_count": 12, "phone": "051-3000"}
    user.write(Organisation, profile)
    user.add(
        Party, {"name": PARTY, "group": "customers", "needs": LocalText(fa="غذای سالم", en="Healthy food")}
    )
    user.add(CustomerTalk, {"talked_on": ago(90), "pleases": said(user, "نان تازه", "Fresh bread")})
    talks = user.show(CustomerTalk)
    for _again in range(9):
        user.duplicate_first(talks)
    answer_questions(user, 3, said(user, "سوابق بازبینی شد", "The records were seen"))
    finish_round(user, named(user, OWNER), ago(80))


def answer_questions(user: User, score: int, evidence: str) -> None:
    """Answer every question by the key of a score, and write what proves it."""
    workspace = user.show(GapAnswer)
    assert isinstance(workspace, GapWorkspace)
    sheet = workspace.question_page.sheet
    user.point_at(sheet.scores.button("0"))
    while workspace.mode == QUESTION:
        type_text(user.focus, user.speech.number(score))
        user.enter(sheet.fields.row("evidence").editor, evidence)
        user.press(workspace.question_page.next_button)


def finish_round(user: User, who: str, day: date) -> None:
    """Sign the report of the round."""
    workspace = user.show(GapRound)
    assert isinstance(workspace, RoundsWorkspace)
    user.fill_fields(workspace.sheet.fields, {"signed_by": who, "signed_on": day})
