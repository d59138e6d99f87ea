"""How long it takes to import the answers to a survey and to count them, and whether the window stays alive.

Run with `uv run python -m tests.benchmarks.survey [import] [analysis] [growth] [stall] [dialog]`; without
words all.

import: a table of 100,000 rows and 10 questions into a company file, against reading the same table with csv
and writing it with sqlite3.executemany. analysis: all figures of as many answers. growth: how the time for a
row, of the import and of the analysis, grows from 10,000 over 100,000 to 1,000,000 rows, which are imported
as tables of at most 200,000. stall: the longest pause of the window while the report on 100,000 answers is
counted and shown. dialog: the same while a table of 100,000 rows is imported. Figures of time are of the
processor, the best of several rounds; pauses are by the clock.
"""

from __future__ import annotations

import csv
import gc
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from models.domain.records.feedback import Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.survey_analysis import Window
from models.domain.survey_report import Material, Side
from models.exchange.table_rows import MOST_ROWS
from models.localisation.language import load_language
from models.services.companies import create_company
from models.services.company import OpenCompany
from models.services.survey_analysis import figures
from models.services.survey_import import import_table
from tests.benchmarks.survey_material import prepared, survey, write_tables

ROWS = 100_000
ROUNDS = 3
IMPORT_RATIO = 3.0
ANALYSIS_SECONDS = 1.0
GROWTH_RATIO = 1.3
STALL_MS = 50.0
_GROWTH = ((10_000, 3), (100_000, 3), (1_000_000, 1))

Say = Callable[[str], object]


def taken(deed: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the shortest time of the processor that a deed takes, in seconds."""
    return min(_once(deed) for _round in range(rounds))


def _once(deed: Callable[[], object]) -> float:
    gc.collect()
    begun = time.process_time()
    deed()
    return time.process_time() - begun


def _company(folder: Path, asked: Survey, questions: Sequence[SurveyQuestion]) -> OpenCompany:
    """Return a new company that asks a survey, in place of an earlier one."""
    path = folder / "company.manshur"
    path.unlink(missing_ok=True)
    company = create_company(path, "author")
    company.save_all([asked, *questions])
    return company


def imported(company: OpenCompany, tables: Iterable[Path]) -> float:
    """Import tables one after the other and return the time of the processor it takes, in seconds."""
    language = load_language("en")
    return sum(_once(lambda table=table: import_table(company, table, "S-1", language)) for table in tables)  # type: ignore[misc]


def measure_import(folder: Path, say: Say) -> int:
    """Say how long an import takes, against the least that any program has to do."""
    (table,) = write_tables(folder, ROWS, MOST_ROWS)
    asked, questions = survey()

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

    def full() -> float:
        company = _company(folder, asked, questions)
        try:
            return imported(company, [table])
        finally:
            company.close()

    least = taken(bare)
    best = min(full() for _round in range(ROUNDS))
    ratio = best / least
    say(f"import of {ROWS:,} rows: {best:.2f} s, csv and executemany {least:.2f} s, ratio {ratio:.1f}")
    return int(ratio > IMPORT_RATIO)


def measure_analysis(say: Say) -> int:
    """Say how long all figures of a survey take."""
    of, language = prepared(ROWS), load_language("fa")
    best = taken(lambda: figures(of, language))
    say(f"analysis of {ROWS:,} rows: {best:.2f} s, at most {ANALYSIS_SECONDS:.0f} s")
    return int(best > ANALYSIS_SECONDS)


def measure_growth(folder: Path, say: Say) -> int:
    """Say how the time for a row grows with their number, while it is imported and while it is counted."""
    each: list[tuple[float, float]] = []
    for count, rounds in _GROWTH:
        best = [value / count for value in _of_size(folder, count, rounds)]
        each.append((best[0], best[1]))
        say(f"{count:9,} rows: import {best[0] * 1e6:.2f} µs a row, analysis {best[1] * 1e6:.2f} µs a row")
    missed = 0
    for name, of in zip(("import", "analysis"), zip(*each, strict=True), strict=True):
        ratio = max(of[1:]) / min(of[:2])
        say(f"growth of the time for a row, {name}: {ratio:.2f}, at most {GROWTH_RATIO}")
        missed += ratio > GROWTH_RATIO
    return missed


def _of_size(folder: Path, count: int, rounds: int) -> tuple[float, float]:
    """Return the seconds that importing so many rows takes, and counting them."""
    tables, (asked, questions), language = (
        write_tables(folder, count, MOST_ROWS),
        survey(),
        load_language("fa"),
    )
    importing, counting = [], []
    for _round in range(rounds):
        company = _company(folder, asked, questions)
        importing.append(imported(company, tables))
        of = Material(Side(asked, questions, Window()), None, company.all(SurveyAnswer), 0)
        counting.append(_once(lambda of=of: figures(of, language)))  # type: ignore[misc]
        company.close()
        del of, company
    return min(importing), min(counting)


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


def measure_dialog(folder: Path, say: Say) -> int:
    """Say how long the window stands still while the rows of a table are checked, and while imported."""
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.heartbeat import Deed, Heartbeat
    from tests.e2e.program import let_live, running, wait_until
    from tests.screens import laptop_screen
    from ui.dialogs.import_answers import ImportAnswersDialog
    from ui.pages.step import StepPage
    from ui.workspaces.answers.workspace import AnswersWorkspace

    os.environ["QT_QPA_PLATFORM"] = laptop_screen(folder)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    (table,) = write_tables(folder, ROWS, MOST_ROWS)
    asked, questions = survey()
    company = _company(folder, asked, questions)
    company.close()
    missed = 0
    with running(application, folder / "user", "en", company.path) as program:
        program.app.show_page("step-6")
        let_live(3_000)
        page = program.frame.stack.page()
        assert isinstance(page, StepPage)
        page.work.show_tab("survey_answer")
        workspace = page.work.current_body()
        assert isinstance(workspace, AnswersWorkspace)
        let_live(3_000)
        dialog = ImportAnswersDialog(workspace.company, asked, date(2027, 1, 1), workspace)
        dialog.show()
        dialog.show_file(table)
        wait_until(lambda: dialog._found, "The table was never read", 60)
        let_live(1_000)
        for deed in (
            Deed("checked", [dialog._check], lambda: dialog._found),
            Deed("imported", [dialog.accept], lambda: dialog.imported),
        ):
            pause = Heartbeat().during(deed)
            say(f"longest pause while {ROWS:,} rows are {deed.name}: {pause:.0f} ms, at most {STALL_MS:.0f}")
            missed += pause > STALL_MS
    return missed


def main(arguments: Sequence[str], say: Say = print) -> int:
    """Measure what is named, say the figures, and return how many bounds are missed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        measures: dict[str, Callable[[], int]] = {
            "import": lambda: measure_import(folder, say),
            "analysis": lambda: measure_analysis(say),
            "growth": lambda: measure_growth(folder, say),
            "stall": lambda: measure_stall(folder, say),
            "dialog": lambda: measure_dialog(folder, say),
        }
        return sum(measure() for name, measure in measures.items() if name in (arguments or measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
