"""A real company, an English window, and views of registers in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.records.control import Person
from models.domain.registers import register
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.companies import create_company, open_company
from models.services.company import OpenCompany
from ui import language, theme
from ui.registers import RegisterView, SheetView
from ui.theme import Theme

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))
REZA = Person(name=LocalText(fa="رضا توکلی", en="Reza Tavakoli"))

Opened = Callable[[str], RegisterView]
OpenedSheet = Callable[[str], SheetView]


@pytest.fixture(scope="package", autouse=True)
def _light_theme(qapp: QApplication) -> None:
    theme.apply_theme(qapp, Theme.LIGHT)


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> Iterator[None]:
    # Widgets of earlier tests wait for an event loop to delete them.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    language.set_current(load_language("en"))
    yield
    language.set_current(load_language("en"))


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "new.manshur"
    create_company(path).close()
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
def opened(qtbot: QtBot, company: OpenCompany) -> Opened:
    """Return what shows the view of a register in a window as wide as a step's work."""

    def show(code: str) -> RegisterView:
        view = RegisterView(company, register(code))
        qtbot.addWidget(view)
        view.resize(750, 620)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        return view

    return show


@pytest.fixture
def sheet(qtbot: QtBot, company: OpenCompany) -> OpenedSheet:
    """Return what shows the view of a sheet."""

    def show(code: str) -> SheetView:
        view = SheetView(company, register(code))
        qtbot.addWidget(view)
        view.resize(750, 620)
        with qtbot.waitActive(view):
            view.show()
            view.activateWindow()
        return view

    return show
