"""The figures of the published examples, computed by hand."""

from fractions import Fraction

import pytest

from models.content.survey import SampleSize, survey_model
from models.domain.statistics import (
    SMALL_SAMPLE,
    Camps,
    Interval,
    answers_needed,
    at_least,
    camps,
    is_small,
    margin_of_error,
    mean,
    net_promoter_interval,
    net_promoter_score,
    share,
    total,
    weighted_index,
    wilson_interval,
)

PUBLISHED = Camps(22, 10, 8)


def in_percent(interval: Interval | None) -> tuple[int, int] | None:
    return interval and (round(100 * interval.low), round(100 * interval.high))


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(34, 40, (71, 93)), (7, 7, (65, 100)), (6, 10, (31, 83))]
)
def test_wilson_gives_the_published_intervals(part: int, whole: int, expected: tuple[int, int]) -> None:
    assert in_percent(wilson_interval(part, whole)) == expected


def test_wilson_of_nobody_starts_at_nothing() -> None:
    # z² / (n + z²) = 3.8415 / 10.8415
    assert in_percent(wilson_interval(0, 7)) == (0, 35)


def test_wilson_needs_answers() -> None:
    assert wilson_interval(0, 0) is None


def test_satisfied_are_answers_4_and_5_and_not_the_reverse() -> None:
    counts = {5: 20, 4: 14, 3: 4, 2: 1, 1: 1}
    assert share(at_least(counts, 4), total(counts)) == Fraction(85, 100)


def test_a_share_of_nobody_is_none() -> None:
    assert share(0, 0) is None


def test_the_mean_counts_each_answer_once() -> None:
    assert mean({5: 1, 4: 2, 1: 1}) == Fraction(14, 4)


def test_the_mean_of_no_answers_is_none() -> None:
    assert mean({}) is None


def test_camps_are_divided_below_7_and_below_9() -> None:
    assert camps({0: 1, 6: 2, 7: 3, 8: 4, 9: 5, 10: 6}) == Camps(11, 7, 3)


def test_the_net_promoter_score_counts_passives_only_below_the_line() -> None:
    assert net_promoter_score(PUBLISHED) == 35


def test_the_net_promoter_score_of_no_answers_is_none() -> None:
    assert net_promoter_score(Camps(0, 0, 0)) is None


def test_the_net_promoter_interval_is_the_published_one() -> None:
    interval = net_promoter_interval(PUBLISHED)
    assert interval is not None
    assert (round(interval.low), round(interval.high)) == (9, 56)


def test_the_net_promoter_interval_is_pulled_towards_zero() -> None:
    interval = net_promoter_interval(PUBLISHED)
    assert interval is not None
    assert round((interval.low + interval.high) / 2) == 33


def test_the_net_promoter_interval_stays_on_the_scale() -> None:
    interval = net_promoter_interval(Camps(5, 0, 0))
    assert interval is not None
    assert interval.high == 100


@pytest.mark.parametrize("row", survey_model().sample_sizes, ids=lambda row: str(row.customers))
def test_the_table_of_sample_sizes_follows_from_the_formula(row: SampleSize) -> None:
    margins = (Fraction(10, 100), Fraction(7, 100), Fraction(5, 100))
    computed = [answers_needed(margin, row.customers) for margin in margins]
    assert computed == [row.within_10, row.within_7, row.within_5]


def test_no_customers_need_no_answers() -> None:
    assert answers_needed(Fraction(1, 10), 0) == 0


def test_the_margin_is_the_sample_size_backwards() -> None:
    margin = margin_of_error(50, 100)
    assert margin is not None
    # 0.98 × √(50 ÷ (50 × 99)) = 0.0985
    assert round(margin, 4) == 0.0985


def test_everybody_asked_leaves_no_margin() -> None:
    assert margin_of_error(20, 20) == 0


def test_a_margin_of_many_customers_needs_no_number_of_them() -> None:
    assert margin_of_error(9604) == pytest.approx(0.01)


def test_the_weighted_index_cannot_fall_below_20() -> None:
    assert weighted_index([(3, Fraction(1)), (1, Fraction(1))]) == 20


def test_the_weighted_index_weighs_what_matters() -> None:
    # (3 × 4 + 1 × 2) ÷ (5 × 4) × 100
    assert weighted_index([(3, Fraction(4)), (1, Fraction(2))]) == 70


def test_the_weighted_index_without_weights_is_none() -> None:
    assert weighted_index([]) is None


def test_thirty_answers_are_no_small_sample() -> None:
    assert [is_small(29), is_small(30)] == [True, False]


def test_the_rule_for_small_samples_is_the_content_s() -> None:
    assert survey_model().small_sample == SMALL_SAMPLE
