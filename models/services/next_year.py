"""Next year's objectives: each of this year's goes on, is raised, or is dropped with a reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from decimal import Decimal

from models.domain.days import months_later
from models.domain.errors import AppError
from models.domain.ids import new_id
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.objective_results import Outcome, is_met, outcomes
from models.domain.records.audit import Review, ReviewDecision
from models.domain.records.choices import Progress
from models.domain.records.commitment import Objective
from models.domain.sentences import Sentence, Wording
from models.services.company import OpenCompany

_MONTHS = 12


class NoResult(AppError):
    """Nobody knows what was reached."""

    message = N_("Enter the value that was reached: next year starts from it.")


class NotMet(AppError):
    """What was not reached is not raised."""

    message = N_("The target was not reached, so it is not raised. Continue with it, or set another one.")


class NoReason(AppError):
    """An objective is not dropped without saying why."""

    message = N_("Write why the objective is dropped.")


def open_outcomes(ledger: Ledger, review: Review) -> Sequence[Outcome]:
    """Return the objectives about which a review has still to decide for next year."""
    return [
        one
        for one in outcomes(ledger)
        if one.follower is None and not one.is_dropped and not _is_next(one.objective, review)
    ]


def following(ledger: Ledger, review: Review) -> Sequence[Objective]:
    """Return next year's objectives as a review sees them, oldest first."""
    return [
        one.objective for one in outcomes(ledger) if one.follower is None and _is_next(one.objective, review)
    ]


def _is_next(objective: Objective, review: Review) -> bool:
    """Return whether an objective was set in, or after, a review: ids tell the order of making."""
    return objective.id > review.id


def next_objective(objective: Objective, reached: Decimal, *, target: Decimal | None) -> Objective:
    """Return the objective that follows another: it starts where that one ended, and is due a year later."""
    return dataclasses.replace(
        objective,
        id=new_id(),
        follows=objective.id,
        baseline=reached,
        target=target,
        due=months_later(objective.due, _MONTHS) if objective.due else None,
        status=Progress.PLANNED,
    )


def go_on(company: OpenCompany, objective: Objective, reached: Decimal | None) -> Objective:
    """Save the objective that follows, with the old target where that was missed; one step to undo.

    Raises:
        NoResult: the value reached is not given; nothing was changed.
    """
    if reached is None:
        raise NoResult
    was_met = is_met(objective, reached)
    return _save(
        company, objective, next_objective(objective, reached, target=_kept(objective, reached)), was_met
    )


def raise_target(company: OpenCompany, objective: Objective, reached: Decimal | None) -> Objective:
    """Save the objective that follows one that was met; its target is for the user. One step to undo.

    Raises:
        NoResult: the value reached is not given; nothing was changed.
        NotMet: the target was missed; nothing was changed.
    """
    if reached is None:
        raise NoResult
    if not is_met(objective, reached):
        raise NotMet
    return _save(company, objective, next_objective(objective, reached, target=None), True)


def drop(
    company: OpenCompany,
    objective: Objective,
    reached: Decimal | None,
    review: Review,
    reason: str,
    wording: Wording,
) -> ReviewDecision:
    """Save the decision that an objective is dropped, and why, and settle it; one step to undo.

    Raises:
        NoReason: nothing is written; nothing was changed.
    """
    if not reason.strip():
        raise NoReason
    text = Sentence(
        N_("The objective “{name}” is dropped: {reason}"), name=objective.text, reason=reason.strip()
    )
    day = review.held_on
    decision = ReviewDecision(
        review=review.id,
        subject="objectives",
        text=text.worded(wording),
        owner=objective.owner or review.chair,
        due=day,
        done_on=day,
    )
    status = Progress.DONE if is_met(objective, reached) else Progress.MISSED
    company.save_all((decision, dataclasses.replace(objective, status=status)))
    return decision


def _kept(objective: Objective, reached: Decimal) -> Decimal | None:
    """Return the target that still has to be reached, None where it was."""
    return None if is_met(objective, reached) else objective.target


def _save(
    company: OpenCompany, objective: Objective, following: Objective, was_met: bool | None
) -> Objective:
    status = objective.status if was_met is None else Progress.DONE if was_met else Progress.MISSED
    company.save_all((dataclasses.replace(objective, status=status), following))
    return following
