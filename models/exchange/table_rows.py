"""What the tables of other programs are made of, whatever their format, and why one cannot be read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import islice
from typing import NamedTuple, TypeVar

from models.domain.errors import AppError
from models.domain.marking import N_

MOST_MEGABYTES = 100
MOST_ROWS = 200_000
MOST_COLUMNS = 200
ROWS_IN_A_STRETCH = 500


class Flaw(Enum):
    """A cell without a value that could be trusted."""

    ERROR = "error"  # a formula that failed, such as #REF!
    UNCALCULATED = "uncalculated"  # a formula whose result was not kept
    MERGED = "merged"  # covered by another cell


T = TypeVar("T")

Cell = str | date | Flaw
"""Text as it stands there, numbers among it with ASCII digits; "" for nothing."""


class Row(NamedTuple):
    """A row as its table counts it, from 1."""

    number: int
    cells: Sequence[Cell]


class Stretch(NamedTuple):
    """Rows that follow each other.

    numbers: one for each row, as its table counts it, from 1. rows: the cells of each, which need not be
    equally many. share: how much of the table has been read with them, 0 to 1.
    """

    numbers: Sequence[int]
    rows: Sequence[Sequence[Cell]]
    share: float

    def behind(self, number: int) -> Stretch:
        """Return those of the rows that come behind the one of a number."""
        at = bisect_right(self.numbers, number)
        return self if not at else Stretch(self.numbers[at:], self.rows[at:], self.share)


@dataclass(frozen=True)
class Reading:
    """How a table is read: a text by encoding and separator, a workbook by one of its sheets."""

    encoding: str = ""
    separator: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    @property
    def is_workbook(self) -> bool:
        """Whether the table is a sheet of a workbook."""
        return bool(self.sheets)


class NotATable(AppError):
    """A file that holds no table."""

    message = N_("{file} is no table that can be read. Save it as CSV or XLSX and try again.")


class TableTooLarge(AppError):
    """More bytes than are read at once."""

    message = N_("{file} is too large: at most {limit} MB are read. Divide the table and import its parts.")


class TableTooLong(AppError):
    """More rows than are read at once."""

    message = N_("{file} has more than {limit} rows. Divide the table and import its parts.")


class TableEmpty(AppError):
    """A table in which nothing stands."""

    message = N_("There is nothing in {file}. Choose the file with the answers.")


class WrongEncoding(AppError):
    """A text with other letters than the encoding has."""

    message = N_("{file} cannot be read as {encoding}. Choose another encoding.")


class BrokenRow(AppError):
    """A text that stops being a table somewhere."""

    message = N_(
        "{file} cannot be read behind row {row}: a quotation mark is not closed there, or a cell is too long."
    )


class LockedWorkbook(AppError):
    """A workbook of the old format, or with a password; both look alike."""

    message = N_("{file} is an old workbook or has a password. Save it as XLSX without one and try again.")


class WorkbookTooLarge(AppError):
    """A workbook that would become far larger than its file."""

    message = N_("{file} would unpack to more than {limit} MB; so much is not read. Divide the table.")


def gathered(items: Iterator[T], count: int) -> Iterator[list[T]]:
    """Yield items so many at a time; those that come before a failure are yielded before it is raised."""
    while True:
        some: list[T] = []
        try:
            some.extend(islice(items, count))
        finally:
            if some:
                yield some
        if len(some) < count:
            return
