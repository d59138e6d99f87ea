"""What a rule of the health check is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.domain.gates.criterion import Place
from models.domain.gates.facts import Facts
from models.domain.marking import N_
from models.domain.sentences import Sentence


class Severity(StrEnum):
    """How much a broken rule matters, the weightiest first."""

    SERIOUS = "serious"
    WARNING = "warning"
    HINT = "hint"


SEVERITIES: Mapping[Severity, str] = {
    Severity.SERIOUS: N_("Serious"),
    Severity.WARNING: N_("To be mended"),
    Severity.HINT: N_("Advice"),
}

MEANINGS: Mapping[Severity, str] = {
    Severity.SERIOUS: N_("An auditor would write this down."),
    Severity.WARNING: N_("This should be mended soon."),
    Severity.HINT: N_("This works, and could be better."),
}

Found = Iterator[tuple[Sentence, Place]]
"""What breaks a rule: a sentence each, and where it is mended."""


@dataclass(frozen=True)
class Rule:
    """One rule that the records of a company keep or break.

    id: stable, such as "promise_without_indicator". step: 1 to 8, None for what runs through all steps.
    """

    id: str
    step: int | None
    severity: Severity
    search: Callable[[Facts], Found]

    def findings(self, facts: Facts) -> Iterator[Finding]:
        """Yield what breaks the rule."""
        for sentence, place in self.search(facts):
            yield Finding(self.id, self.step, self.severity, sentence, place)


@dataclass(frozen=True)
class Finding:
    """One thing that breaks a rule, why, and the place that mends it."""

    rule: str
    step: int | None
    severity: Severity
    sentence: Sentence
    place: Place


def serious(step: int | None, search: Callable[[Facts], Found]) -> Rule:
    """Return a rule whose breach an auditor would write down."""
    return _rule(step, Severity.SERIOUS, search)


def warning(step: int | None, search: Callable[[Facts], Found]) -> Rule:
    """Return a rule whose breach should be mended soon."""
    return _rule(step, Severity.WARNING, search)


def hint(step: int | None, search: Callable[[Facts], Found]) -> Rule:
    """Return a rule that gives advice."""
    return _rule(step, Severity.HINT, search)


def _rule(step: int | None, severity: Severity, search: Callable[[Facts], Found]) -> Rule:
    return Rule(search.__name__, step, severity, search)
