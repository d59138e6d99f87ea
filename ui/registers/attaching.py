"""Taking files in as evidence; large ones beside the window's thread."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeData, QObject, Signal

from models.domain.errors import AppError
from models.domain.records.control import Evidence
from models.services.company import OpenCompany
from ui import jobs
from ui.jobs import Job
from ui.language import current
from ui.registers.news import News
from ui.widgets.notice_bar import NoticeKind

# Reading, hashing and storing that much takes a few milliseconds.
_AT_ONCE = 1024 * 1024


class Attaching(QObject):
    """Attaches files to one subject; `told` carries news of each that could not be taken in."""

    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QObject) -> None:
        super().__init__(parent)
        self._company = company

    def attach(self, paths: Iterable[Path], subject: str = "", subject_id: str = "") -> None:
        """Keep files, small ones before this returns."""
        for path in paths:
            if QFileInfo(str(path)).size() <= _AT_ONCE:
                self._keep(path, subject, subject_id)
            else:
                work = partial(_taken_in, self._company, path, subject, subject_id)
                jobs.start(work, owner=self, done=self._save, failed=self._fail)

    def _keep(self, path: Path, subject: str, subject_id: str) -> None:
        try:
            self._company.attach(path, subject, subject_id)
        except AppError as error:
            self._fail(error)

    def _save(self, evidence: Evidence) -> None:
        try:
            self._company.save(evidence)
        except AppError as error:
            self._fail(error)

    def _fail(self, error: AppError) -> None:
        self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))


def _taken_in(
    company: OpenCompany, path: Path, subject: str, subject_id: str, job: Job[Evidence]
) -> Evidence:
    job.stop_if_cancelled()
    return company.take_in(path, subject, subject_id)


def files_in(content: QMimeData | None) -> list[Path]:
    """Return the files of this computer among what was dropped or copied."""
    urls = content.urls() if content is not None else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
