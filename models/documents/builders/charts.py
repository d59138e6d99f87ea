"""The charts of documents; each stands beside the table of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from models.content.gap import key_areas
from models.content.survey import survey_model
from models.documents.blocks import Chart
from models.documents.builders.desk import Desk
from models.documents.builders.values import NOTHING
from models.documents.charts.bars import Bar, bars
from models.documents.charts.distribution import Pile, distribution
from models.documents.charts.radar import Series, radar
from models.documents.charts.shapes import Ink
from models.documents.charts.trend import Bound, Period, trend
from models.domain.performance import Performance
from models.domain.scoring import Scores, whole
from models.domain.statistics import is_small, share, wilson_interval
from models.domain.survey.results import QuestionResult

_PERIODS = 12
_FEWEST_PERIODS = 2
_TREND_HEIGHT = 45.0
_RADAR_HEIGHT_WIDE = 72.0
_TOP_OF_SCALES = ("scale5", "scale7")


def key_area_chart(desk: Desk, rounds: Sequence[Scores]) -> Chart:
    """Return the radar of the six key areas: the last of the rounds filled, the first one dashed."""
    first, last = rounds[0], rounds[-1]
    areas = [(area.id, desk.say(area.name)) for area in key_areas()]
    names = [f"{name}\n{_points(desk, last.by_area[area])}" for area, name in areas]
    shown = [("gap.first", first)] + ([("gap.latest", last)] if len(rounds) > 1 else [])
    series = [Series(desk.phrase(name), [one.by_area[area] for area, _ in areas]) for name, one in shown]
    height = _RADAR_HEIGHT_WIDE if desk.edition.landscape else 0.0
    return Chart(radar(names, series, lambda of: desk.number_of(100 * of, 0)), height=height)


def _points(desk: Desk, score: Fraction | None) -> str:
    return NOTHING if score is None else desk.number_of(whole(score))


def trend_chart(desk: Desk, one: Performance) -> Chart | None:
    """Return the newest values of an indicator as a line with target and limit; None for a single value."""
    if len(one.values) < _FEWEST_PERIODS:
        return None
    periods = [
        Period(desk.date_of(value.end), value.value, desk.number_of(value.value))
        for value in one.values[-_PERIODS:]
    ]
    bounds = []
    if one.indicator.target is not None:
        bounds.append(Bound(desk.phrase("feedback.target"), one.indicator.target))
    if one.indicator.red_limit is not None:
        bounds.append(Bound(desk.phrase("feedback.red_limit"), one.indicator.red_limit, Ink.BROKEN))
    drawn = trend(periods, desk.language.number, bounds=bounds, lowest=_lowest(one))
    return Chart(drawn, desk.name(one.indicator), _TREND_HEIGHT)


def _lowest(one: Performance) -> int | None:
    """Return where the axis begins: at nothing, unless the values lie so far from it that all look alike."""
    values = [value.value or Decimal(0) for value in one.values]
    return None if 2 * min(values) > max(values) else 0


def answers_chart(desk: Desk, result: QuestionResult) -> Chart | None:
    """Return how many chose each value of a question's scale, None before anybody answered."""
    if not result.answers:
        return None
    ends = {}
    item = next((one for one in survey_model().items if one.id == result.question.model), None)
    if item is not None and item.scale:
        scale = survey_model().scale(item.scale)
        ends = {scale.lowest: desk.say(scale.low_label), scale.highest: desk.say(scale.high_label)}
    piles = [
        Pile(
            f"{desk.number_of(value)}\n{ends[value]}" if value in ends else desk.number_of(value),
            count,
            desk.number_of(count),
        )
        for value, count in result.counts.items()
    ]
    return Chart(distribution(piles, desk.language.number), desk.say(result.question.text))


def shares_chart(desk: Desk, results: Sequence[QuestionResult]) -> Chart | None:
    """Return the shares of the best answers with their intervals; None where answers are too few."""
    rows = [_bar(desk, one) for one in results if one.question.type in _TOP_OF_SCALES]
    known = [row for row in rows if row is not None]
    if not known:
        return None
    return Chart(bars(known, desk.language.percent, highest=1), desk.phrase("survey.shares"))


def _bar(desk: Desk, result: QuestionResult) -> Bar | None:
    of, ends = share(result.top, result.answers), wilson_interval(result.top, result.answers)
    if of is None or ends is None or is_small(result.answers):
        return None
    label, text = desk.say(result.question.text), desk.language.percent(of)
    return Bar(label, of, text, interval=(ends.low, ends.high))
