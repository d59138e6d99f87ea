"""Whether the window stays alive while many answers are imported, counted, shown and sorted by theme."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from models.domain.records.feedback import Analysis, SurveyAnswer, Theme
from models.exchange.table_rows import MOST_ROWS
from models.services.companies import create_company
from tests.benchmarks.heartbeat import Deed, Heartbeat
from tests.benchmarks.survey_material import ROWS, company_asking, prepared, survey, write_tables
from tests.benchmarks.workspaces import step_page
from tests.e2e.program import let_live, running, wait_until
from tests.screens import laptop_screen
from ui import quick_start
from ui.dialogs.import_answers import ImportAnswersDialog
from ui.workspaces.analysis.themes import ThemesWorkspace
from ui.workspaces.analysis.workspace import AnalysisWorkspace
from ui.workspaces.answers.workspace import AnswersWorkspace

ROUNDS = 3
STALL_MS = 50.0
_SETTLE_MS = 4_000

Say = Callable[[str], object]


def measure_stall(folder: Path, say: Say) -> int:
    """Say how long the window stands still while many answers are counted, shown and sorted by theme."""

    os.environ["QT_QPA_PLATFORM"] = laptop_screen(folder)
    quick_start.begin()
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    path = folder / "many.manshur"
    _save_many(path)
    with running(application, folder / "user", "en", path) as program:
        page = step_page(program, 6)
        let_live(_SETTLE_MS)
        # The program itself does so soon after its start.
        quick_start.settle()
        pauses: dict[str, float] = {}
        for tab, deeds in (("analysis", _counting), ("theme", _sorting)):
            page.work.show_tab(tab)
            let_live(_SETTLE_MS)
            for _round in range(ROUNDS):
                for deed in deeds(page.work.current_body()):
                    pause = Heartbeat().during(deed)
                    pauses[deed.name] = min(pause, pauses.get(deed.name, pause))
    for name, pause in pauses.items():
        say(f"longest pause with {ROWS:,} answers, {name}: {pause:.0f} ms, at most {STALL_MS:.0f}")
    return sum(pause > STALL_MS for pause in pauses.values())


def _save_many(path: Path) -> None:
    of = prepared(ROWS)
    survey_id = of.after.survey.id
    report = Analysis(title="All", survey=survey_id, end=date(2027, 1, 1))
    themes = [Theme(survey=survey_id, name=name) for name in ("Speed", "Parking")]
    company = create_company(path, "author")
    company.save_all([of.after.survey, *of.after.questions, *of.answers, report, *themes])
    company.close()


def _counting(workspace: object) -> Iterator[Deed]:
    """Yield what is done with the report."""

    assert isinstance(workspace, AnalysisWorkspace)
    company = workspace.company

    def is_still() -> bool:
        return workspace._job is None

    yield Deed("counting them", [workspace.refresh], is_still)
    one = company.all(SurveyAnswer)[0]
    changed = dataclasses.replace(one, source="web" if one.source == "paper" else "paper")
    yield Deed("changing one", [partial(company.save, changed)], is_still)


def _sorting(workspace: object) -> Iterator[Deed]:
    """Yield what is done with the open answers."""

    assert isinstance(workspace, ThemesWorkspace)

    def is_still() -> bool:
        return not workspace.sorted.is_at_work

    def mark() -> None:
        workspace.toggle(workspace.company.all(Theme)[0])

    yield Deed("reading the open ones", [workspace._begin_anew], is_still)
    yield Deed("marking one", [mark], is_still)
    yield Deed("taking that back", [workspace.company.undo], is_still)
    yield Deed("choosing a word", [workspace.words.chips[0].click], is_still)
    yield Deed("choosing all words", [lambda: workspace.words.chips[0].click()], is_still)


def measure_dialog(folder: Path, say: Say) -> int:
    """Say how long the window stands still while the rows of a table are checked, and while imported."""

    os.environ["QT_QPA_PLATFORM"] = laptop_screen(folder)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    (table,) = write_tables(folder, ROWS, MOST_ROWS)
    asked, questions = survey()
    company = company_asking(folder, asked, questions)
    company.close()
    missed = 0
    with running(application, folder / "user", "en", company.path) as program:
        page = step_page(program, 6)
        let_live(3_000)
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
