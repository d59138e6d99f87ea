"""How long it takes to import the answers to a survey and to count them, and whether the window stays alive.

Run with `uv run python -m tests.benchmarks.survey [import] [analysis] [growth] [stall]`; without words all.

import: a table of 100,000 rows and 10 questions into a company file, against reading the same table with csv
and writing it with sqlite3.executemany. analysis: all figures of as many answers. growth: how the time for a
row grows from 10,000 over 100,000 to 1,000,000 rows. stall: the longest pause of the window while the report
on 100,000 answers is counted and shown. Figures of time are of the processor, the best of several rounds; the
stall is by the clock.
"""

from __future__ import annotations

import csv
import gc
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from models.content.survey import survey_model
from models.domain.ids import new_id
from models.domain.records.feedback import Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.survey_analysis import Window
from models.domain.survey_report import Material, Side
from models.localisation.language import load_language
from models.services.companies import create_company
from models.services.survey_analysis import figures
from models.services.survey_import import import_table

ROWS = 100_000
ROUNDS = 3
IMPORT_RATIO = 3.0
ANALYSIS_SECONDS = 1.0
GROWTH_RATIO = 1.3
STALL_MS = 50.0
_GROWTH = (10_000, 100_000, 1_000_000)
_FIRST = date(2026, 1, 1)
_COMMENTS = ("", "Too slow on Thursdays", "Thank you", "More parking, please", "The soup was cold")

Say = Callable[[str], object]


def taken(deed: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest time of the processor that a deed takes, in seconds."""
    found = []
    for _round in range(rounds):
        gc.collect()
        begun = time.process_time()
        deed()
        found.append(time.process_time() - begun)
    return min(found)


def survey() -> tuple[Survey, list[SurveyQuestion]]:
    """Return the model survey with its ten questions."""
    asked = Survey(no="S-1", title=survey_model().items[0].text, asked=2 * ROWS, rule="All")
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


def measure_import(folder: Path, say: Say) -> int:
    """Say how long an import takes, against the least that any program has to do."""
    table = folder / "table.csv"
    asked, questions = survey()
    with table.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["No.", "Date", *(one.text.best("en") for one in questions)])
        for number, row in enumerate(rows(ROWS), 1):
            writer.writerow([number, (_FIRST + timedelta(days=number % 300)).isoformat(), *row])

    def bare() -> None:
        (folder / "bare.db").unlink(missing_ok=True)
        base = sqlite3.connect(folder / "bare.db")
        columns = ", ".join(f"c{place}" for place in range(len(questions) + 2))
        base.execute(f"CREATE TABLE answers ({columns})")
        with table.open(newline="", encoding="utf-8") as file:
            marks = ", ".join("?" * (len(questions) + 2))
            base.executemany(f"INSERT INTO answers VALUES ({marks})", csv.reader(file))
        base.commit()
        base.close()

    def full() -> None:
        path = folder / "company.manshur"
        path.unlink(missing_ok=True)
        company = create_company(path, "author")
        company.save_all([asked, *questions])
        begun = time.process_time()
        import_table(company, table, "S-1", load_language("en"))
        times.append(time.process_time() - begun)
        company.close()

    times: list[float] = []
    least = taken(bare)
    for _round in range(ROUNDS):
        gc.collect()
        full()
    best = min(times)
    ratio = best / least
    say(f"import of {ROWS:,} rows: {best:.2f} s, csv and executemany {least:.2f} s, ratio {ratio:.1f}")
    return int(ratio > IMPORT_RATIO)


def prepared(count: int) -> Material:
    """Return as many answers, over 300 days and three sources."""
    asked, questions = survey()
    sources = ("paper", "phone", "web")
    answers = [
        SurveyAnswer(
            id=new_id(),
            survey=asked.id,
            no=number,
            answered_on=_FIRST + timedelta(days=number % 300),
            source=sources[number % 3],
            answers=row,
        )
        for number, row in enumerate(rows(count), 1)
    ]
    return Material(Side(asked, questions, Window()), None, answers, 0)


def measure_analysis(say: Say) -> int:
    """Say how long all figures of a survey take."""
    of, language = prepared(ROWS), load_language("fa")
    best = taken(lambda: figures(of, language))
    say(f"analysis of {ROWS:,} rows: {best:.2f} s, at most {ANALYSIS_SECONDS:.0f} s")
    return int(best > ANALYSIS_SECONDS)


def measure_growth(say: Say) -> int:
    """Say how the time for a row grows with their number."""
    language = load_language("fa")
    each = []
    for count in _GROWTH:
        of = prepared(count)
        best = taken(lambda of=of: figures(of, language))  # type: ignore[misc]
        each.append(best / count)
        say(f"analysis of {count:9,} rows: {best:6.2f} s, {best / count * 1e6:.2f} µs a row")
        del of
    ratio = max(each[1:]) / min(each[:2])
    say(f"growth of the time for a row: {ratio:.2f}, at most {GROWTH_RATIO}")
    return int(ratio > GROWTH_RATIO)


def measure_stall(folder: Path, say: Say) -> int:
    """Say how long the window stands still while the report on many answers is counted and shown."""
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.heartbeat import Deed, Heartbeat
    from tests.e2e.program import let_live, running
    from tests.screens import laptop_screen
    from ui.pages.step import StepPage
    from ui.workspaces.analysis.workspace import AnalysisWorkspace

    os.environ["QT_QPA_PLATFORM"] = laptop_screen(folder)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    path = folder / "many.manshur"
    company = create_company(path, "author")
    of = prepared(ROWS)
    report = Analysis(title="All", survey=of.after.survey.id, end=date(2027, 1, 1))
    company.save_all([of.after.survey, *of.after.questions, *of.answers, report])
    company.close()
    with running(application, folder / "user", "en", path) as program:
        program.app.show_page("step-6")
        let_live(3_000)
        page = program.frame.stack.page()
        assert isinstance(page, StepPage)
        page.work.show_tab("analysis")
        workspace = page.work.current_body()
        assert isinstance(workspace, AnalysisWorkspace)
        let_live(5_000)
        deed = Deed("recount", [workspace.refresh], lambda: workspace._job is None)
        pause = Heartbeat().during(deed)
    say(f"longest pause while {ROWS:,} answers are counted and shown: {pause:.0f} ms, at most {STALL_MS:.0f}")
    return int(pause > STALL_MS)


def main(arguments: Sequence[str], say: Say = print) -> int:
    """Measure what is named, say the figures, and return how many bounds are missed."""
    wanted = set(arguments) or {"import", "analysis", "growth", "stall"}
    missed = 0
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        if "import" in wanted:
            missed += measure_import(Path(place), say)
        if "analysis" in wanted:
            missed += measure_analysis(say)
        if "growth" in wanted:
            missed += measure_growth(say)
        if "stall" in wanted:
            missed += measure_stall(Path(place), say)
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
