"""What the health check finds in a company, and which of it is looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from models.content.guidance import guidance
from models.domain.health import Finding, Severity, findings
from models.domain.ledger import Ledger
from models.domain.registers import register
from models.domain.sentences import Wording
from models.localisation.text import search_key

THROUGHOUT = "all"
"""Stands for a step where what runs through all of them is meant."""


@dataclass(frozen=True)
class Checkup:
    """What was found, the weightiest first, and the moment at which the records were looked at."""

    at: datetime
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        return {one: sum(found.severity is one for found in self.findings) for one in Severity}

    @property
    def to_mend(self) -> int:
        """How many findings are more than advice."""
        return sum(found.severity is not Severity.HINT for found in self.findings)

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(found for found in self.findings if found.severity is severity)


def check_up(ledger: Ledger, now: datetime) -> Checkup:
    """Look through all records."""
    return Checkup(now, findings(ledger, guidance(), now.date()))


def fitting(
    found: Iterable[Finding], wording: Wording, severity: str = "", step: str = "", search: str = ""
) -> tuple[Finding, ...]:
    """Return the findings that fit a search, in their order; "" fits all.

    step: "1" to "8", or THROUGHOUT. search: words that stand in the sentence or its register.
    """
    words = search_key(search).split()
    return tuple(
        one
        for one in found
        if (not severity or one.severity == severity)
        and (not step or step == (str(one.step) if one.step else THROUGHOUT))
        and all(word in _told(one, wording) for word in words)
    )


def _told(finding: Finding, wording: Wording) -> str:
    title = wording.gettext(register(finding.place.register).title)
    return search_key(f"{finding.sentence.worded(wording)} {title}")
