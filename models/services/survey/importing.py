"""Answers from a table of another program into a survey: looked at, checked row by row, all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.sentences import Sentence
from models.domain.survey.results import answers_of, questions_of
from models.domain.text import LocalText
from models.exchange import tables
from models.exchange.table_rows import Cell, Reading, Row, TableEmpty
from models.localisation.language import Language, all_languages
from models.localisation.text import normalise, search_key
from models.services.company import OpenCompany
from models.services.garbage import searched_later
from models.services.survey.columns import DAY, LEFT_OUT, NUMBER, SOURCE, matched, remember, remembered
from models.services.survey.rows import Refusal, RowCheck
from models.storage.errors import FileUnreachable

ROWS_SHOWN = 4

_HEADINGS_AMONG = 10


class NoSuchSurvey(AppError):
    """There is no survey of that code."""

    message = N_("There is no survey with the code {code}.")


class NoQuestions(AppError):
    """The survey asks nothing yet."""

    message = N_("The survey {survey} has no questions yet. Add them first.")


class NothingMatched(AppError):
    """No column holds answers."""

    message = N_("No column holds the answers to a question. Say what the columns are.")


class MatchedTwice(AppError):
    """Two columns are said to hold the same."""

    message = N_("Two columns are matched with “{name}”. Leave one of them out.")


class NothingNew(AppError):
    """Nothing would be imported."""

    message = N_("There are no new answers in {file}: {duplicates} rows are there already.")


@dataclass(frozen=True)
class Looked:
    """What a table looks like before it is imported.

    heading_row: the number of the row with the headings, 0 for none. first: the first rows below it, a text a
    column. matching: what each column holds, as `survey_columns.matched` tells it.
    """

    path: Path
    reading: Reading
    heading_row: int
    headings: tuple[str, ...]
    first: tuple[tuple[str, ...], ...]
    matching: tuple[str, ...]


@dataclass(frozen=True)
class Checked:
    """What an import would do. refusals: the first of them; refused: how many rows have any."""

    path: Path
    records: tuple[SurveyAnswer, ...]
    refusals: tuple[Refusal, ...]
    refused: int
    duplicates: int

    @property
    def outcome(self) -> Sentence:
        """How many sheets are new, refused, and there already."""
        return Sentence(
            N_("New sheets: {new}. Refused rows: {refused}. There already: {duplicates}."),
            new=len(self.records),
            refused=self.refused,
            duplicates=self.duplicates,
        )


class RowsRefused(AppError):
    """Some rows cannot be imported, so none is; `found` has all of them."""

    def __init__(self, found: Checked) -> None:
        super().__init__()
        self.found = found
        self.wanted = Sentence(
            "Nothing was imported: {count} row is refused. {first} Mend it, or leave it out.",
            "Nothing was imported: {count} rows are refused. {first} Mend them, or leave them out.",
            found.refused,
            first=found.refusals[0].sentence,
        )


def survey_named(ledger: Ledger, code: str) -> Survey:
    """Return the survey of a code, in whatever case and digits it is written.

    Raises:
        NoSuchSurvey: there is none.
    """
    for survey in ledger.all(Survey):
        if search_key(survey.no) == search_key(code):
            return survey
    raise NoSuchSurvey(code=code)


def looked_at(
    path: Path,
    ledger: Ledger,
    survey: Survey,
    language: Language,
    known: Mapping[str, str],
    reading: Reading | None = None,
) -> Looked:
    """Return what a table looks like and how its columns fit the survey.

    known: what headings meant in earlier tables. reading: how the user wants it to be read, None for as it
    seems best.

    Raises:
        NoQuestions, NotATable, TableTooLarge, FileUnreachable, …: nothing can be made of it.
    """
    questions = _questions(ledger, survey)
    languages = all_languages(language)
    with _reachable(path):
        reading = reading or tables.how_to_read(path)
        beginning = list(islice(tables.rows(path, reading), _HEADINGS_AMONG + ROWS_SHOWN))
    if not beginning:
        raise TableEmpty(file=path.name)
    head = _heading_row(beginning[:_HEADINGS_AMONG], questions, languages, known)
    width = max(len(row.cells) for row in beginning)
    below = [row for row in beginning if head is None or row.number > head.number]
    headings = _padded(head.cells if head else (), width)
    return Looked(
        path=path,
        reading=reading,
        heading_row=head.number if head else 0,
        headings=headings,
        first=tuple(_padded(row.cells, width) for row in below[:ROWS_SHOWN]),
        matching=matched(headings, questions, languages, known) if head else _in_order(questions, width),
    )


def _heading_row(
    rows: Sequence[Row],
    questions: Sequence[SurveyQuestion],
    languages: Sequence[Language],
    known: Mapping[str, str],
) -> Row | None:
    """Return the row most of whose cells name a column; else the first one, where it is no row of answers."""

    def named(row: Row) -> int:
        return sum(map(bool, matched(_padded(row.cells, 0), questions, languages, known)))

    best = max(rows, key=named)
    # Answers on a scale look like the numbers of questions.
    if named(best) and not _is_of_numbers(best):
        return best
    return None if _is_of_numbers(rows[0]) else rows[0]


def _is_of_numbers(row: Row) -> bool:
    texts = [text for text in _padded(row.cells, 0) if text]
    return 2 * sum(text.isdecimal() for text in texts) > len(texts)


def _in_order(questions: Sequence[SurveyQuestion], width: int) -> tuple[str, ...]:
    """Return what the columns of a table without headings hold, if there is one for each question."""
    ids = tuple(question.id for question in questions)
    if width not in (len(ids), len(ids) + 1):
        return (LEFT_OUT,) * width
    return ids if width == len(ids) else (NUMBER, *ids)


def _padded(cells: Sequence[Cell], width: int) -> tuple[str, ...]:
    texts = tuple(_shown(cell) for cell in cells)
    return (*texts, *[""] * (width - len(texts)))


def _shown(cell: Cell) -> str:
    if isinstance(cell, str):
        return " ".join(normalise(cell[:500]).split())
    return cell.isoformat() if isinstance(cell, date) else ""


def checked(
    looked: Looked,
    matching: Sequence[str],
    ledger: Ledger,
    survey: Survey,
    language: Language,
    today: date,
    report: Callable[[float], object] = lambda _share: None,
) -> Checked:
    """Return what would be imported, and every row that would be refused; nothing is saved.

    Args:
        looked: the table.
        matching: what each column holds.
        ledger: has the survey's questions, and the answers it has already.
        survey: to which the answers belong.
        language: of the user; yes and no are kept in it, unless the survey has them in another one.
        today: the day of answers in a table that has no column of days.
        report: is told from time to time how much has been read, 0 to 1.

    Raises:
        NothingMatched, MatchedTwice: the matching is not complete. NotATable, …: as for `looked_at`.
    """
    questions = _questions(ledger, survey)
    _refuse_matching(matching, questions)
    check = RowCheck(
        looked.headings, matching, questions, answers_of(ledger, survey.id), survey, language, today
    )
    with _reachable(looked.path):
        for stretch in tables.stretches(looked.path, looked.reading):
            check.take(stretch.behind(looked.heading_row))
            report(stretch.share)
    check.number_the_rest()
    return Checked(looked.path, tuple(check.records), tuple(check.refusals), check.refused, check.duplicates)


def _refuse_matching(matching: Sequence[str], questions: Sequence[SurveyQuestion]) -> None:
    names: dict[str, LocalText | Sentence] = {question.id: question.text for question in questions}
    if not any(target in names for target in matching):
        raise NothingMatched
    for name in (NUMBER, DAY, SOURCE):
        names[name] = Sentence(field_of(SurveyAnswer, name).label)
    for target, count in Counter(matching).items():
        if target != LEFT_OUT and count > 1:
            raise MatchedTwice(name=names[target])


def _questions(ledger: Ledger, survey: Survey) -> tuple[SurveyQuestion, ...]:
    questions = questions_of(ledger, survey.id)
    if not questions:
        raise NoQuestions(survey=survey.title)
    return questions


@contextmanager
def _reachable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnreachable(file=path.name, reason=error.strerror or "?") from error


def refuse_import(found: Checked, *, without_refused: bool) -> None:
    """Say why the answers of a table cannot be imported; nothing happens where they can.

    without_refused: the user leaves the refused rows out.

    Raises:
        RowsRefused, NothingNew.
    """
    if found.refused and not without_refused:
        raise RowsRefused(found)
    if not found.records:
        raise NothingNew(file=found.path.name, duplicates=found.duplicates)


@searched_later()
def import_table(
    company: OpenCompany, path: Path, code: str, language: Language, *, without_refused: bool = False
) -> Checked:
    """Import a table into the survey of a code, its columns matched as they were before or as they are named.

    Raises:
        RowsRefused, NothingNew, NoSuchSurvey, NothingMatched, NotATable, …: nothing was imported.
    """
    survey = survey_named(company, code)
    looked = looked_at(path, company, survey, language, remembered(company, survey.id))
    found = checked(looked, looked.matching, company, survey, language, date.today())
    refuse_import(found, without_refused=without_refused)
    company.add_apart(found.records)()
    remember(company, survey.id, looked.headings, looked.matching)
    return found
