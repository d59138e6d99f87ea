"""What became of objectives: the value reached, and whether it met the target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.domain.ledger import Records
from models.domain.objective_results import earlier, is_met, outcomes
from models.domain.records.charter import Indicator
from models.domain.records.choices import Progress
from models.domain.records.commitment import Objective
from models.domain.records.feedback import IndicatorValue
from models.domain.text import LocalText

RAISE = Objective(text=LocalText(en="Satisfaction"), baseline=Decimal(71), target=Decimal(80))


@pytest.mark.parametrize(
    ("better", "baseline", "target", "reached", "expected"),
    [
        ("more", 71, 80, 80, True),
        ("more", 71, 80, 79, False),
        ("less", 9, 5, 5, True),
        ("less", 9, 5, 6, False),
        ("", 9, 5, 4, True),
        ("", 71, 80, 75, False),
        ("more", 71, 80, None, None),
        ("more", 71, None, 80, None),
    ],
)
def test_a_target_is_met_from_its_better_side(
    better: str, baseline: int, target: int | None, reached: int | None, expected: bool | None
) -> None:
    objective = Objective(
        better=better, baseline=Decimal(baseline), target=None if target is None else Decimal(target)
    )
    assert is_met(objective, None if reached is None else Decimal(reached)) is expected


def test_the_value_reached_is_that_of_the_indicator_of_the_same_name() -> None:
    card = Indicator(name=LocalText(en="CSAT", fa="شاخص رضایت"))
    objective = Objective(indicator=LocalText(fa="شاخص رضایت"), target=Decimal(80))
    records = (
        card,
        objective,
        IndicatorValue(indicator=card.id, end=date(2026, 10, 1), value=Decimal(75)),
        IndicatorValue(indicator=card.id, end=date(2026, 11, 1), value=Decimal(82)),
    )
    (found,) = outcomes(Records(records))
    assert (found.reached, found.is_met) == (Decimal(82), True)


def test_the_objective_that_follows_tells_what_was_reached() -> None:
    following = Objective(text=LocalText(en="Satisfaction"), follows=RAISE.id, baseline=Decimal(76))
    (found,) = earlier(Records([RAISE, following]))
    assert (found.objective, found.reached, found.is_met, found.follower) == (
        RAISE,
        Decimal(76),
        False,
        following,
    )


def test_a_settled_objective_that_nothing_follows_was_dropped() -> None:
    settled = Objective(status=Progress.MISSED)
    running = Objective(status=Progress.RUNNING)
    assert [one.is_dropped for one in outcomes(Records([settled, running]))] == [True, False]
