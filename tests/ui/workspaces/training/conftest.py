"""Step 4 in a window."""

from __future__ import annotations

from typing import Any

import pytest

from models.services.company import OpenCompany
from tests.ui.workspaces.showing import InStep, Opened


@pytest.fixture
def opened(in_step: InStep) -> Opened:
    """Return what shows a tab of step 4 and gives its workspace."""

    def show(of: OpenCompany, key: str) -> Any:
        return in_step(of, 4, key)

    return show
