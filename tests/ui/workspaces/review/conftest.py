"""The company files and the window that the review is tested with."""

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
from ui.workspaces.review.workspace import ReviewWorkspace

Opened = Callable[[OpenCompany], ReviewWorkspace]


@pytest.fixture
def opened(shown: Callable[[Page], Page]) -> Opened:  # noqa: F811
    """Return what shows the review in step 8 and gives its workspace."""

    def show(of: OpenCompany) -> ReviewWorkspace:
        page = cast(StepPage, shown(StepPage(of, 8)))
        page.work.show_tab("review")
        page.work.show_document(False)
        settle()
        body = page.work.current_body()
        assert isinstance(body, ReviewWorkspace)
        # A workspace lives as long as its page.
        body.page = page  # type: ignore[attr-defined]
        return body

    return show
