"""How long it takes to import the answers to a survey and to count them, and whether the window stays alive.

Run with `uv run python -m tests.benchmarks.survey [import] [analysis] [growth] [stall] [dialog]`; without
words all.

import: a table of 100,000 rows and 10 questions into a company file, against reading the same table with csv
and writing it with sqlite3.executemany. analysis: all figures of as many answers. growth: how the time for a
row, of the import and of the analysis, grows from 10,000 over 100,000 to 1,000,000 rows, which are imported
as tables of at most 200,000. stall: the longest pause of the window while the report on 100,000 answers is
counted and shown, and while the open ones are sorted by theme. dialog: the same while a table of 100,000 rows
is imported. Figures of time are of the processor, pauses are by the clock; the best of several rounds counts.
"""

from __future__ import annotations

import csv
import gc
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from models.domain.records.feedback import SurveyAnswer
from models.domain.survey.analysis import Window
from models.domain.survey.report import Material, Side
from models.exchange.table_rows import MOST_ROWS
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.survey.analysis import figures
from models.services.survey.importing import import_table
from tests.benchmarks import survey_window
from tests.benchmarks.survey_material import ROWS, company_asking, prepared, survey, write_tables

ROUNDS = 3
IMPORT_RATIO = 3.0
ANALYSIS_SECONDS = 1.0
GROWTH_RATIO = 1.3
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
        company = company_asking(folder, asked, questions)
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
        company = company_asking(folder, asked, questions)
        importing.append(imported(company, tables))
        of = Material(Side(asked, questions, Window()), None, company.all(SurveyAnswer), 0)
        counting.append(_once(lambda of=of: figures(of, language)))  # type: ignore[misc]
        company.close()
        del of, company
    return min(importing), min(counting)


def main(arguments: Sequence[str], say: Say = print) -> int:
    """Measure what is named, say the figures, and return how many bounds are missed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        measures: dict[str, Callable[[], int]] = {
            "import": lambda: measure_import(folder, say),
            "analysis": lambda: measure_analysis(say),
            "growth": lambda: measure_growth(folder, say),
            "stall": lambda: survey_window.measure_stall(folder, say),
            "dialog": lambda: survey_window.measure_dialog(folder, say),
        }
        return sum(measure() for name, measure in measures.items() if name in (arguments or measures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
