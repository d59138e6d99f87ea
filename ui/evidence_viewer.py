"""Opening evidence with the system's own programs."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from models.domain.errors import AppError
from models.domain.marking import N_
from models.domain.records.control import Evidence
from models.services.company import OpenCompany
from models.services.evidence_copies import EvidenceCopies


class NoProgram(AppError):
    """The system has no program for a kind of file."""

    message = N_("No program on this computer opens {file}. Install one for this kind of file.")


class EvidenceViewer:
    """Opens read-only copies, and removes them at the end."""

    def __init__(self, company: OpenCompany) -> None:
        self._company = company
        self._copies = EvidenceCopies()

    def open(self, evidence: Evidence) -> None:
        """Open a copy of a piece of evidence.

        Raises:
            EvidenceDamaged, FileUnreachable, NoProgram: it cannot be shown.
        """
        path = self._copies.write(evidence, self._company.evidence_bytes(evidence))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            raise NoProgram(file=evidence.file_name)

    def close(self) -> None:
        """Remove the copies."""
        self._copies.remove()
