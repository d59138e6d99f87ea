"""There is room for everything in the window of a small laptop, and nothing stands outside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from models.localisation.languages import language_rows
from models.services.companies import create_company
from models.services.sample.company import write_sample
from tests import scenes
from tests.e2e.program import running
from tests.ui.looking import look_at, scrolled_sideways


@pytest.mark.parametrize("language", [row.code for row in language_rows()])
def test_nothing_scrolls_sideways(language: str, qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "sample.manshur"
    write_sample(file, language, date.today()).close()

    found = []
    with running(qapp, tmp_path / "user", language, file) as program:
        for scene in (
            *scenes.pages(program),
            *scenes.guides(program),
            *scenes.moments(program),
            *scenes.promises(program),
        ):
            found += look_at(scene, program, scrolled_sideways)

    assert not found, "\n".join(dict.fromkeys(found))


class StrayWindows(QObject):
    """Notes each widget that is shown as a window although it is meant to stand in one."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and _is_stray(watched):
            self.found.append(type(watched).__name__)
        return False


def _is_stray(widget: QWidget) -> bool:
    is_meant = isinstance(widget, QMainWindow | QDialog) or widget.windowType() != Qt.WindowType.Window
    return widget.isWindow() and not is_meant


@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "sample"])
def test_no_part_of_a_page_is_ever_a_window_of_its_own(
    is_empty: bool, qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "toos.manshur"
    (create_company(file) if is_empty else write_sample(file, "fa", date.today())).close()
    strays = StrayWindows(qapp)
    qapp.installEventFilter(strays)

    with running(qapp, tmp_path / "user", "fa", file) as program:
        for scene in (*scenes.pages(program), *scenes.tabs(program), *scenes.forms(program)):
            scene.act(program)
    qapp.removeEventFilter(strays)

    assert strays.found == []
