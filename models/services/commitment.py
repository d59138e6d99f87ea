"""What the workspaces of step 2 list and offer: roles, objectives and ready-made ones, statements."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date, timedelta

from models.content.documents import PolicyStatement as ModelStatement
from models.content.documents import ReadyObjective, model_policy, ready_objectives
from models.domain.ledger import Ledger
from models.domain.records.choices import Progress
from models.domain.records.commitment import (
    ROLES,
    Better,
    Objective,
    ObjectiveAction,
    PolicyStatement,
    Role,
)


def roles_in_order(ledger: Ledger) -> Sequence[Role]:
    """Return the roles as documents list them: by their kind, then as they were entered."""
    order = list(ROLES)
    return sorted(ledger.all(Role), key=lambda one: order.index(one.role) if one.role else len(order))


def actions_of(objective: Objective, ledger: Ledger) -> Sequence[ObjectiveAction]:
    """Return the actions that lead to an objective, those that are due first."""
    actions = [one for one in ledger.all(ObjectiveAction) if one.objective == objective.id]
    return sorted(actions, key=lambda one: (one.due is None, one.due, one.id))


def objectives_to_take(ledger: Ledger) -> Sequence[ReadyObjective]:
    """Return the ready-made objectives that the company has not taken word for word in any language."""
    known = {text for objective in ledger.all(Objective) for text in objective.text.items()}
    return [ready for ready in ready_objectives() if known.isdisjoint(ready.text.items())]


def objective_of(ready: ReadyObjective, today: date) -> Objective:
    """Return a ready-made objective as the company's own, not saved yet; its baseline is for the user."""
    is_less = ready.comparison == "change" and ready.number < 0
    return Objective(
        text=ready.text,
        indicator=ready.indicator,
        unit=ready.unit,
        better=Better.LESS if is_less else Better.MORE,
        # A change counts from a baseline that only the company knows.
        target=ready.number if ready.comparison == "at_least" else None,
        due=today + timedelta(days=30 * ready.months) if ready.months else None,
        status=Progress.PLANNED,
    )


def statements_in_order(ledger: Ledger) -> Sequence[PolicyStatement]:
    """Return the statements of the policy as they are printed."""
    return sorted(ledger.all(PolicyStatement), key=lambda one: (one.order or 0, one.id))


def statements_to_take(ledger: Ledger) -> Sequence[ModelStatement]:
    """Return the model statements that the policy does not have word for word in any language."""
    known = {text for statement in ledger.all(PolicyStatement) for text in statement.text.items()}
    return [one for one in model_policy().statements if known.isdisjoint(one.text.items())]


def new_statement(ledger: Ledger, model: ModelStatement | None = None) -> PolicyStatement:
    """Return a statement that stands after all others, empty or that of the model; not saved yet."""
    last = max((one.order or 0 for one in ledger.all(PolicyStatement)), default=0)
    statement = PolicyStatement(order=last + 1)
    return dataclasses.replace(statement, text=model.text) if model else statement


def moved(statement: PolicyStatement, to: int, ledger: Ledger) -> Sequence[PolicyStatement]:
    """Return the statements whose number changes when one is moved.

    Args:
        statement: that is moved.
        to: its new place, 0 for the first; beyond the ends it is the nearest one.
        ledger: the company's records.
    """
    others = [one for one in statements_in_order(ledger) if one.id != statement.id]
    others.insert(max(0, min(to, len(others))), statement)
    return [
        dataclasses.replace(one, order=place) for place, one in enumerate(others, 1) if one.order != place
    ]
