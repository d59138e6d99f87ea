"""The promise builder of a new, of the sample and of a locked company, in a window without its frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from pytestqt.qtbot import QtBot

from models.domain.records.charter import Promise
from models.domain.sequence import in_order
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
from ui.workspaces.promises.workspace import PromiseWorkspace

WIDTH, HEIGHT = 1088, 626

Build = Callable[[OpenCompany], PromiseWorkspace]


@pytest.fixture
def build(qtbot: QtBot) -> Build:
    """Return what shows the promise builder of a company, as wide as a step's page leaves it."""

    made: list[PromiseWorkspace] = []

    def show(of: OpenCompany) -> PromiseWorkspace:
        workspace = PromiseWorkspace(of)
        made.append(workspace)
        qtbot.addWidget(workspace)
        workspace.resize(WIDTH, HEIGHT)
        workspace.show()
        workspace.activateWindow()
        settle()
        return workspace

    return show


def promises(of: OpenCompany) -> Sequence[Promise]:
    """Return the promises of a company in the order of the charter."""
    return in_order(of.all(Promise))
