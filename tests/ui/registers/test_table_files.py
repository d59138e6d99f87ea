"""Exporting a list to a table and importing it again, in the list itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.domain.records.organisation import Party
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.registers.showing import Opened
from ui import language
from ui.page import Notice
from ui.registers import News, RegisterView

HEADING = "Interested party (English)"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the user names in every file dialog."""
    path = tmp_path / "Parties.xlsx"
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_given: (str(path), ""))
    return path


@pytest.fixture
def view(company: OpenCompany, opened: Opened) -> RegisterView:
    company.save_all([Party(name=LocalText(en=name), group="customers") for name in ("Guests", "Staff")])
    return opened("party")


def told_by(view: RegisterView) -> list[News | Notice]:
    told: list[News | Notice] = []
    view.told.connect(told.append)
    return told


def export(qtbot: QtBot, view: RegisterView) -> None:
    with qtbot.waitSignal(view.told):
        view.list.toolbar.export_action.trigger()


def rewrite(path: Path, row: int, heading: str, text: str) -> None:
    book = load_workbook(path)
    sheet: Any = book.active
    sheet.cell(row, [cell.value for cell in sheet[1]].index(heading) + 1, text)
    book.save(path)


def names(company: OpenCompany) -> list[str]:
    return [party.name.get("en") for party in company.all(Party)]


def test_a_table_is_exported_and_tells_where_it_is(qtbot: QtBot, view: RegisterView, table: Path) -> None:
    told = told_by(view)

    export(qtbot, view)

    assert table.exists()
    assert "Parties.xlsx" in told[0].text
    assert isinstance(told[0], Notice)
    assert told[0].deed == "Show the folder"


def test_only_what_the_search_left_is_exported(qtbot: QtBot, view: RegisterView, table: Path) -> None:
    view.list.toolbar.search.setText("staff")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)

    export(qtbot, view)

    sheet: Any = load_workbook(table).active
    assert sheet.max_row == 2


def test_changed_and_new_rows_are_saved_in_one_step(
    qtbot: QtBot, view: RegisterView, company: OpenCompany, table: Path
) -> None:
    export(qtbot, view)
    told = told_by(view)
    rewrite(table, 2, HEADING, "Guests of the hall")
    rewrite(table, 4, HEADING, "Neighbours")

    with qtbot.waitSignal(view.told):
        view.list.toolbar.import_action.trigger()

    assert sorted(names(company)) == ["Guests of the hall", "Neighbours", "Staff"]
    assert told[0].text == "1 entry was changed. 1 entry was added."
    company.undo()
    assert names(company) == ["Guests", "Staff"]


def test_one_refused_cell_leaves_everything_as_it_was(
    qtbot: QtBot, view: RegisterView, company: OpenCompany, table: Path
) -> None:
    export(qtbot, view)
    rewrite(table, 2, HEADING, "Guests of the hall")
    rewrite(table, 3, "Group", "=1+1")

    view.list.toolbar.import_action.trigger()
    qtbot.waitUntil(lambda: view.list.tables.isVisible())

    assert names(company) == ["Guests", "Staff"]
    assert "1 cell cannot be read" in view.list.tables.text()
    assert "Row 3, “Group”" in view.list.tables.text()
    language.set_current(load_language("fa"))
    assert "خوانده نمی‌شود" in view.list.tables.text()
    view.list.tables.close_button.click()
    assert not view.list.tables.isVisible()


def test_a_file_that_is_no_table_is_told(qtbot: QtBot, view: RegisterView, table: Path) -> None:
    told = told_by(view)
    table.write_bytes(b"no workbook")

    with qtbot.waitSignal(view.told):
        view.list.toolbar.import_action.trigger()

    assert "is not an XLSX file" in told[0].text


def test_a_read_only_list_is_exported_but_not_imported(
    qtbot: QtBot, view: RegisterView, company: OpenCompany, table: Path
) -> None:
    company.forbid_writing(Sentence("Read only."))

    assert not view.list.toolbar.import_action.isVisible()
    export(qtbot, view)
    assert table.exists()
