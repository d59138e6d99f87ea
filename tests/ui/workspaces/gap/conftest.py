"""The questionnaire in a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.services.company import OpenCompany
from tests.ui.workspaces import showing
from ui.workspaces.gap.workspace import GapWorkspace

Opened = Callable[[OpenCompany], GapWorkspace]


@pytest.fixture
def opened(opened: showing.Opened) -> Opened:
    """Return what opens the questionnaire of a company."""
    return lambda of: opened(of, "gap_answer")


@pytest.fixture
def gap(opened: Opened, company: OpenCompany) -> GapWorkspace:
    """The questionnaire of a company that has answered nothing yet, the first tile in focus."""
    workspace = opened(company)
    workspace.show_place()
    return workspace
