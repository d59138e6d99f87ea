"""A survey, sheets of it, and tables of such sheets, as large as wanted and the same every time."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from models.content.survey import survey_model
from models.domain.ids import new_id
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.survey.analysis import Window
from models.domain.survey.report import Material, Side
from models.services.companies import create_company
from models.services.company import OpenCompany

ROWS = 100_000
MOST_SHEETS = 1_000_000
_FIRST = date(2026, 1, 1)
_DAYS = 300
_SOURCES = ("paper", "phone", "web")
_COMMENTS = ("", "Too slow on Thursdays", "Thank you", "More parking, please", "The soup was cold")


def survey() -> tuple[Survey, list[SurveyQuestion]]:
    """Return the model survey with its ten questions."""
    asked = Survey(no="S-1", title=survey_model().items[0].text, asked=2 * MOST_SHEETS, rule="All")
    return asked, [
        SurveyQuestion(survey=asked.id, order=item.number, text=item.text, type=item.type, model=item.id)
        for item in survey_model().items
    ]


def rows(count: int) -> Iterator[tuple[str, ...]]:
    """Yield as many sheets as they stand in a table, the same ones every time."""
    draw = random.Random(1)
    five, seven, ten = "12345", "1234567", [str(value) for value in range(11)]
    for _row in range(count):
        yield (
            *draw.choices(five, k=4),
            draw.choice(seven),
            *draw.choices(five, k=2),
            draw.choice(ten),
            draw.choice(_COMMENTS),
            draw.choice(("Yes", "No")),
        )


def write_tables(folder: Path, count: int, most: int) -> list[Path]:
    """Write so many sheets as tables of at most so many rows: headings, then number, date and ten answers."""
    _asked, questions = survey()
    numbered = enumerate(rows(count), 1)
    paths: list[Path] = []
    while some := list(islice(numbered, most - 1)):
        paths.append(folder / f"{count}-{len(paths)}.csv")
        with paths[-1].open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["No.", "Date", *(one.text.best("en") for one in questions)])
            writer.writerows((number, _day(number).isoformat(), *row) for number, row in some)
    return paths


def _day(number: int) -> date:
    return _FIRST + timedelta(days=number % _DAYS)


def prepared(count: int) -> Material:
    """Return as many answers, over 300 days and three sources."""
    asked, questions = survey()
    answers = [
        SurveyAnswer(
            id=new_id(),
            survey=asked.id,
            no=number,
            answered_on=_day(number),
            source=_SOURCES[number % 3],
            answers=row,
        )
        for number, row in enumerate(rows(count), 1)
    ]
    return Material(Side(asked, questions, Window()), None, answers, 0)


def company_asking(folder: Path, asked: Survey, questions: Sequence[SurveyQuestion]) -> OpenCompany:
    """Return a new company that asks a survey, in place of an earlier one."""
    path = folder / "company.manshur"
    path.unlink(missing_ok=True)
    company = create_company(path, "author")
    company.save_all([asked, *questions])
    return company
