"""The dialog that imports the answers to a survey from a table."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.records.feedback import Survey
from models.domain.survey.results import questions_of
from models.exchange.table_rows import Reading
from models.services.company import OpenCompany
from models.services.survey.columns import DAY, remember, remembered
from models.services.survey.importing import Checked, Looked, checked, looked_at, refuse_import
from ui import jobs, theme
from ui.dialogs.dialog import Dialog
from ui.dialogs.files import OpenAnswersDialog
from ui.dialogs.import_columns import ImportColumns
from ui.jobs import Job, Progress
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.check_edit import CheckEdit
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.labels import ElidedLabel, WrapLabel
from ui.widgets.long_text import TextArea
from ui.widgets.page_scroll import PageScroll
from ui.widgets.work_bar import WorkBar

_ENCODINGS = (
    ("utf-8", "UTF-8"),
    ("utf-16-le", "UTF-16"),
    ("utf-16-be", "UTF-16 BE"),
    ("cp1256", "Windows-1256"),
)
_REFUSALS_SHOWN = 200
_ROWS_OF_REFUSALS = 4
_WIDTH, _HEIGHT = theme.space(230), theme.space(150)
_PARTS = 100

Result = TypeVar("Result")


class ImportAnswersDialog(Dialog):
    """Shows what is understood of a table before anything is imported; imports all or nothing."""

    def __init__(
        self, company: OpenCompany, survey: Survey, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._survey = survey
        self._today = today
        self._language = current()
        self._looked: Looked | None = None
        self._found: Checked | None = None
        self._job: Job[Any] | None = None
        self._is_saving = False
        self.imported = 0
        self.file = ElidedLabel(tone=Tone.QUIET)
        self.file_button = SecondaryButton(icon="open")
        self.encoding = ChoiceBox(optional=False)
        self.separator = ChoiceBox(optional=False)
        self.sheet = ChoiceBox(optional=False)
        self.columns = ImportColumns(questions_of(company, survey.id))
        self.outcome = WrapLabel()
        self.note = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.refusals = TextArea(_ROWS_OF_REFUSALS)
        self.leave_out = CheckEdit()
        self.problem = WrapLabel(tone=Tone.BROKEN)
        self.work = WorkBar()
        self.import_button = PrimaryButton()
        self.cancel_button = SecondaryButton()
        self._scroll = PageScroll(self.columns)
        self._lay_out()
        self._connect()
        self._word()
        self._show_state()

    @classmethod
    def ask(cls, parent: QWidget, company: OpenCompany, survey: Survey, today: date) -> int:
        """Return how many sheets were imported, 0 when it was cancelled."""
        dialog = cls(company, survey, today, parent)
        dialog.exec()
        count = dialog.imported
        dialog.deleteLater()
        return count

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self.file_button)
        head.addWidget(self.file, 1)
        for box in (self.encoding, self.separator, self.sheet):
            box.setFixedWidth(theme.space(44))
            head.addWidget(box)
        self.refusals.setReadOnly(True)
        self.refusals.setFont(theme.font(TextRole.SMALL))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.work, 1)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.import_button)
        title = _("Import answers: {survey}").format(survey=self._survey.title.best(current().code))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(6), theme.space(5), theme.space(6), theme.space(5))
        column.setSpacing(theme.space(3))
        column.addWidget(WrapLabel(title, TextRole.HEADING))
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        for widget in (self.note, self.outcome, self.refusals, self.leave_out, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.resize(_WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self.file_button.clicked.connect(self._ask_file)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.setDefault(True)
        self.import_button.clicked.connect(self.accept)
        self.work.cancel_requested.connect(self._stop)
        self.columns.matched.connect(self._check)
        self.leave_out.edited.connect(self._clear_problem)
        for box in (self.encoding, self.separator, self.sheet):
            box.edited.connect(self._read_otherwise)

    def _word(self) -> None:
        self.setWindowTitle(_("Import answers"))
        self.file_button.setText(_("Choose file…"))
        self.import_button.setText(_("Import"))
        self.cancel_button.setText(_("Cancel"))
        self.leave_out.set_text(_("Leave the refused rows out"))
        separators = ((",", _("Comma")), (";", _("Semicolon")), ("\t", _("Tab")), ("|", _("Vertical bar")))
        self.encoding.set_choices(Choice(code, current().island(name)) for code, name in _ENCODINGS)
        self.separator.set_choices(Choice(mark, name) for mark, name in separators)
        self.encoding.set_name(_("Encoding"))
        self.separator.set_name(_("Separator"))
        self.sheet.set_name(_("Sheet"))
        self.refusals.setAccessibleName(_("Refused rows"))
        self.work.name_work(_("Reading the table"))

    # Reading

    def _ask_file(self) -> None:
        path = OpenAnswersDialog.ask(self)
        if path is not None:
            self.show_file(path)

    def show_file(self, path: Path, reading: Reading | None = None) -> None:
        """Look at a table; reading: how the user wants it to be read."""
        self._found = None
        # What was read of another file must not be imported under the name of this one.
        looked = self._looked
        self._looked = replace(looked, reading=reading) if looked and reading else None
        self.file.setText(current().island(path.name))
        known = remembered(self._company, self._survey.id)
        ledger = self._company.snapshot()
        self._start(
            lambda _job: looked_at(path, ledger, self._survey, self._language, known, reading),
            self._show_table,
        )

    def _read_otherwise(self) -> None:
        if self._looked is not None:
            reading = replace(
                self._looked.reading,
                encoding=self.encoding.value(),
                separator=self.separator.value(),
                sheet=self.sheet.value(),
            )
            self.show_file(self._looked.path, reading)

    def _show_table(self, looked: Looked) -> None:
        self._looked = looked
        reading = looked.reading
        self.encoding.set_value(reading.encoding)
        self.separator.set_value(reading.separator)
        self.sheet.set_choices(Choice(name, name) for name in reading.sheets)
        self.sheet.set_value(reading.sheet)
        self.columns.show_table(looked)
        self._check()

    def _check(self) -> None:
        """Check all rows with the columns as they are matched now."""
        looked = self._looked
        if looked is None:
            return
        self._found = None
        matching, ledger = self.columns.matching(), self._company.snapshot()

        def work(job: Job[Checked]) -> Checked:
            return checked(
                looked,
                matching,
                ledger,
                self._survey,
                self._language,
                self._today,
                lambda share: job.report(int(share * _PARTS), _PARTS, looked.path.name),
            )

        self._start(work, self._show_found)

    def _show_found(self, found: Checked) -> None:
        self._found = found
        self.work.show_progress(None)
        self._show_state()

    def _start(self, work: Callable[[Job[Result]], Result], done: Callable[[Result], object]) -> None:
        self._stop()
        self._clear_problem()
        self._show_state()
        self._job = jobs.start(
            work, owner=self, done=done, failed=self._fail, progress=self.work.show_progress
        )

    def _stop(self) -> None:
        if self._job is not None and not self._is_saving:
            self._job.cancel()
            self._job = None
        self.work.show_progress(None)

    def _fail(self, error: AppError) -> None:
        self._is_saving = False
        self.work.show_progress(None)
        self._show_state()
        self.problem.setText(error.sentence(current()))
        self.problem.show()

    def _clear_problem(self) -> None:
        self.problem.hide()
        self.problem.setText("")

    def _show_state(self) -> None:
        looked, found = self._looked, self._found
        is_workbook = looked is not None and looked.reading.is_workbook
        for box in (self.encoding, self.separator):
            box.setVisible(looked is not None and not is_workbook)
        self.sheet.setVisible(is_workbook)
        self.columns.setVisible(looked is not None)
        if looked is None:
            self.file.setText(
                self.file.whole_text() or _("A CSV or Excel file with one customer in each row")
            )
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))
        self.outcome.setText(found.outcome.worded(current()) if found else "")
        self.outcome.setVisible(found is not None)
        has_refused = found is not None and found.refused > 0
        self.refusals.setVisible(has_refused)
        self.leave_out.setVisible(has_refused)
        if found is not None:
            self.refusals.setPlainText(_in_lines(found))

    def _note(self) -> str:
        if self._looked is None or DAY in self.columns.matching():
            return ""
        sentence = _("No column is the date, so every sheet gets the date of today, {day}.")
        return sentence.format(day=current().date(self._today))

    # Importing

    def accept(self) -> None:
        """Import, or say what is missing."""
        self._clear_problem()
        try:
            found = self._ready()
        except AppError as error:
            self._fail(error)
            return
        if found is None:
            return
        self._is_saving = True
        self.work.show_progress(Progress(0, 0, _("Saving…")))
        self._job = jobs.start(
            lambda _job: self._company.add_apart(found.records),
            owner=self,
            done=self._finish,
            failed=self._fail,
        )

    def _ready(self) -> Checked | None:
        """Return what is to be imported, None where something is missing, which is said."""
        if self._is_saving:
            return None
        if self._looked is None or self._found is None:
            missing = _("Choose the file with the answers first.")
            if self._looked is not None:
                missing = _("The table is not read to its end yet, or its columns are not all matched.")
            self.problem.setText(missing)
            self.problem.show()
            (self.file_button if self._looked is None else self.columns).setFocus(
                Qt.FocusReason.OtherFocusReason
            )
            return None
        refuse_import(self._found, without_refused=self.leave_out.value())
        return self._found

    def _finish(self, take_over: Callable[[], None]) -> None:
        self._is_saving = False
        found, looked = self._found, self._looked
        assert found is not None
        assert looked is not None
        take_over()
        self.imported = len(found.records)
        # The answers are there, whether or not it can be kept what their columns were.
        with suppress(AppError):
            remember(self._company, self._survey.id, looked.headings, self.columns.matching())
        super().accept()

    def reject(self) -> None:
        """Close without importing; what is being saved is saved to its end."""
        if not self._is_saving:
            self._stop()
            super().reject()


def _in_lines(found: Checked) -> str:
    lines = [one.sentence.worded(current()) for one in found.refusals[:_REFUSALS_SHOWN]]
    more = len(found.refusals) - len(lines)
    if more > 0:
        text = ngettext("and {count} more", "and {count} more", more)
        lines.append(text.format(count=current().number(more)))
    return "\n".join(lines)
