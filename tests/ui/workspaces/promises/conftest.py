"""The promise builder in a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.services.company import OpenCompany
from tests.ui.workspaces.showing import Opened
from ui.workspaces.promises.workspace import PromiseWorkspace

Build = Callable[[OpenCompany], PromiseWorkspace]


@pytest.fixture
def build(opened: Opened) -> Build:
    """Return what shows the promise builder of a company."""
    return lambda of: opened(of, "promise")
