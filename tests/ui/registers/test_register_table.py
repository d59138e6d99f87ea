from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.domain.records.charter import Promise
from models.domain.records.commitment import Role
from models.domain.records.operation import Complaint
from models.domain.records.organisation import Law, Party
from models.domain.registers import register
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA
from ui import language
from ui.registers.table_model import LONGEST_CELL, RecordTable

LAWS = [Law(title=title, duty="Keep it") for title in ("Trade", "Consumer", "Food")]


def table_of(company: OpenCompany, code: str = "law") -> RecordTable:
    table = RecordTable(company, register(code))
    company.subscribe(table.follow)
    return table


def titles(table: RecordTable) -> list[str]:
    return [table.cell(row, 0) for row in range(table.rowCount())]


def column(table: RecordTable, name: str) -> int:
    return [spec.name for spec in table.columns].index(name)


def test_records_stand_in_the_order_of_entry(company: OpenCompany) -> None:
    company.save_all(LAWS)

    assert titles(table_of(company)) == ["Trade", "Consumer", "Food"]


def test_a_new_record_is_inserted_and_nothing_else_is_touched(company: OpenCompany, qtbot: QtBot) -> None:
    company.save_all(LAWS)
    table = table_of(company)

    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.rowsInserted):
        company.save(Law(title="Tax"))

    assert titles(table)[-1] == "Tax"


def test_a_changed_record_updates_its_row_only(company: OpenCompany, qtbot: QtBot) -> None:
    company.save_all(LAWS)
    table = table_of(company)
    changed: list[tuple[int, int]] = []
    table.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))

    with qtbot.assertNotEmitted(table.modelReset):
        company.save(dataclasses.replace(LAWS[1], title="Consumers"))

    assert changed == [(1, 1)]
    assert titles(table)[1] == "Consumers"


def test_a_deleted_record_comes_back_where_it_was(company: OpenCompany, qtbot: QtBot) -> None:
    company.save_all(LAWS)
    table = table_of(company)
    with qtbot.assertNotEmitted(table.modelReset):
        company.delete([LAWS[1]])
    gone = titles(table)

    company.undo()

    assert gone == ["Trade", "Food"]
    assert titles(table) == ["Trade", "Consumer", "Food"]


def test_many_changes_at_once_are_all_shown(company: OpenCompany) -> None:
    table = table_of(company)

    company.save_all(Law(title=f"Law {number}") for number in range(50))

    assert table.rowCount() == 50


def test_another_registers_change_touches_nothing(company: OpenCompany, qtbot: QtBot) -> None:
    table = table_of(company)

    with qtbot.assertNotEmitted(table.dataChanged), qtbot.assertNotEmitted(table.modelReset):
        company.save(Party(name=LocalText(en="Customers")))


def test_a_renamed_person_is_shown_with_the_new_name(company: OpenCompany) -> None:
    company.save(Role(role="trainer", person=SARA.id))
    table = table_of(company, "role")
    before = table.cell(0, column(table, "person"))

    company.save(dataclasses.replace(SARA, name=LocalText(en="Sara Karimi")))

    assert (before, table.cell(0, column(table, "person"))) == ("Sara Nouri", "Sara Karimi")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("consum", 1), ("KEEP it", 3), ("ماده ١٢", 1), ("مادّه 12", 1), ("keep trade", 1), ("nothing", 0)],
)
def test_a_search_ignores_case_digits_and_letter_shapes(company: OpenCompany, typed: str, found: int) -> None:
    company.save_all([*LAWS[:2], dataclasses.replace(LAWS[2], article="ماده ۱۲")])
    table = table_of(company)

    table.search(typed)

    assert table.rowCount() == found
    assert table.total == 3


def test_a_search_looks_into_fields_that_stand_only_in_the_form(company: OpenCompany) -> None:
    company.save(Complaint(no="C-1", findings="The oven was cold"))
    table = table_of(company, "complaint")

    table.search("oven")

    assert table.rowCount() == 1


