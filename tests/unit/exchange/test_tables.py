"""Tables of other programs: every encoding and separator, sheets of workbooks, and files made to do harm."""

from __future__ import annotations

import csv
import io
import tracemalloc
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from models.exchange import tables
from models.exchange.table_rows import (
    BrokenRow,
    Flaw,
    LockedWorkbook,
    NotATable,
    Reading,
    TableEmpty,
    TableTooLarge,
    TableTooLong,
    WorkbookTooLarge,
)

HEADING = ["شماره", "تاریخ", "پرسش ۱"]
LINES = [HEADING, ["۱", "۱۴۰۴/۰۹/۰۱", "۵"], ["۲", "۱۴۰۴/۰۹/۰۲", "خوب, ولی گران"]]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


def written(path: Path, lines: list[list[str]], encoding: str = "utf-8", separator: str = ",") -> Path:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(lines)
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def cells_of(path: Path) -> list[list[object]]:
    return [list(row.cells) for row in tables.rows(path, tables.how_to_read(path))]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_encoding_and_separator_is_found(tmp_path: Path, encoding: str, separator: str) -> None:
    assert cells_of(written(tmp_path / "a.csv", LINES, encoding, separator)) == LINES


def test_windows_1256_is_what_is_no_utf(tmp_path: Path) -> None:
    lines = [["رقم", "پاسخ"], ["1", "خوب"]]

    path = tmp_path / "a.csv"
    path.write_bytes("رقم;پاسخ\r\n1;خوب\r\n".replace("ی", "ي").encode("cp1256"))

    assert tables.how_to_read(path) == Reading("cp1256", ";")
    assert cells_of(path) == lines


def test_the_separator_that_a_spreadsheet_names_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("sep=|\na,b|c,d\n1,2|3\n", encoding="utf-8")

    assert cells_of(path) == [["a,b", "c,d"], ["1,2", "3"]]


def test_line_ends_in_cells_and_of_any_kind_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'a,b\r1,"x\ny"\r\n2,z\n')

    assert cells_of(path) == [["a", "b"], ["1", "x\ny"], ["2", "z"]]


text = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@settings(max_examples=60, deadline=None)
@given(
    lines=st.lists(st.lists(text, min_size=3, max_size=3), min_size=2, max_size=8),
    encoding=st.sampled_from(["utf-8-sig", "utf-16"]),
    separator=st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_is_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, lines: list[list[str]], encoding: str, separator: str
) -> None:
    path = written(tmp_path_factory.mktemp("t") / "a.csv", lines, encoding, separator)
    reading = Reading(tables.how_to_read(path).encoding, separator)

    found = [list(row.cells) for row in tables.rows(path, reading)]

    assert found == [cells for cells in lines if any(cell.strip() for cell in cells)]


def test_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(1 << 30)

    with pytest.raises(TableTooLarge):
        tables.how_to_read(path)


def test_a_long_text_is_read_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8") as file:
        for number in range(150_000):
            file.write(f"{number},1404/09/01,5,4,3,2,1,yes\n")
    reading = tables.how_to_read(path)
    tracemalloc.start()

    count = sum(1 for _row in tables.rows(path, reading))

    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 150_000
    assert most < 4 << 20


def test_more_rows_than_the_limit_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,2\n" * 200_001, encoding="utf-8")

    with pytest.raises(TableTooLong):
        cells_of(path)


def test_a_line_without_end_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,2\n" + "x" * (3 << 20), encoding="utf-8")

    with pytest.raises(NotATable):
        cells_of(path)


def test_a_quotation_mark_that_is_never_closed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('1,2\n3,"4\n' + "5,6\n" * 50_000, encoding="utf-8")

    with pytest.raises(BrokenRow, match="row 1"):
        cells_of(path)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n" + bytes(range(256)), b"\x00" * 900, b"PK\x03\x04" * 9])
def test_other_files_are_no_tables(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)

    with pytest.raises(NotATable):
        cells_of(path)


def test_rows_before_a_failure_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("1,2\n" * 700 + '3,"4\n' + "5,6\n" * 50_000, encoding="utf-8")

    rows = tables.rows(path, tables.how_to_read(path))

    assert [next(rows).number for _ in range(700)] == list(range(1, 701))
    with pytest.raises(BrokenRow, match="row 700"):
        next(rows)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_whole_wherever_a_block_ends(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "a.csv"
    lines = [f'{number},"{"x" * (number % 97)}{ending}y",ی' for number in range(5_000)]
    path.write_bytes(ending.join(lines).encode())

    found = cells_of(path)

    assert found == [[str(number), f"{'x' * (number % 97)}{ending}y", "ی"] for number in range(5_000)]


def test_rows_keep_their_numbers_where_some_are_empty(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n\n , \n,c\n" * 400, encoding="utf-8")

    rows = list(tables.rows(path, Reading("utf-8", ",")))

    assert [row.number for row in rows[:4]] == [1, 4, 5, 8]
    assert len(rows) == 800


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()

    with pytest.raises(TableEmpty):
        tables.how_to_read(tmp_path / "a.csv")


def test_an_old_or_locked_workbook_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))

    with pytest.raises(LockedWorkbook):
        tables.how_to_read(path)


def test_a_sheet_gives_values_days_and_text_that_only_looks_like_a_formula(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["no", "day", "text"])
    sheet.append([1.0, date(2025, 11, 22), "x"])
    sheet.append([2, 3.5, "y"])
    sheet["C2"].value, sheet["C2"].data_type = "=1+1", "s"
    path = tmp_path / "a.xlsx"
    book.save(path)

    assert cells_of(path) == [["no", "day", "text"], ["1", date(2025, 11, 22), "=1+1"], ["2", "3.5", "y"]]


def test_a_formula_is_never_calculated(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b"])
    sheet.append(["=1+1", "#REF!"])
    sheet["B2"].data_type = "e"
    path = tmp_path / "a.xlsx"
    book.save(path)

    assert cells_of(path)[1] == [Flaw.UNCALCULATED, Flaw.ERROR]


def test_merged_cells_are_marked(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for number in range(3):
        sheet.append([number, "5"])
    sheet.merge_cells("B1:B2")
    path = tmp_path / "a.xlsx"
    book.save(path)

    assert cells_of(path) == [["0", "5"], ["1", Flaw.MERGED], ["2", "5"]]


def test_the_first_sheet_that_is_shown_is_read(tmp_path: Path) -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.sheet_state = "hidden"
    book.create_sheet("پاسخ‌ها").append(["a", "b"])
    path = tmp_path / "a.xlsm"
    book.save(path)

    assert tables.how_to_read(path).sheet == "پاسخ‌ها"
    assert cells_of(path) == [["a", "b"]]


def test_a_zip_bomb_is_refused_unpacked(tmp_path: Path) -> None:
    book = Workbook()
    path = tmp_path / "a.xlsx"
    book.save(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet9.xml", b" " * (401 << 20))

    with pytest.raises(WorkbookTooLarge):
        tables.how_to_read(path)


def test_a_workbook_cut_off_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook>")

    with pytest.raises(NotATable):
        cells_of(path)
