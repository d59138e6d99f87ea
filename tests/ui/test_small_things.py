"""What a window shows before anything was entered, and where the focus is at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.services.companies import create_company
from models.services.company import OpenCompany
from ui.dialogs.reading import ReadingDialog
from ui.pages.history import HistoryPage
from ui.pages.start import StartPage
from ui.widgets.progress_ring import StepState
from ui.widgets.step_path import StepPath

SHORT, LONG = "Gap", "A title that is far too long for one line"


@pytest.fixture
def company(tmp_path: Path) -> Iterator[OpenCompany]:
    made = create_company(tmp_path / "toos.manshur")
    yield made
    made.close()


def test_the_start_page_begins_at_a_new_company(qtbot: QtBot) -> None:
    page = StartPage()
    qtbot.addWidget(page)

    page.show()

    assert page.focusWidget() is page.new


def test_a_text_to_read_has_no_ring_round_it(qtbot: QtBot) -> None:
    dialog = ReadingDialog("certificates")
    qtbot.addWidget(dialog)

    dialog.show()

    assert not dialog.view.hasFocus()
    assert dialog.focusWidget() is not None


def test_a_history_without_changes_says_so_in_the_middle(company: OpenCompany, qtbot: QtBot) -> None:
    page = HistoryPage(company)
    qtbot.addWidget(page)

    page.show()

    assert page.empty.isVisible()
    assert not page.view.isVisible()


@pytest.fixture
def path_height(qtbot: QtBot) -> Callable[[str], int]:
    """Return what measures a path whose last title is given."""

    def measure(title: str) -> int:
        path = StepPath()
        qtbot.addWidget(path)
        path.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        path.resize(800, 100)
        path.set_steps([(str(at), SHORT, StepState(at)) for at in range(1, 8)] + [("8", title, StepState(8))])
        path.show()
        return path.sizeHint().height()

    return measure


def test_a_path_keeps_a_second_line_only_where_a_title_needs_it(path_height: Callable[[str], int]) -> None:
    assert path_height(SHORT) < path_height(LONG)
