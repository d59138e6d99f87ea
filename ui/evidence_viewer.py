"""Opening evidence with the system's own programs."""

from __future__ import annotations

from models.domain.records.control import Evidence
from models.services.company import OpenCompany
from models.services.evidence_copies import EvidenceCopies
from ui import desktop


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
        desktop.open_file(self._copies.write(evidence, self._company.evidence_bytes(evidence)))

    def close(self) -> None:
        """Remove the copies."""
        self._copies.remove()
