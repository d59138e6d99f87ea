"""Choices in rows that stand level in every language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.text import LocalText
from ui.widgets.choices_edit import ChoicesEdit


@pytest.fixture
def choices(qtbot: QtBot) -> ChoicesEdit:
    editor = ChoicesEdit()
    qtbot.addWidget(editor)
    editor.set_value(LocalText(en="Hall\nHome", fa="سالن\nخانه"))
    editor.show()
    editor.activateWindow()
    return editor


def visible(editor: ChoicesEdit) -> int:
    return sum(row.number.isVisible() for row in editor.rows)


def test_an_empty_row_waits_behind_the_last_choice(choices: ChoicesEdit) -> None:
    assert visible(choices) == 3
    choices.set_read_only(True)
    assert visible(choices) == 2


def test_several_pasted_lines_fill_as_many_rows_of_one_language(choices: ChoicesEdit) -> None:
    QApplication.clipboard().setText("Hall\nGarden\n\nBalcony\n")
    line = choices.rows[0].fields["en"].line
    line.setFocus()

    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert choices.value() == LocalText(en="Hall\nGarden\nBalcony", fa="سالن\nخانه")
    assert visible(choices) == 4


def test_a_translation_that_is_missing_leaves_its_line_empty(choices: ChoicesEdit) -> None:
    choices.fill("en", 2, ["Garden"])
    choices.fill("fa", 0, [""])

    assert choices.value().get("fa").splitlines() == ["", "خانه"]
    assert choices.value().get("en").splitlines() == ["Hall", "Home", "Garden"]


def test_a_choice_is_taken_away_in_every_language(choices: ChoicesEdit) -> None:
    told: list[LocalText] = []
    choices.edited.connect(lambda: told.append(choices.value()))

    choices.rows[0].remove_button.click()

    assert choices.value() == LocalText(en="Home", fa="خانه")
    assert told == [LocalText(en="Home", fa="خانه")]


def test_enter_goes_to_the_next_row(choices: ChoicesEdit) -> None:
    line = choices.rows[1].fields["fa"].line
    line.setFocus()

    QTest.keyClick(line, Qt.Key.Key_Return)

    assert choices.rows[2].fields["fa"].line.hasFocus()


def test_the_same_value_is_read_back(choices: ChoicesEdit) -> None:
    value = LocalText(en="A\n\nC", fa="الف\nب\nپ")
    choices.set_value(value)
    choices.commit()
    assert choices.value() == value
