"""Attached pictures made small beside the window's thread, each once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from models.domain.errors import AppError
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.control import Evidence
from models.services.company import OpenCompany
from models.services.photographs import small_picture
from ui import jobs
from ui.jobs import Job

MOST = (480, 360)
"""Points across and down: enough for the largest place on a fine screen."""


class Photographs(QObject):
    """Keeps the small pictures of a company; `arrived` tells that one more can be shown."""

    arrived = Signal()

    def __init__(self, company: OpenCompany, parent: QObject) -> None:
        super().__init__(parent)
        self._company = company
        self._pictures: dict[str, QPixmap] = {}
        # One for all, so that what shows it can tell that nothing has changed.
        self._nothing = QPixmap()

    def of(self, evidence_id: RecordId | None) -> QPixmap:
        """Return the picture of a piece of evidence; a null one while it is being made, and for none."""
        evidence = self._company.find(Evidence, evidence_id)
        if evidence is None:
            return self._nothing
        known = self._pictures.get(evidence.sha256)
        if known is None:
            known = self._pictures[evidence.sha256] = self._nothing
            work = partial(_made, self._company.snapshot(), evidence)
            keep = partial(self._keep, evidence.sha256)
            jobs.start(work, owner=self, done=keep, failed=self._leave_empty)
        return known

    def _keep(self, sha256: str, content: bytes) -> None:
        # A picture of its own, so that whoever shows the old one knows that this is another.
        picture = QPixmap()
        picture.loadFromData(content)
        self._pictures[sha256] = picture
        self.arrived.emit()

    def _leave_empty(self, _error: AppError) -> None:
        """Show no picture for a file that cannot be shown; its own field and the documents say why."""


def _made(ledger: Ledger, evidence: Evidence, job: Job[bytes]) -> bytes:
    job.stop_if_cancelled()
    return small_picture(ledger, evidence, MOST)
