from datetime import date
from decimal import Decimal

import pytest

from models.domain.ledger import Records
from models.domain.performance import (
    Kept,
    Signal,
    Trend,
    answered_in_time,
    kept,
    performances,
    signal,
    trend,
)
from models.domain.records.charter import Indicator
from models.domain.records.feedback import IndicatorValue
from models.domain.records.operation import Complaint, DataSheet

TODAY = date(2026, 11, 22)
KEPT_SHARE = Indicator(comparison="at_least", target=Decimal(92), red_limit=Decimal(85))
MISTAKES = Indicator(comparison="at_most", target=Decimal(5), red_limit=Decimal(8))


@pytest.mark.parametrize(
    ("card", "value", "expected"),
    [
        (KEPT_SHARE, 92, Signal.GREEN),
        (KEPT_SHARE, 85, Signal.AMBER),
        (KEPT_SHARE, 84, Signal.RED),
        (MISTAKES, 5, Signal.GREEN),
        (MISTAKES, 8, Signal.AMBER),
        (MISTAKES, 9, Signal.RED),
        (Indicator(comparison="at_least", target=Decimal(92)), 1, Signal.AMBER),
        (Indicator(target=Decimal(92)), 95, None),
    ],
)
def test_a_value_is_green_from_its_target_and_red_beyond_its_limit(
    card: Indicator, value: int, expected: Signal | None
) -> None:
    assert signal(card, Decimal(value)) == expected


def test_fewer_mistakes_are_better() -> None:
    assert trend(MISTAKES, Decimal(9), Decimal(4)) is Trend.BETTER


def test_an_unchanged_value_is_the_same() -> None:
    assert trend(KEPT_SHARE, Decimal(90), Decimal("90.0")) is Trend.SAME


def test_values_stand_by_the_end_of_their_period() -> None:
    late = IndicatorValue(indicator=KEPT_SHARE.id, end=TODAY, value=Decimal(93))
    early = IndicatorValue(indicator=KEPT_SHARE.id, end=date(2026, 10, 1), value=Decimal(80))
    (found,) = performances(Records([KEPT_SHARE, late, early]))
    assert (found.latest, found.previous, found.signal, found.trend) == (
        late,
        early,
        Signal.GREEN,
        Trend.BETTER,
    )


def test_an_indicator_without_values_says_nothing() -> None:
    (found,) = performances(Records([KEPT_SHARE]))
    assert (found.latest, found.signal, found.trend) == (None, None, None)


def test_weeks_are_added_up_and_half_filled_ones_left_out() -> None:
    assert kept([DataSheet(cases=10, kept=9), DataSheet(cases=20, kept=20), DataSheet(cases=5)]) == Kept(
        30, 29
    )


def test_nothing_counted_has_no_share() -> None:
    assert kept([]).share is None


def test_an_open_complaint_past_its_day_is_late() -> None:
    complaints = [
        Complaint(due=date(2026, 11, 10), answered_on=date(2026, 11, 9)),
        Complaint(due=date(2026, 11, 10), answered_on=date(2026, 11, 12)),
        Complaint(due=date(2026, 11, 20)),
        Complaint(due=date(2026, 11, 30)),
        Complaint(due=date(2026, 11, 10), cancelled_because="sent twice"),
    ]
    assert answered_in_time(complaints, TODAY) == Kept(cases=3, kept=1)
