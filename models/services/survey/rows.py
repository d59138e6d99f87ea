"""The rows of a table as sheets of a survey: new ones, those that are there already, and those refused."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import islice, repeat, zip_longest
from typing import Any

from models.domain.columns import records_of
from models.domain.errors import AppError
from models.domain.gates.step6 import NO_ANSWER
from models.domain.ids import new_ids
from models.domain.known import Known
from models.domain.marking import N_
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.sentences import Sentence
from models.exchange.table_rows import Cell, Stretch
from models.localisation.answer_words import one_answer
from models.localisation.language import Language, all_languages
from models.localisation.text import shortened
from models.services.survey.answer_reading import DASH, AnswerReader
from models.services.survey.columns import LEFT_OUT, NUMBER
from models.services.survey.facts import FactReader

MOST_REFUSALS = 1_000

_Gist = tuple[date | None, tuple[str, ...]]


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
    """Takes the rows of a table and sorts them into new answers, duplicates and refusals.

    After the last one `number_the_rest` is called. refusals: the first of them only; refused: how many rows
    have any.
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
        self._questions = questions
        languages = all_languages(language)
        self._answers = [
            (AnswerReader(question, languages).known, self._at.get(question.id)) for question in questions
        ]
        readers = FactReader(languages).columns
        self._facts = {name: read for name, read in readers.items() if name in self._at}
        self._begun: dict[str, Any] = {"survey": survey.id, "answered_on": today, "source": "import"}
        self._by_number = {one.no: one for one in present}
        # They come in the order of their numbers, those without one last.
        self._last = next((one.no for one in reversed(present) if one.no is not None), 0)
        self._present = present
        self._unnumbered: list[int] = []
        self._counted = [Known(partial(_counted, question)) for question in questions]

    @cached_property
    def _alike(self) -> Counter[_Gist]:
        """How many sheets that are there already have the same day and answers, less those met again.

        Customers may well answer alike: only as many rows without a number are duplicates.
        """
        return Counter(map(self._gist, self._present))

    def take(self, stretch: Stretch) -> None:
        """Sort in rows that follow each other.

        They are read at once, which takes a tenth of the time; only where one of them is not simply a new
        sheet, each is looked at by itself.
        """
        try:
            columns = self._columns_of_new(stretch.rows)
        except AppError:
            columns = None
        if columns is not None:
            records = records_of(SurveyAnswer, columns)
            self._by_number.update(zip(columns[NUMBER], records, strict=True))
            self.records += records
            return
        for number, cells in zip(stretch.numbers, stretch.rows, strict=True):
            self._take_one(number, cells)

    def _columns_of_new(self, rows: Sequence[Sequence[Cell]]) -> dict[str, Any] | None:
        """Return the fields of the new sheets that rows are, each for all rows; None where some are not.

        Raises:
            AppError: a row is refused.
        """
        count = len(rows)
        columns = list(zip_longest(*rows, fillvalue=""))
        columns += [("",) * count] * (len(self._headings) - len(columns))
        given = [
            repeat(DASH) if at is None else map(known.__getitem__, columns[at]) for known, at in self._answers
        ]
        answers = list(islice(zip(*given, strict=False), count))
        if (DASH,) * len(given) in answers:
            return None
        facts = {name: read(columns[self._at[name]]) for name, read in self._facts.items()}
        numbers = self._numbers_of_new(facts, count)
        if numbers is None:
            return None
        begun = {name: repeat(value) for name, value in self._begun.items()}
        return {**begun, **facts, NUMBER: numbers, "id": new_ids(count), "answers": answers}

    def _numbers_of_new(self, facts: Mapping[str, list[Any]], count: int) -> Sequence[int] | None:
        """Return the numbers of so many rows; None where one of them may be a sheet that is there already."""
        if NUMBER in facts:
            numbers = set(facts[NUMBER])
            is_taken = not self._by_number.keys().isdisjoint(numbers)
            return None if is_taken or len(numbers) < count or None in numbers else facts[NUMBER]
        if self._alike:
            return None
        first, self._last = self._last + 1, self._last + count
        return range(first, first + count)

    def _take_one(self, number: int, cells: Sequence[Cell]) -> None:
        """Keep a row as a record, or what is wrong with it."""
        width = len(self._headings)
        cells = (*cells[:width], *[""] * (width - len(cells)))
        problems: list[Refusal] = []
        answers = tuple(self._answers_in(number, cells, problems))
        facts = dict(self._facts_in(number, cells, problems))
        if not problems and not any(answer not in NO_ANSWER for answer in answers):
            problems.append(self._refusal(number, min(self._at.values()), NothingAnswered()))
        if not problems:
            record = SurveyAnswer(answers=answers, **{**self._begun, **facts})
            problems.extend(self._keep(number, record))
        if problems:
            self.refused += 1
            self.refusals += problems[: max(0, MOST_REFUSALS - len(self.refusals))]

    def _answers_in(self, number: int, cells: Sequence[Cell], problems: list[Refusal]) -> Iterator[str]:
        for known, at in self._answers:
            if at is None:
                yield DASH
                continue
            try:
                yield known[cells[at]]
            except AppError as error:
                problems.append(self._refusal(number, at, error))

    def _facts_in(
        self, number: int, cells: Sequence[Cell], problems: list[Refusal]
    ) -> Iterator[tuple[str, Any]]:
        for name, read in self._facts.items():
            try:
                yield name, read((cells[self._at[name]],))[0]
            except AppError as error:
                problems.append(self._refusal(number, self._at[name], error))

    def _refusal(self, number: int, at: int, error: AppError) -> Refusal:
        return Refusal(number, shortened(self._headings[at]), error.wanted)

    def _keep(self, number: int, record: SurveyAnswer) -> Iterator[Refusal]:
        if record.no is None:
            gist = self._gist(record)
            if self._alike[gist]:
                self._alike[gist] -= 1
                self.duplicates += 1
            elif NUMBER in self._facts:
                # Its number may stand in any row to come.
                self._unnumbered.append(len(self.records))
                self.records.append(record)
            else:
                self._last += 1
                self.records.append(dataclasses.replace(record, no=self._last))
            return
        present = self._by_number.get(record.no)
        if present is None:
            self._by_number[record.no] = record
            self.records.append(record)
        elif self._gist(present) == self._gist(record):
            self.duplicates += 1
        else:
            yield self._refusal(number, self._at[NUMBER], NumberTaken(number=record.no))

    def number_the_rest(self) -> None:
        """Give the new sheets without a number the next ones, behind every other of the table."""
        if not self._unnumbered:
            return
        last = max((no for no in self._by_number if no is not None), default=0)
        for no, at in enumerate(self._unnumbered, last + 1):
            self.records[at] = dataclasses.replace(self.records[at], no=no)

    def _gist(self, answer: SurveyAnswer) -> _Gist:
        """Return what makes two rows the same: the day, and the answers up to the last one given."""
        given = zip(self._counted, answer.answers, strict=False)
        answers = [counted[text] for counted, text in given]
        while answers and answers[-1] == DASH:
            answers.pop()
        return answer.answered_on, tuple(answers)


def _counted(question: SurveyQuestion, text: str) -> str:
    """Return a kept answer as it is counted, a dash for none."""
    given = text.strip()
    return DASH if given in NO_ANSWER else one_answer(question, given)
