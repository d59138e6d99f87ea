"""Keeps what the health check finds up to date, beside the window's thread."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models.services.company import Change, OpenCompany
from ui import jobs
from ui.jobs import Job

if TYPE_CHECKING:
    # The window comes up before anybody looks through the records.
    from models.services.health import Checkup

_REST_MS = 300
_MIDNIGHT_MS = 60_000


class HealthWatch(QObject):
    """Looks through the records after each change and each midnight; the newest look counts.

    Signals:
        checked: there is a new `latest`.
    """

    checked = Signal()

    def __init__(self, company: OpenCompany, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._job: Job[Checkup] | None = None
        self.latest: Checkup | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        self._clock = QTimer(self)
        self._clock.setInterval(_MIDNIGHT_MS)
        self._clock.timeout.connect(self._notice_midnight)
        self.destroyed.connect(company.subscribe(self._heard))

    @property
    def is_current(self) -> bool:
        """Whether nothing has changed since the records were last looked through."""
        return self.latest is not None and self._job is None and not self._rest.isActive()

    def begin(self) -> None:
        """Look for the first time, as soon as the window has come to rest."""
        self._clock.start()
        self._rest.start()

    def look(self) -> None:
        """Look through the records as they are now; an earlier look that is under way counts no more."""
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
        ledger, now = self._company.snapshot(), datetime.now().astimezone()

        def work(_job: Job[Checkup]) -> Checkup:
            from models.services.health import check_up

            return check_up(ledger, now)

        self._job = jobs.start(work, owner=self, done=self._tell)

    def _tell(self, checkup: Checkup) -> None:
        self._job = None
        self.latest = checkup
        self.checked.emit()

    def _heard(self, change: Change) -> None:
        if change.edits:
            self._rest.start()

    def _notice_midnight(self) -> None:
        if self.latest is not None and self.latest.at.date() != date.today():
            self.look()
