"""Sheets of XLSX workbooks, as values: formulas are never calculated and macros never run."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import repeat
from pathlib import Path
from typing import Any, cast
from zipfile import BadZipFile, ZipFile, is_zipfile
from zlib import error as ZlibError  # noqa: N812 - an exception by any name

from models.exchange.table_rows import (
    MOST_COLUMNS,
    MOST_MEGABYTES,
    ROWS_IN_A_STRETCH,
    Cell,
    Flaw,
    LockedWorkbook,
    NotATable,
    Reading,
    Stretch,
    TableTooLarge,
    WorkbookTooLarge,
    gathered,
)

_MOST_UNPACKED = 400  # megabytes of all parts
_MOST_HELD = 60  # megabytes of the parts that are not read row by row
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_BLOCK = 1 << 16
_LONGEST_TAG = 200
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_MOST_MERGED = 10_000
# What a damaged workbook, or one made to do harm, is met with: the library lets its parts' errors through.
_BROKEN = (
    BadZipFile,
    ZlibError,
    SyntaxError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)

_Area = tuple[int, int, int, int]


def is_workbook(path: Path) -> bool:
    """Return whether a file is a workbook, by its content.

    Raises:
        LockedWorkbook: it is one that cannot be read. OSError: it cannot be read.
    """
    with path.open("rb") as file:
        if file.read(len(_OLE)) == _OLE:
            raise LockedWorkbook(file=path.name)
    return is_zipfile(path)


def how_to_read(path: Path) -> Reading:
    """Return the sheets of a workbook, of which the first one that is shown is read.

    Raises:
        NotATable, TableTooLarge, WorkbookTooLarge: it is not read.
    """
    with _opened(path) as book:
        names = tuple(sheet.title for sheet in book.worksheets)
        shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not names:
        raise NotATable(file=path.name)
    return Reading(sheet=(shown or names)[0], sheets=names)


def stretches(path: Path, reading: Reading) -> Iterator[Stretch]:
    """Yield the rows of a sheet, some at a time.

    Raises:
        NotATable, TableTooLarge, WorkbookTooLarge: there is no going on.
    """
    for some in gathered(_rows(path, reading), ROWS_IN_A_STRETCH):
        numbers, rows, shares = zip(*some, strict=True)
        yield Stretch(numbers, rows, shares[-1])


def _rows(path: Path, reading: Reading) -> Iterator[tuple[int, tuple[Cell, ...], float]]:
    """Yield the rows of a sheet with their numbers, and how much has been read with each."""
    with _opened(path) as book:
        sheet = book[reading.sheet]
        has_formulas, covered = _looked_through(path, sheet)
        total = sheet.max_row or 0
        sheet.reset_dimensions()
        for number, cells, written in zip(
            range(1, 1 << 21), _cells(sheet), _written(path, reading, has_formulas), strict=False
        ):
            values = tuple(
                Flaw.UNCALCULATED if cell.value is None and formula == "f" else _value(cell)
                for cell, formula in zip(cells, written or repeat(""), strict=False)
            )
            yield number, _with_covered(number, values, covered), min(1.0, number / max(total, number))


def _cells(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # Asked for so many columns, the library would fill up every row to them.
    for cells in sheet.iter_rows():
        yield cells[:MOST_COLUMNS]


def _written(path: Path, reading: Reading, has_formulas: bool) -> Iterator[tuple[str, ...]]:
    """Yield for each row what its cells are, "f" for a formula; nothing of it where there are none."""
    if not has_formulas:
        yield from repeat(())
    with _opened(path, values=False) as book:
        sheet = book[reading.sheet]
        sheet.reset_dimensions()
        for cells in _cells(sheet):
            yield tuple(cell.data_type for cell in cells)


@contextmanager
def _opened(path: Path, *, values: bool = True) -> Iterator[Any]:
    from openpyxl import load_workbook  # only a program that imports a workbook pays for it

    try:
        _refuse_bombs(path)
        with warnings.catch_warnings():
            # What a workbook has besides its cells is of no interest here.
            warnings.simplefilter("ignore")
            book = load_workbook(path, read_only=True, data_only=values, keep_links=False)
            try:
                yield book
            finally:
                book.close()
    except _BROKEN as error:
        raise NotATable(file=path.name) from error


def _refuse_bombs(path: Path) -> None:
    if path.stat().st_size > MOST_MEGABYTES << 20:
        raise TableTooLarge(file=path.name, limit=MOST_MEGABYTES)
    with ZipFile(path) as packed:
        parts = packed.infolist()
    held = sum(part.file_size for part in parts if "/worksheets/" not in part.filename)
    # A part is never read beyond the size that is told here.
    for size, limit in ((sum(part.file_size for part in parts), _MOST_UNPACKED), (held, _MOST_HELD)):
        if size > limit << 20:
            raise WorkbookTooLarge(file=path.name, limit=limit)


def _looked_through(path: Path, sheet: Any) -> tuple[bool, list[_Area]]:
    """Return whether a sheet has formulas, and the areas in which cells were merged."""
    from openpyxl.utils import range_boundaries

    has_formulas, areas = False, set()
    with ZipFile(path) as packed, packed.open(sheet._worksheet_path.lstrip("/")) as part:
        rest = b""
        while block := part.read(_BLOCK):
            text = rest + block
            has_formulas = has_formulas or _FORMULA.search(text) is not None
            areas.update(_MERGED.findall(text))
            rest = text[-_LONGEST_TAG:]
            if len(areas) > _MOST_MERGED:
                raise NotATable(file=path.name)
    return has_formulas, [cast("_Area", range_boundaries(area.decode())) for area in areas]


def _with_covered(number: int, values: tuple[Cell, ...], areas: list[_Area]) -> tuple[Cell, ...]:
    """Return the values, with those that a cell further up or before covers marked as such."""
    touching = [area for area in areas if area[1] <= number <= area[3]]
    if not touching:
        return values
    covered = {
        column
        for first, top, last, _bottom in touching
        for column in range(first, min(last, MOST_COLUMNS) + 1)
        if (column, number) != (first, top)
    }
    width = max(len(values), max(covered, default=0))
    padded = (*values, *[""] * (width - len(values)))
    return tuple(Flaw.MERGED if at in covered else value for at, value in enumerate(padded, 1))


def _value(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "e":
        return Flaw.ERROR
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)
