"""Step 6 in a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest

from models.services.company import OpenCompany
from tests.ui.pages.conftest import (  # noqa: F401 - pytest finds them by name
    _plain_window,
    company,
    locked,
    new_file,
    notices,
    sample,
    sample_file,
    settle,
    shown,
)
from ui.page import Page
from ui.pages.step import StepPage
from ui.workspaces.answers.workspace import AnswersWorkspace

Opened = Callable[[OpenCompany], AnswersWorkspace]


@pytest.fixture
def opened(shown: Callable[[Page], Page]) -> Opened:  # noqa: F811
    """Return what shows the answers of step 6 and gives their workspace."""

    def show(of: OpenCompany) -> AnswersWorkspace:
        page = cast(StepPage, shown(StepPage(of, 6)))
        page.work.show_tab("survey_answer")
        settle()
        body = page.work.current_body()
        assert isinstance(body, AnswersWorkspace)
        # A workspace lives as long as its page.
        body.page = page  # type: ignore[attr-defined]
        return body

    return show
