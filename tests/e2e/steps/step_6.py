"""What the restaurant enters for step 6: a survey, values of the indicators, the analysis."""

from __future__ import annotations

from datetime import date

from models.domain.records.feedback import IndicatorValue, Survey, SurveyAnswer
from tests.e2e.driver import Fields, User
from tests.e2e.restaurant import OWNER, ago, named, said
from ui.workspaces.analysis.workspace import AnalysisWorkspace
from ui.workspaces.indicators.workspace import IndicatorsWorkspace
from ui.workspaces.survey.deeds import PLAN
from ui.workspaces.survey.workspace import SurveyWorkspace


def work(user: User) -> None:
    """Ask two customers, measure each promise twice, sign the analysis."""
    why = said(user, "تنها دو مهمان خواستند", "Only two guests wanted to")
    rule = said(user, "هر مهمان", "Every guest")
    begin_survey(user, {"needed": 2, "rule": rule, "shortfall_reason": why})
    (survey,) = user.program.company.all(Survey)
    for no in (1, 2):
        answer = {
            "survey": named(user, survey.title),
            "no": no,
            "answered_on": ago(20),
            "answers": ("5", "4"),
        }
        user.add(SurveyAnswer, answer)
    measure(user, (ago(30), ago(2)), 96)
    words = said(user, "نان بیشتر", "More bread")
    report = {"title": words, "end": ago(2), "results": words, "decisions": words, "limits": words}
    analyse(user, report | {"signed_by": named(user, OWNER), "signed_on": ago(1)})


def begin_survey(user: User, fields: Fields) -> None:
    """Begin the first survey with the model form, and fill fields of its plan."""
    workspace = user.show(Survey)
    assert isinstance(workspace, SurveyWorkspace)
    user.press(workspace.empty.action)
    user.press(workspace.modes.buttons[PLAN])
    user.fill_fields(workspace.plan.fields, fields)


def measure(user: User, days: tuple[date, ...], value: int) -> None:
    """Type the value of every indicator for periods of a day each."""
    workspace = user.show(IndicatorValue)
    assert isinstance(workspace, IndicatorsWorkspace)
    for card in list(workspace.list.entries):
        user.take_entry(workspace.list, card.key)
        for day in days:
            offered = workspace.grid.cells.rows[-1].key
            for name, entered in (("start", day), ("end", day), ("value", value)):
                user.fill_cell(workspace.grid, offered, name, entered)


def analyse(user: User, fields: Fields) -> None:
    """Begin the first report, and fill its fields."""
    workspace = user.show_tab(6, "analysis")
    assert isinstance(workspace, AnalysisWorkspace)
    user.press(workspace.empty.action)
    user.fill_fields(workspace.report.fields, fields)
