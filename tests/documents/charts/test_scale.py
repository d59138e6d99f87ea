"""Axes: round ticks that hold every value."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.documents.charts.scale import Value, known, scale_of


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([4, 6, 9], "0 2 4 6 8 10"),
        ([Decimal("0.46"), Fraction(1, 3)], "0.0 0.1 0.2 0.3 0.4 0.5"),
        ([1200, 45_000], "0 10000 20000 30000 40000 50000"),
        ([], "0 0.2 0.4 0.6 0.8 1"),
        ([0], "0 0.2 0.4 0.6 0.8 1"),
        ([-40, 70], "-40 -20 0 20 40 60 80"),
    ],
)
def test_ticks_are_round_numbers_round_the_values(values: list[Value], ticks: str) -> None:
    assert list(scale_of(values).ticks) == [Decimal(tick) for tick in ticks.split()]


def test_ticks_say_no_more_digits_than_they_need() -> None:
    assert [str(tick) for tick in scale_of([10]).ticks] == ["0", "2", "4", "6", "8", "10"]


def test_an_axis_for_shares_ends_at_one() -> None:
    assert scale_of([Fraction(1, 5)], 0, 1).ticks[-1] == 1


def test_an_axis_may_begin_near_its_values() -> None:
    assert scale_of([94, 97], lowest=None).ticks[0] == 94


@given(st.lists(st.integers(0, 10**6)))
def test_counts_stand_between_whole_ticks(counts: list[int]) -> None:
    ticks = scale_of(counts, 0, 4, whole=True).ticks

    assert all(tick == int(tick) for tick in ticks)
    assert ticks[-1] >= max([*counts, 4])


@given(st.lists(st.none() | st.floats(), max_size=5), st.none() | st.just(0))
def test_any_values_get_an_axis(values: list[float | None], lowest: int | None) -> None:
    scale = scale_of(values, lowest)

    assert 2 <= len(scale.ticks) <= 9
    assert all(0 <= scale.share(value) <= 1 for value in map(known, values) if value is not None)
