"""What an auditor would ask this company: drawn from its promises, gaps, records and overdue points.

The answers stand in the checklist of an audit, so that the printed report shows them like any other.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from models.content.gap import gap_question
from models.content.guidance import guidance
from models.content.improvement import audit_model
from models.domain import health
from models.domain.fields import Record, field_of
from models.domain.gates.criterion import Place, place
from models.domain.ids import derived_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.names import name_of
from models.domain.records.audit import Audit, AuditCheck
from models.domain.records.charter import Indicator, Promise
from models.domain.records.choices import STEPS
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Breach
from models.domain.records.organisation import GapAnswer
from models.domain.records.training import TrainingSession
from models.domain.registers import register, register_of
from models.domain.sampling import pick
from models.domain.scoring import answers_by_round, ranked_gaps, rounds_in_order
from models.domain.sentences import Sentence, Wording
from models.domain.text import LocalText
from models.domain.validation import refusal_of
from models.localisation.text import without_isolates
from models.services.auditor_samples import samples
from models.services.company import OpenCompany
from models.services.editing import ValueRefused, new_record

R = TypeVar("R", bound=Record)

_PROMISES, _GAPS, _OVERDUE, _SERIOUS, _CARDS = 3, 3, 5, 5, 3


class Origin(StrEnum):
    """Where a question comes from, in the order in which they are asked."""

    PROMISE = "promise"
    GAP = "gap"
    RECORD = "record"
    OVERDUE = "overdue"
    MODEL = "model"
    EARLIER = "earlier"


ORIGINS: Mapping[Origin, str] = {
    Origin.PROMISE: N_("Your promises"),
    Origin.GAP: N_("Your gaps"),
    Origin.RECORD: N_("Your records"),
    Origin.OVERDUE: N_("Overdue and broken"),
    Origin.MODEL: N_("Questions of the model"),
    Origin.EARLIER: N_("Asked before"),
}


@dataclass(frozen=True)
class Sample:
    """Something to look at for a question: what it is called, and where it stands."""

    name: object
    title: str
    place: Place

    def words(self, wording: Wording) -> str:
        """Return register and name."""
        sentence = Sentence("{title}: {name}", title=Sentence(self.title), name=self.name)
        return Sentence(self.title).worded(wording) if self.name is None else sentence.worded(wording)


@dataclass(frozen=True)
class Question:
    """What an auditor asks to be shown.

    key: stays the same for the same matter. text: what follows "show me". model: id of the model's question,
    "" for all others.
    """

    key: str
    origin: Origin
    text: Sentence | LocalText
    samples: tuple[Sample, ...]
    model: str = ""


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
        *_of_findings(found),
        *draw.of_model(),
    )


def asked(ledger: Ledger, audit: Audit, wanted: Iterable[Question]) -> tuple[Asked, ...]:
    """Return the questions of an audit: those wanted, and those it has an answer to already."""
    known = [check for check in ledger.all(AuditCheck) if check.audit == audit.id]
    by_id = {check.id: check for check in known}
    by_model = {check.model: check for check in known if check.model}
    found = []
    for question in wanted:
        made = AuditCheck(id=derived_id(audit.id, question.key), audit=audit.id, model=question.model)
        check = by_model.get(question.model) or by_id.get(made.id) or made
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
    return company.find(Action, derived_id(one.check.id, Action.__name__))


def make_action(company: OpenCompany, audit: Audit, one: Asked, wording: Wording, today: date) -> Action:
    """Make a corrective action of what was not shown, and return it; one that is there already stays.

    Raises:
        AppError: nothing was changed.
    """
    known = corrective_action(company, one)
    if known is not None:
        return known
    check = _stored(company, one, wording)
    problem = Sentence(N_("Not shown in “{audit}”: {question}"), audit=audit.title, question=check.question)
    begun = new_record(register_of(Action), company)
    assert isinstance(begun, Action)
    action = dataclasses.replace(
        begun,
        id=derived_id(check.id, Action.__name__),
        source=ActionSource.AUDIT,
        problem="\n".join(filter(None, (without_isolates(problem.worded(wording)), check.evidence))),
        opened_on=today,
    )
    company.save_all([*_kept(company, audit, check), action])
    return action


def _stored(company: OpenCompany, one: Asked, wording: Wording, **changes: str) -> AuditCheck:
    check = company.find(AuditCheck, one.check.id) or one.check
    text = check.question or without_isolates(one.words(wording))
    return dataclasses.replace(check, question=text, **changes)  # type: ignore[arg-type]


def _kept(company: OpenCompany, audit: Audit, check: AuditCheck) -> list[Record]:
    return [check] if company.find(Audit, audit.id) else [audit, check]


def _sample(record: Record, ledger: Ledger) -> Sample:
    own = register_of(record)
    return Sample(None if own.is_sheet else name_of(record, ledger), own.title, place(record))


def _register(record_type: type[Record]) -> Sample:
    return Sample(None, register_of(record_type).title, place(record_type))


def _of_findings(found: Sequence[health.Finding]) -> Iterator[Question]:
    late = [one for one in found if one.rule == health.LATE][:_OVERDUE]
    serious = [one for one in found if one.severity is health.Severity.SERIOUS][:_SERIOUS]
    for key, one in {_key_of(one): one for one in (*serious, *late)}.items():
        own = register(one.place.register)
        yield Question(
            key,
            Origin.OVERDUE,
            Sentence("What you have done about this: {reason}", reason=one.sentence),
            (Sample(None, own.title, one.place),),
        )


def _key_of(finding: health.Finding) -> str:
    """Return what stays the same as long as the finding does; without a record only its sentence tells."""
    where = finding.place
    about = where.record or where.content or repr(finding.sentence)
    return f"{finding.rule}:{where.register}:{about}:{where.field}"


class _Draw:
    """Draws the questions of one company on one day."""

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._ledger = ledger
        self._today = today

    def of_promises(self) -> Iterator[Question]:
        """Yield what is asked about some promises: who knows them, and how they are measured."""
        for promise in pick(self._ledger.all(Promise), _PROMISES, self._today):
            yield self._about(
                Origin.PROMISE,
                "known",
                promise,
                N_("Somebody at work who can say the promise “{name}”, and what follows if it is not kept"),
            )
            cards = [one for one in self._ledger.all(Indicator) if one.promise == promise.id]
            yield self._about(
                Origin.PROMISE,
                "measured",
                promise,
                N_("How you know that the promise “{name}” was kept last month, and who counted it"),
                [_sample(one, self._ledger) for one in cards[:_CARDS]] or [_register(Indicator)],
            )

    def of_gaps(self) -> Iterator[Question]:
        """Yield what is asked about the widest gaps of the newest round."""
        answers = answers_by_round(self._ledger)
        newest = next((one for one in reversed(rounds_in_order(self._ledger)) if one.id in answers), None)
        if newest is None:
            return
        for gap in ranked_gaps(guidance().questions, answers[newest.id])[:_GAPS]:
            text = gap_question(gap.question.id).question
            yield Question(
                f"gap:{gap.answer.id}",
                Origin.GAP,
                Sentence("What has changed since the gap analysis asked: “{question}”", question=text),
                (Sample(gap.question.id, register_of(GapAnswer).title, place(gap.answer)),),
            )

    def of_records(self) -> Iterator[Question]:
        """Yield what is asked about single records."""
        yield from self._one(
            TrainingSession,
            lambda one: one.is_held,
            N_("The signed attendance sheet of the session “{name}”"),
        )
        yield from self._one(
            IndicatorValue,
            lambda one: one.value is not None,
            N_("The count behind a value of the indicator “{name}”, case by case"),
        )
        yield from self._one(
            Breach,
            lambda one: one.remedy,
            N_("How the customer got the remedy for a broken promise: “{name}”"),
        )

    def of_model(self) -> Iterator[Question]:
        """Yield the questions of the model checklist."""
        for one in audit_model().checklist:
            found = samples(one.id, self._ledger, self._today)
            yield Question(
                f"model:{one.id}",
                Origin.MODEL,
                one.text,
                tuple(_sample(record, self._ledger) for record in found),
                one.id,
            )

    def _one(
        self, record_type: type[R], is_wanted: Callable[[R], object], message: str
    ) -> Iterator[Question]:
        wanted = [one for one in self._ledger.all(record_type) if is_wanted(one)]
        for record in pick(wanted, 1, self._today):
            yield self._about(Origin.RECORD, "seen", record, message)

    def _about(
        self, origin: Origin, kind: str, record: Record, message: str, also: Sequence[Sample] = ()
    ) -> Question:
        return Question(
            f"{kind}:{register_of(record).code}:{record.id}",
            origin,
            Sentence(message, name=name_of(record, self._ledger)),
            (_sample(record, self._ledger), *also),
        )
