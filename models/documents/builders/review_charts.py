"""The charts in the minutes of a management review: one to an item at most, and only where there is data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from models.documents.blocks import Chart
from models.documents.builders.charts import answers_chart, trend_chart
from models.documents.builders.desk import Desk
from models.domain.performance import Signal
from models.domain.reported import Period
from models.domain.review_results import newest_survey, performances_within
from models.domain.survey.results import SCALES, answers_of, question_results, questions_of, valid_answers

_HEIGHT = 42.0
"""In millimetres: the minutes are read for what was said and decided, and stay short enough to sign."""

_MOST_URGENT = (Signal.RED, Signal.AMBER, Signal.GREEN, None)


def chart_on(desk: Desk, topic: str, period: Period) -> Chart | None:
    """Return the chart on an item of the agenda; None for an item that has none, or without data.

    topic: id of the agenda's item, as in resources/content/review.toml.
    """
    make = _CHARTS.get(topic)
    chart = make(desk, period) if make else None
    return replace(chart, height=_HEIGHT) if chart else None


def _indicator(desk: Desk, period: Period) -> Chart | None:
    """Return the trend of the indicator that is farthest off, of several the first one entered."""
    known = sorted(performances_within(desk.facts, period), key=lambda one: _MOST_URGENT.index(one.signal))
    return next((chart for one in known if (chart := trend_chart(desk, one))), None)


def _satisfaction(desk: Desk, period: Period) -> Chart | None:
    """Return the answers to the first rated question of the newest survey."""
    survey = newest_survey(desk.facts, period)
    if survey is None:
        return None
    answers = valid_answers(answers_of(desk.ledger, survey.id))
    results = question_results(questions_of(desk.ledger, survey.id), answers)
    return next((answers_chart(desk, one) for one in results if one.question.type in SCALES), None)


_CHARTS: Mapping[str, Callable[[Desk, Period], Chart | None]] = {
    "RI-3": _indicator,
    "RI-4": _satisfaction,
}
