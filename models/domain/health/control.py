"""Rules about what runs through all steps: documents, people, sign-offs, claims, deadlines."""

from __future__ import annotations

from collections.abc import Iterator

from models.domain.consistency.contradictions import JUDGED, own_contradictions
from models.domain.consistency.repetitions import repetitions
from models.domain.fields import Kind, Record
from models.domain.gates.criterion import Place, place
from models.domain.gates.facts import Facts
from models.domain.health.rule import Found, serious, warning
from models.domain.lateness import late_of
from models.domain.progress import states_of
from models.domain.records.charter import CharterText, Promise
from models.domain.records.choices import STEPS
from models.domain.records.commitment import Policy, PolicyStatement
from models.domain.records.control import DocumentControl, TaskState
from models.domain.records.correction import Notice
from models.domain.records.organisation import Organisation
from models.domain.registers import REGISTERS, register_of
from models.domain.sentences import Sentence

_SPOKEN: tuple[type[Record], ...] = (Promise, CharterText, Policy, PolicyStatement, Notice, Organisation)
"""What customers read."""

_JUDGED = tuple(register for register in REGISTERS if register.record in JUDGED)


def review_of_document_over(facts: Facts) -> Found:
    """Find documents whose review is over."""
    for control in facts.all(DocumentControl):
        if control.is_approved and control.next_review and control.next_review < facts.today:
            reason = Sentence(
                "The document {no} was to be reviewed by {day}.",
                no=control.number or control.document,
                day=control.next_review,
            )
            yield reason, place(control, "next_review")


def approved_by_somebody_gone(facts: Facts) -> Found:
    """Find documents whose approval names nobody any more."""
    for control in facts.all(DocumentControl):
        if control.approved_on and facts.person(control.approved_by) is None:
            reason = Sentence(
                "The document {no} does not say any more who approved it.",
                no=control.number or control.document,
            )
            yield reason, place(control, "approved_by")


def task_of_somebody_gone(facts: Facts) -> Found:
    """Find open tasks whose owner has left."""
    for state in facts.all(TaskState):
        person = facts.person(state.owner)
        if state.owner is None or state.done_on is not None:
            continue
        if person is None or not facts.is_here(person):
            name = facts.guidance.names.get(state.task, state.task)
            reason = Sentence("The owner of the task “{task}” is not here any more.", task=name)
            yield reason, place(state, "owner", state.task)


def closed_step_broken(facts: Facts) -> Found:
    """Find steps that were signed off and whose gate is not met any more."""
    for state in facts.once(states_of):
        if state.closing is None or state.closing.reason or state.is_gate_met:
            continue
        broken = next(one for one in state.criteria if not one.is_met)
        reason = Sentence(
            "Step {step} was signed off, but not all that it needs is there any more: {reason}",
            step=Sentence(STEPS[str(state.step)]),
            reason=broken.reason,
        )
        yield reason, broken.place


def closed_with_a_reason(facts: Facts) -> Found:
    """Find steps that were closed although criteria were open, and still are."""
    for state in facts.once(states_of):
        unmet = [one for one in state.criteria if not one.is_met]
        if state.closing is not None and state.closing.reason and unmet:
            reason = Sentence(
                "Step {step} was closed with a reason; {count} criterion is still open.",
                "Step {step} was closed with a reason; {count} criteria are still open.",
                len(unmet),
                step=Sentence(STEPS[str(state.step)]),
            )
            yield reason, unmet[0].place


def claim_that_must_not_be_made(facts: Facts) -> Found:
    """Find texts for customers that claim a certificate or conformity."""
    claims = [(one, one.casefold()) for one in facts.guidance.claims]
    for record_type in _SPOKEN:
        for record in facts.all(record_type):
            for field, text in _texts(record):
                claim = next((one for one, folded in claims if folded in text), None)
                if claim is not None:
                    reason = Sentence(
                        "“{claim}” must not be said: ISO 10001 is a guidance standard. "
                        "Say that you used its guidance.",
                        claim=claim,
                    )
                    yield reason, place(record, field)


def _texts(record: Record) -> Iterator[tuple[str, str]]:
    for spec in register_of(record).fields:
        value = getattr(record, spec.name)
        if spec.kind in (Kind.TEXT, Kind.LONG_TEXT) and value:
            yield spec.name, value.casefold()
        elif spec.kind in (Kind.BILINGUAL, Kind.BILINGUAL_LONG):
            yield from ((spec.name, text.casefold()) for _code, text in value.items())


def fields_that_disagree(facts: Facts) -> Found:
    """Find records whose fields contradict each other, or say what another record says."""
    for register in _JUDGED:
        records = facts.all(register.record)
        broken = [(one, field, why) for one in records for field, why in own_contradictions(one)]
        for record, field, sentence in (*broken, *repetitions(records)):
            reason = Sentence(
                "{register}, “{name}”: {reason}",
                register=Sentence(register.title),
                name=facts.name(record),
                reason=sentence,
            )
            yield reason, Place(register.code, record.id, field)


def past_its_day(facts: Facts) -> Found:
    """Find whatever is past its due date."""
    for thing in late_of(facts):
        yield thing.reason, thing.place


RULES = (
    warning(None, review_of_document_over),
    warning(None, approved_by_somebody_gone),
    warning(None, task_of_somebody_gone),
    serious(None, closed_step_broken),
    warning(None, closed_with_a_reason),
    serious(None, claim_that_must_not_be_made),
    warning(None, fields_that_disagree),
    warning(None, past_its_day),
)
