"""Approving, issuing and reprinting controlled documents."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from models.content.documents import document_control
from models.documents.blocks import State
from models.documents.builders.desk import OpenPoint
from models.domain.days import months_later
from models.domain.errors import AppError
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.control import DocumentControl, Issue, RevisionEntry
from models.localisation.languages import rows_of
from models.services import documents
from models.services.company import OpenCompany


class NotApproved(AppError):
    """Only an approved document is issued."""

    message = N_("This document is not approved yet. Approve it, then issue it.")


class AlreadyIssued(AppError):
    """The revision is frozen."""

    message = N_("This revision has been issued and nothing in it changed since.")


class ApprovalRefused(AppError):
    """A document cannot be approved like this; `field` is the one of Approval to mend."""

    field = ""


class NoApprover(ApprovalRefused):
    """Nobody is named as the one who approves."""

    message = N_("Say who approves the document.")
    field = "by"


class NoApprovalDay(ApprovalRefused):
    """There is no day, or it has not come yet."""

    message = N_("Enter the day on which the document is approved; it cannot be in the future.")
    field = "on"


class ReasonNeeded(ApprovalRefused):
    """Something is still open in the document."""

    message = N_("Something is still missing in this document. Write why it is approved all the same.")
    field = "reason"


class PrintLost(AppError):
    """The frozen file is not what was issued."""

    message = N_("The issued file of {number} is damaged. Take it from a backup of the company file.")


@dataclass(frozen=True)
class Frozen:
    """A revision ready to be kept: its issue records and their PDF by SHA-256."""

    control: DocumentControl
    issues: tuple[Issue, ...]
    contents: dict[str, bytes]


@dataclass(frozen=True)
class Approval:
    """Who approves a document, when, and why although something is missing."""

    by: RecordId
    on: date
    reason: str = ""


def approval(
    points: Sequence[OpenPoint], *, by: RecordId | None, on: date | None, reason: str, today: date
) -> Approval:
    """Return an approval that is complete.

    Args:
        points: what the document still lacks.
        by: who approves.
        on: the day, not after today.
        reason: needed while something is missing.
        today: the present day.

    Raises:
        ApprovalRefused: it lacks something.
    """
    if by is None:
        raise NoApprover
    if on is None or on > today:
        raise NoApprovalDay
    if points and not reason.strip():
        raise ReasonNeeded
    return Approval(by, on, reason.strip())


def approve(company: OpenCompany, code: str, by: RecordId | None, on: date, reason: str = "") -> None:
    """Approve the present text of a document; the reason is printed in its history.

    Raises:
        NoApprover: nobody is named. ReasonNeeded: something is missing and no reason is given.
        AlreadyIssued: there is nothing new to approve.
    """
    if by is None:
        raise NoApprover
    where = documents.standing(company, code)
    if where.state is State.ISSUED:
        raise AlreadyIssued
    if documents.open_points(company, code) and not reason.strip():
        raise ReasonNeeded
    number = documents.number(company, code)
    control = replace(where.control, number=number, approved_by=by, approved_on=on)
    entry = RevisionEntry(
        document=code, revision=control.revision, revised_on=on, reason=reason.strip(), by=by
    )
    company.save_all([control, *([entry] if entry.reason else [])])


def freeze(ledger: Ledger, code: str, by: RecordId | None, on: date) -> Frozen:
    """Return the approved revision of a document as it will be kept, in every language and pair of them.

    It may run in any thread.

    ledger: the company's records, or a snapshot of them.

    Raises:
        NotApproved, AlreadyIssued: there is nothing to issue.
    """
    where = documents.standing(ledger, code)
    if where.state is State.ISSUED:
        raise AlreadyIssued
    if where.state is State.DRAFT:
        raise NotApproved
    rules = document_control()
    control = replace(
        where.control,
        number=documents.number(ledger, code),
        issue_date=where.control.issue_date or on,
        effective_date=where.control.effective_date or on,
        next_review=where.control.next_review or months_later(on, rules.review_months),
    )
    issues, contents = [], {}
    for language_code in documents.languages(code):
        content = documents.render(ledger, code, language_code, on, control)
        sha256 = hashlib.sha256(content).hexdigest()
        contents[sha256] = content
        issues.append(
            Issue(
                document=code,
                number=control.number,
                revision=control.revision,
                language=language_code,
                issued_on=on,
                issued_by=by,
                size=len(content),
                sha256=sha256,
                words=documents.words(ledger, code, language_code, control, on),
            )
        )
    return Frozen(control, tuple(issues), contents)


def keep(company: OpenCompany, frozen: Frozen) -> None:
    """Keep a frozen revision in the company file: one step, the PDF included."""
    company.save_all([frozen.control, *frozen.issues], frozen.contents)


def issue(company: OpenCompany, code: str, by: RecordId | None, on: date) -> tuple[Issue, ...]:
    """Freeze the approved revision of a document and keep it; return its issues.

    Raises:
        NotApproved, AlreadyIssued: there is nothing to issue.
    """
    frozen = freeze(company, code, by, on)
    keep(company, frozen)
    return frozen.issues


def reprint(company: OpenCompany, issued: Issue) -> bytes:
    """Return the PDF of an issue, byte for byte as it was issued.

    Raises:
        PrintLost: the file does not hold it any more.
    """
    content = company.content(issued.sha256)
    if content is None or hashlib.sha256(content).hexdigest() != issued.sha256:
        raise PrintLost(number=issued.number)
    return content


@dataclass(frozen=True)
class Difference:
    """One place where the present text differs from the issued one; "" where something is new or gone."""

    before: str
    after: str


def changes_since_issue(ledger: Ledger, code: str, language_code: str) -> Sequence[Difference]:
    """Return what changed since the newest issue, in its words; empty before the first.

    language_code: of two languages, the first one speaks.
    """
    where = documents.standing(ledger, code)
    spoken = rows_of(language_code)[0].code
    issued = next((one for one in where.issues if one.language == spoken), None)
    if issued is None:
        return ()
    present = documents.words(ledger, code, spoken, where.control, date.today())
    return tuple(_differences(issued.words, present))


def _differences(before: Sequence[str], after: Sequence[str]) -> list[Difference]:
    found = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        for number in range(max(i2 - i1, j2 - j1)):
            old = before[i1 + number] if i1 + number < i2 else ""
            new = after[j1 + number] if j1 + number < j2 else ""
            found.append(Difference(old, new))
    return found
