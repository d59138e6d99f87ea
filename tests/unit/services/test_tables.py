"""Registers as XLSX tables and back."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from time import perf_counter
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from models.domain.fields import Record
from models.domain.ledger import Records
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.records.organisation import Party
from models.domain.registers import REGISTERS, register_of
from models.domain.text import LocalText
from models.exchange.xlsx import NotAWorkbook, WorkbookTooLarge
from models.localisation.language import load_language
from models.services.companies import open_company
from models.services.company import OpenCompany
from models.services.sample.company import write_sample
from models.services.tables import Incoming, NoTable, export_table, read_table

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))
HOSTILE = (
    "=1+1",
    "+98 21",
    "-5",
    "@SUM(A1)",
    '=HYPERLINK("http://a")',
    "'quoted",
    "\t=2",
    "a\x00b\x1f",
    "<b>&amp;",
)
ACTION = Action(
    no="CA-01",
    source="complaint",
    problem="=cmd|' /C calc'!A0",
    whys=("یک", "دو"),
    owner=SARA.id,
    due=date(2026, 11, 22),
)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCompany]:
    company = write_sample(tmp_path_factory.mktemp("tables") / "a.manshur", "fa", date.today())
    yield company
    company.close()


def exported(path: Path, kind: type[Record], ledger: Any, code: str = "fa") -> Path:
    register = register_of(kind)
    export_table(path / "t.xlsx", register, ledger.all(kind), ledger, load_language(code))
    return path / "t.xlsx"


def back(path: Path, kind: type[Record], ledger: Any, code: str = "fa") -> Incoming:
    return read_table(path, register_of(kind), ledger, load_language(code))


def edited(path: Path, change: Callable[[Any], object]) -> Path:
    book = load_workbook(path)
    change(book.active)
    book.save(path)
    return path


def sheet_of(path: Path) -> Any:
    return load_workbook(path).active


def column(sheet: Any, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading) + 1


@pytest.mark.parametrize("code", ["fa", "en"])
@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.code)
def test_a_table_that_comes_back_untouched_changes_nothing(
    sample: OpenCompany, tmp_path: Path, register: Any, code: str
) -> None:
    path = exported(tmp_path, register.record, sample, code)

    for speech in ("fa", "en"):
        incoming = back(path, register.record, sample, speech)
        assert (incoming.records, incoming.misfits, incoming.unknown) == ((), (), ())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_a_formula_and_comes_back_as_it_was(tmp_path: Path, text: str) -> None:
    ledger = Records([dataclasses.replace(ACTION, problem=text)])
    path = exported(tmp_path, Action, ledger)

    sheet = sheet_of(path)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert back(path, Action, ledger).records == ()


def test_cells_are_dates_numbers_labels_and_names(tmp_path: Path) -> None:
    path = exported(tmp_path, Action, Records([SARA, ACTION]), "fa")
    sheet = sheet_of(path)

    row = {heading.value: cell for heading, cell in zip(sheet[1], sheet[2], strict=True)}

    assert row["مهلت"].value.date() == date(2026, 11, 22)
    assert row["مهلت (هجری شمسی)"].value == "۱۴۰۵/۰۹/۰۱"
    assert row["مسئول"].value == "سارا نوری"
    assert sheet.column_dimensions["A"].hidden
    assert sheet.sheet_view.rightToLeft
    assert row["id"].value == ACTION.id


def test_numbers_are_numbers(tmp_path: Path) -> None:
    path = exported(tmp_path, Breach, Records([Breach(cost=Decimal("12.5"))]))

    assert 12.5 in [cell.value for cell in sheet_of(path)[2]]


@pytest.mark.parametrize("text", ["1405/10/02", "۱۴۰۵/۱۰/۰۲"])
def test_a_day_may_be_changed_in_either_calendar(tmp_path: Path, text: str) -> None:
    ledger = Records([SARA, ACTION])
    path = exported(tmp_path, Action, ledger)

    edited(path, lambda sheet: sheet.cell(2, column(sheet, "مهلت (هجری شمسی)"), text))
    (record,) = back(path, Action, ledger).records
    assert isinstance(record, Action)
    assert record.due == date(2026, 12, 23)

    edited(path, lambda sheet: sheet.cell(2, column(sheet, "مهلت"), date(2027, 1, 1)))
    assert len(back(path, Action, ledger).misfits) == 1


def test_rows_change_are_added_and_left_alone(tmp_path: Path) -> None:
    other = Party(name=LocalText(en="Other"))
    party = Party(name=LocalText(fa="مهمانان", en="Guests"), group="customers")
    ledger = Records([party, other])
    path = exported(tmp_path, Party, ledger, "en")

    def change(sheet: Any) -> None:
        sheet.cell(2, column(sheet, "Interested party (English)"), "Guests of the hall")
        sheet.cell(4, column(sheet, "Interested party (فارسی)"), "همسایگان")
        sheet.cell(1, sheet.max_column + 1, "Colour of the sky")

    incoming = back(edited(path, change), Party, ledger, "en")

    assert (incoming.changed, incoming.added, incoming.unchanged) == (1, 1, 1)
    assert incoming.unknown == ("Colour of the sky",)
    changed, added = incoming.records
    assert changed == dataclasses.replace(party, name=LocalText(fa="مهمانان", en="Guests of the hall"))
    assert isinstance(added, Party)
    assert added.name == LocalText(fa="همسایگان")


def test_refused_cells_are_named_with_row_and_reason(tmp_path: Path) -> None:
    ledger = Records([SARA, ACTION, dataclasses.replace(ACTION, id=Action().id)])
    path = exported(tmp_path, Action, ledger, "en")

    def change(sheet: Any) -> None:
        sheet.cell(2, column(sheet, "Owner"), "Nobody")
        sheet.cell(2, column(sheet, "Due"), "soon")
        sheet.cell(3, column(sheet, "Source"), "=A1")
        sheet.cell(4, 1, "no such id")

    misfits = back(edited(path, change), Action, ledger, "en").misfits

    wrong = [(one.row, one.label) for one in misfits]
    assert wrong == [(2, "Owner"), (2, "Due"), (3, "Source"), (4, "Entry")]
    assert all(one.reason.worded(load_language("fa")) for one in misfits)


def test_a_row_that_stands_twice_is_refused(tmp_path: Path) -> None:
    ledger = Records([SARA, ACTION])
    path = edited(exported(tmp_path, Action, ledger), lambda sheet: sheet.cell(3, 1, ACTION.id))

    assert [one.row for one in back(path, Action, ledger).misfits] == [3]


def test_an_emptied_cell_empties_the_field(tmp_path: Path) -> None:
    ledger = Records([SARA, ACTION])
    path = exported(tmp_path, Action, ledger, "en")

    def change(sheet: Any) -> None:
        sheet.cell(2, column(sheet, "Owner")).value = None

    (record,) = back(edited(path, change), Action, ledger, "en").records

    assert record == dataclasses.replace(ACTION, owner=None)


def test_files_that_are_no_tables_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    for content in (b"", b"no;workbook", b"PK\x03\x04broken"):
        path.write_bytes(content)
        with pytest.raises(NotAWorkbook):
            back(path, Action, Records())

    Workbook().save(path)
    with pytest.raises(NoTable):
        back(path, Action, Records())


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with ZipFile(path, "w", compression=8) as packed, packed.open("xl/worksheets/sheet1.xml", "w") as part:
        for _megabyte in range(401):
            part.write(bytes(2**20))

    with pytest.raises(WorkbookTooLarge):
        back(path, Action, Records())


def test_ten_thousand_rows_go_out_and_back(tmp_path: Path) -> None:
    complaints = [Complaint(no=f"K-{no}", text=f"غذای سرد {no}", assigned=SARA.id) for no in range(10_000)]
    ledger = Records([SARA, *complaints])
    begin = perf_counter()

    path = exported(tmp_path, Complaint, ledger)
    incoming = back(path, Complaint, ledger)

    assert (incoming.unchanged, incoming.misfits) == (10_000, ())
    assert perf_counter() - begin < 60


def test_what_a_table_changes_is_one_step_to_undo(tmp_path: Path, sample: OpenCompany) -> None:
    sample.save_copy(tmp_path / "b.manshur")
    company = open_company(tmp_path / "b.manshur")
    before = company.all(Party)
    path = exported(tmp_path, Party, company, "en")

    def rename(sheet: Any) -> None:
        for row in range(2, 9):
            sheet.cell(row, column(sheet, "Interested party (English)"), f"New {row}")

    edited(path, rename)
    company.save_all(back(path, Party, company, "en").records)
    assert company.all(Party) != before
    company.undo()

    assert company.all(Party) == before
    company.close()
