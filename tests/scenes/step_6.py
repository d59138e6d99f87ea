"""The answers to a survey: typed in, and imported from a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtTest import QTest

from models.domain.records.feedback import Survey
from models.domain.text import LocalText
from tests.e2e.program import Program
from tests.scenes.scene import Scene, dialog_scene
from tests.scenes.showing import show_page, show_tab
from ui.dialogs.import_answers import ImportAnswersDialog
from ui.workspaces.answers.workspace import AnswersWorkspace

_GOOD_ROWS = ("no;Date;Q1;2;3;Q8;Q9;x", "901;2026-01-05;5;۴;4;10;;a", "902;1404/10/16;4;5;2;9;;b")
_BAD_ROWS = ("903;2026-13-05;6;5;2;9;;b", "904;1404/10/16;4;5;2;11;;b")


def imports(_program: Program) -> Iterator[Scene]:
    """Return the dialog that imports answers when it has read a table, a good one and one with bad rows."""
    yield dialog_scene("import_answers_read", partial(show_answers, rows=_GOOD_ROWS))
    yield dialog_scene("import_answers_refused", partial(show_answers, rows=(*_GOOD_ROWS, *_BAD_ROWS)))


def survey_of(program: Program) -> Survey:
    """Return the survey that asks something, or an empty one that was saved for it."""
    surveys = program.company.all(Survey)
    return surveys[0] if surveys else Survey(title=LocalText(fa="نظرسنجی", en="Survey"))


def enter_sheet(program: Program, keys: str) -> None:
    """Press keys of answers on the sheet that is being entered."""
    show_tab(program, "step-6", "survey_answer")
    body = program.frame.stack.page().findChild(AnswersWorkspace)
    if body is not None and body.entry.isVisible():
        body.entry.focus_sheet()
        QTest.keyClicks(body.entry.board, keys)


def ask_for_answers(program: Program) -> None:
    """Ask for the table of a survey's answers."""
    show_page(program, "step-6")
    ImportAnswersDialog.ask(program.window, program.company, survey_of(program), date.today())


def show_answers(program: Program, rows: Sequence[str]) -> None:
    """Look at a table of a survey's answers with such rows."""
    show_page(program, "step-6")
    dialog = ImportAnswersDialog(program.company, survey_of(program), date.today(), program.window)
    path = program.folder / "answers.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    dialog.show_file(path)
    dialog.exec()
    dialog.deleteLater()
