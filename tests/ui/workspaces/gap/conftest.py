"""The questionnaire in a window as wide as a small laptop gives it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
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
from ui.workspaces.gap.workspace import GapWorkspace

Opened = Callable[[OpenCompany], GapWorkspace]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Return what opens the questionnaire of a company in a window of its own."""

    # Nothing else holds on to a window that a test knows only a part of.
    kept: list[GapWorkspace] = []

    def open_it(of: OpenCompany) -> GapWorkspace:
        workspace = GapWorkspace(of)
        kept.append(workspace)
        qtbot.addWidget(workspace)
        workspace.resize(WIDTH, HEIGHT)
        workspace.show()
        workspace.activateWindow()
        settle()
        return workspace

    return open_it


@pytest.fixture
def gap(opened: Opened, company: OpenCompany) -> GapWorkspace:  # noqa: F811
    """The questionnaire of a company that has answered nothing yet, the first tile in focus."""
    workspace = opened(company)
    workspace.show_place()
    return workspace


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(text: str) -> None:
    """Press a key of any keyboard where the focus is."""
    widget = focused()
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text))


def click(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key that has no letter where the focus is."""
    QTest.keyClick(focused(), key, modifier)
