"""Corrective action, internal audit and management review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from models.content.loading import load
from models.domain.text import LocalText


@dataclass(frozen=True, kw_only=True)
class Discipline:
    """A step of the 8D report, 8D-0 to 8D-8."""

    id: str
    title: LocalText


@dataclass(frozen=True, kw_only=True)
class WorkedExample:
    """The problem and the action of the worked example; its whys stand beside it."""

    problem: LocalText
    action: LocalText


@dataclass(frozen=True, kw_only=True)
class CorrectiveModel:
    """How a corrective action is worked through.

    blaming: words, by language code, of actions that only call people to order.
    """

    check_from_months: int
    check_to_months: int
    note: LocalText
    correction_note: LocalText
    effectiveness: LocalText
    triggers: tuple[LocalText, ...]
    disciplines: tuple[Discipline, ...]
    short_form: tuple[LocalText, ...]
    example: WorkedExample
    whys: tuple[LocalText, ...]
    blaming: Mapping[str, tuple[str, ...]] = field(hash=False)


@dataclass(frozen=True, kw_only=True)
class AuditQuestion:
    """A line of the audit checklist, after "show me", with what it refers to; clauses are of ISO 10001.

    look: how the auditor looks at it. step: 1 to 8, the one whose work it is.
    """

    id: str
    text: LocalText
    look: LocalText
    step: int
    documents: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FindingClass:
    """How a finding is graded, and what that means."""

    id: str
    name: LocalText
    meaning: LocalText


@dataclass(frozen=True, kw_only=True)
class QuestionKind:
    """A kind of question that is made of the company's own records, and how the auditor looks at it."""

    id: str
    look: LocalText


@dataclass(frozen=True, kw_only=True)
class BundlePart:
    """A part of the audit file, in the order in which an auditor reads it."""

    id: str
    title: LocalText
    documents: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AuditModel:
    """The model of an internal audit and of the audit file.

    criteria: what an audit is measured against. small_firm: what can be done where nobody is independent.
    """

    criteria: LocalText
    small_firm: LocalText
    prompt: LocalText
    criterion_note: LocalText
    bundle_note: LocalText
    checklist: tuple[AuditQuestion, ...]
    finding_classes: tuple[FindingClass, ...]
    bundle: tuple[BundlePart, ...]
    kinds: tuple[QuestionKind, ...]


@dataclass(frozen=True, kw_only=True)
class ReviewTopic:
    """An input or output of the management review."""

    id: str
    text: LocalText


@dataclass(frozen=True, kw_only=True)
class ReviewModel:
    """The fixed agenda of the management review; outputs are what is decided about."""

    times_a_year: int
    each: LocalText
    inputs: tuple[ReviewTopic, ...]
    outputs: tuple[ReviewTopic, ...]


@cache
def corrective_model() -> CorrectiveModel:
    """Return how a corrective action is worked through."""
    return load("corrective.toml", CorrectiveModel)


@cache
def audit_model() -> AuditModel:
    """Return the model of an internal audit."""
    return load("audit.toml", AuditModel)


@cache
def review_model() -> ReviewModel:
    """Return the agenda of the management review."""
    return load("review.toml", ReviewModel)
