"""The promise builder in the real window, by the keyboard alone, in every language."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit

from models.domain.promise_quality import Point
from models.domain.records.charter import Indicator, Promise
from models.domain.sequence import in_order
from models.localisation.languages import language_rows
from models.services.companies import create_company
from models.services.sample.company import write_sample
from tests import scenes
from tests.e2e.driver import type_text
from tests.e2e.keyboard import KeyboardUser
from tests.e2e.program import let_live, running
from ui.workspaces.promises.workspace import PromiseWorkspace

_SEEN_MS = 40


class Keyboard(KeyboardUser):
    """Somebody at the promises who never touches the mouse."""

    @property
    def workspace(self) -> PromiseWorkspace:
        body = self.step_page.work.current_body()
        assert isinstance(body, PromiseWorkspace)
        return body

    def press_key(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
    ) -> None:
        super().press_key(key, held, times)
        let_live(_SEEN_MS)

    def type(self, text: str) -> None:
        type_text(self.focus, text)
        let_live(_SEEN_MS)


@pytest.fixture(params=[row.code for row in language_rows()])
def keyboard(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Keyboard]:
    """A user of an empty company, at the promises."""
    file = tmp_path / "toos.manshur"
    create_company(file).close()
    with running(qapp, tmp_path / "user", request.param, file) as program:
        scenes.show_page(program, "step-3")
        let_live(_SEEN_MS)
        yield Keyboard(program)


@pytest.fixture(scope="module", params=[row.code for row in language_rows()])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    file = tmp_path_factory.mktemp("sample") / "sample.manshur"
    write_sample(file, request.param, date.today()).close()
    return request.param, file


def test_a_promise_is_written_judged_and_measured(keyboard: Keyboard) -> None:
    workspace, company = keyboard.workspace, keyboard.program.company
    keyboard.press(workspace.editor.list.empty.action)
    assert workspace.editor.is_form_open
    form = workspace.editor.promise_form

    first, second = list(form.board.editor("text").fields)  # type: ignore[attr-defined]
    keyboard.type("We answer soon" if first == "en" else "به‌زودی پاسخ می‌دهیم")
    keyboard.press_key(Qt.Key.Key_Tab)
    keyboard.type("We answer soon" if second == "en" else "به‌زودی پاسخ می‌دهیم")
    keyboard.press_key(Qt.Key.Key_Tab)
    keyboard.type(keyboard.speech.number(2))
    keyboard.press_key(Qt.Key.Key_Tab)

    (promise,) = company.all(Promise)
    assert promise.order == 1
    assert promise.number == Decimal(2)
    assert Point.VAGUE in {one.point for one in workspace.editor.quality.unmet()}

    keyboard.press(workspace.editor.companions.buttons["indicator"])

    assert [card.promise for card in company.all(Indicator)] == [promise.id]

    keyboard.press_key(Qt.Key.Key_Escape)
    assert not workspace.editor.is_form_open


def test_an_open_point_is_reached_and_mended(keyboard: Keyboard) -> None:
    workspace = keyboard.workspace
    keyboard.program.company.save(Promise(order=1))
    keyboard.point_at(workspace.editor.list.grid)
    keyboard.press_key(Qt.Key.Key_Home)
    keyboard.press_key(Qt.Key.Key_Return)
    panel = workspace.editor.quality

    keyboard.press(panel.more_chip)
    keyboard.press(panel.chips[Point.REMEDY])
    keyboard.press(panel.mend_button)

    assert isinstance(keyboard.focus, QPlainTextEdit)
    assert workspace.editor.promise_form.focused_field() == "remedy"


def test_model_promises_are_chosen(keyboard: Keyboard) -> None:
    workspace, company = keyboard.workspace, keyboard.program.company
    keyboard.press(workspace.editor.list.empty.example)
    page = workspace.models
    keyboard.press_key(Qt.Key.Key_Down)

    keyboard.press(page.rows[1].box.box)
    keyboard.press(page.take_button)

    assert [promise.model for promise in company.all(Promise)] == [page.rows[1].offer.model.id]
    assert workspace.editor.isVisible()


def test_the_order_is_changed_and_taken_back(
    sample: tuple[str, Path], qapp: QApplication, tmp_path: Path
) -> None:
    code, original = sample
    file = shutil.copyfile(original, tmp_path / "sample.manshur")
    with running(qapp, tmp_path / "user", code, file) as program:
        scenes.show_page(program, "step-3")
        let_live(_SEEN_MS)
        keyboard = Keyboard(program)
        before = [one.id for one in in_order(program.company.all(Promise))]
        keyboard.point_at(keyboard.workspace.editor.list.grid)
        keyboard.press_key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)

        keyboard.press_key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, times=2)
        assert [one.id for one in in_order(program.company.all(Promise))][2] == before[0]

        keyboard.press_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, times=2)
        assert [one.id for one in in_order(program.company.all(Promise))] == before


def test_every_control_has_a_name(sample: tuple[str, Path], qapp: QApplication, tmp_path: Path) -> None:
    code, original = sample
    file = shutil.copyfile(original, tmp_path / "sample.manshur")
    with running(qapp, tmp_path / "user", code, file) as program:
        scenes.show_page(program, "step-3")
        let_live(_SEEN_MS)
        workspace = Keyboard(program).workspace
        workspace.show_models()
        workspace.show_place(program.company.all(Promise)[0].id)
        let_live(_SEEN_MS)

        buttons = [
            one
            for one in workspace.findChildren(QAbstractButton)
            if not isinstance(one.parent(), QLineEdit) and not one.text()
        ]
        controls = [*buttons, *workspace.findChildren(QPlainTextEdit)]
        nameless = [repr(one) for one in controls if one.isVisible() and not one.accessibleName()]

    assert nameless == []
