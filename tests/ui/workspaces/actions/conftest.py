"""Step 7 in a window: a small company, the sample, and the sample for reading only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from models.services.company import OpenCompany
from tests.ui.pages.conftest import (
    _plain_window,  # noqa: F401
    company,  # noqa: F401
    locked,  # noqa: F401
    new_file,  # noqa: F401
    sample,  # noqa: F401
    sample_file,  # noqa: F401
    settle,
)
from ui.workspace_catalogue import WORKSPACES

WIDTH, HEIGHT = 1088, 626

Build = Callable[..., Any]


@pytest.fixture
def build(qtbot: QtBot) -> Build:
    """Return what shows a tab of step 7, as wide as a step's page leaves it."""

    made = []

    def show(of: OpenCompany, key: str = "action") -> Any:
        workspace = WORKSPACES[key](of, None)  # type: ignore[arg-type]
        made.append(workspace)
        qtbot.addWidget(workspace)
        workspace.resize(WIDTH, HEIGHT)
        workspace.show()
        workspace.activateWindow()
        settle()
        return workspace

    return show
