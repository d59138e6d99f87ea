"""Scores, strengths and priorities, and actions made of several gaps at once."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt

from models.content.guidance import guidance
from models.domain.gates.criterion import Place
from models.domain.records.correction import Action
from models.domain.records.organisation import GapAnswer, GapRound
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import SARA, click, focused, settle
from tests.ui.workspaces.gap.conftest import Opened
from ui import language
from ui.registers.news import News
from ui.workspaces.gap.results_page import ResultsPage
from ui.workspaces.gap.summary import BARS
from ui.workspaces.gap.workspace import QUESTION, RESULTS, GapWorkspace

ROUND = GapRound(title="First", started_on=date(2026, 8, 1))
PRIORITY, ACTION = 3, 4


def results(workspace: GapWorkspace) -> ResultsPage:
    workspace.show_mode(RESULTS)
    settle()
    return cast(ResultsPage, workspace._pages[RESULTS])


def answered(company: OpenCompany, **scores: str) -> None:
    company.save_all(
        [
            ROUND,
            *(
                GapAnswer(round=ROUND.id, question=question, score=score, evidence="Seen")
                for question, score in scores.items()
            ),
        ]
    )


@pytest.fixture
def page(opened: Opened, company: OpenCompany) -> ResultsPage:
    # Of R4 (three weights of questions) everything at 3 but one critical and two others.
    low = {"Q403": "1", "Q402": "2", "Q401": "0"}
    rest = {one.id: "3" for one in guidance().by_area["R4"]}
    answered(company, **(rest | low))
    return results(opened(company))


def test_the_score_of_a_key_area_is_the_exact_share_with_its_band(page: ResultsPage) -> None:
    questions = guidance().by_area["R4"]
    weights = {one.id: one.weight for one in questions}
    reached = {"Q403": 1, "Q402": 2, "Q401": 0}
    points = sum(weight * reached.get(one, 3) for one, weight in weights.items())
    share = 100 * points // (4 * sum(weights.values()))

    meter = page.summary.meters["R4"]

    assert meter.accessibleName() == f"Training and awareness: {share}, Established"
    assert page.summary.meters["R1"].accessibleName() == "Charter definition: 0, Beginning"


def test_strengths_come_first_and_gaps_by_weight_times_gap(page: ResultsPage) -> None:
    assert "Applied, with records" in page.priorities.strengths.lines[0].whole_text()
    assert page.priorities.table.keys() == ["Q401", "Q403", "Q402"]
    assert [page.priorities.table.cell(key, PRIORITY) for key in ("Q401", "Q403", "Q402")] == ["6", "6", "2"]


def test_ticked_gaps_become_actions_in_one_step_by_keyboard(page: ResultsPage, company: OpenCompany) -> None:
    priorities = page.priorities
    priorities.table.setFocus(Qt.FocusReason.OtherFocusReason)
    for _row in range(2):
        click(Qt.Key.Key_Down)
        click(Qt.Key.Key_Space)
    assert priorities.make_button.text() == "Make 2 actions"
    priorities.make_button.click()
    assert priorities.owner_row.problem() == "Choose who closes the gap."

    priorities.owner.choose(SARA.id)
    priorities.make_button.click()
    assert priorities.due_row.problem() == "Enter the day by which the gap is to be closed."
    type_text(focused(), "2027-01-15")
    priorities.make_button.click()

    made = company.all(Action)
    assert [one.due for one in made] == [date(2027, 1, 15)] * 2
    assert [bool(priorities.table.cell(key, ACTION)) for key in ("Q401", "Q403", "Q402")].count(True) == 2
    company.undo()
    assert company.all(Action) == ()


def test_a_made_action_is_shown_and_opened_and_not_made_again(
    page: ResultsPage, company: OpenCompany
) -> None:
    asked: list[Place] = []
    page.place_requested.connect(asked.append)
    answer = next(one for one in company.all(GapAnswer) if one.question == "Q403")
    action = Action(no="CA-09", gap=answer.id)
    company.save(action)

    page.priorities.table.tick("Q403")
    page.priorities.table.choose("Q403")
    page.priorities.open_button.click()

    assert page.priorities.table.ticks() == []
    assert asked == [Place("action", action.id)]


def test_without_a_tick_the_button_says_what_to_do(page: ResultsPage, company: OpenCompany) -> None:
    told: list[News] = []
    page._questionnaire.told.connect(told.append)

    page.priorities.make_button.click()

    assert told[0].text == "Tick the gaps that are to become actions."
    assert company.all(Action) == ()


def test_an_owner_of_thin_air_is_refused_beside_the_field(page: ResultsPage, company: OpenCompany) -> None:
    page.priorities.table.tick("Q401")
    page.priorities.owner.line.setText("Nobody at all")

    page.priorities.make_button.click()

    assert "is not in the list" in page.priorities.owner_row.problem()
    assert company.all(Action) == ()


def test_a_row_opens_its_question(opened: Opened, company: OpenCompany) -> None:
    answered(company, Q403="1")
    workspace = opened(company)
    page = results(workspace)
    page.priorities.table.choose("Q403")
    page.priorities.table.setFocus()

    click(Qt.Key.Key_Return)

    assert workspace.mode == QUESTION
    assert workspace.questionnaire.question_id == "Q403"


def test_radar_and_bars_tell_the_same_figures(page: ResultsPage) -> None:
    radar = page.summary.chart.geometry_shown
    page.summary.kinds.buttons[BARS].click()
    bars = page.summary.chart.geometry_shown

    assert radar is not None
    assert bars is not None
    assert len(bars.figures) == 6
    assert radar != bars


def test_an_empty_questionnaire_says_what_will_stand_here(opened: Opened, company: OpenCompany) -> None:
    workspace = opened(company)
    page = results(workspace)

    assert page.empty.isVisible()
    page.empty.action.click()
    assert workspace.mode == QUESTION


def test_after_the_last_question_the_results_are_shown(opened: Opened, company: OpenCompany) -> None:
    workspace = opened(company)
    workspace.question_page.go("Q609")

    workspace.question_page.go_on()

    assert workspace.mode == RESULTS


def test_results_speak_the_language_of_the_window(page: ResultsPage) -> None:
    language.set_current(load_language("fa"))
    settle()

    assert page.summary.meters["R1"].accessibleName() == "تعریف منشور: ۰، آغازین"
    assert page.priorities.table.keys() == ["Q401", "Q403", "Q402"]


def test_results_to_read_only_offer_no_actions(opened: Opened, locked: OpenCompany) -> None:
    page = results(opened(locked))

    assert page.priorities.table.isVisible()
    assert not page.priorities.make_button.isVisible()
