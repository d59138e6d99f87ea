"""The management review in a window, its minutes beside it closed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.services.company import OpenCompany
from tests.ui.stage import settle
from tests.ui.workspaces.showing import InStep
from ui.workspaces.review.workspace import ReviewWorkspace

Opened = Callable[[OpenCompany], ReviewWorkspace]


@pytest.fixture
def opened(in_step: InStep) -> Opened:
    """Return what shows the review of a company."""

    def show(of: OpenCompany) -> ReviewWorkspace:
        workspace: ReviewWorkspace = in_step(of, 8, "review")
        workspace.show_document(False)
        settle()
        return workspace

    return show