def test_a_new_record_is_seen_although_a_search_would_hide_it(company: OpenCompany) -> None:
    company.save_all(LAWS)
    table = table_of(company)
    table.search("food")

    company.save(Law(title="Tax"))

    assert titles(table) == ["Food", "Tax"]


def test_numbers_are_sorted_by_value_and_nothing_stands_last(company: OpenCompany) -> None:
    company.save_all(Promise(number=number) for number in (Decimal(10), None, Decimal(9), Decimal(-1)))
    table = table_of(company, "promise")
    by = column(table, "number")

    table.sort(by)
    upwards = [table.cell(row, by) for row in range(4)]
    table.sort(by, Qt.SortOrder.DescendingOrder)
    downwards = [table.cell(row, by) for row in range(4)]

    assert upwards == ["-1", "9", "10", ""]
    assert downwards == ["10", "9", "-1", ""]


def test_days_are_sorted_by_time(company: OpenCompany) -> None:
    days = [date(2026, 10, 1), date(2025, 12, 31), date(2026, 9, 30)]
    company.save_all(Law(title=str(day), checked_on=day) for day in days)
    table = table_of(company)

    table.sort(column(table, "checked_on"))

    assert titles(table) == ["2025-12-31", "2026-09-30", "2026-10-01"]


def test_a_long_list_is_sorted_like_a_short_one(company: OpenCompany) -> None:
    company.import_all(Law(title=f"Law {number * 7919 % 3000}") for number in range(3000))
    table = table_of(company)

    table.sort(0)
    table.finish_arranging()

    assert titles(table) == [f"Law {number}" for number in range(3000)]


def test_without_sorting_the_order_of_entry_returns(company: OpenCompany) -> None:
    company.save_all(LAWS)
    table = table_of(company)
    table.sort(0)

    table.sort(-1)

    assert titles(table) == ["Trade", "Consumer", "Food"]


def test_what_is_still_needed_is_known(company: OpenCompany) -> None:
    company.save(Role(role="trainer"))
    table = table_of(company, "role")

    assert table.is_missing(0, column(table, "person"))
    assert not table.is_missing(0, column(table, "deputy"))


def test_a_cell_shows_the_beginning_of_an_endless_text_in_one_line(company: OpenCompany) -> None:
    company.save(Law(title="x", duty="a\nb\t" + "ک" * 99_000))
    table = table_of(company)

    text = table.cell(0, column(table, "duty"))

    assert text.startswith("a b ک")
    assert len(text) == LONGEST_CELL


@pytest.mark.parametrize("text", ["<b>&\"'", "\u202eabc", "🙂", "a\u200cb"])
def test_hostile_text_is_shown_letter_by_letter(company: OpenCompany, text: str) -> None:
    company.save(Law(title=text))

    assert table_of(company).cell(0, 0) == text


def test_another_language_shows_its_words_digits_and_order(company: OpenCompany) -> None:
    company.save(Role(role="trainer", person=REZA.id, letter_no="RL-1"))
    table = table_of(company, "role")
    language.set_current(load_language("fa"))

    table.retranslate()

    assert table.cell(0, column(table, "person")) == "رضا توکلی"


def test_the_bin_shows_what_was_deleted(company: OpenCompany) -> None:
    company.save_all(LAWS)
    company.delete(LAWS[:1])
    table = table_of(company)

    table.show_bin(True)

    assert titles(table) == ["Trade"]
    assert not table.is_typed_in(0)


def test_restoring_empties_the_bin_and_fills_the_list(company: OpenCompany) -> None:
    company.save_all(LAWS)
    company.delete(LAWS[:1])
    table = table_of(company)
    table.show_bin(True)

    company.restore(company.binned(Law))
    in_bin = table.rowCount()
    table.show_bin(False)

    assert in_bin == 0
    assert titles(table) == ["Trade", "Consumer", "Food"]
