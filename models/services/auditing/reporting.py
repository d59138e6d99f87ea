"""From checks to findings, from findings to corrective actions, and the report that is signed."""

from __future__ import annotations

import dataclasses
from datetime import date

from models.content.documents import documents, record_forms
from models.content.improvement import audit_model
from models.domain.audit_programme import NONCONFORMITIES, checks_of, unanswered
from models.domain.errors import AppError
from models.domain.ids import RecordId, derived_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.records.audit import Audit, AuditCheck, Finding, Grade
from models.domain.records.charter import Promise
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.domain.sentences import Sentence, Wording
from models.localisation.text import without_isolates
from models.services.actions import action_from
from models.services.company import OpenCompany
from models.services.editing import new_record

_FIRST_FINDING = "F-01"


class SigningRefused(AppError):
    """The report cannot be signed yet; `field` is the one to mend."""

    field = "signed_on"


class NotDone(SigningRefused):
    """The audit has no day, or one that has not come."""

    message = N_("Enter the day on which the audit was done; it cannot be in the future.")


class Unanswered(SigningRefused):
    """Lines of the checklist have no result."""

    message = N_("{left} of {total} lines of the checklist have no result; the first is “{first}”.")


class NoChecklist(SigningRefused):
    """Nothing was looked at."""

    message = N_("There is nothing to sign yet: the checklist of this audit is empty.")


class NoConclusion(SigningRefused):
    """The report does not say what came out."""

    message = N_("Write the conclusion first: it is what is signed.")
    field = "conclusion"


def finding_of(ledger: Ledger, check: AuditCheck) -> Finding | None:
    """Return the finding that was made of a line of the checklist, None before."""
    return next((one for one in ledger.all(Finding) if one.check == check.id), None)


def make_finding(company: OpenCompany, check: AuditCheck, wording: Wording) -> Finding:
    """Make a finding of what was not shown, or return the one that is there; the auditor words and grades it.

    Raises:
        AppError: nothing was changed.
    """
    known = finding_of(company, check)
    if known is not None:
        return known
    begun = new_record(register_of(Finding), company)
    assert isinstance(begun, Finding)
    message = N_("Not shown: {question}") if check.result == "no" else N_("Only partly shown: {question}")
    statement = Sentence(message, question=check.question)
    made = dataclasses.replace(
        begun,
        audit=check.audit,
        check=check.id,
        no=begun.no or _FIRST_FINDING,
        grade=Grade.MINOR if check.result == "no" else Grade.OBSERVATION,
        criterion=criterion_of(check, company, wording),
        statement=without_isolates(statement.worded(wording)),
        evidence="\n".join(filter(None, (check.evidence, *check.samples))),
    )
    company.save(made)
    return made


def criterion_of(check: AuditCheck, ledger: Ledger, wording: Wording) -> str:
    """Return what a line of the checklist is measured against: the promise, or the document it refers to."""
    promise = ledger.find(Promise, check.promise)
    if promise is not None:
        sentence = Sentence(N_("Promise of the charter: “{name}”"), name=name_of(promise, ledger))
        return without_isolates(sentence.worded(wording))
    asked = next((one for one in audit_model().checklist if one.id == check.model), None)
    codes = (*asked.documents, *asked.records) if asked else ()
    titles = {one.id: one.title for one in documents()} | {one.id: one.title for one in record_forms()}
    return " · ".join(f"{code} {titles[code].best(wording.code)}" for code in codes)


def needs_action(finding: Finding, ledger: Ledger) -> bool:
    """Return whether a finding is an open nonconformity for which no action was opened."""
    is_open = finding.closed_on is None and ledger.find(Action, finding.action) is None
    return finding.grade in NONCONFORMITIES and is_open


def make_action(company: OpenCompany, finding: Finding, wording: Wording, today: date) -> Action:
    """Open a corrective action for a finding and link the two, in one step to undo; return it.

    An action that is there already, of the finding or of its line in the checklist, is linked and kept.

    Raises:
        AppError: nothing was changed.
    """
    check = company.find(AuditCheck, finding.check)
    of_check = company.find(Action, derived_id(check.id, Action.__name__)) if check is not None else None
    if of_check is not None and company.find(Action, finding.action) is None:
        company.save(dataclasses.replace(finding, action=of_check.id))
        return of_check
    promise = company.find(Promise, check.promise) if check is not None else None
    trigger = Sentence(N_("Finding {no} of the internal audit"), no=finding.no)
    return action_from(
        company,
        finding,
        wording,
        today,
        promise=promise.id if promise is not None else None,
        trigger=without_isolates(trigger.worded(wording)),
        owner=_still_here(company, promise.owner if promise is not None else None, today),
    )


def _still_here(company: OpenCompany, person_id: RecordId | None, today: date) -> RecordId | None:
    person = company.find(Person, person_id)
    has_left = person is not None and person.left_on is not None and person.left_on <= today
    return person.id if person is not None and not has_left else None


def has_lost_owner(action: Action, ledger: Ledger, today: date) -> bool:
    """Return whether an action that is still to be done belongs to somebody who left or was deleted."""
    if action.owner is None or action.done_on is not None or action.closed_on is not None:
        return False
    person = ledger.find(Person, action.owner)
    return person is None or (person.left_on is not None and person.left_on <= today)


def good_practices(ledger: Ledger, audit: Audit) -> list[Finding]:
    """Return what an audit found to be done well."""
    return [one for one in ledger.all(Finding) if one.audit == audit.id and one.grade == Grade.GOOD_PRACTICE]


def take_strengths(company: OpenCompany, audit: Audit) -> Audit:
    """Add the good practices to the strengths of the report, each once, and return the audit.

    Raises:
        AppError: nothing was changed.
    """
    new = [one.statement for one in good_practices(company, audit) if one.statement not in audit.strengths]
    changed = dataclasses.replace(audit, strengths="\n".join(filter(None, (audit.strengths, *new))))
    company.save(changed)
    return changed


def sign(company: OpenCompany, audit: Audit, today: date) -> Audit:
    """Sign the report of an audit today and return the audit.

    Raises:
        SigningRefused: something is missing; nothing was changed.
        AppError: the company file cannot be written; nothing was changed.
    """
    checks = checks_of(company, audit.id)
    left = unanswered(checks)
    if audit.audited_on is None or audit.audited_on > today:
        raise NotDone
    if not checks:
        raise NoChecklist
    if left:
        raise Unanswered(left=len(left), total=len(checks), first=name_of(left[0], company))
    if not audit.conclusion.strip():
        raise NoConclusion
    signed = dataclasses.replace(audit, signed_on=today)
    company.save(signed)
    return signed
