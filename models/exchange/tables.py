"""Tables of other programs, row by row: text with separators, and sheets of workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress, zip_longest
from pathlib import Path
from types import ModuleType

from models.exchange import text_tables, workbooks
from models.exchange.table_rows import (
    MOST_MEGABYTES,
    MOST_ROWS,
    Reading,
    Row,
    Stretch,
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
    """Yield the rows of a table one at a time, as `stretches` does."""
    for stretch in stretches(path, reading):
        yield from map(Row, stretch.numbers, stretch.rows)


def stretches(path: Path, reading: Reading) -> Iterator[Stretch]:
    """Yield the rows of a table, some at a time, those in which nothing stands left out.

    Raises:
        TableTooLong, TableTooLarge, NotATable, WrongEncoding, …: there is no going on. OSError: as above.
    """
    filled = 0
    for stretch in _of_kind(reading.is_workbook).stretches(path, reading):
        kept = _without_empty_rows(stretch)
        filled += len(kept.rows)
        if filled > MOST_ROWS:
            raise TableTooLong(file=path.name, limit=MOST_ROWS)
        if kept.rows:
            yield kept


def _without_empty_rows(stretch: Stretch) -> Stretch:
    # Nearly always something stands in the first column of all of them.
    first = next(zip_longest(*stretch.rows, fillvalue=""), ())
    if first and all(map(str.strip, map(str, first))):
        return stretch
    is_filled = [any(map(str.strip, map(str, cells))) for cells in stretch.rows]
    numbers, rows = compress(stretch.numbers, is_filled), compress(stretch.rows, is_filled)
    return Stretch(tuple(numbers), tuple(rows), stretch.share)


def _of_kind(is_workbook: bool) -> ModuleType:
    return workbooks if is_workbook else text_tables
