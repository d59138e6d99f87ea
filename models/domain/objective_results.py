"""What became of an objective: the value that was reached, and the objective that follows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.performance import performances
from models.domain.records.choices import Progress
from models.domain.records.commitment import Better, Objective


@dataclass(frozen=True)
class Outcome:
    """An objective with its result.

    reached: the baseline of the one that follows, or else the newest value of the indicator of the same
    name; None where neither is known. follower: the newest objective that follows, None before there is one.
    """

    objective: Objective
    reached: Decimal | None
    follower: Objective | None = None

    @property
    def is_met(self) -> bool | None:
        """Whether the value reached is at the target or better; None while one of the two is missing."""
        return is_met(self.objective, self.reached)

    @property
    def is_dropped(self) -> bool:
        """Whether it was settled and nothing follows."""
        settled = self.objective.status in (Progress.DONE, Progress.MISSED)
        return settled and self.follower is None


def is_met(objective: Objective, reached: Decimal | None) -> bool | None:
    """Return whether a value is at an objective's target or better; None while one of the two is missing."""
    target, baseline = objective.target, objective.baseline
    if target is None or reached is None:
        return None
    falls = objective.better == Better.LESS or (
        not objective.better and baseline is not None and target < baseline
    )
    return reached <= target if falls else reached >= target


def outcomes(ledger: Ledger) -> Sequence[Outcome]:
    """Return every objective with its result, in the order in which they were entered."""
    known = ledger.all(Objective)
    followers: Mapping[RecordId | None, Objective] = {one.follows: one for one in known if one.follows}
    values = _values(ledger)
    return [_outcome(one, followers.get(one.id), values) for one in known]


def earlier(ledger: Ledger) -> Sequence[Outcome]:
    """Return the objectives that another one follows, with their results."""
    return [one for one in outcomes(ledger) if one.follower is not None]


def _outcome(objective: Objective, follower: Objective | None, values: Mapping[str, Decimal]) -> Outcome:
    reached = follower.baseline if follower is not None else None
    if reached is None:
        names = [text.casefold().strip() for _code, text in objective.indicator.items()]
        reached = next((values[name] for name in names if name in values), None)
    return Outcome(objective, reached, follower)


def _values(ledger: Ledger) -> Mapping[str, Decimal]:
    """Return the newest value of each indicator by its name in any language."""
    found: dict[str, Decimal] = {}
    for one in performances(ledger):
        if one.latest is not None and one.latest.value is not None:
            for _code, name in one.indicator.name.items():
                found[name.casefold().strip()] = one.latest.value
    return found
