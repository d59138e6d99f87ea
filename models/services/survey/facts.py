"""What a table says of its sheets beside their answers: their numbers, their days and their sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from models.domain.fields import field_of
from models.domain.known import Known
from models.domain.ledger import Records
from models.domain.records.feedback import SurveyAnswer
from models.domain.validation import refusal_of
from models.exchange.table_rows import Cell
from models.localisation.language import Language
from models.services.cell_reading import CellReader
from models.services.editing import ValueRefused
from models.services.survey.cells import DayMissing, plain_day, trusted
from models.services.survey.columns import DAY, NUMBER, SOURCE

ReadColumn = Callable[[Sequence[Cell]], list[Any]]
"""Returns what each cell of a column says; raises an AppError where one of them is refused."""

_LONG_NUMBER = 10  # digits


class FactReader:
    """Reads the columns of the fields of a sheet. columns: what reads one, by the name of the field."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._cells = CellReader(Records(), languages)
        days, sources = Known(self._day), Known(self._source)
        self.columns: Mapping[str, ReadColumn] = {
            NUMBER: self._numbers,
            DAY: lambda cells: list(map(days.__getitem__, cells)),
            SOURCE: lambda cells: list(map(sources.__getitem__, cells)),
        }

    def _numbers(self, cells: Sequence[Cell]) -> list[Any]:
        # Nearly all of them are that simple, and no two are the same.
        simple = [
            cell for cell in cells if isinstance(cell, str) and cell.isdecimal() and len(cell) < _LONG_NUMBER
        ]
        numbers = list(map(int, simple))
        if len(numbers) == len(cells) and all(numbers):
            return numbers
        return [self._field(NUMBER, trusted(cell)) for cell in cells]

    def _day(self, cell: Cell) -> Any:
        day = cell if isinstance(cell, date) else plain_day(trusted(cell))
        if isinstance(day, date):
            return self._kept(DAY, day)
        if not day:
            raise DayMissing
        return self._field(DAY, day)

    def _source(self, cell: Cell) -> Any:
        return self._field(SOURCE, trusted(cell)) or ""

    def _field(self, name: str, text: str) -> Any:
        """Return the value of a field as users type it, None for nothing."""
        value = self._cells.read(field_of(SurveyAnswer, name), text) if text.strip() else None
        return self._kept(name, value)

    @staticmethod
    def _kept(name: str, value: Any) -> Any:
        refused = refusal_of(field_of(SurveyAnswer, name), value)
        if refused is not None:
            raise ValueRefused(refused)
        return value
