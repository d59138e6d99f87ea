"""Choosing a file to attach, and a field that holds one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.ids import RecordId
from models.domain.records.control import Evidence
from models.services.company import OpenCompany
from ui import jobs, theme
from ui.jobs import Job
from ui.language import _
from ui.theme import Tone
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.editor import Editor
from ui.widgets.labels import ElidedLabel


def ask_for_files(parent: QWidget, title: str, *, several: bool) -> list[Path]:
    """Let the user choose existing files; an empty list when none was chosen."""
    if several:
        chosen, _filter = QFileDialog.getOpenFileNames(parent, title)
        return [Path(name) for name in chosen]
    name, _filter = QFileDialog.getOpenFileName(parent, title)
    return [Path(name)] if name else []


class FileBox(Editor["RecordId | None"]):
    """One attached file: its name, and buttons to attach another or to take it away."""

    open_requested = Signal(object)

    def __init__(self, company: OpenCompany, is_picture: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self._company = company
        self._is_picture = is_picture
        self._subject = ("", "")
        self._name = ElidedLabel(tone=Tone.QUIET, middle=True)
        self.attach_button = SecondaryButton(icon="evidence", small=True)
        self.attach_button.clicked.connect(self._ask)
        self._open = IconButton("external-link", role="quiet")
        self._open.clicked.connect(self._ask_to_open)
        self._clear = IconButton("remove", role="quiet")
        self._clear.clicked.connect(self._take_away)
        self._hold(self._laid_out())
        self.setFocusProxy(self.attach_button)
        self.retranslate()

    def _laid_out(self) -> QWidget:
        """Return the parts in a line."""
        board = QWidget()
        line = QHBoxLayout(board)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(2))
        line.addWidget(self.attach_button)
        line.addWidget(self._name, 1)
        line.addWidget(self._open)
        line.addWidget(self._clear)
        return board

    def set_subject(self, subject: str, subject_id: str) -> None:
        """Say to which record a file belongs that is attached here."""
        self._subject = (subject, subject_id)

    def retranslate(self) -> None:
        """Word the buttons again."""
        self.attach_button.setText(_("Attach file"))
        self._open.set_name(_("Open file"))
        self._clear.set_name(_("Take away"))
        super().retranslate()

    def attach(self, path: Path) -> None:
        """Keep a file and take it as the value; a picture is looked at first, beside the window's thread."""
        if self._is_picture:
            work = partial(_picture, self._company, path, *self._subject)
            jobs.start(work, owner=self, done=self._keep, failed=self._set_error)
            return
        try:
            evidence = self._company.attach(path, *self._subject)
        except AppError as error:
            self._set_error(error)
            return
        self._change(evidence.id)

    def _keep(self, evidence: Evidence) -> None:
        if evidence.subject_id != self._subject[1]:
            # Meanwhile the field shows another record.
            return
        try:
            self._company.save(evidence)
        except AppError as error:
            self._set_error(error)
            return
        self._change(evidence.id)

    def _ask(self) -> None:
        for path in ask_for_files(self, _("Attach file"), several=False):
            self.attach(path)

    def _ask_to_open(self) -> None:
        evidence = self._company.find(Evidence, self._value)
        if evidence is not None:
            self.open_requested.emit(evidence)

    def _take_away(self) -> None:
        self._change(None)

    def _change(self, value: RecordId | None) -> None:
        self.set_value(value)
        self.edited.emit()

    def _read(self) -> RecordId | None:
        return self._value

    def _show(self, value: RecordId | None) -> None:
        evidence = self._company.find(Evidence, value)
        self._name.setText(evidence.file_name if evidence else _("No file"))
        self._open.setVisible(evidence is not None)
        self._clear.setVisible(value is not None and self.attach_button.isEnabled())

    def _lock(self, read_only: bool) -> None:
        self.attach_button.setEnabled(not read_only)
        self._show(self._value)


def _picture(company: OpenCompany, path: Path, subject: str, subject_id: str, job: Job[Evidence]) -> Evidence:
    job.stop_if_cancelled()
    return company.take_in_picture(path, subject, subject_id)
