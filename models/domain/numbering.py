"""How controlled documents are numbered."""

from __future__ import annotations

from dataclasses import replace

from models.domain.ledger import Ledger
from models.domain.records.control import DocumentControl, Issue

_ORDER_WITHIN_TYPE = {"D4": 2, "D5": 3}


def document_number(prefix: str, document_type: str, document_id: str) -> str:
    """Return the number a document gets unless another was entered, such as "CS-PO-01".

    Record forms keep their own number ("R-12" is …-12); of the six documents the three reports are counted.
    """
    form, _, number = document_id.partition("-")
    own = int(number) if number else _ORDER_WITHIN_TYPE.get(form, 1)
    return f"{prefix}-{document_type}-{own:02}"


def control_of(ledger: Ledger, document_id: str) -> DocumentControl | None:
    """Return the control data of a document; the oldest where several were entered, None for none."""
    return next((one for one in ledger.all(DocumentControl) if one.document == document_id), None)


def next_revision(revision: str) -> str:
    """Return the revision after this one: "00" → "01"; one that is no number gets ".1" and so on."""
    if revision.isascii() and revision.isdigit():
        return f"{int(revision) + 1:02}"
    start, _, last = revision.rpartition(".")
    return f"{start}.{int(last) + 1}" if start and last.isdigit() else f"{revision}.1"


def issues_of(ledger: Ledger, document_id: str) -> tuple[Issue, ...]:
    """Return the issues of a document in all languages and revisions, the newest first."""
    return tuple(reversed([one for one in ledger.all(Issue) if one.document == document_id]))


def newest_issues(ledger: Ledger, document_id: str) -> tuple[Issue, ...]:
    """Return the issues of the newest issued revision, one a language or pair; empty before the first."""
    issues = issues_of(ledger, document_id)
    return tuple(one for one in issues if one.revision == issues[0].revision)


def revision_in_force(ledger: Ledger, document_id: str) -> str:
    """Return the revision of a document that was issued last, "" for none.

    Before anything was frozen by the program it is the one that somebody approved.
    """
    issued = newest_issues(ledger, document_id)
    if issued:
        return issued[0].revision
    control = control_of(ledger, document_id)
    return control.revision if control is not None and control.is_approved else ""


def next_draft(control: DocumentControl) -> DocumentControl:
    """Return the control data of the unapproved revision that follows an issued one."""
    return replace(
        control,
        revision=next_revision(control.revision),
        issue_date=None,
        effective_date=None,
        next_review=None,
        prepared_on=None,
        reviewed_on=None,
        approved_by=None,
        approved_on=None,
    )
