"""From nothing to eight closed steps by the keyboard alone, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from models.domain.records.control import StepClosing
from models.localisation.languages import language_rows
from tests.e2e.keyboard import KeyboardUser
from tests.e2e.program import running
from tests.e2e.restaurant import OWNER, employ, named
from tests.e2e.steps import WORK
from ui.dialogs.files import NewCompanyDialog
from ui.widgets.progress_ring import StepMark


@pytest.fixture
def keyboard(qapp: QApplication, tmp_path: Path) -> Iterator[KeyboardUser]:
    """Somebody's first start, in the language of the computer."""
    with running(qapp, tmp_path / "user", "") as program:
        yield KeyboardUser(program)


@pytest.mark.parametrize("code", [row.code for row in language_rows()])
def test_all_steps_are_closed_without_a_mouse(
    keyboard: KeyboardUser, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewCompanyDialog, "ask", lambda _parent: tmp_path / "آفتاب.manshur")
    start = keyboard.program.app.start
    assert start is not None

    (language,) = (button for button in start.languages.buttons() if button.objectName() == code)
    keyboard.press(language)
    assert keyboard.speech.code == code
    keyboard.press(start.new)
    keyboard.program.wait_for_company()
    employ(keyboard)
    for step, work in WORK.items():
        work(keyboard)
        assert keyboard.open_criteria(step) == [], f"step {step}"
        keyboard.sign_off(step, named(keyboard, OWNER))
    keyboard.leave_company()
    keyboard.open_recent(0)

    closed = [closing.step for closing in keyboard.program.company.all(StepClosing)]
    assert closed == [str(step) for step in WORK]
    assert keyboard.marked_steps(StepMark.CLOSED) == list(WORK)
    assert keyboard.rings.unseen == []
