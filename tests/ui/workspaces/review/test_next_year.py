"""The objectives of next year: gone on with, or dropped with a reason."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from models.domain.records.audit import Review, ReviewDecision
from models.domain.records.commitment import Objective
from models.domain.text import LocalText
from models.services.company import OpenCompany
from models.services.next_year import go_on
from tests.ui.stage import REZA, settle
from tests.ui.workspaces.review.meeting import TODAY, write
from tests.ui.workspaces.review.showing import Opened
from ui.page import Page
from ui.pages.step import StepPage
from ui.widgets.labels import WrapLabel
from ui.workspaces.commitment.objectives import ObjectivesWorkspace
from ui.workspaces.review.parts import NEXT_YEAR


@pytest.fixture
def objective(company: OpenCompany) -> Objective:
    """An objective that is older than the review."""
    made = Objective(
        text=LocalText(en="Satisfaction", fa="رضایت"),
        baseline=Decimal(71),
        target=Decimal(80),
        due=TODAY,
        owner=REZA.id,
    )
    company.save(made)
    return made


def test_an_objective_goes_on_from_the_value_typed(
    company: OpenCompany, objective: Objective, review: Review, opened: Opened
) -> None:
    workspace = opened(company)
    workspace.show_part(NEXT_YEAR)
    page = workspace.parts.next_year
    (card,) = page.shown()
    card.go_on_button.click()
    assert card.reached.problem() == "Enter the value that was reached: next year starts from it."

    card.reached.editor.setFocus()
    write("76")
    assert card.chip.text() == "Not met"
    card.go_on_button.click()
    settle()

    made = company.all(Objective)[-1]
    assert (made.follows, made.baseline, made.target) == (objective.id, Decimal(76), Decimal(80))
    assert page.shown() == []
    assert len(page.cards.cards()) == 1
    company.undo()
    settle()
    assert company.all(Objective) == (objective,)
    assert len(page.shown()) == 1


def test_an_objective_is_dropped_only_with_a_reason(
    company: OpenCompany, objective: Objective, review: Review, opened: Opened
) -> None:
    workspace = opened(company)
    workspace.show_part(NEXT_YEAR)
    (card,) = workspace.parts.next_year.shown()

    card.drop_button.click()
    assert card.reason.problem() == "Write why the objective is dropped."
    card.reason.editor.setFocus()
    write("Nobody measures it")
    card.drop_button.click()
    settle()

    (decision,) = company.all(ReviewDecision)
    assert "Nobody measures it" in decision.text
    assert workspace.parts.next_year.shown() == []


def test_step_2_shows_the_result_of_the_objective_before(
    company: OpenCompany, objective: Objective, shown: Callable[[Page], Page]
) -> None:
    made = go_on(company, objective, Decimal(76))
    page = shown(StepPage(company, 2))
    assert isinstance(page, StepPage)
    page.work.show_tab("objective")
    settle()
    workspace = page.work.current_body()
    assert isinstance(workspace, ObjectivesWorkspace)
    workspace.show_place(made.id)
    settle()
    texts = [label.text() for label in workspace.findChildren(WrapLabel) if label.isVisible()]
    assert any("reached 76 and was not met" in text for text in texts)
