"""The objectives and their actions, worked with the keyboard."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.domain.records.commitment import Objective, ObjectiveAction
from models.domain.text import LocalText
from models.services.company import OpenCompany
from tests.ui.stage import Shown
from tests.ui.workspaces.commitment.step_2 import below, opened, type_in
from ui.pages.step import StepPage
from ui.panels.record_cards import RecordCard
from ui.workspaces.commitment.objectives import ObjectivesWorkspace


def test_a_ready_objective_is_taken_and_asks_for_its_baseline(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    _page, objectives = opened(shown, company, ObjectivesWorkspace)
    offer = objectives.offers.rows[1]
    offer.setFocus()

    QTest.keyClick(offer, Qt.Key.Key_Space)

    (objective,) = company.all(Objective)
    assert objective.text.get("en") == "Keep our promises"
    assert objective.target == 95
    row = objectives.desk.form.board.rows["baseline"]
    assert row.editor.isAncestorOf(QApplication.focusWidget() or row)
    assert len(objectives.offers.rows) == 6


def test_a_target_below_the_baseline_is_told_beside_it(company: OpenCompany, shown: Shown[StepPage]) -> None:
    objective = Objective(text=LocalText(en="Keep"), baseline=Decimal(90), better="more")
    company.save(objective)
    _page, objectives = opened(shown, company, ObjectivesWorkspace)
    objectives.show_place(objective.id, "target")
    row = objectives.desk.form.board.rows["target"]

    type_in(row.editor, "۸۰")

    assert below(row) == ("The target lies below the baseline, though more is better. Check the two numbers.")
    assert company.all(Objective)[0].target == 80


def test_actions_are_added_under_their_objective(
    company: OpenCompany, shown: Shown[StepPage], code: str
) -> None:
    one, other = (Objective(text=LocalText(en=name, fa=name)) for name in ("One", "Other"))
    company.save_all([one, other, ObjectiveAction(objective=other.id, action="Elsewhere")])
    _page, objectives = opened(shown, company, ObjectivesWorkspace)
    objectives.show_place(one.id)
    assert objectives.programme.cards() == []

    objectives.programme.add_button.click()
    (card,) = objectives.programme.cards()
    type_in(card.fields.row("action").editor, "Buy a grill")

    made = company.all(ObjectiveAction)[-1]
    assert (made.objective, made.action) == (one.id, "Buy a grill")
    objectives.show_place(other.id)
    assert [_said(card) for card in objectives.programme.cards()] == ["Elsewhere"]


def _said(card: RecordCard) -> object:
    return card.fields.row("action").editor.value()


def test_a_deleted_objective_gives_its_place_to_the_next(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    one, other = (Objective(text=LocalText(en=name)) for name in ("One", "Other"))
    company.save_all([one, other])
    _page, objectives = opened(shown, company, ObjectivesWorkspace)

    objectives.desk.delete_button.click()

    assert company.all(Objective) == (other,)
    assert objectives.desk.record == other
    company.undo()
    assert [entry.key for entry in objectives.desk.list.entries] == [one.id, other.id]
