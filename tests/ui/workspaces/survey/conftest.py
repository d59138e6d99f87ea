"""The survey designer in a window, its form beside closed unless a test is about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from models.services.company import OpenCompany
from tests.ui.stage import put_up
from tests.ui.workspaces.survey.guests import FOOD, LAST, PLACE, SHEET, SURVEY
from ui.workspaces.survey.workspace import SurveyWorkspace

Opened = Callable[..., SurveyWorkspace]


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
        put_up(workspace)
        return workspace

    return show
