"""Workspaces of the internal audit in a window as wide as a small laptop gives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from models.services.company import OpenCompany
from tests.ui.pages.conftest import (  # noqa: F401
    HEIGHT,
    WIDTH,
    _plain_window,
    company,
    locked,
    new_file,
    sample,
    sample_file,
    settle,
)
from ui.workspace import Workspace
from ui.workspace_catalogue import WORKSPACES

Opened = Callable[[OpenCompany, str], Workspace]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Return what opens the workspace of a tab in a window of its own."""
    kept: list[Workspace] = []

    def open_it(of: OpenCompany, key: str) -> Workspace:
        workspace = WORKSPACES[key](of, None)  # type: ignore[arg-type]
        kept.append(workspace)
        qtbot.addWidget(workspace)
        workspace.resize(WIDTH, HEIGHT)
        workspace.show()
        workspace.activateWindow()
        settle()
        return workspace

    return open_it
