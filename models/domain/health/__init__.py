"""The health check: rules that the records of a company should keep, each with a way to mend what breaks it.

Gates, lateness and contradictions are rules like any other here; what they find is worded once.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.domain.health import charter, commitment, control, correction, feedback, operation, training
from models.domain.health.rule import MEANINGS, SEVERITIES, Finding, Rule, Severity
from models.domain.ledger import Ledger

RULES: tuple[Rule, ...] = (
    *commitment.RULES,
    *charter.RULES,
    *training.RULES,
    *operation.RULES,
    *feedback.RULES,
    *correction.RULES,
    *control.RULES,
)

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}

LATE = control.past_its_day.__name__
"""The rule about what is past its day, which is shown by itself elsewhere."""

__all__ = [
    "LATE",
    "MEANINGS",
    "RULES",
    "SEVERITIES",
    "Finding",
    "Rule",
    "Severity",
    "findings",
    "findings_of",
]


def findings(ledger: Ledger, guidance: Guidance, today: date) -> tuple[Finding, ...]:
    """Return everything that breaks a rule, the weightiest first, then by step."""
    return findings_of(Facts(ledger, guidance, today))


def findings_of(facts: Facts, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """Return the same from facts that are already there."""
    found = [finding for rule in rules for finding in rule.findings(facts)]
    return tuple(sorted(found, key=lambda one: (_WEIGHT[one.severity], one.step or 9)))
