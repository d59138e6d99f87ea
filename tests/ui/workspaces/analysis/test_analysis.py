"""Reports on a survey: figures with intervals, what they mean, what is decided, in the real page."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import Analysis
from models.domain.survey.pitfalls import LOW_RESPONSE
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import settle
from tests.ui.workspaces.analysis.forty_sheets import FIRST, PROMISE, QUESTIONS, REPORT, SURVEY, sheet
from tests.ui.workspaces.showing import Opened
from ui import language
from ui.workspaces.analysis.workspace import LIST, AnalysisWorkspace


def opened_report(opened: Opened, company: OpenCompany) -> AnalysisWorkspace:
    workspace = opened(company, "analysis")
    assert isinstance(workspace, AnalysisWorkspace)
    return workspace


def tiles(workspace: AnalysisWorkspace) -> dict[str, tuple[str, str]]:
    shown = (tile for tile in workspace.results.tiles.tiles if not tile.isHidden())
    return {tile.name.text(): (tile.figure.text(), tile.detail.text()) for tile in shown}


def test_figures_stand_with_interval_and_number_of_answers(answered: OpenCompany, opened: Opened) -> None:
    shown = tiles(opened_report(opened, answered))
    assert shown["Valid answers"] == ("40", "40% of 100 asked")
    assert shown["Customer satisfaction score (CSAT)"] == ("85%", "40 answers · 95% interval 71% to 93%")
    assert shown["Net promoter score (NPS)"][0] == "70"


def test_few_answers_are_told_in_counts(answered: OpenCompany, opened: Opened) -> None:
    workspace = opened_report(opened, answered)
    answered.save(dataclasses.replace(REPORT, end=FIRST + timedelta(days=4)))
    figure, detail = tiles(workspace)["Customer satisfaction score (CSAT)"]
    assert "%" not in figure
    assert figure.endswith("of 10")
    assert detail == "10 answers · small sample"


def test_the_figures_are_written_down_and_taken_back(answered: OpenCompany, opened: Opened) -> None:
    workspace = opened_report(opened, answered)
    answered.save(dataclasses.replace(REPORT, results="Calm spring."))
    QTest.mouseClick(workspace.report.write_button, Qt.MouseButton.LeftButton)
    written = answered.find(Analysis, REPORT.id)
    assert written is not None
    assert written.results.splitlines()[:2] == ["Calm spring.", "40 of 100 customers answered (40%)."]
    assert "85% (95% interval 71% to 93%); 34 of 40 chose 4 or 5, mean 4.6." in written.results
    assert "random" in written.limits
    answered.undo()
    before = answered.find(Analysis, REPORT.id)
    assert before is not None
    assert (before.results, before.limits) == ("Calm spring.", "")


def test_figures_are_not_written_twice(answered: OpenCompany, opened: Opened) -> None:
    workspace = opened_report(opened, answered)
    workspace.report.write_figures()
    once = answered.find(Analysis, REPORT.id)
    workspace.report.write_figures()
    assert answered.find(Analysis, REPORT.id) == once
    assert workspace.report.said.text()


def test_a_decision_becomes_an_action_about_the_promise(answered: OpenCompany, opened: Opened) -> None:
    workspace = opened_report(opened, answered)
    answered.save(dataclasses.replace(REPORT, decisions="- Open a second till\n"))
    workspace.report.actions.rows[0].button.click()
    (action,) = answered.all(Action)
    assert (action.problem, action.source, action.promise) == (
        "Open a second till",
        ActionSource.SURVEY,
        PROMISE.id,
    )
    places: list[Place] = []
    workspace.place_requested.connect(places.append)
    workspace.report.actions.rows[0].button.click()
    assert places == [Place("action", action.id)]


def test_the_time_before_is_compared_with_a_verdict(answered: OpenCompany, opened: Opened) -> None:
    earlier = [dataclasses.replace(sheet(n, 10), no=100 + n) for n in range(1, 41)]
    moved = [
        dataclasses.replace(one, answered_on=FIRST - timedelta(days=1 + (one.no or 0) % 20))
        for one in earlier
    ]
    workspace = opened_report(opened, answered)
    answered.save_all([*moved, dataclasses.replace(REPORT, compared_with=SURVEY.id)])
    table = workspace.results.compared
    assert table.cell(QUESTIONS[0].id, 4) == "Better"
    assert table.cell(QUESTIONS[0].id, 3).startswith("\u200e+60 points")
    assert not workspace.results.comparison.isHidden()


def test_a_changed_question_is_not_compared(answered: OpenCompany, opened: Opened) -> None:
    other = dataclasses.replace(SURVEY, id=REPORT.id, no="S-0")
    asked = dataclasses.replace(
        QUESTIONS[0], id=SURVEY.id, survey=other.id, type="scale7", promise=None, model="SV-1"
    )
    workspace = opened_report(opened, answered)
    answered.save_all([other, asked, dataclasses.replace(REPORT, compared_with=other.id)])
    verdict = workspace.results.compared.cell(QUESTIONS[0].id, 4)
    assert verdict == "Cannot be compared: the question changed"


def test_pitfalls_that_apply_are_told_with_their_numbers(answered: OpenCompany, opened: Opened) -> None:
    asked = int(40 / LOW_RESPONSE) + 40
    workspace = opened_report(opened, answered)
    answered.save(dataclasses.replace(SURVEY, asked=asked))
    texts = [
        label.text() for label in workspace.results.warnings.findChildren(type(workspace.results.margin))
    ]
    assert any(f"40 of {asked}" in text for text in texts)
    assert any("All 40 answers came in one way." in text for text in texts)


def test_a_report_begins_with_the_newest_survey(answered: OpenCompany, opened: Opened) -> None:
    answered.delete([REPORT])
    workspace = opened_report(opened, answered)
    workspace.empty.action.click()
    settle()
    fields = workspace.report.fields
    assert (fields.is_new, fields.focused_field()) == (True, "title")
    assert tiles(workspace)["Valid answers"][0] == "40"
    workspace.report.write_figures()
    (saved,) = answered.all(Analysis)
    assert (saved.title, saved.survey) == ("Guests", SURVEY.id)


def test_a_company_without_a_survey_is_led_to_its_questions(company: OpenCompany, opened: Opened) -> None:
    workspace = opened_report(opened, company)
    places: list[Place] = []
    workspace.place_requested.connect(places.append)
    workspace.empty.action.click()
    assert places == [Place("survey_question")]


def test_many_answers_are_counted_apart(answered: OpenCompany, opened: Opened, qtbot: QtBot) -> None:
    workspace = opened_report(opened, answered)
    many = [dataclasses.replace(sheet(n, 3_000), id=f"many-{n:06}", no=n) for n in range(1, 4_001)]  # type: ignore[arg-type]
    answered.save_all(many)
    assert workspace._job is not None
    qtbot.waitUntil(lambda: workspace._job is None, timeout=20_000)
    assert tiles(workspace)["Valid answers"][0] == "4,040"


def test_the_register_stays_at_hand_and_every_language_is_spoken(
    answered: OpenCompany, opened: Opened
) -> None:
    workspace = opened_report(opened, answered)
    workspace.show_mode(LIST)
    assert workspace._stack.currentWidget() is workspace.view
    workspace.show_place(REPORT.id, "limits")
    assert workspace.report.fields.focused_field() == "limits"
    language.set_current(load_language("fa"))
    settle()
    assert tiles(workspace)["شاخص رضایت مشتری (CSAT)"][0] == "۸۵٪"
    language.set_current(load_language("en"))


def test_nothing_is_offered_that_a_locked_company_cannot_do(locked: OpenCompany, opened: Opened) -> None:
    workspace = opened_report(opened, locked)
    assert workspace.add_button.isHidden()
    assert workspace.report.write_button.isHidden()
