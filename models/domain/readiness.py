"""How far a company is prepared for an audit. Nothing here says that it conforms to a standard.

Source: resources/content/gap.toml, "readiness"; the ids of the conditions are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from models.domain.gates import CriterionState, gates_of
from models.domain.gates.criterion import Outcome, met, place, unmet
from models.domain.gates.facts import Facts
from models.domain.gates.step8 import critical_reached, done_audits, done_reviews
from models.domain.guidance import Guidance
from models.domain.ledger import Ledger
from models.domain.records.audit import Audit, Review
from models.domain.records.control import StepClosing
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import DataSheet
from models.domain.scoring import TARGET, shown_points
from models.domain.sentences import Sentence

DAYS_OF_RECORDS = 60

_WEEK = timedelta(days=6)

Span = tuple[date, date]


@dataclass(frozen=True)
class Readiness:
    """How far the preparation for an audit has come, and what it still lacks.

    share: 0 to 1, the mean of ten equal parts: for each of the eight steps the share of its exit criteria
    that are met, the share of the critical questions that reach 3 with evidence, and the days of records out
    of the sixty of two months. Done tasks add nothing to it, nor does a step closed with a reason.
    """

    share: Fraction
    conditions: tuple[CriterionState, ...]

    @property
    def is_prepared(self) -> bool:
        """Whether every condition of "prepared for audit" is met."""
        return all(condition.is_met for condition in self.conditions)


def readiness(ledger: Ledger, guidance: Guidance, today: date) -> Readiness:
    """Return how far the company is prepared for an audit."""
    facts = Facts(ledger, guidance, today)
    return readiness_of(facts, gates_of(facts))


def readiness_of(facts: Facts, gates: Mapping[int, tuple[CriterionState, ...]]) -> Readiness:
    """Return the same for criteria that were judged already, given by step."""
    days = days_of_records(facts)
    parts = [_share(state.is_met for state in gate) for gate in gates.values()]
    parts += [_critical_share(facts), Fraction(min(days, DAYS_OF_RECORDS), DAYS_OF_RECORDS)]
    outcomes = {
        "critical": critical_reached(facts),
        "steps": _steps(gates),
        "audit_and_review": _audit_and_review(facts),
        "records": _records(days),
    }
    states = tuple(CriterionState(id_, o.is_met, o.reason, o.place) for id_, o in outcomes.items())
    return Readiness(sum(parts, Fraction(0)) / len(parts), states)


def days_of_records(facts: Facts) -> int:
    """Return on how many days up to today figures were kept, in data sheets and indicator values."""
    spans = [(s.week_start, s.week_start + _WEEK) for s in facts.all(DataSheet) if s.week_start]
    spans += [(value.start or value.end, value.end) for value in facts.all(IndicatorValue) if value.end]
    return _days(spans, facts.today)


def _days(spans: Iterable[Span], today: date) -> int:
    """Return the number of different days in the spans, those still to come left out."""
    days, counted_to = 0, date.min
    for start, end in sorted(set(spans)):
        first, last = max(start, counted_to + timedelta(days=1)), min(end, today)
        if first <= last:
            days += (last - first).days + 1
            counted_to = last
    return days


def _share(answers: Iterable[bool]) -> Fraction:
    counted = list(answers)
    return Fraction(sum(counted), len(counted)) if counted else Fraction(0)


def _critical_share(facts: Facts) -> Fraction:
    if facts.latest_round is None:
        return Fraction(0)
    answers = facts.answers[facts.latest_round.id]
    shown = (shown_points(answers.get(q.id), facts.answers_with_files) for q in facts.guidance.critical)
    return _share(reached is None or reached >= TARGET for reached in shown)


def _steps(gates: Mapping[int, tuple[CriterionState, ...]]) -> Outcome:
    waiting = [step for step, gate in gates.items() if not all(state.is_met for state in gate)]
    if waiting:
        reason = Sentence(
            "{count} of {total} steps does not meet its exit criteria; the first is step {first}.",
            "{count} of {total} steps do not meet their exit criteria; the first is step {first}.",
            len(waiting),
            total=len(gates),
            first=waiting[0],
        )
        return unmet(reason, place(StepClosing))
    return met(Sentence("All eight steps meet their exit criteria."), place(StepClosing))


def _audit_and_review(facts: Facts) -> Outcome:
    if not done_audits(facts):
        return unmet(Sentence("No internal audit has been done yet."), place(Audit))
    if not done_reviews(facts):
        return unmet(Sentence("No management review has been held yet."), place(Review))
    reason = Sentence("An internal audit and a management review are recorded.")
    return met(reason, place(Review))


def _records(days: int) -> Outcome:
    reason = Sentence(
        "There are figures of {count} day; an audit wants two months, better three.",
        "There are figures of {count} days; an audit wants two months, better three.",
        days,
    )
    return (met if days >= DAYS_OF_RECORDS else unmet)(reason, place(DataSheet))
