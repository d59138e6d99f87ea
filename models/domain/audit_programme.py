"""Which step is audited when: the audits of a year against the eight steps, and the order of a checklist."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.audit import Audit, AuditCheck, Finding, Grade
from models.domain.records.choices import STEPS

NONCONFORMITIES = (Grade.MAJOR, Grade.MINOR)
LOOKED_AT = frozenset({"yes", "partly", "no", "not_looked"})
YEAR = timedelta(days=365)


class AuditState(StrEnum):
    """Where an audit stands: it is ahead, its day has passed, it was done, its report is signed."""

    PLANNED = "planned"
    LATE = "late"
    DONE = "done"
    SIGNED = "signed"


def state_of(audit: Audit, today: date) -> AuditState:
    """Return where an audit stands; one that is said to be done on a day to come is still planned."""
    if audit.audited_on is not None and audit.audited_on <= today:
        return AuditState.SIGNED if audit.signed_on is not None else AuditState.DONE
    is_over = audit.audited_on is None and audit.planned_on is not None and audit.planned_on < today
    return AuditState.LATE if is_over else AuditState.PLANNED


def day_of(audit: Audit) -> date | None:
    """Return the day on which an audit was done, or else is planned."""
    return audit.audited_on or audit.planned_on


def in_order(audits: Iterable[Audit]) -> list[Audit]:
    """Return audits in the order of their days, those without one last."""
    return sorted(audits, key=lambda one: (day_of(one) or date.max, one.id))


def of_the_year(audits: Iterable[Audit], today: date) -> list[Audit]:
    """Return the audits of the last 365 days and those to come, in the order of their days."""
    return [one for one in in_order(audits) if (day_of(one) or today) >= today - YEAR]


def last_audited(audits: Iterable[Audit], today: date) -> Mapping[str, date | None]:
    """Return the last day on which each step was audited, None for one that never was."""
    last: dict[str, date | None] = dict.fromkeys(STEPS)
    for audit in in_order(audits):
        if audit.audited_on is not None and audit.audited_on <= today:
            last |= dict.fromkeys((step for step in audit.steps if step in last), audit.audited_on)
    return last


def checks_of(ledger: Ledger, audit: RecordId | None) -> Sequence[AuditCheck]:
    """Return the lines of an audit's checklist by step, then in the order in which they were numbered."""
    own = [one for one in ledger.all(AuditCheck) if one.audit == audit]
    return sorted(own, key=lambda one: (one.step or "9", one.order or 0))


def unanswered(checks: Iterable[AuditCheck]) -> list[AuditCheck]:
    """Return the lines for which nothing says how they were found."""
    return [one for one in checks if one.result not in LOOKED_AT]


def findings_in_order(findings: Iterable[Finding], closed: Iterable[RecordId]) -> list[Finding]:
    """Return findings with the open ones first, the weightiest before the others, then by number."""
    grades, settled = list(Grade), frozenset(closed)

    def rank(one: Finding) -> tuple[bool, int, str, str]:
        weight = grades.index(Grade(one.grade)) if one.grade in grades else -1
        return one.id in settled, weight, one.no, one.id

    return sorted(findings, key=rank)
