"""The indices of customer surveys and how far they can be trusted.

Shares are exact fractions, 0 to 1; the ends of intervals are floats. Rounding and digits are the caller's.

Source: resources/content/survey.toml, "indices", "interval_note", "nps_note" and "sample_formula".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, sqrt
from typing import NamedTuple

SMALL_SAMPLE = 30
"""With fewer answers counts are shown instead of percentages."""

_Z = 1.959964
"""The 97.5th percentile of the normal distribution, for intervals of 95%."""

_FEWEST_FOR_T = 8

_WORST_VARIANCE = Fraction(9604, 10000)
"""z² × p × (1 − p) at p = 0.5 with z = 1.96: a share about which nothing is known."""

Counts = Mapping[int, int]
"""How many answers each value of a scale got."""


class Interval(NamedTuple):
    """The two ends of a 95% interval."""

    low: float
    high: float


class Share(NamedTuple):
    """How many of how many."""

    part: int
    whole: int


class Camps(NamedTuple):
    """The answers 0 to 10 by what they stand for: 9–10 promoters, 7–8 passives, 0–6 detractors."""

    promoters: int
    passives: int
    detractors: int

    @property
    def total(self) -> int:
        """The number of valid answers."""
        return sum(self)


def is_small(answers: int) -> bool:
    """Return whether there are too few answers to speak of percentages."""
    return answers < SMALL_SAMPLE


def total(counts: Counts) -> int:
    """Return the number of valid answers."""
    return sum(counts.values())


def share(part: int, whole: int) -> Fraction | None:
    """Return part of whole; None where there is nothing to divide by."""
    return Fraction(part, whole) if whole else None


def at_least(counts: Counts, lowest: int) -> int:
    """Return how many answers reach a value."""
    return sum(number for value, number in counts.items() if value >= lowest)


def mean(counts: Counts) -> Fraction | None:
    """Return the mean score; None without answers."""
    answers = total(counts)
    return Fraction(sum(value * number for value, number in counts.items()), answers) if answers else None


def camps(counts: Counts) -> Camps:
    """Return promoters, passives and detractors of a scale from 0 to 10."""
    promoters = at_least(counts, 9)
    detractors = total(counts) - at_least(counts, 7)
    return Camps(promoters, total(counts) - promoters - detractors, detractors)


def net_promoter_score(of: Camps) -> Fraction | None:
    """Return the net promoter score, −100 to +100; it is a number and no percentage. None without answers."""
    return Fraction(100 * (of.promoters - of.detractors), of.total) if of.total else None


def weighted_index(weighted_means: Iterable[tuple[Decimal | int, Fraction]], top: int = 5) -> Fraction | None:
    """Return the weighted index of satisfaction, in percent of the best possible.

    Args:
        weighted_means: pairs of a weight, from what customers find important, and a mean score.
        top: the highest value of the scale.

    Returns:
        20 to 100 on a scale of 1 to 5, not 0 to 100; None where all weights together are nothing.
    """
    pairs = [(Fraction(weight), score) for weight, score in weighted_means]
    weights = sum((weight for weight, _ in pairs), Fraction(0))
    if not weights:
        return None
    return 100 * sum((weight * score for weight, score in pairs), Fraction(0)) / (top * weights)


def wilson_interval(part: int, whole: int) -> Interval | None:
    """Return the Wilson 95% interval of a share, within 0 and 1; None without answers."""
    if not whole:
        return None
    p, z2 = part / whole, _Z * _Z
    scale = 1 + z2 / whole
    centre = (p + z2 / (2 * whole)) / scale
    half = _Z * sqrt(p * (1 - p) / whole + z2 / (4 * whole * whole)) / scale
    # At the ends rounding would step a hair over the border.
    low = 0.0 if part == 0 else centre - half
    high = 1.0 if part == whole else centre + half
    return Interval(low, high)


def net_promoter_interval(of: Camps) -> Interval | None:
    """Return the adjusted-Wald 95% interval of the net promoter score, within −100 and +100.

    Three answers are added, ¾ of one to the promoters and ¾ to the detractors, so that its centre lies nearer
    to zero than the score itself. None without answers.
    """
    if not of.total:
        return None
    centre, variance = _adjusted(of)
    half = _Z * sqrt(variance)
    return Interval(max(100 * (centre - half), -100.0), min(100 * (centre + half), 100.0))


def difference_interval(before: Share, after: Share) -> Interval | None:
    """Return the 95% interval of the difference of two independent shares, after less before, −1 to 1.

    It combines the Wilson intervals of the two (Newcombe's hybrid score method, number 10 of his comparison).
    None where one of them is of nobody.
    """
    first, second = wilson_interval(*before), wilson_interval(*after)
    if first is None or second is None:
        return None
    p, q = before.part / before.whole, after.part / after.whole
    down = sqrt((q - second.low) ** 2 + (first.high - p) ** 2)
    up = sqrt((second.high - q) ** 2 + (p - first.low) ** 2)
    return Interval(max(q - p - down, -1.0), min(q - p + up, 1.0))


def net_promoter_difference(before: Camps, after: Camps) -> Interval | None:
    """Return the adjusted-Wald 95% interval of the difference of two net promoter scores, after less before.

    Each sample is adjusted as for its own interval. Within −200 and +200; None where one is of nobody.
    """
    if not before.total or not after.total:
        return None
    (first, first_variance), (second, second_variance) = _adjusted(before), _adjusted(after)
    half = _Z * sqrt(first_variance + second_variance)
    middle = second - first
    return Interval(max(100 * (middle - half), -200.0), min(100 * (middle + half), 200.0))


def _adjusted(of: Camps) -> tuple[float, float]:
    """Return centre and variance of the mean of a net promoter score as a share, three answers added."""
    answers = of.total + 3
    promoters, detractors = (of.promoters + 0.75) / answers, (of.detractors + 0.75) / answers
    centre = promoters - detractors
    return centre, (promoters + detractors - centre * centre) / answers


def mean_interval(counts: Counts) -> Interval | None:
    """Return the 95% interval of a mean by Student's t, None with fewer answers than a t can be trusted for.

    It may reach beyond the scale.
    """
    answers, centre = total(counts), mean(counts)
    if centre is None or answers < _FEWEST_FOR_T:
        return None
    half = _t(answers - 1) * sqrt(_variance(counts, centre) / answers)
    return Interval(float(centre) - half, float(centre) + half)


def mean_difference(before: Counts, after: Counts) -> Interval | None:
    """Return Welch's 95% interval of the difference of two means, after less before.

    None where one has fewer answers than a t can be trusted for.
    """
    first, second = mean(before), mean(after)
    if first is None or second is None or min(total(before), total(after)) < _FEWEST_FOR_T:
        return None
    parts = [
        (float(_variance(counts, centre)) / total(counts), total(counts) - 1)
        for counts, centre in ((before, first), (after, second))
    ]
    whole = sum(part for part, _ in parts)
    middle = float(second - first)
    if not whole:
        return Interval(middle, middle)
    freedom = whole * whole / sum(part * part / free for part, free in parts)
    half = _t(freedom) * sqrt(whole)
    return Interval(middle - half, middle + half)


def _variance(counts: Counts, centre: Fraction) -> Fraction:
    """Return the variance of the answers, n − 1 in the denominator."""
    squares = sum((number * (value - centre) ** 2 for value, number in counts.items()), Fraction(0))
    return squares / (total(counts) - 1)


def _t(freedom: float) -> float:
    """Return the 97.5th percentile of Student's t by its Cornish–Fisher expansion, right to 0.001 from 7 up.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.5.
    """
    z = _Z
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, 1))


def answers_needed(margin: Fraction, customers: int | None = None) -> int:
    """Return how many answers give a margin of error, at 95% and for a random sample.

    Args:
        margin: of a share, such as 1/10 for ten points; greater than 0.
        customers: all who could be asked; None for very many.
    """
    first = _WORST_VARIANCE / (margin * margin)
    if customers is None:
        return ceil(first)
    return min(ceil(first / (1 + (first - 1) / customers)), customers) if customers else 0


def margin_of_error(answers: int, customers: int | None = None) -> float | None:
    """Return the margin that a number of answers gives, at 95% and for a random sample.

    None without answers. 0.0 where everybody answered.
    """
    if not answers:
        return None
    if customers is None:
        return sqrt(_WORST_VARIANCE / answers)
    if answers >= customers:
        return 0.0
    first = Fraction(answers * (customers - 1), customers - answers)
    return sqrt(_WORST_VARIANCE / first)
