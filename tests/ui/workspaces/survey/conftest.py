"""The survey designer in a window, its form beside closed unless a test is about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.text import LocalText
from models.services.company import OpenCompany
from tests.ui.pages.conftest import (
    HEIGHT,
    WIDTH,
    _plain_window,
    company,
    locked,
    new_file,
    sample_file,
    settle,
    shown,
)
from ui.workspaces.survey.workspace import SurveyWorkspace

__all__ = ["_plain_window", "company", "locked", "new_file", "sample_file", "shown"]

Opened = Callable[..., SurveyWorkspace]

SURVEY = Survey(no="S-01", title=LocalText(en="Guests", fa="مهمانان"), needed=30, population=100)
FOOD = SurveyQuestion(
    survey=SURVEY.id, order=1, type="scale5", text=LocalText(en="All in all, the food?", fa="در مجموع، غذا؟")
)
PLACE = SurveyQuestion(
    survey=SURVEY.id,
    order=2,
    type="choice",
    text=LocalText(en="Where?", fa="کجا؟"),
    options=LocalText(en="Hall\nHome", fa="سالن\nخانه"),
)
LAST = SurveyQuestion(survey=SURVEY.id, order=3, type="open", text=LocalText(en="What else?"))
SHEET = SurveyAnswer(survey=SURVEY.id, no=1, answers=("5", "#1", "-"))


@pytest.fixture
def asking(company: OpenCompany) -> OpenCompany:
    company.save_all([SURVEY, FOOD, PLACE, LAST])
    return company


@pytest.fixture
def answered(asking: OpenCompany) -> OpenCompany:
    asking.save(SHEET)
    return asking


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Return what shows the designer of a company."""

    def show(of: OpenCompany, *, with_form: bool = False) -> SurveyWorkspace:
        workspace = SurveyWorkspace(of)
        workspace.show_document(with_form)
        qtbot.addWidget(workspace)
        workspace.resize(WIDTH, HEIGHT)
        workspace.show()
        workspace.activateWindow()
        settle()
        return workspace

    return show
