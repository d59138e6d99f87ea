"""A user in front of the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.e2e.driver import User
from tests.e2e.program import running


@pytest.fixture(params=["fa", "en"])
def user(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[User]:
    """Somebody who has just started the program, in each language."""
    with running(qapp, tmp_path / "user", request.param) as program:
        yield User(program)
