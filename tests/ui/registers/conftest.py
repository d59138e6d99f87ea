"""Views of registers and sheets in a window as wide as a step's work."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from models.domain.registers import register
from models.services.company import OpenCompany
from tests.ui.registers.law_form import LAW
from tests.ui.registers.showing import Opened, OpenedSheet
from ui.registers import RegisterView, SheetView


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


@pytest.fixture
def law(company: OpenCompany, opened: Opened) -> RegisterView:
    """The laws, one of them in its form."""
    company.save(LAW)
    view = opened("law")
    view.show_place(LAW.id)
    return view
