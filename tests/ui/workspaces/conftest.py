"""What shows workspaces in a window, alone or in the page of their step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import Shown, put_up, settle
from tests.ui.workspaces.showing import InStep, Opened
from ui import language
from ui.pages.step import StepPage
from ui.workspace_catalogue import WORKSPACES


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Return what shows the workspace of a tab in a window of its own."""
    # Nothing else holds on to a window that a test knows only a part of.
    kept = []

    def show(of: OpenCompany, key: str) -> Any:
        workspace = WORKSPACES[key](of, None)
        kept.append(workspace)
        qtbot.addWidget(workspace)
        put_up(workspace)
        return workspace

    return show


@pytest.fixture
def in_step(shown: Shown[StepPage]) -> InStep:
    """Return what shows a tab in the page of its step, and gives its workspace, which knows the page."""

    def show(of: OpenCompany, number: int, key: str) -> Any:
        page = shown(StepPage(of, number))
        page.work.show_tab(key)
        settle()
        body = cast(Any, page.work.current_body())
        body.page_of_test = page
        return body

    return show


@pytest.fixture(params=["fa", "en"])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    """The window in each language; gives the language's code."""
    language.set_current(load_language(request.param))
    yield request.param
    language.set_current(load_language("en"))
