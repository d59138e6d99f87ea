"""Step 7 in a window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from models.services.company import OpenCompany
from tests.ui.workspaces.showing import Opened

Build = Callable[..., Any]


@pytest.fixture
def build(opened: Opened) -> Build:
    """Return what shows a tab of step 7, the actions if none is named."""

    def show(of: OpenCompany, key: str = "action") -> Any:
        return opened(of, key)

    return show
