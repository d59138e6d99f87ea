"""What the exit criteria of a step answer, and where what they miss is mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.ids import RecordId
from models.domain.registers import register_of
from models.domain.sentences import Sentence


@dataclass(frozen=True)
class Place:
    """Where something is mended.

    register: its code. record: None for the register as a whole. field: "" for the whole record.
    content: id of the question, task or document that has no record yet, "" for none.
    """

    register: str
    record: RecordId | None = None
    field: str = ""
    content: str = ""


@dataclass(frozen=True)
class Outcome:
    """Whether a criterion is met; the reason says in one sentence what is there or what is missing."""

    is_met: bool
    reason: Sentence
    place: Place


@dataclass(frozen=True)
class CriterionState:
    """One criterion and how it stands."""

    id: str
    is_met: bool
    reason: Sentence
    place: Place


@dataclass(frozen=True)
class Criterion:
    """An exit criterion, the task that fulfils it, and the rule that judges it."""

    id: str
    task: str
    judge: Callable[[Facts], Outcome]

    def state(self, facts: Facts) -> CriterionState:
        """Return how the criterion stands."""
        outcome = self.judge(facts)
        return CriterionState(self.id, outcome.is_met, outcome.reason, outcome.place)


def place(of: Record | type[Record], field: str = "", content: str = "") -> Place:
    """Return where a record, or the register of a record type, is found."""
    code = register_of(of).code
    return Place(code, None if isinstance(of, type) else of.id, field, content)


def met(reason: Sentence, where: Place) -> Outcome:
    """Return the outcome of a criterion that is met."""
    return Outcome(True, reason, where)


def unmet(reason: Sentence, where: Place) -> Outcome:
    """Return the outcome of a criterion that is not met."""
    return Outcome(False, reason, where)
