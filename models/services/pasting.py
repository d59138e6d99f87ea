"""Rows copied from a spreadsheet, as new records of a register."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, NamedTuple

from models.domain.errors import AppError
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ledger import Ledger, Records
from models.domain.marking import N_
from models.domain.register import Register
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.domain.validation import is_nothing, refusal_of
from models.localisation.language import Language, all_languages
from models.localisation.text import search_key
from models.services.cell_reading import CellReader
from models.services.editing import ValueRefused, new_record

MOST_ROWS = 2_000


class TooManyRows(AppError):
    """More rows than are taken in at once."""

    message = N_("These are {count} rows; at most {limit} are taken in at once. Copy them in parts.")


class NothingToPaste(AppError):
    """There is no text to be made into rows."""

    message = N_("Nothing that could be pasted was copied. Copy rows in your spreadsheet first.")


class NotRows(AppError):
    """A text that no spreadsheet would have copied, such as a cell of a whole book."""

    message = N_("What was copied is not made of rows. Copy rows in your spreadsheet and paste them again.")


class Target(NamedTuple):
    """Where a column of the copied rows goes: a field, and the language of its text ("" for the present)."""

    spec: FieldSpec
    language: str = ""


@dataclass(frozen=True)
class Misfit:
    """A row that cannot become a record: its number among those copied, and the cell that is to blame."""

    row: int
    label: str
    reason: Sentence


@dataclass(frozen=True)
class Pasted:
    """What is understood of the copied rows.

    columns: where each goes, None for one that is left out. has_heading: the first row says so itself; else
    they follow the order of the list.
    """

    columns: tuple[Target | None, ...]
    has_heading: bool
    records: tuple[Record, ...]
    misfits: tuple[Misfit, ...]


def understood(
    text: str, register: Register, order: Sequence[FieldSpec], ledger: Ledger, language: Language
) -> Pasted:
    """Return what copied rows would become; nothing is saved.

    Args:
        text: cells between tabs, rows between line ends, as spreadsheets copy them.
        register: to which the records belong.
        order: the fields that the columns stand for where the first row does not name them.
        ledger: finds the records that are referred to by name, and the last number given.
        language: in which the user types; headings, choices, numbers and days may be in any.

    Raises:
        NothingToPaste, TooManyRows, NotRows: nothing is made of it.
    """
    rows = _rows(text)
    if not rows:
        raise NothingToPaste
    if len(rows) > MOST_ROWS:
        raise TooManyRows(count=len(rows), limit=MOST_ROWS)
    languages = all_languages(language)
    heading = _heading(rows[0][1], register, languages)
    width = max(len(cells) for _number, cells in rows)
    columns = heading or tuple(Target(order[at]) if at < len(order) else None for at in range(width))
    reader = _Rows(register, columns, ledger, CellReader(ledger, languages))
    records, misfits = reader.read(rows[1:] if heading else rows)
    return Pasted(columns, heading is not None, records, misfits)


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with its number; quoted cells may hold line ends."""
    # A single quotation mark that is never closed must not swallow all that follows.
    is_quoted = text.count('"') % 2 == 0
    reader = csv.reader(
        StringIO(text.replace("\0", ""), newline=""),
        delimiter="\t",
        quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE,
    )
    try:
        rows = list(enumerate(reader, start=1))
    except csv.Error as error:
        raise NotRows from error
    return [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]


def _heading(
    cells: Sequence[str], register: Register, languages: Sequence[Language]
) -> tuple[Target | None, ...] | None:
    """Return where the columns go if the first row names most of them, None if it is a row like others."""
    labels = heading_targets(register, languages)
    found = tuple(labels.get(search_key(cell)) for cell in cells)
    named = [cell for cell in cells if cell.strip()]
    known = [target for target in found if target is not None]
    places = {(target.spec.name, target.language) for target in known}
    is_heading = known and 2 * len(known) >= len(named) and len(places) == len(known)
    return found if is_heading else None


def heading_targets(register: Register, languages: Sequence[Language]) -> dict[str, Target]:
    """Return where a heading leads, by its folded text: a field's label, perhaps with a language's name."""
    labels: dict[str, Target] = {}
    for spec in register.fields:
        if spec.kind is Kind.FILE:
            continue
        for speech in languages:
            label = speech.gettext(spec.label)
            labels.setdefault(search_key(label), Target(spec))
            if spec.kind in (Kind.BILINGUAL, Kind.BILINGUAL_LONG):
                for other in languages:
                    target = Target(spec, other.code)
                    labels[search_key(f"{label} ({other.row.name})")] = target
                    labels[search_key(f"{label} ({other.code})")] = target
    return labels


class _Rows:
    """Makes records of rows."""

    def __init__(
        self, register: Register, columns: Sequence[Target | None], ledger: Ledger, reader: CellReader
    ) -> None:
        self._register = register
        self._columns = columns
        self._ledger = ledger
        self._reader = reader

    def read(self, rows: Sequence[tuple[int, list[str]]]) -> tuple[tuple[Record, ...], tuple[Misfit, ...]]:
        """Return the records of the rows that fit, and what is wrong with the others."""
        records: list[Record] = []
        misfits: list[Misfit] = []
        for number, cells in rows:
            values: dict[str, Any] = {}
            misfit = self._fill(values, number, cells)
            if misfit is not None:
                misfits.append(misfit)
            elif values:
                records.append(dataclasses.replace(self._begun(records), **values))
        return tuple(records), tuple(misfits)

    def _begun(self, before: Sequence[Record]) -> Record:
        """Return a new record, numbered after the row before it."""
        return new_record(self._register, Records(before[-1:]) if before else self._ledger)

    def _fill(self, values: dict[str, Any], number: int, cells: Sequence[str]) -> Misfit | None:
        for target, cell in self._filled_cells(cells):
            try:
                value = self._value(target, cell, values.get(target.spec.name))
            except AppError as error:
                return Misfit(number, target.spec.label, error.wanted)
            values[target.spec.name] = value
        return None

    def _filled_cells(self, cells: Sequence[str]) -> Iterator[tuple[Target, str]]:
        for target, cell in zip(self._columns, cells, strict=False):
            if target is not None and cell.strip():
                yield target, cell

    def _value(self, target: Target, cell: str, present: Any) -> Any:
        spec = target.spec
        value = self._reader.read(spec, cell, target.language)
        if isinstance(present, LocalText) and not is_nothing(spec, present):
            value = LocalText.of({**dict(present.items()), **dict(value.items())})
        refused = refusal_of(spec, value)
        if refused is not None:
            raise ValueRefused(refused)
        return value
