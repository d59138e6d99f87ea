"""Step 5 in a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

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

Opened = Callable[..., Any]


@pytest.fixture
def opened(shown: Callable[[Page], Page]) -> Opened:  # noqa: F811
    """Return what shows a tab of step 5, or of another step, and gives its workspace."""

    def show(of: OpenCompany, key: str, step: int = 5) -> Any:
        page = cast(StepPage, shown(StepPage(of, step)))
        page.work.show_tab(key)
        settle()
        body = page.work.current_body()
        # A workspace lives as long as its page.
        body.page = page
        return body

    return show
