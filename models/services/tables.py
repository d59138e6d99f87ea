"""Registers as tables for spreadsheets, and what such a table changes when it comes back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from models.content import titles
from models.domain.errors import AppError
from models.domain.fields import FieldSpec, Kind, Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger, Records
from models.domain.marking import N_
from models.domain.register import Register
from models.domain.registers import register as register_named
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.domain.validation import refusal_of
from models.exchange import xlsx
from models.exchange.xlsx import Cell, Formula, Table
from models.localisation.display import Display
from models.localisation.language import Language, all_languages
from models.localisation.languages import CalendarName
from models.localisation.telling_apart import told_apart
from models.localisation.text import normalise, search_key
from models.services.cell_reading import CellReader
from models.services.editing import ValueRefused, new_record
from models.services.pasting import Misfit, Target, heading_targets
from models.storage.writing import replacing

ID_HEADING = "id"
JALALI = N_("{label} (Jalali)")
_BILINGUAL = frozenset({Kind.BILINGUAL, Kind.BILINGUAL_LONG})
_NAMED = frozenset({Kind.PERSON, Kind.PEOPLE, Kind.REFERENCE})
_LONGEST_NAME = 200
_MOST_DIGITS = 15
_Row: TypeAlias = Sequence[Cell | Formula]


class NoTable(AppError):
    """The file holds no heading of the register."""

    message = N_(
        "No column of {file} is named as in “{register}”. Export the table first, and fill in that file."
    )


class ComputedCell(AppError):
    """A cell that holds a formula."""

    message = N_("The cell holds a formula. Replace it with its value.")


class UnknownRow(AppError):
    """A row of a record that does not stand here."""

    message = N_(
        "This entry was deleted or belongs to another company. Empty the column “id” to add it as new."
    )


class RowTwice(AppError):
    """Two rows of one record."""

    message = N_("This entry stands in two rows. Leave one of them.")


class TwoDays(AppError):
    """The day and the same day in another calendar differ."""

    message = N_("Two different days stand in this row. Correct one of them, or empty it.")


@dataclass(frozen=True)
class Column:
    """A column of a table: a field, the language of its text, and whether a day is written as text."""

    target: Target
    heading: str
    is_text: bool = False


@dataclass(frozen=True)
class Incoming:
    """What a table would change; nothing may be saved where there are misfits.

    file: its name. records: the new and changed ones. unknown: headings of columns that were left out.
    """

    file: str
    records: tuple[Record, ...]
    added: int
    changed: int
    unchanged: int
    unknown: tuple[str, ...]
    misfits: tuple[Misfit, ...]


def export_table(
    path: Path, register: Register, records: Sequence[Record], ledger: Ledger, language: Language
) -> None:
    """Write records of a register to an XLSX file; an existing one is replaced.

    Raises:
        AppError: nothing was written.
    """
    writer = _Writer(ledger, language)
    columns = columns_of(register, language)
    rows = [[str(record.id), *(writer.cell(record, column) for column in columns)] for record in records]
    headings = [ID_HEADING, *(column.heading for column in columns)]
    title = language.gettext(register.title)
    table = Table(title, headings, rows, frozenset({0}), language.is_rtl)
    with replacing(path) as (unfinished,), unfinished.open("wb") as out:
        xlsx.write(out, table)


def columns_of(register: Register, language: Language) -> tuple[Column, ...]:
    """Return the columns in which a register is written, in the order of its fields."""
    return tuple(column for spec in register.fields for column in _columns(spec, language))


def _columns(spec: FieldSpec, language: Language) -> Iterator[Column]:
    label = language.gettext(spec.label)
    if spec.kind is Kind.FILE:
        return
    if spec.kind in _BILINGUAL:
        for speech in all_languages(language):
            yield Column(Target(spec, speech.code), f"{label} ({speech.row.name})")
        return
    yield Column(Target(spec), label)
    if spec.kind is Kind.DATE and language.calendar is CalendarName.JALALI:
        yield Column(Target(spec), language.gettext(JALALI).format(label=label), is_text=True)


class _Writer:
    """Writes the cells of records."""

    def __init__(self, ledger: Ledger, language: Language) -> None:
        self._ledger = ledger
        self._language = language
        self._display = Display(ledger, language, titles.title, bare=True)
        self._names: dict[str, Mapping[RecordId, str]] = {}

    def cell(self, record: Record, column: Column) -> Cell:
        """Return what a cell of a record holds, None for nothing."""
        spec, value = column.target.spec, getattr(record, column.target.spec.name)
        if value is None or (value == spec.empty and spec.kind is not Kind.BOOLEAN):
            return None
        if isinstance(value, LocalText):
            return xlsx.cell_text(value.get(column.target.language)) or None
        if isinstance(value, date):
            return self._language.date(value) if column.is_text else value
        if spec.kind in (Kind.INTEGER, Kind.DECIMAL):
            return value if len(Decimal(value).as_tuple().digits) <= _MOST_DIGITS else str(value)
        if spec.kind in _NAMED:
            ids = value if isinstance(value, tuple) else (value,)
            return "\n".join(self._name(spec, one) for one in ids) or None
        if spec.kind is Kind.CHOICES:
            return "\n".join(self._language.gettext(spec.choices.get(one, one)) for one in value)
        return xlsx.cell_text(self._display.text(spec, value)) or None

    def _name(self, spec: FieldSpec, record_id: RecordId) -> str:
        if spec.target not in self._names:
            records = self._ledger.all(register_named(spec.target).record)
            self._names[spec.target] = told_apart(records, self._display, _LONGEST_NAME)
        return self._names[spec.target].get(record_id, "")


def read_table(path: Path, register: Register, ledger: Ledger, language: Language) -> Incoming:
    """Return what a table in an XLSX file would change; nothing is saved.

    Rows with the id of a record change it, rows without one become new records, and records that have no
    row stay as they are. A cell that says what the record says already changes nothing.

    Raises:
        NotAWorkbook, WorkbookTooLarge, NoTable: nothing can be made of the file.
    """
    rows = xlsx.read(path)
    first = next((at for at, row in enumerate(rows) if any(cell is not None for cell in row)), None)
    headings = [_text(cell) for cell in rows[first]] if first is not None else []
    columns = _recognised(headings, register, language)
    if first is None or not any(isinstance(column, Column) for column in columns):
        raise NoTable(file=path.name, register=Sentence(register.title))
    unknown = [text for text, column in zip(headings, columns, strict=True) if column is None and text]
    ids = next((at for at, text in enumerate(headings) if search_key(text) == ID_HEADING), None)
    reader = _TableReader(register, columns, ids, ledger, language)
    reader.read(rows[first + 1 :], first + 2)
    return reader.incoming(path.name, tuple(unknown))


def _recognised(headings: Sequence[str], register: Register, language: Language) -> list[Column | str | None]:
    """Return what each column holds: a field, "" for ids and empty headings, None where nobody knows."""
    languages = all_languages(language)
    known = {key: Column(target, key) for key, target in heading_targets(register, languages).items()}
    for speech in languages:
        for spec in register.fields:
            if spec.kind is Kind.DATE:
                heading = search_key(speech.gettext(JALALI).format(label=speech.gettext(spec.label)))
                known[heading] = Column(Target(spec), heading, is_text=True)
    keys = map(search_key, headings)
    return ["" if key in ("", ID_HEADING) else known.get(key) for key in keys]


class _TableReader:
    """Makes records of the rows of a table."""

    def __init__(
        self,
        register: Register,
        columns: Sequence[Column | str | None],
        ids: int | None,
        ledger: Ledger,
        language: Language,
    ) -> None:
        self._register = register
        self._columns = columns
        self._ids = ids
        self._ledger = ledger
        self._reader = CellReader(ledger, all_languages(language))
        self._writer = _Writer(ledger, language)
        self._seen: set[str] = set()
        self._new: list[Record] = []
        self._changed: list[Record] = []
        self._misfits: list[Misfit] = []
        self._unchanged = 0

    def read(self, rows: Sequence[_Row], number: int) -> None:
        """Take in rows, of which the first has that number in the file."""
        for at, row in enumerate(rows, start=number):
            if any(_text(cell).strip() for cell in row):
                self._take(row, at)

    def incoming(self, file: str, unknown: tuple[str, ...]) -> Incoming:
        """Return what the rows would change; unknown: headings of the columns that were left out."""
        return Incoming(
            file,
            (*self._changed, *self._new),
            len(self._new),
            len(self._changed),
            self._unchanged,
            unknown,
            tuple(self._misfits),
        )

    def _take(self, row: _Row, number: int) -> None:
        try:
            known = self._known(row)
        except AppError as error:
            self._misfits.append(Misfit(number, N_("Entry"), error.wanted))
            return
        wrong = len(self._misfits)
        values = self._values(row, known, number)
        if len(self._misfits) > wrong:
            return
        if known is None:
            begun = new_record(self._register, Records(self._new[-1:]) if self._new else self._ledger)
            self._new.append(dataclasses.replace(begun, **values))
        elif values:
            self._changed.append(dataclasses.replace(known, **values))
        else:
            self._unchanged += 1

    def _known(self, row: _Row) -> Record | None:
        """Return the record that a row belongs to, None for a new one."""
        wanted = _text(row[self._ids]).strip() if self._ids is not None and self._ids < len(row) else ""
        if not wanted:
            return None
        if wanted in self._seen:
            raise RowTwice
        self._seen.add(wanted)
        record = self._ledger.find(self._register.record, RecordId(wanted))
        if record is None:
            raise UnknownRow
        return record

    def _values(self, row: _Row, known: Record | None, number: int) -> dict[str, Any]:
        """Return the values in which a row differs from its record."""
        values: dict[str, Any] = {}
        for column, cell in zip(self._columns, row, strict=False):
            if not isinstance(column, Column):
                continue
            spec = column.target.spec
            try:
                if self._says_so_already(known, column, cell):
                    continue
                present = values.get(spec.name, getattr(known, spec.name, spec.empty))
                value = self._value(column, cell, present)
                if spec.kind is Kind.DATE and values.get(spec.name, value) != value:
                    raise TwoDays
                values[spec.name] = value
            except AppError as error:
                self._misfits.append(Misfit(number, spec.label, error.wanted))
        return {name: value for name, value in values.items() if value != getattr(known, name, None)}

    def _says_so_already(self, known: Record | None, column: Column, cell: Cell | Formula) -> bool:
        if isinstance(cell, Formula):
            return False
        # A cell that is left empty says nothing about a new record.
        said = self._writer.cell(known, column) if known is not None else None
        if said is None or cell is None:
            return said is None and (cell is None or not _text(cell).strip())
        return said == cell or normalise(_text(said)).strip() == normalise(_text(cell)).strip()

    def _value(self, column: Column, cell: Cell | Formula, present: Any) -> Any:
        spec, language = column.target
        if isinstance(cell, Formula):
            raise ComputedCell
        text = _text(cell)
        if isinstance(present, LocalText):
            value: Any = present.with_(language or self._reader.first, normalise(text).strip())
        elif not text.strip():
            value = spec.empty
        elif isinstance(cell, date) and spec.kind is Kind.DATE:
            value = cell
        else:
            value = self._reader.read(spec, text, language)
        refused = refusal_of(spec, value)
        if refused is not None:
            raise ValueRefused(refused)
        return value


def _text(cell: Cell | Formula) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Formula):
        return cell.text
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}"
    return str(cell)
