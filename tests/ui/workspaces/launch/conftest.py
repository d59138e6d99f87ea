"""Workspaces of steps 5 and 6 in a window of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.services.company import OpenCompany
from tests.ui.pages.conftest import (  # noqa: F401 - pytest finds them by name
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
from ui.workspace_catalogue import WORKSPACES

Opened = Callable[[OpenCompany, str], Any]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Return what shows the workspace of a tab."""
    windows: list[QWidget] = []

    def show(of: OpenCompany, key: str) -> Any:
        window = QWidget()
        qtbot.addWidget(window)
        # A workspace lives as long as its window.
        windows.append(window)
        workspace = WORKSPACES[key](of, window)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(workspace)
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.activateWindow()
        settle()
        return workspace

    return show
