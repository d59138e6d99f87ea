"""What becomes of the pages behind the one in front when the window changes between light and dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from models.services.companies import create_company
from models.services.preferences import Look
from tests.e2e.program import Program, running
from ui import theme
from ui.theme import Theme


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    path = tmp_path / "toos.manshur"
    create_company(path).close()
    with running(qapp, tmp_path / "user", "en", path) as started:
        yield started
    theme.apply_theme(qapp, Theme.LIGHT)


def test_only_the_page_in_front_is_dressed_anew(program: Program) -> None:
    program.app.show_page("people")
    gone: list[str] = []
    program.frame.stack.page().destroyed.connect(lambda: gone.append("people"))
    program.app.show_page("settings")
    front = program.frame.stack.page()

    program.app.choices.change(look=Look.DARK)

    assert gone == ["people"]
    assert program.frame.stack.pages() == (front,)


def test_a_page_thrown_away_is_built_again(program: Program) -> None:
    program.app.show_page("people")
    program.app.show_page("settings")
    program.app.choices.change(look=Look.DARK)

    program.app.go_back()

    assert program.frame.stack.key == "people"
    assert program.frame.stack.page().isVisible()
