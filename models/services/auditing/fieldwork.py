"""Working through a checklist: how far it is, and what is picked to be looked at."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from models.domain.audit_programme import day_of, unanswered
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Promise
from models.domain.records.control import Person
from models.domain.records.operation import Breach, Complaint
from models.domain.sentences import Wording
from models.localisation.language import load_language
from models.localisation.languages import language_rows
from models.localisation.sampled import found, line_of
from models.services.auditor_samples import Sampler, samples
from models.services.company import OpenCompany


class Draw(StrEnum):
    """What can be picked by lot."""

    MODEL = "model"
    COMPLAINTS = "complaints"
    PROMISES = "promises"
    BREACHES = "breaches"
    NEWEST = "newest"


DRAWS: Mapping[Draw, str] = {
    Draw.MODEL: N_("What this question asks for"),
    Draw.COMPLAINTS: N_("Five complaints"),
    Draw.PROMISES: N_("Three promises"),
    Draw.BREACHES: N_("Two broken promises"),
    Draw.NEWEST: N_("The newest employee"),
}


class NothingToPick(AppError):
    """There is no such record yet."""

    message = N_("There is nothing of this kind to pick from yet.")


@dataclasses.dataclass(frozen=True)
class Progress:
    """How many lines of a checklist have a result."""

    done: int
    total: int


def progress(checks: Sequence[AuditCheck]) -> Progress:
    """Return how far a checklist is."""
    return Progress(len(checks) - len(unanswered(checks)), len(checks))


def next_unanswered(checks: Sequence[AuditCheck], here: RecordId | None) -> AuditCheck | None:
    """Return the next line without a result after one, beginning anew at the end; None where all have one."""
    ids = [one.id for one in checks]
    at = ids.index(here) + 1 if here in ids else 0
    ahead = [*checks[at:], *checks[:at]]
    return next(iter(unanswered(one for one in ahead if one.id != here)), None)


def draws_for(check: AuditCheck) -> tuple[Draw, ...]:
    """Return what can be picked for a line; a question of the model says itself what it asks for."""
    others = (Draw.COMPLAINTS, Draw.PROMISES, Draw.BREACHES, Draw.NEWEST)
    return (Draw.MODEL, *others) if check.model else others


def draw(company: OpenCompany, audit: Audit, check: AuditCheck, kind: Draw, wording: Wording) -> AuditCheck:
    """Pick records by lot, keep them in the line of the checklist and return it.

    Who draws again gets others; the same company, audit and draws before always give the same.

    Raises:
        NothingToPick: there is none. AppError: nothing was changed.
    """
    day = day_of(audit) or date.min
    picked = _PICKS[kind](Sampler(company, day, "|".join((check.id, *check.samples))), check)
    if not picked:
        raise NothingToPick
    lines = tuple(line_of(record, company, wording) for record in picked)
    drawn = dataclasses.replace(check, samples=lines)
    company.save(drawn)
    return drawn


def sampled(check: AuditCheck, ledger: Ledger, wording: Wording) -> tuple[tuple[str, Record | None], ...]:
    """Return what was picked for a line, with the record where it still goes by that name."""
    wordings = [wording, *(load_language(row.code) for row in language_rows())]
    return tuple((line, found(line, ledger, wordings)) for line in check.samples)


def _complaints(sampler: Sampler, _check: AuditCheck) -> Sequence[Record]:
    return sampler.some(Complaint, 5, lambda one: not one.cancelled_because)


def _newest(sampler: Sampler, _check: AuditCheck) -> Sequence[Record]:
    return sampler.last(Person, lambda one: one.started_on if sampler.is_here(one) else None)


_PICKS: Mapping[Draw, Callable[[Sampler, AuditCheck], Sequence[Record]]] = {
    Draw.MODEL: lambda sampler, check: samples(check.model, sampler.ledger, sampler.today, sampler.salt),
    Draw.COMPLAINTS: _complaints,
    Draw.PROMISES: lambda sampler, _check: sampler.some(Promise, 3),
    Draw.BREACHES: lambda sampler, _check: sampler.some(Breach, 2),
    Draw.NEWEST: _newest,
}
