"""The customer's journey: its steps in their order, and putting them in another one."""

from __future__ import annotations

import dataclasses

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.organisation import JourneyStep
from models.services.company import OpenCompany


def steps_in_order(ledger: Ledger) -> tuple[JourneyStep, ...]:
    """Return the steps by their number; those without one last, equals in the order of entry."""
    return tuple(sorted(ledger.all(JourneyStep), key=lambda step: (step.order is None, step.order or 0)))


def move_step(company: OpenCompany, step_id: RecordId, to: int) -> None:
    """Give a step another place, from 0, and number all of them anew; one step to undo.

    Raises:
        AppError: the company file cannot be written; nothing was changed.
    """
    steps = list(steps_in_order(company))
    moved = next((step for step in steps if step.id == step_id), None)
    if moved is None:
        return
    steps.remove(moved)
    steps.insert(max(0, to), moved)
    company.save_all(dataclasses.replace(step, order=number) for number, step in enumerate(steps, 1))
