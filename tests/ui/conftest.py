"""Real company files, new and sample, and a plain window to show them in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.localisation.language import load_language
from models.services.companies import open_company
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA, put_up
from ui import language, theme
from ui.page import Notice, Page
from ui.theme import Theme


@pytest.fixture(autouse=True)
def _plain_window(qapp: QApplication) -> Iterator[None]:
    """English and light; what the test before left to be deleted is gone."""
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    theme.apply_theme(qapp, Theme.LIGHT)
    language.set_current(load_language("en"))
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def company(tmp_path: Path, new_file: Path) -> Iterator[OpenCompany]:
    """A new company with two people."""
    opened = open_company(Path(shutil.copyfile(new_file, tmp_path / "toos.manshur")), "tester")
    opened.save_all([SARA, REZA])
    yield opened
    opened.close()


@pytest.fixture
def sample(tmp_path: Path, sample_file: Path) -> Iterator[OpenCompany]:
    """The sample company."""
    opened = open_company(Path(shutil.copyfile(sample_file, tmp_path / "sample.manshur")), "tester")
    yield opened
    opened.close()


@pytest.fixture
def locked(tmp_path: Path, sample_file: Path) -> Iterator[OpenCompany]:
    """The sample company, opened for reading only."""
    path = Path(shutil.copyfile(sample_file, tmp_path / "locked.manshur"))
    opened = open_company(path, "tester", read_only=True)
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Page], Page]:
    """Return what shows a page in a window."""

    def show(page: Page) -> Page:
        qtbot.addWidget(page)
        put_up(page)
        return page

    return show


@pytest.fixture
def notices() -> Callable[[Page], list[Notice]]:
    """Return what collects the notices of a page."""

    def collect(page: Page) -> list[Notice]:
        heard: list[Notice] = []
        page.notice_requested.connect(heard.append)
        return heard

    return collect
