"""The weekly counts, typed and pasted, and the notices to suppliers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from models.domain.gates.criterion import Place
from models.domain.records.charter import Promise
from models.domain.records.operation import DataSheet, SupplierNotice
from models.domain.records.organisation import Party
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services import data_sheets
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import settle
from tests.ui.workspaces.showing import Opened
from ui import language

TODAY = date.today()
FIRST = Promise(order=1, text=LocalText(en="Within 25 minutes.", fa="ظرف ۲۵ دقیقه."))
SECOND = Promise(order=2, text=LocalText(en="Asked before.", fa="پیش از آن می‌پرسیم."))


def newest(company: OpenCompany) -> date:
    return data_sheets.weeks(company, language.current(), TODAY)[0]


def enter(grid: Any, row: str, column: str, text: str) -> None:
    grid.choose(row, column)
    type_text(grid, text[0])
    editor = next(one for one in grid.findChildren(QLineEdit) if one.isVisible())
    type_text(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    settle()


def counts(company: OpenCompany) -> list[tuple[date | None, int | None, int | None]]:
    return sorted(
        ((one.week_start, one.cases, one.kept) for one in company.all(DataSheet)), key=lambda one: str(one)
    )


@pytest.mark.parametrize(("code", "typed"), [("en", ("20", "19")), ("fa", ("۲۰", "۱۹"))])
def test_numbers_are_typed_in_either_language(
    company: OpenCompany, opened: Opened, code: str, typed: tuple[str, str]
) -> None:
    language.set_current(load_language(code))
    company.save_all([FIRST, SECOND])
    workspace = opened(company, "data_sheet")
    week = newest(company)

    enter(workspace.grid, week.isoformat(), f"{FIRST.id}|cases", typed[0])
    enter(workspace.grid, week.isoformat(), f"{FIRST.id}|kept", typed[1])

    assert counts(company) == [(week, 20, 19)]
    assert week.weekday() == language.current().row.first_weekday


def test_more_kept_than_cases_is_refused_in_its_cell_and_mended_there(
    company: OpenCompany, opened: Opened
) -> None:
    company.save(FIRST)
    workspace = opened(company, "data_sheet")
    row = newest(company).isoformat()
    enter(workspace.grid, row, f"{FIRST.id}|cases", "20")

    enter(workspace.grid, row, f"{FIRST.id}|kept", "25")
    workspace.grid.choose(row, f"{FIRST.id}|kept")

    assert [(one.cases, one.kept) for one in company.all(DataSheet)] == [(20, None)]
    assert workspace.grid.bubble.text() == (
        "More cases are kept than there were: 25 of 20. Check the two numbers."
    )
    enter(workspace.grid, row, f"{FIRST.id}|kept", "15")
    assert [(one.cases, one.kept) for one in company.all(DataSheet)] == [(20, 15)]
    assert workspace.grid.cells.refusals == {}


def test_a_block_from_a_spreadsheet_is_one_step(
    company: OpenCompany, opened: Opened, clipboard: QClipboard
) -> None:
    company.save_all([FIRST, SECOND])
    workspace = opened(company, "data_sheet")
    weeks = data_sheets.weeks(company, language.current(), TODAY)
    workspace.grid.choose(weeks[0].isoformat(), f"{FIRST.id}|cases")
    before = len(company.history())
    clipboard.setText("20\t19\t8\t8\n۳۰\t۲۹\t9\tnine\n10\t12\t7\t7\n")

    workspace.grid.paste()
    settle()

    assert len(company.history()) == before + 1
    found = {(one.week_start, one.promise): (one.cases, one.kept) for one in company.all(DataSheet)}
    assert found == {
        (weeks[0], FIRST.id): (20, 19),
        (weeks[0], SECOND.id): (8, 8),
        (weeks[1], FIRST.id): (30, 29),
        (weeks[1], SECOND.id): (9, None),
        (weeks[2], FIRST.id): (10, None),
        (weeks[2], SECOND.id): (7, 7),
    }
    assert {refusal.typed for refusal in workspace.grid.cells.refusals.values()} == {"nine", "12"}


def test_gaps_and_weeks_in_a_row_are_seen(company: OpenCompany, opened: Opened) -> None:
    company.save_all([FIRST, SECOND])
    weeks = data_sheets.weeks(company, language.current(), TODAY)
    company.save_all(
        [
            DataSheet(week_start=weeks[1], promise=FIRST.id, cases=10, kept=9),
            DataSheet(week_start=weeks[1], promise=SECOND.id, cases=10, kept=9),
            DataSheet(week_start=weeks[2], promise=FIRST.id, cases=10, kept=9),
        ]
    )
    workspace = opened(company, "data_sheet")

    assert [head.figure for head in workspace.grid.cells.rows[:4]] == [
        "This week",
        "90%",
        "1 gap",
        "Not counted",
    ]
    assert workspace.run.text() == "2 weeks in a row of 4"


def test_the_grid_follows_undo_and_other_places(company: OpenCompany, opened: Opened) -> None:
    company.save(FIRST)
    workspace = opened(company, "data_sheet")
    sheet = DataSheet(week_start=newest(company), promise=FIRST.id, cases=10, kept=9)

    company.save(sheet)
    settle()
    assert workspace.grid.cells.content(0, 0).text == "10"
    company.undo()
    settle()
    assert workspace.grid.cells.content(0, 0).text == ""


def test_a_contradiction_from_elsewhere_is_seen_in_its_cell(company: OpenCompany, opened: Opened) -> None:
    company.save(FIRST)
    sheet = DataSheet(week_start=newest(company), promise=FIRST.id, cases=10, kept=12)
    company.save(sheet)
    workspace = opened(company, "data_sheet")

    workspace.reveal(Place("data_sheet", sheet.id, "kept"))

    assert "12 of 10" in workspace.grid.bubble.text()


def test_without_promises_the_page_says_where_to_begin(company: OpenCompany, opened: Opened) -> None:
    workspace = opened(company, "data_sheet")
    wanted: list[Place] = []
    workspace.place_requested.connect(wanted.append)

    workspace.empty.action.click()

    assert wanted == [Place("promise")]


def test_a_locked_company_is_read_and_not_typed_in(locked: OpenCompany, opened: Opened) -> None:
    workspace = opened(locked, "data_sheet")
    before = counts(locked)

    QTest.keyClicks(workspace.grid, "7")

    assert not any(one.isVisible() for one in workspace.grid.findChildren(QLineEdit))
    assert counts(locked) == before


# Suppliers


def test_a_supplier_among_the_parties_is_told_in_one_press(company: OpenCompany, opened: Opened) -> None:
    bakery = Party(name=LocalText(en="Bakery"), group="suppliers", needs=LocalText(en="Orders a day before"))
    company.save(bakery)
    workspace = opened(company, "supplier_notice")
    assert not workspace.letters.isVisible()

    workspace.waiting.rows[0].button.click()
    settle()
    form = workspace.view.form
    assert form.record.supplier == "Bakery"
    form.board.rows["part"].editor.set_value("Bread by ten")
    form.board.rows["part"].editor.edited.emit()
    settle()
    workspace.view.show_table()
    settle()

    assert [(one.supplier, one.part) for one in company.all(SupplierNotice)] == [("Bakery", "Bread by ten")]
    assert workspace.waiting.rows == []
    assert workspace.letters.isVisible()


def test_the_letters_are_shown_among_the_documents(sample: OpenCompany, opened: Opened) -> None:
    workspace = opened(sample, "supplier_notice")
    wanted: list[Place] = []
    workspace.place_requested.connect(wanted.append)

    workspace.letter_button.click()

    assert wanted == [Place("issue", content="R-19")]


def test_the_first_week_is_that_of_the_launch(company: OpenCompany) -> None:
    assert newest(company) + timedelta(days=6) >= TODAY
