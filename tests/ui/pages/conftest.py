"""Real company files, new and sample, and pages shown in a window of 1366 by 768 without its frame."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.records.control import Person
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.companies import create_company, open_company
from models.services.company import OpenCompany
from models.services.sample.records import sample_evidence, sample_records
from ui import language, theme
from ui.page import Notice, Page
from ui.theme import Theme

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))
REZA = Person(name=LocalText(fa="رضا توکلی", en="Reza Tavakoli"))
WIDTH, HEIGHT = 1134, 712

P = TypeVar("P", bound=Page)
Shown = Callable[[P], P]


@pytest.fixture(autouse=True)
def _plain_window(qapp: QApplication) -> Iterator[None]:
    theme.apply_theme(qapp, Theme.LIGHT)
    language.set_current(load_language("en"))
    yield
    theme.apply_theme(qapp, Theme.LIGHT)
    language.set_current(load_language("en"))


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "new.manshur"
    create_company(path).close()
    return path


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.manshur"
    company = create_company(path)
    files = sample_evidence("en", date.today())
    records = [*sample_records("en", date.today()), *(evidence for evidence, _content in files)]
    company.import_all(records, {evidence.sha256: content for evidence, content in files})
    company.close()
    return path


@pytest.fixture
def company(tmp_path: Path, new_file: Path) -> Iterator[OpenCompany]:
    path = tmp_path / "toos.manshur"
    shutil.copyfile(new_file, path)
    opened = open_company(path, "tester")
    opened.save_all([SARA, REZA])
    yield opened
    opened.close()


@pytest.fixture
def sample(tmp_path: Path, sample_file: Path) -> Iterator[OpenCompany]:
    path = tmp_path / "sample.manshur"
    shutil.copyfile(sample_file, path)
    opened = open_company(path, "tester")
    yield opened
    opened.close()


@pytest.fixture
def locked(tmp_path: Path, sample_file: Path) -> Iterator[OpenCompany]:
    """The sample company, opened for reading only."""
    path = tmp_path / "locked.manshur"
    shutil.copyfile(sample_file, path)
    opened = open_company(path, "tester", read_only=True)
    yield opened
    opened.close()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Page], Page]:
    """Return what shows a page in a window."""

    def show(page: Page) -> Page:
        qtbot.addWidget(page)
        page.resize(WIDTH, HEIGHT)
        page.show()
        page.activateWindow()
        settle()
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


def settle() -> None:
    """Let layouts come to rest."""
    for _round in range(4):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
