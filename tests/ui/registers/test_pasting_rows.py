"""Rows copied in a spreadsheet are pasted into a list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.records.commitment import BudgetItem
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.registers.showing import Opened
from ui import language
from ui.registers import News, RegisterView

ROWS = "Item\tAmount\nTraining\t1,200\nPrinting\t۳۰۰\nSurvey\tmuch\n"


@pytest.fixture
def view(opened: Opened) -> RegisterView:
    return opened("budget_item")


def paste(qtbot: QtBot, view: RegisterView, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    view.list.empty.action.setFocus()
    QTest.keyClick(view.list.empty.action, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.list.pasting.isVisible())


def items(company: OpenCompany) -> list[tuple[str, int]]:
    return [(one.item, int(one.amount or 0)) for one in company.all(BudgetItem)]


def test_what_is_understood_is_shown_and_nothing_is_saved_yet(qtbot: QtBot, view: RegisterView) -> None:
    paste(qtbot, view, ROWS)

    bar = view.list.pasting
    assert bar.text() == (
        "2 rows can be added. 1 row does not fit. Columns as the first row names them: Item and Amount."
    )
    assert bar.misfits.toPlainText().startswith("Row 4, “Amount”: \u2068much\u2069 is not a number.")
    assert view.model.total == 0


def test_enter_adds_the_rows_that_fit_in_one_step_that_is_undone_in_one(
    qtbot: QtBot, view: RegisterView, company: OpenCompany
) -> None:
    told: list[News] = []
    view.told.connect(told.append)
    paste(qtbot, view, ROWS)
    assert QApplication.focusWidget() is view.list.pasting.add_button

    QTest.keyClick(view.list.pasting.add_button, Qt.Key.Key_Space)

    assert items(company) == [("Training", 1200), ("Printing", 300)]
    assert [(one.text, one.can_undo) for one in told] == [("2 entries were added.", True)]
    assert view.list.pasting.isHidden()
    company.undo()
    assert items(company) == []


def test_escape_adds_nothing(qtbot: QtBot, view: RegisterView, company: OpenCompany) -> None:
    paste(qtbot, view, ROWS)

    QTest.keyClick(view.list.pasting.add_button, Qt.Key.Key_Escape)

    assert view.list.pasting.isHidden()
    assert items(company) == []
    assert QApplication.focusWidget() is view.list.empty.action


def test_two_hundred_rows_are_added(qtbot: QtBot, view: RegisterView, company: OpenCompany) -> None:
    paste(qtbot, view, "\n".join(f"Thing {at}\t{at}" for at in range(200)))

    view.list.pasting.add_button.click()

    assert len(company.all(BudgetItem)) == 200


def test_the_preview_changes_its_language(qtbot: QtBot, view: RegisterView) -> None:
    paste(qtbot, view, ROWS)

    language.set_current(load_language("fa"))

    assert view.list.pasting.add_button.text() == "افزودن ۲ مورد"
    assert "ردیف ۴" in view.list.pasting.misfits.toPlainText()


def test_an_empty_clipboard_is_told(qtbot: QtBot, view: RegisterView) -> None:
    told: list[News] = []
    view.told.connect(told.append)
    QGuiApplication.clipboard().setText(" ")

    view.list.toolbar.paste_action.trigger()

    qtbot.waitUntil(lambda: bool(told))
    assert told[0].text == "Nothing that could be pasted was copied. Copy rows in your spreadsheet first."
    assert view.list.pasting.isHidden()


def test_the_search_field_keeps_its_own_paste(qtbot: QtBot, opened: Opened, company: OpenCompany) -> None:
    company.save(BudgetItem(item="Training"))
    view = opened("budget_item")
    QGuiApplication.clipboard().setText("Train")
    target = view.list.toolbar.search
    target.setFocus()

    QTest.keyClick(target, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert view.list.toolbar.search.text() == "Train"
    assert view.list.pasting.isHidden()
