"""The launch list: its points in order, the model's, and what the records say about each."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from functools import cache

from models.content.launch import ModelPoint, launch_model
from models.domain.fields import Record
from models.domain.gates.criterion import Outcome
from models.domain.gates.facts import Facts
from models.domain.launch_readiness import JUDGES
from models.domain.ledger import Ledger
from models.domain.records.operation import Launch, LaunchPoint
from models.localisation.text import search_key
from models.services.company import OpenCompany
from models.services.editing import save_field


def points_in_order(ledger: Ledger) -> list[LaunchPoint]:
    """Return the points by their numbers, those without one last."""
    return sorted(ledger.all(LaunchPoint), key=lambda point: (point.order is None, point.order or 0))


def new_point(ledger: Ledger) -> LaunchPoint:
    """Return a point that is not saved yet, behind the others."""
    last = max((point.order or 0 for point in ledger.all(LaunchPoint)), default=0)
    return LaunchPoint(order=last + 1, state="open")


def moved(ledger: Ledger, point: LaunchPoint, place: int) -> list[LaunchPoint]:
    """Return the points whose numbers change when one is given a place, 0 for the first."""
    others = [one for one in points_in_order(ledger) if one.id != point.id]
    others.insert(place, point)
    return [
        dataclasses.replace(one, order=number)
        for number, one in enumerate(others, start=1)
        if one.order != number
    ]


def is_the_models(point: LaunchPoint, model: ModelPoint) -> bool:
    """Return whether a point is one of the model list: it has its words in one language at least."""
    return any(_id_by_words().get(search_key(text)) == model.id for _code, text in point.point.items())


@cache
def _id_by_words() -> Mapping[str, str]:
    points = launch_model().points
    return {search_key(text): model.id for model in points for _code, text in model.text.items()}


def judged(point: LaunchPoint, facts: Facts) -> Outcome | None:
    """Return whether the records say that a point is ready, and why; None where they say nothing of it."""
    ids = (_id_by_words().get(search_key(text), "") for _code, text in point.point.items())
    judge = next((JUDGES[model] for model in ids if model in JUDGES), None)
    return facts.once(judge) if judge is not None else None


def save_launch(company: OpenCompany, record: Record, name: str, value: object) -> Record:
    """Save one field of the launch and return it; a first decision is one of today unless it has a day.

    Raises:
        AppError: nothing was changed.
    """
    known = company.sheet(Launch)
    if name == "decision" and value and not known.decided_on:
        decided = dataclasses.replace(known, decision=str(value), decided_on=date.today())
        company.save(decided)
        return decided
    return save_field(company, record, name, value)
