"""The readable source of the sample company: TOML files, read into lines that are not yet records."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from models.domain.fields import Kind
from models.domain.register import Register
from models.domain.registers import REGISTERS
from models.services.sample.series import SERIES

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "samples" / "restaurant"

_REGISTERS = {register.code: register for register in REGISTERS}
_FILES = "file"


class BrokenSampleError(ValueError):
    """The source of the sample company says something that cannot be; the message says where."""


@dataclass(frozen=True)
class Line:
    """What the source says about one record.

    key: the name by which other lines refer to it, "" for none.
    values: what was written, by field name. entered: the day it was typed in, counted as all days are.
    place: where it stands, for messages.
    """

    register: Register
    key: str
    values: Mapping[str, Any]
    entered: int
    place: str


@dataclass(frozen=True)
class Calendar:
    """The days of the source: counted from the first day of the week in which the sample is made.

    So everything before 0 lies in the past, and each day keeps its weekday.
    """

    week_starts: int
    weekend: frozenset[int]

    def is_open(self, offset: int) -> bool:
        """Return whether people work on that day."""
        return (self.week_starts + offset) % 7 not in self.weekend

    def day(self, offset: int, today: date) -> date:
        """Return the day so many days from the first day of this week."""
        first = today - timedelta(days=(today.weekday() - self.week_starts) % 7)
        return first + timedelta(days=offset)


@dataclass(frozen=True)
class Source:
    """All that the files say: lines of registers, and files kept as evidence."""

    calendar: Calendar
    lines: tuple[Line, ...]
    files: tuple[Line, ...]


def read_source(folder: Path = FOLDER) -> Source:
    """Return what stands in the files of a folder, in the order of their names.

    Raises:
        BrokenSampleError: a table is no register, or a line is no table.
    """
    calendar: Calendar | None = None
    lines: list[Line] = []
    series: list[tuple[str, str, Any, int]] = []
    for path in sorted(folder.glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        if "calendar" in tables:
            calendar = _calendar(tables.pop("calendar"))
        page = _Page(path.name, tables.pop("entered", 0), tables.pop("defaults", {}))
        for name, table in tables.items():
            if name in SERIES:
                series.append((path.name, name, table, page.entered))
            else:
                lines.extend(page.lines(name, table))
    if calendar is None:
        raise BrokenSampleError(f"{folder.name}: no file has a table [calendar]")
    for file_name, name, table, entered in series:
        lines.extend(_series_lines(file_name, name, table, entered, lines, calendar))
    return Source(
        calendar,
        tuple(line for line in lines if "about" not in line.values),
        tuple(line for line in lines if "about" in line.values),
    )


@dataclass(frozen=True)
class _Page:
    """What all lines of one file have in common."""

    file_name: str
    entered: int
    defaults: Mapping[str, Mapping[str, Any]]

    def lines(self, name: str, table: Any) -> Iterator[Line]:
        """Yield the lines of one table, a list or a sheet's only record."""
        code = "evidence" if name == _FILES else name
        if code not in _REGISTERS:
            raise BrokenSampleError(f"{self.file_name}: there is no register “{name}”")
        for number, written in enumerate(table if isinstance(table, list) else [table], 1):
            place = f"{self.file_name}: {name} {written.get('key', number)}"
            values = {**self.defaults.get(name, {}), **written}
            yield _line(_REGISTERS[code], values, place, self.entered)


def _calendar(table: Mapping[str, Any]) -> Calendar:
    return Calendar(table["week_starts"], frozenset(table["weekend"]))


def _line(register: Register, values: dict[str, Any], place: str, entered: int) -> Line:
    key = values.pop("key", "")
    own = values.pop("entered", None)
    return Line(register, key, values, _entry_day(register, values, entered) if own is None else own, place)


def _entry_day(register: Register, values: Mapping[str, Any], otherwise: int) -> int:
    """Return the first day of the line that lies in the time of the work, or else the file's own."""
    days = (values.get(spec.name) for spec in register.fields if spec.kind is Kind.DATE)
    return next((day for day in days if isinstance(day, int) and otherwise <= day <= 0), otherwise)


def _series_lines(
    file_name: str,
    name: str,
    table: Any,
    entered: int,
    lines: Sequence[Line],
    calendar: Calendar,
) -> list[Line]:
    """Return the lines that a series stands for."""
    keys: dict[str, tuple[str, ...]] = {}
    for line in lines:
        if line.key:
            keys[line.register.code] = (*keys.get(line.register.code, ()), line.key)
    made: Iterable[tuple[str, dict[str, Any]]] = SERIES[name](table, keys, calendar.is_open)
    return [
        _line(_REGISTERS[code], values, f"{file_name}: {name}, {code} {number}", entered)
        for number, (code, values) in enumerate(made, 1)
    ]
