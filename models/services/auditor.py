"""What an auditor would ask this company: drawn from its promises, gaps, records and overdue points.

The answers stand in the checklist of an audit, so that the printed report shows them like any other.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from models.content.guidance import guidance
from models.domain import health
from models.domain.fields import Record, field_of
from models.domain.ids import RecordId, derived_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Promise
from models.domain.records.choices import STEPS
from models.domain.records.correction import Action
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Breach
from models.domain.records.training import TrainingSession
from models.domain.sampling import pick
from models.domain.scoring import latest_answers, ranked_gaps
from models.domain.sentences import Sentence, Wording
from models.domain.validation import refusal_of
from models.localisation.text import without_isolates
from models.services.action_sources import begun_from
from models.services.auditing.questions import Asking, Origin, Question, Sample
from models.services.auditing.reporting import finding_of
from models.services.company import OpenCompany
from models.services.editing import ValueRefused

R = TypeVar("R", bound=Record)

_PROMISES, _GAPS, _OVERDUE, _SERIOUS = 3, 3, 5, 5


@dataclass(frozen=True)
class Asked:
    """A question in an audit, with the check that holds its answer; it is saved with the first answer."""

    origin: Origin
    check: AuditCheck
    question: Question | None

    @property
    def samples(self) -> tuple[Sample, ...]:
        """What there is to look at."""
        return self.question.samples if self.question is not None else ()

    def words(self, wording: Wording) -> str:
        """Return what is to be shown, in a language; what was asked before stands as it was asked."""
        if self.question is None:
            return self.check.question
        text = self.question.text
        return text.worded(wording) if isinstance(text, Sentence) else text.best(wording.code)


def begun(audit: Audit, question: Question) -> AuditCheck:
    """Return the line of a checklist that a question becomes, still without its words."""
    return AuditCheck(
        id=derived_id(audit.id, question.key),
        audit=audit.id,
        step=question.step,
        model=question.model,
        promise=question.promise,
    )


def rehearsal(wording: Wording, today: date) -> Audit:
    """Return a new audit in which the company asks itself, not saved yet."""
    title = Sentence(N_("Rehearsal of {day}"), day=today).worded(wording)
    return Audit(title=title, steps=tuple(STEPS), planned_on=today)


def questions(ledger: Ledger, found: Sequence[health.Finding], today: date) -> tuple[Question, ...]:
    """Return what an auditor would ask today; drawn by lot where there is much, the same all day long.

    found: what the health check finds in the same records.
    """
    draw = _Draw(ledger, today)
    return (
        *draw.of_promises(),
        *draw.of_gaps(),
        *draw.of_records(),
        *draw.of_findings(found),
        *draw.of_model(),
    )


def asked(
    ledger: Ledger, audit: Audit, wanted: Iterable[Question], left_out: Container[RecordId] = ()
) -> tuple[Asked, ...]:
    """Return the questions of an audit: those wanted, and those it has an answer to already.

    left_out: ids of checks that were taken out of the list; their questions are not asked again.
    """
    known = [check for check in ledger.all(AuditCheck) if check.audit == audit.id]
    by_id = {check.id: check for check in known}
    by_model = {check.model: check for check in known if check.model}
    found = []
    for question in wanted:
        made = begun(audit, question)
        check = by_model.get(question.model) or by_id.get(made.id) or made
        if check.id not in left_out:
            found.append(Asked(question.origin, check, question))
    told = {one.check.id for one in found}
    return (*found, *(Asked(Origin.EARLIER, check, None) for check in known if check.id not in told))


def answer(company: OpenCompany, audit: Audit, one: Asked, wording: Wording, **changes: str) -> None:
    """Keep an answer, and with the first one the audit itself, in one step that can be undone.

    changes: fields of the check, such as `evidence` or `result`.

    Raises:
        ValueRefused: a value cannot be kept; nothing was changed.
        AppError: the company file cannot be written; nothing was changed.
    """
    for name, value in changes.items():
        refused = refusal_of(field_of(AuditCheck, name), value)
        if refused is not None:
            raise ValueRefused(refused)
    company.save_all(_kept(company, audit, _stored(company, one, wording, **changes)))


def corrective_action(company: OpenCompany, one: Asked) -> Action | None:
    """Return the action that was made of a question, None before."""
    finding = finding_of(company, one.check)
    linked = company.find(Action, finding.action) if finding is not None else None
    return linked or company.find(Action, derived_id(one.check.id, Action.__name__))


def make_action(company: OpenCompany, audit: Audit, one: Asked, wording: Wording, today: date) -> Action:
    """Make a corrective action of what was not shown, and return it; one that is there already stays.

    Raises:
        AppError: nothing was changed.
    """
    known = corrective_action(company, one)
    if known is not None:
        return known
    action_id = derived_id(one.check.id, Action.__name__)
    thrown_away = next((gone for gone in company.binned(Action) if gone.id == action_id), None)
    if thrown_away is not None:
        company.restore([thrown_away])
        return thrown_away
    check = _stored(company, one, wording)
    problem = Sentence(N_("Not shown in “{audit}”: {question}"), audit=audit.title, question=check.question)
    action = dataclasses.replace(
        begun_from(company, check, wording, today),
        problem="\n".join(filter(None, (without_isolates(problem.worded(wording)), check.evidence))),
    )
    company.save_all([*_kept(company, audit, check), action])
    return action


def _stored(company: OpenCompany, one: Asked, wording: Wording, **changes: str) -> AuditCheck:
    check = company.find(AuditCheck, one.check.id) or one.check
    text = check.question or without_isolates(one.words(wording))
    return dataclasses.replace(check, question=text, **changes)  # type: ignore[arg-type]


def _kept(company: OpenCompany, audit: Audit, check: AuditCheck) -> list[Record]:
    return [check] if company.find(Audit, audit.id) else [audit, check]


class _Draw:
    """Draws the questions of one company on one day."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._ledger = ledger
        self._today = today
        self._asking = Asking(ledger, today)

    def of_promises(self) -> Iterator[Question]:
        """Yield what is asked about some promises: who knows them, and how they are measured."""
        for promise in pick(self._ledger.all(Promise), _PROMISES, self._today):
            yield self._asking.known(promise)
            yield self._asking.measured(promise)

    def of_gaps(self) -> Iterator[Question]:
        """Yield what is asked about the widest gaps of the newest round."""
        answers = latest_answers(self._ledger)
        yield from map(self._asking.gap, ranked_gaps(guidance().questions, answers)[:_GAPS])

    def of_records(self) -> Iterator[Question]:
        """Yield what is asked about single records."""
        yield from self._one(
            TrainingSession,
            lambda one: one.is_held,
            N_("The signed attendance sheet of the session “{name}”"),
            "4",
        )
        yield from self._one(
            IndicatorValue,
            lambda one: one.value is not None,
            N_("The count behind a value of the indicator “{name}”, case by case"),
            "6",
        )
        yield from self._one(
            Breach,
            lambda one: one.remedy,
            N_("How the customer got the remedy for a broken promise: “{name}”"),
            "5",
        )

    def of_findings(self, found: Sequence[health.Finding]) -> Iterator[Question]:
        """Yield what is asked about the weightiest findings and what is overdue."""
        serious = [one for one in found if one.severity is health.Severity.SERIOUS][:_SERIOUS]
        late = [one for one in found if one.rule == health.LATE][:_OVERDUE]
        yield from self._asking.overdue([*serious, *late])

    def of_model(self) -> Iterator[Question]:
        """Yield the questions of the model checklist."""
        yield from self._asking.models()

    def _one(
        self, record_type: type[R], is_wanted: Callable[[R], object], message: str, step: str
    ) -> Iterator[Question]:
        wanted = [one for one in self._ledger.all(record_type) if is_wanted(one)]
        for record in pick(wanted, 1, self._today):
            yield self._asking.seen(record, message, step)
