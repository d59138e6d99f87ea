"""A company whose survey forty customers answered."""

from __future__ import annotations

import pytest

from models.services.company import OpenCompany
from tests.ui.workspaces.analysis.forty_sheets import PROMISE, QUESTIONS, REPORT, SHEETS, SURVEY


@pytest.fixture
def answered(company: OpenCompany) -> OpenCompany:
    """A company whose survey has forty sheets, three of them with a comment."""
    company.save_all([PROMISE, SURVEY, *QUESTIONS, *SHEETS, REPORT])
    return company
