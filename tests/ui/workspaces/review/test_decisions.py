"""The decisions of a review, and the actions made of them."""

from __future__ import annotations

from models.domain.records.audit import Review, ReviewDecision
from models.domain.records.correction import Action
from models.services.company import OpenCompany
from tests.ui.stage import REZA, settle
from tests.ui.workspaces.review.meeting import TODAY, below, write
from tests.ui.workspaces.review.showing import Opened
from ui import language
from ui.panels.record_cards import RecordCard
from ui.workspaces.review.decisions import DecisionFoot
from ui.workspaces.review.parts import DECISIONS


def foot_of(card: RecordCard) -> DecisionFoot:
    assert isinstance(card.foot, DecisionFoot)
    return card.foot


def test_a_decision_becomes_an_action_by_one_press_and_undo_takes_it_back(
    company: OpenCompany, review: Review, opened: Opened
) -> None:
    decision = ReviewDecision(review=review.id, text="Buy a grill", owner=REZA.id, due=TODAY)
    company.save(decision)
    workspace = opened(company)
    workspace.show_part(DECISIONS)
    (card,) = workspace.parts.decisions.cards.cards()

    foot_of(card).button.click()
    settle()

    (action,) = company.all(Action)
    assert (action.source, action.problem) == ("review", "Buy a grill")
    assert foot_of(card).link.isVisible()
    company.undo()
    settle()
    assert company.all(Action) == ()
    assert foot_of(card).button.isVisible()


def test_a_decision_without_owner_says_so_beside_the_field(
    company: OpenCompany, review: Review, opened: Opened, code: str
) -> None:
    company.save(ReviewDecision(review=review.id, text="Buy a grill", due=TODAY))
    workspace = opened(company)
    workspace.show_part(DECISIONS)
    (card,) = workspace.parts.decisions.cards.cards()

    foot_of(card).button.click()

    expected = language.current().gettext("Choose who carries the decision out.")
    assert below(card.fields, "owner") == expected
    assert company.all(Action) == ()
    assert code in ("fa", "en")


def test_keeping_the_charter_asks_why(company: OpenCompany, review: Review, opened: Opened) -> None:
    workspace = opened(company)
    workspace.show_part(DECISIONS)

    workspace.parts.decisions.charter_buttons["keep"].click()
    write("Four weeks are too few")

    (decision,) = company.all(ReviewDecision)
    assert (decision.subject, decision.text, decision.owner) == (
        "charter",
        "The charter stays as it is.",
        REZA.id,
    )
    assert company.all(Review)[0].charter_unchanged_because == "Four weeks are too few"
