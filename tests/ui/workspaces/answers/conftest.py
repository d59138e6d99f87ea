"""The answers of step 6 in a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.services.company import OpenCompany
from tests.ui.workspaces.showing import InStep
from ui.workspaces.answers.workspace import AnswersWorkspace

Opened = Callable[[OpenCompany], AnswersWorkspace]


@pytest.fixture
def opened(in_step: InStep) -> Opened:
    """Return what shows the answers of a company."""
    return lambda of: in_step(of, 6, "survey_answer")
