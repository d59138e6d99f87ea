"""Every dialog, asked as the program asks it, and all charts at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.e2e.program import Program
from tests.gallery import ChartGallery
from tests.scenes.documents import ask_to_approve
from tests.scenes.gates import ask_to_close, missing_criteria
from tests.scenes.scene import Scene, dialog_scene
from tests.scenes.step_6 import ask_for_answers
from ui.dialogs.failure import FailureDialog
from ui.dialogs.files import (
    NewCompanyDialog,
    OpenAnswersDialog,
    OpenCompanyDialog,
    OpenTableDialog,
    SaveCalendarDialog,
    SaveCopyDialog,
    SaveReportDialog,
    SaveTableDialog,
)
from ui.dialogs.reading import ReadingDialog

_REPORT = "Manshur\n\nTraceback (most recent call last):\nKeyError: 'no'\n"


def dialogs(program: Program) -> Iterator[Scene]:
    """Return every dialog, asked as the program asks it."""
    missing = missing_criteria(program)
    for name, is_wanted in (("close_step", False), ("close_step_with_reason", True)):
        step = next((number for number, count in missing.items() if bool(count) is is_wanted), None)
        if step is not None:
            yield dialog_scene(name, partial(ask_to_close, step=step))
    yield dialog_scene("approve_document", ask_to_approve)
    yield dialog_scene("reading", lambda running: ReadingDialog.ask(running.window, "certificates"))
    yield dialog_scene("failure", lambda running: FailureDialog.ask(running.window, _REPORT))
    yield dialog_scene("new_company", lambda running: NewCompanyDialog.ask(running.window))
    yield dialog_scene("open_company", lambda running: OpenCompanyDialog.ask(running.window, running.folder))
    yield dialog_scene("save_copy", lambda running: SaveCopyDialog.ask(running.window, running.company.path))
    yield dialog_scene("open_table", lambda running: OpenTableDialog.ask(running.window))
    yield dialog_scene("save_table", lambda running: SaveTableDialog.ask(running.window, "Parties"))
    yield dialog_scene("save_calendar", lambda running: SaveCalendarDialog.ask(running.window, "Plan"))
    yield dialog_scene("open_answers", lambda running: OpenAnswersDialog.ask(running.window))
    yield dialog_scene("import_answers", ask_for_answers)
    yield dialog_scene("save_report", lambda running: SaveReportDialog.ask(running.window))


def charts(_program: Program) -> Iterator[Scene]:
    """Return the charts that pages may show, all at once."""
    yield Scene("charts", lambda running: ChartGallery.ask(running.window, running.company), is_dialog=True)
