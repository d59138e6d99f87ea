"""The real program without a screen: at its start page, with a new company, with the sample company."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.e2e.program import Program, running


@pytest.fixture
def company_file(tmp_path: Path, new_file: Path) -> Path:
    return Path(shutil.copyfile(new_file, tmp_path / "Toos restaurant.manshur"))


@pytest.fixture
def started(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Somebody's first start, in English."""
    with running(qapp, tmp_path / "user", "en") as program:
        yield program


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path, company_file: Path) -> Iterator[Program]:
    """A new company, open in English."""
    with running(qapp, tmp_path / "user", "en", company_file) as program:
        yield program


@pytest.fixture
def sample(qapp: QApplication, tmp_path: Path, sample_file: Path) -> Iterator[Program]:
    """The sample company, open in English."""
    path = Path(shutil.copyfile(sample_file, tmp_path / "sample.manshur"))
    with running(qapp, tmp_path / "user", "en", path) as program:
        yield program
