"""Tables of other programs, row by row: text with separators, and sheets of workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from models.exchange import text_tables, workbooks
from models.exchange.table_rows import (
    MOST_MEGABYTES,
    MOST_ROWS,
    Reading,
    Row,
    TableEmpty,
    TableTooLarge,
    TableTooLong,
)


def how_to_read(path: Path) -> Reading:
    """Return how a file is best read; it is known by its content, not by its name.

    Raises:
        NotATable, TableTooLarge, TableEmpty, …: it is not read. OSError: it cannot be reached.
    """
    size = path.stat().st_size
    if size > MOST_MEGABYTES << 20:
        raise TableTooLarge(file=path.name, limit=MOST_MEGABYTES)
    if not size:
        raise TableEmpty(file=path.name)
    reading: Reading = _of_kind(workbooks.is_workbook(path)).how_to_read(path)
    return reading


def rows(path: Path, reading: Reading) -> Iterator[Row]:
    """Yield the rows of a table, one at a time, those in which nothing stands left out.

    Raises:
        TableTooLong, TableTooLarge, NotATable, WrongEncoding, …: there is no going on. OSError: as above.
    """
    filled = 0
    for row in _of_kind(reading.is_workbook).rows(path, reading):
        if not any(not isinstance(cell, str) or cell.strip() for cell in row.cells):
            continue
        filled += 1
        if filled > MOST_ROWS:
            raise TableTooLong(file=path.name, limit=MOST_ROWS)
        yield row


def _of_kind(is_workbook: bool) -> ModuleType:
    return workbooks if is_workbook else text_tables
