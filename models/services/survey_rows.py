"""The rows of a table as sheets of a survey: new ones, those that are there already, and those refused."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.gates.step6 import NO_ANSWER
from models.domain.ids import new_id
from models.domain.ledger import Records
from models.domain.marking import N_
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.sentences import Sentence
from models.domain.survey_results import answer_to
from models.domain.validation import refusal_of
from models.exchange.table_rows import Cell, Row
from models.localisation.answer_words import one_answer
from models.localisation.language import Language, all_languages
from models.localisation.text import ascii_digits, shortened
from models.services.answer_reading import DASH, AnswerReader
from models.services.cell_reading import CellReader
from models.services.editing import ValueRefused
from models.services.survey_cells import DayMissing, plain_day, trusted
from models.services.survey_columns import DAY, LEFT_OUT, NUMBER, SOURCE

MOST_REFUSALS = 1_000

_LONG_NUMBER = 10  # digits


class NothingAnswered(AppError):
    """A row without any answer."""

    message = N_("This row answers no question.")


class NumberTaken(AppError):
    """Another sheet has the number."""

    message = N_("Another sheet with the number {number} has other answers.")


@dataclass(frozen=True)
class Refusal:
    """A cell that cannot be imported, with the heading of its column, and why."""

    row: int
    column: str
    reason: Sentence

    @property
    def sentence(self) -> Sentence:
        """The row, the column where it has a heading, and the reason."""
        if not self.column:
            return Sentence(N_("Row {row}: {reason}"), row=self.row, reason=self.reason)
        return Sentence(
            N_("Row {row}, “{column}”: {reason}"), row=self.row, column=self.column, reason=self.reason
        )


class RowCheck:
    """Takes rows one by one and sorts them into new answers, duplicates and refusals.

    refusals: the first of them only; refused: how many rows have any.
    """

    def __init__(
        self,
        headings: Sequence[str],
        matching: Sequence[str],
        questions: Sequence[SurveyQuestion],
        present: Sequence[SurveyAnswer],
        survey: Survey,
        language: Language,
        today: date,
    ) -> None:
        self.records: list[SurveyAnswer] = []
        self.refusals: list[Refusal] = []
        self.refused = 0
        self.duplicates = 0
        self._headings = headings
        self._at = {target: at for at, target in enumerate(matching) if target != LEFT_OUT}
        self._languages = all_languages(language)
        self._questions = questions
        self._readers = [AnswerReader(question, self._languages) for question in questions]
        self._columns = [self._at.get(question.id) for question in questions]
        # Where no column is, an empty cell is looked up: one more stands behind every row.
        self._lookups: list[tuple[Mapping[Cell, str], int]] = [
            (reader.known, len(headings) if at is None else at)
            for reader, at in zip(self._readers, self._columns, strict=True)
        ]
        self._begun: dict[str, Any] = {"survey": survey.id, "answered_on": today, "source": "import"}
        self._cells = CellReader(Records(), self._languages)
        self._days: dict[Cell, date] = {}
        self._by_number = {one.no: one for one in present}
        self._last = max((one.no or 0 for one in present), default=0)
        # Customers may well answer alike: only as many rows are duplicates as there are sheets already.
        self._alike = Counter(map(self._gist, present))

    def take(self, row: Row) -> None:
        """Sort in one row."""
        before = len(self.refusals)
        problems = list(self._problems_of(row))
        if problems:
            self.refused += 1
            self.refusals += problems[: max(0, MOST_REFUSALS - before)]

    def _problems_of(self, row: Row) -> Iterator[Refusal]:
        """Keep the row as a record; yield what is wrong with it instead, if anything is."""
        width = len(self._headings)
        cells = (*row.cells[:width], *[""] * (width + 1 - len(row.cells)))
        problems: list[Refusal] = []
        try:
            # In nearly all rows every answer came before.
            answers = tuple([known[cells[at]] for known, at in self._lookups])
        except LookupError:
            answers = tuple(self._answers(row, cells, problems))
        facts = dict(self._facts(row, cells, problems))
        if not problems and not any(answer not in NO_ANSWER for answer in answers):
            problems.append(self._refusal(row, min(self._at.values()), NothingAnswered()))
        if not problems:
            record = SurveyAnswer(id=new_id(), answers=answers, **{**self._begun, **facts})
            problems.extend(self._keep(row, record))
        yield from problems

    def _answers(self, row: Row, cells: Sequence[Cell], problems: list[Refusal]) -> Iterator[str]:
        for reader, at in zip(self._readers, self._columns, strict=True):
            if at is None:
                yield DASH
                continue
            try:
                yield reader.read(trusted(cells[at]))
            except AppError as error:
                problems.append(self._refusal(row, at, error))

    def _facts(self, row: Row, cells: Sequence[Cell], problems: list[Refusal]) -> Iterator[tuple[str, Any]]:
        for name, read in ((NUMBER, self._number), (DAY, self._day), (SOURCE, self._source)):
            at = self._at.get(name)
            if at is None:
                continue
            try:
                yield name, read(cells[at])
            except AppError as error:
                problems.append(self._refusal(row, at, error))

    def _refusal(self, row: Row, at: int, error: AppError) -> Refusal:
        return Refusal(row.number, shortened(self._headings[at]), error.wanted)

    def _keep(self, row: Row, record: SurveyAnswer) -> Iterator[Refusal]:
        if record.no is None:
            gist = self._gist(record)
            if self._alike[gist]:
                self._alike[gist] -= 1
                self.duplicates += 1
                return
            self._last += 1
            record = dataclasses.replace(record, no=self._last)
        elif (present := self._by_number.get(record.no)) is not None:
            if self._gist(present) == self._gist(record):
                self.duplicates += 1
            else:
                yield self._refusal(row, self._at[NUMBER], NumberTaken(number=record.no))
            return
        self._by_number[record.no] = record
        self.records.append(record)

    def _number(self, cell: Cell) -> Any:
        text = trusted(cell)
        plain = ascii_digits(text)
        # Nearly all of them are that simple, and no two are the same.
        if plain.isdecimal() and len(plain) < _LONG_NUMBER and int(plain):
            return int(plain)
        return self._field(NUMBER, text)

    def _day(self, cell: Cell) -> Any:
        # Many rows share a day.
        if cell not in self._days:
            self._days[cell] = self._day_of(cell)
        return self._days[cell]

    def _day_of(self, cell: Cell) -> Any:
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

    def _gist(self, answer: SurveyAnswer) -> tuple[date | None, tuple[str, ...]]:
        """Return what makes two rows the same: the day, and the answers up to the last one given."""
        answers = [
            one_answer(question, answer_to(answer, place)) or DASH
            for place, question in enumerate(self._questions)
        ]
        while answers and answers[-1] == DASH:
            answers.pop()
        return answer.answered_on, tuple(answers)
