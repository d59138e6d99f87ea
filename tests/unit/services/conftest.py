"""A new company, open; files that need more in it override the fixture and fill what it gives."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.services.companies import open_company
from models.services.company import OpenCompany


@pytest.fixture
def company(tmp_path: Path, new_file: Path) -> Iterator[OpenCompany]:
    """A new company with nothing in it, kept by a tester."""
    opened = open_company(Path(shutil.copyfile(new_file, tmp_path / "toos.manshur")), "tester")
    yield opened
    opened.close()
