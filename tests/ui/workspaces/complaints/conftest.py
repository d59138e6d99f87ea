"""Complaints and broken promises of step 5 in a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.services.company import OpenCompany
from tests.ui.pages.conftest import (  # noqa: F401 - pytest finds them by name
    _plain_window,
    company,
    locked,
    new_file,
    sample,
    sample_file,
    settle,
)
from ui.workspace_catalogue import WORKSPACES

Opened = Callable[[OpenCompany, str], Any]
WIDTH, HEIGHT = 1090, 670


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Return what shows the workspace of a tab, as wide as on its page, and gives it."""

    def show(of: OpenCompany, key: str) -> Any:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(WIDTH, HEIGHT)
        workspace = WORKSPACES[key](of, window)
        workspace.resize(WIDTH, HEIGHT)
        window.show()
        window.activateWindow()
        settle()
        # A workspace lives as long as its window.
        workspace.window_of_test = window  # type: ignore[attr-defined]
        return workspace

    return show
