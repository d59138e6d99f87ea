"""One table as an XLSX file and back: plain cells only, no text is ever a formula."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, TypeAlias
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from models.domain.errors import AppError
from models.domain.marking import N_

Cell: TypeAlias = str | int | Decimal | date | None

LONGEST_TEXT = 32_767
MOST_ROWS = 100_000
MOST_COLUMNS = 200
_LARGEST_FILE = 50 * 2**20
_LARGEST_UNPACKED = 400 * 2**20
_WIDEST = 60
_LONGEST_TITLE = 31
_FIRST_YEAR = 1901
# What the library raises, one or the other, over a file that is not what it seems.
_BROKEN = (BadZipFile, ParseError, OSError, LookupError, ValueError, TypeError, AttributeError)
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_NOT_IN_CELLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# What a spreadsheet would take for the beginning of a formula when the cell is edited.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


class NotAWorkbook(AppError):
    """The file is no XLSX file."""

    message = N_("{file} is not an XLSX file, or it is damaged. Save the table as XLSX and try again.")


class WorkbookTooLarge(AppError):
    """The file is larger than any register."""

    message = N_("{file} is too large to be the table of a list. At most {rows} rows can be imported.")


@dataclass(frozen=True)
class Formula:
    """A cell that computes its value; what it says is not what stands there."""

    text: str


@dataclass(frozen=True)
class Table:
    """What is written: headings, and rows of as many cells.

    hidden: numbers of columns that are there but not shown. is_rtl: the first column stands at the right.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    hidden: frozenset[int] = frozenset()
    is_rtl: bool = False


def write(out: IO[bytes], table: Table) -> None:
    """Write a table as a workbook of one sheet."""
    from openpyxl import Workbook  # only who exports a table pays for it
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_NOT_IN_TITLES.sub(" ", table.title)[:_LONGEST_TITLE].strip() or "1")
    sheet.sheet_view.rightToLeft = table.is_rtl
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(table.headings):
        column = sheet.column_dimensions[get_column_letter(at + 1)]
        column.hidden = at in table.hidden
        longest = max((len(str(row[at])) for row in table.rows[:200] if row[at] is not None), default=0)
        column.width = min(max(longest, len(heading), 8) + 3, _WIDEST)
    sheet.append([_written(sheet, heading, Font(bold=True)) for heading in table.headings])
    for row in table.rows:
        sheet.append([_written(sheet, cell) for cell in row])
    book.save(out)


def _written(sheet: Any, value: Cell, font: Any = None) -> Any:
    """Return a cell with its look, None for an empty one."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    if value is None or value == "":
        return None
    if isinstance(value, str):
        text = cell_text(value)
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA_SIGNS)
        cell.alignment = Alignment(vertical="top", wrap_text="\n" in text or len(text) > _WIDEST)
    elif isinstance(value, date) and value.year < _FIRST_YEAR:
        # Spreadsheets know no earlier days.
        return _written(sheet, value.isoformat())
    else:
        cell = WriteOnlyCell(sheet, _number_or_day(value))
        cell.alignment = Alignment(vertical="top")
        if isinstance(value, date):
            cell.number_format = "yyyy-mm-dd"
    if font is not None:
        cell.font = font
    return cell


def _number_or_day(value: int | Decimal | date) -> Any:
    # The library takes more than its declarations say.
    return value


def cell_text(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, and no longer than a cell may be."""
    return _NOT_IN_CELLS.sub("", text.replace("\r\n", "\n"))[:LONGEST_TEXT]


def read(path: Path) -> Sequence[tuple[Cell | Formula, ...]]:
    """Return the rows of the first sheet, the heading first; empty rows keep their place.

    Raises:
        NotAWorkbook, WorkbookTooLarge: nothing can be read.
    """
    try:
        _check_size(path)
        with warnings.catch_warnings():
            # It warns of decorations that it does not keep; nothing here is written back.
            warnings.simplefilter("ignore")
            return list(_rows(path))
    except _BROKEN as error:
        raise NotAWorkbook(file=path.name) from error


def _check_size(path: Path) -> None:
    with ZipFile(path) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    if path.stat().st_size > _LARGEST_FILE or unpacked > _LARGEST_UNPACKED:
        raise WorkbookTooLarge(file=path.name, rows=MOST_ROWS)


def _rows(path: Path) -> Iterator[tuple[Cell | Formula, ...]]:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, keep_links=False)
    try:
        sheet = book.worksheets[0]
        # What a file says of its own size need not be true.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), start=1):
            if number > MOST_ROWS + 1:
                raise WorkbookTooLarge(file=path.name, rows=MOST_ROWS)
            yield tuple(_read(cell.value, cell.data_type) for cell in row[:MOST_COLUMNS])
    finally:
        book.close()


def _read(value: Any, data_type: str) -> Cell | Formula:
    if data_type == "f":
        return Formula(str(value))
    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        return Decimal(repr(value)) if value == value else None
    if isinstance(value, int | date):
        return value
    return str(value)
