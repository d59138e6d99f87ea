"""Our intervals against those of an independent library, over many samples."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from models.domain.statistics import (
    Camps,
    Interval,
    Share,
    answers_needed,
    difference_interval,
    margin_of_error,
    mean_difference,
    mean_interval,
    net_promoter_difference,
    net_promoter_interval,
    net_promoter_score,
    wilson_interval,
)

CLOSE = 1e-6
MOST = 5_000

shares = st.integers(1, MOST).flatmap(lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole)))
samples = st.lists(st.integers(1, 5), min_size=8, max_size=200).filter(lambda sample: len(set(sample)) > 1)
promoters = st.builds(Camps, *[st.integers(0, 400)] * 3).filter(lambda of: of.total > 0)


def known(interval: Interval | None) -> Interval:
    assert interval is not None
    return interval


def counted(sample: list[int]) -> dict[int, int]:
    return {value: sample.count(value) for value in range(1, 6)}


@settings(max_examples=50, deadline=None)
@given(shares)
def test_wilson_is_that_of_statsmodels(of: Share) -> None:
    low, high = proportion_confint(of.part, of.whole, alpha=0.05, method="wilson")
    assert known(wilson_interval(*of)) == pytest.approx((low, high), abs=CLOSE)


@settings(max_examples=50, deadline=None)
@given(shares, shares)
def test_the_difference_of_shares_is_newcombes(before: Share, after: Share) -> None:
    low, high = confint_proportions_2indep(
        after.part, after.whole, before.part, before.whole, method="newcomb", compare="diff"
    )
    assert known(difference_interval(before, after)) == pytest.approx((low, high), abs=CLOSE)


@settings(max_examples=50, deadline=None)
@given(samples)
def test_the_interval_of_a_mean_is_that_of_students_t(sample: list[int]) -> None:
    own = known(mean_interval(counted(sample)))
    low, high = stats.ttest_1samp(sample, 0).confidence_interval(0.95)
    assert own == pytest.approx((low, high), abs=2e-3)


@settings(max_examples=50, deadline=None)
@given(samples, samples)
def test_the_difference_of_means_is_that_of_welch(before: list[int], after: list[int]) -> None:
    found = stats.ttest_ind(after, before, equal_var=False).confidence_interval(0.95)
    own = known(mean_difference(counted(before), counted(after)))
    assert own == pytest.approx((found.low, found.high), abs=4e-3)


def test_means_of_answers_that_are_all_alike_differ_by_just_that() -> None:
    assert mean_interval({3: 10}) == (3, 3)
    assert mean_difference({3: 10}, {5: 9}) == (2, 2)


def test_a_mean_of_few_answers_has_no_interval() -> None:
    assert mean_interval({3: 4, 5: 3}) is None
    assert mean_difference({3: 4, 5: 3}, {3: 40, 5: 30}) is None


def test_the_difference_of_shares_published_by_newcombe() -> None:
    # Newcombe (1998), table II, contrast (a) by method 10: 56/70 less 48/80 is 0.0524 to 0.3339.
    assert known(difference_interval(Share(48, 80), Share(56, 70))) == pytest.approx(
        (0.0524, 0.3339), abs=5e-5
    )


@settings(max_examples=50, deadline=None)
@given(promoters)
def test_the_promoters_interval_is_the_normal_one_of_the_padded_sample(of: Camps) -> None:
    scores = {1: of.promoters + 0.75, 0: of.passives + 1.5, -1: of.detractors + 0.75}
    answers = sum(scores.values())
    centre = sum(value * number for value, number in scores.items()) / answers
    spread = sum(number * (value - centre) ** 2 for value, number in scores.items()) / answers
    low, high = stats.norm.interval(0.95, loc=centre, scale=(spread / answers) ** 0.5)
    expected = (max(100 * low, -100), min(100 * high, 100))
    assert known(net_promoter_interval(of)) == pytest.approx(expected, abs=1e-4)


@settings(max_examples=50, deadline=None)
@given(promoters, promoters)
def test_the_difference_of_scores_turns_round_with_the_samples(before: Camps, after: Camps) -> None:
    there = known(net_promoter_difference(before, after))
    back = known(net_promoter_difference(after, before))
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert -200 <= there.low <= there.high <= 200


@settings(max_examples=50, deadline=None)
@given(shares)
def test_wilson_holds_the_share_and_keeps_within_bounds(of: Share) -> None:
    ends = known(wilson_interval(*of))
    assert 0 <= ends.low <= of.part / of.whole <= ends.high <= 1


@settings(max_examples=50, deadline=None)
@given(shares)
def test_more_satisfied_customers_never_lower_the_interval(of: Share) -> None:
    if of.part < of.whole:
        less, more = known(wilson_interval(*of)), known(wilson_interval(of.part + 1, of.whole))
        assert less.low <= more.low
        assert less.high <= more.high


@settings(max_examples=50, deadline=None)
@given(shares)
def test_twice_the_answers_never_widen_the_interval(of: Share) -> None:
    once, twice = known(wilson_interval(*of)), known(wilson_interval(2 * of.part, 2 * of.whole))
    assert twice.high - twice.low <= once.high - once.low


@settings(max_examples=50, deadline=None)
@given(shares, shares)
def test_the_difference_of_shares_keeps_within_bounds_and_holds_the_difference(
    before: Share, after: Share
) -> None:
    ends = known(difference_interval(before, after))
    difference = after.part / after.whole - before.part / before.whole
    assert -1 <= ends.low <= difference + CLOSE
    assert difference - CLOSE <= ends.high <= 1


@settings(max_examples=50, deadline=None)
@given(promoters)
def test_the_score_turned_upside_down_is_its_opposite(of: Camps) -> None:
    turned = Camps(of.detractors, of.passives, of.promoters)
    score, opposite = net_promoter_score(of), net_promoter_score(turned)
    assert score is not None
    assert opposite == -score
    assert -100 <= score <= 100


@settings(max_examples=50, deadline=None)
@given(st.integers(1, MOST), st.integers(1, 50))
def test_as_many_answers_as_needed_give_the_margin(customers: int, points: int) -> None:
    margin = Fraction(points, 100)
    answers = answers_needed(margin, customers)
    assert 0 < answers <= customers
    found = margin_of_error(answers, customers)
    assert found is not None
    assert found <= float(margin) + CLOSE
