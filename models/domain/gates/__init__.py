"""The gates: the exit criteria of the eight steps, judged from the records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from models.domain.gates import step1, step2, step3, step4, step5, step6, step7, step8
from models.domain.gates.criterion import Criterion, CriterionState, Place
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.ledger import Ledger

CRITERIA: Mapping[int, tuple[Criterion, ...]] = {
    1: step1.CRITERIA,
    2: step2.CRITERIA,
    3: step3.CRITERIA,
    4: step4.CRITERIA,
    5: step5.CRITERIA,
    6: step6.CRITERIA,
    7: step7.CRITERIA,
    8: step8.CRITERIA,
}

__all__ = ["CRITERIA", "CriterionState", "Place", "gate", "gates", "gates_of"]


def gate(step: int, ledger: Ledger, guidance: Guidance, today: date) -> tuple[CriterionState, ...]:
    """Return how the exit criteria of one step stand, in their order."""
    return _states(step, Facts(ledger, guidance, today))


def gates(ledger: Ledger, guidance: Guidance, today: date) -> dict[int, tuple[CriterionState, ...]]:
    """Return how the exit criteria of all steps stand, by step."""
    return gates_of(Facts(ledger, guidance, today))


def gates_of(facts: Facts) -> dict[int, tuple[CriterionState, ...]]:
    """Return the same from facts that are already there."""
    return {step: _states(step, facts) for step in CRITERIA}


def _states(step: int, facts: Facts) -> tuple[CriterionState, ...]:
    return tuple(criterion.state(facts) for criterion in CRITERIA[step])
