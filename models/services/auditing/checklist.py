"""The checklist of an audit, made from charter, indicators, what is overdue, gaps and the model."""

from __future__ import annotations

import dataclasses
from collections.abc import Container, Iterable, Iterator
from datetime import date

from models.content.guidance import guidance
from models.domain import health
from models.domain.audit_programme import checks_of
from models.domain.ids import RecordId, derived_id
from models.domain.ledger import Ledger
from models.domain.performance import Signal, performances
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Indicator, Procedure, Promise
from models.domain.sentences import Wording
from models.domain.text import LocalText
from models.services.auditing.questions import Asking, Question, look_at
from models.services.auditor import begun
from models.services.company import OpenCompany


def everything(ledger: Ledger, found: Iterable[health.Finding], today: date) -> Iterator[Question]:
    """Yield all that can be asked about a company; found: what the health check finds in the same records."""
    asking = Asking(ledger, today)
    promises = {promise.id for promise in ledger.all(Promise)}
    for promise in ledger.all(Promise):
        yield from asking.everything_about(promise)
    for procedure in ledger.all(Procedure):
        if procedure.promise not in promises:
            yield asking.loose_procedure(procedure)
    for card in ledger.all(Indicator):
        if card.promise not in promises:
            yield asking.loose_indicator(card)
    yield from (asking.red(one) for one in performances(ledger) if one.signal is Signal.RED)
    yield from asking.critical(guidance())
    yield from asking.overdue(one for one in found if one.rule == health.LATE)
    yield from asking.models()


def offers(ledger: Ledger, audit: Audit, left_out: Container[RecordId], today: date) -> tuple[Question, ...]:
    """Return what an audit of these steps can ask and does not ask yet, by step.

    left_out: ids of checks that the auditor took out of the list; their questions are not offered again.
    """
    found = health.findings(ledger, guidance(), today)
    known = checks_of(ledger, audit.id)
    ids, models = {one.id for one in known}, {one.model for one in known if one.model}
    wanted: dict[str, Question] = {}
    for question in everything(ledger, found, today):
        check = derived_id(audit.id, question.key)
        is_known = check in ids or question.model in models or check in left_out
        if not is_known and (question.step in audit.steps or not question.step):
            wanted.setdefault(question.key, question)
    return tuple(sorted(wanted.values(), key=lambda one: one.step or "9"))


def removed(company: OpenCompany) -> frozenset[RecordId]:
    """Return the ids of the checks that lie in the bin."""
    return frozenset(one.id for one in company.binned(AuditCheck))


def take(
    company: OpenCompany, audit: Audit, questions: Iterable[Question], wording: Wording
) -> tuple[AuditCheck, ...]:
    """Save questions as lines of an audit's checklist, behind those that are there; one step to undo.

    Raises:
        AppError: nothing was changed.
    """
    last = max((one.order or 0 for one in checks_of(company, audit.id)), default=0)
    made = tuple(
        dataclasses.replace(begun(audit, question), question=question.words(wording), order=last + at)
        for at, question in enumerate(questions, 1)
    )
    company.save_all(made)
    return made


def look_of(ledger: Ledger, audit: Audit, check: AuditCheck) -> LocalText:
    """Return how an auditor looks at a line of a checklist; nothing for a line of the auditor's own."""
    if check.model:
        return look_at("", check.model)
    keys = _keys_about(check, ledger)
    return next((look_at(key, "") for key in keys if derived_id(audit.id, key) == check.id), LocalText())


def _keys_about(check: AuditCheck, ledger: Ledger) -> Iterator[str]:
    """Yield the keys of the questions that a line may have been made of."""
    asking = Asking(ledger, date.min)
    promise = ledger.find(Promise, check.promise)
    if promise is not None:
        yield from (one.key for one in asking.everything_about(promise))
    yield from (one.key for one in asking.critical(guidance()))
    yield from (asking.red(one).key for one in performances(ledger) if one.signal is Signal.RED)
    yield from (asking.loose_procedure(one).key for one in ledger.all(Procedure))
    yield from (asking.loose_indicator(one).key for one in ledger.all(Indicator))
