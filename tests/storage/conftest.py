"""A real company file for the tests of storage."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.services.companies import open_company
from models.services.company import OpenCompany


@pytest.fixture
def company_path(tmp_path: Path) -> Path:
    return tmp_path / "toos.manshur"


@pytest.fixture
def company(company_path: Path, new_file: Path) -> Iterator[OpenCompany]:
    shutil.copyfile(new_file, company_path)
    opened = open_company(company_path, "tester")
    yield opened
    opened.close()
