"""The management review in a window, its minutes beside it closed, and a review to hold."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.domain.records.audit import Review
from models.services.company import OpenCompany
from tests.ui.stage import REZA, settle
from tests.ui.workspaces.review.meeting import TODAY
from tests.ui.workspaces.review.showing import Opened
from tests.ui.workspaces.showing import InStep
from ui.workspaces.review.workspace import ReviewWorkspace


@pytest.fixture
def opened(in_step: InStep) -> Opened:
    """Return what shows the review of a company."""

    def show(of: OpenCompany) -> ReviewWorkspace:
        workspace: ReviewWorkspace = in_step(of, 8, "review")
        workspace.show_document(False)
        settle()
        return workspace

    return show


@pytest.fixture
def review(company: OpenCompany) -> Review:
    """A review of the last ninety days, held today."""
    made = Review(
        held_on=TODAY, start=TODAY - timedelta(days=90), end=TODAY, chair=REZA.id, present=(REZA.id,)
    )
    company.save(made)
    return made
