"""How a company stands at a glance: readiness, the eight steps, what comes next, what is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.content.guidance import guidance
from models.domain.gates import CriterionState
from models.domain.gates.facts import Facts
from models.domain.lateness import LateThing, late_of
from models.domain.ledger import Ledger
from models.domain.progress import NextThing, Phase, StepState, states_of, things_of
from models.domain.readiness import Readiness, readiness_of
from models.domain.records.charter import Promise
from models.domain.records.control import DocumentControl
from models.domain.records.organisation import Organisation
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany

_NEXT = 3


@dataclass(frozen=True)
class Overview:
    """What the home page shows of a company on a day.

    promises: how many stand in the charter. approved: controlled documents, of `documents`.
    """

    steps: tuple[StepState, ...]
    readiness: Readiness
    next: tuple[NextThing, ...]
    late: tuple[LateThing, ...]
    promises: int
    approved: int
    documents: int

    @property
    def closed(self) -> int:
        """How many steps are closed."""
        return sum(state.is_closed for state in self.steps)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was entered yet."""
        return all(state.phase is Phase.UNTOUCHED for state in self.steps)

    @property
    def current_step(self) -> int | None:
        """The first step that is still open, None when all are closed."""
        return next((state.step for state in self.steps if not state.is_closed), None)

    @property
    def open_criteria(self) -> tuple[int, tuple[CriterionState, ...]]:
        """The first step that is worked on and not closed, and its unmet criteria; (0, ()) for none."""
        state = next((state for state in self.steps if state.phase is Phase.RUNNING), None)
        if state is None:
            return 0, ()
        return state.step, tuple(one for one in state.criteria if not one.is_met)


def overview(ledger: Ledger, today: date) -> Overview:
    """Return how a company stands."""
    facts = Facts(ledger, guidance(), today)
    return _overview(facts, states_of(facts))


def _overview(facts: Facts, states: tuple[StepState, ...]) -> Overview:
    documents = facts.guidance.documents
    return Overview(
        states,
        readiness_of(facts, {state.step: state.criteria for state in states}),
        things_of(facts, states, _NEXT),
        late_of(facts),
        len(facts.all(Promise)),
        _approved(facts.ledger, documents),
        len(documents),
    )


class Outlook:
    """The overview of an open company, worked out once after each change and each midnight."""

    def __init__(self, company: OpenCompany) -> None:
        self._company = company
        self._facts: Facts | None = None
        self._steps: tuple[StepState, ...] | None = None
        self._known: Overview | None = None
        company.subscribe(self._forget)

    def now(self) -> Overview:
        """Return how the company stands today."""
        facts, states = self._present(), self.steps()
        if self._known is None:
            self._known = _overview(facts, states)
        return self._known

    def steps(self) -> tuple[StepState, ...]:
        """Return how the steps stand today; what is late is not looked for among all records."""
        facts = self._present()
        if self._steps is None:
            self._steps = states_of(facts)
        return self._steps

    def _present(self) -> Facts:
        today = date.today()
        if self._facts is None or self._facts.today != today:
            self._forget()
            self._facts = Facts(self._company, guidance(), today)
        return self._facts

    def _forget(self, _change: Change | None = None) -> None:
        self._facts = self._steps = self._known = None


def organisation(ledger: Ledger) -> Organisation:
    """Return the sheet of the organisation, empty where nothing was entered."""
    return ledger.find(Organisation, register_of(Organisation).sheet_id) or Organisation()


def _approved(ledger: Ledger, documents: tuple[str, ...]) -> int:
    approved = {control.document for control in ledger.all(DocumentControl) if control.is_approved}
    return len(approved.intersection(documents))
