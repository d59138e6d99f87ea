"""The charts of a survey's figures, in the words of the window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from models.content.survey import survey_model
from models.documents.charts.bars import Bar, BarNames, bars
from models.documents.charts.distribution import Pile, distribution
from models.documents.charts.shapes import Geometry
from models.domain.survey.analysis import MainFigure, Measure, Part, main_figure
from models.domain.survey.comparison import Comparison
from models.domain.survey.results import QuestionResult
from models.services.survey.words import figure_text, question_name
from ui.language import _, current


def shares(results: Iterable[QuestionResult], compared: Iterable[Comparison]) -> Geometry | None:
    """Return the shares of the best answers with their intervals, and what they were before.

    None without such a question; of few answers only the counts are written.
    """
    earlier = {one.after.question.id: one.before for one in compared if one.verdict.is_comparison}
    rows = []
    for result in results:
        figure = main_figure(result)
        if figure is None or figure.measure is not Measure.SHARE:
            continue
        before = earlier.get(result.question.id)
        old = main_figure(before) if before is not None else None
        rows.append(_bar(question_name(result, current()), result, figure, old.value if old else None))
    if not rows:
        return None
    has_before = any(row.before is not None for row in rows)
    names = BarNames(_("Now"), _("Before")) if has_before else None
    return bars(rows, current().percent, highest=1, names=names)


def by_part(parts: Mapping[str, Part], place: int) -> Geometry | None:
    """Return the main figure of the question at a place, a bar for each named part; None without answers."""
    rows, is_score = [], False
    for name, part in parts.items():
        result = part.results[place]
        figure = main_figure(result)
        if figure is None:
            continue
        is_score = figure.measure is Measure.SCORE
        rows.append(_bar(name, result, figure))
    if not rows:
        return None
    if is_score:
        return bars(rows, current().number, lowest=-100, highest=100)
    return bars(rows, current().percent, highest=1)


def _bar(name: str, result: QuestionResult, figure: MainFigure, before: Fraction | None = None) -> Bar:
    text = figure_text(result, current())
    if figure.is_small:
        return Bar(name, None, text)
    return Bar(name, figure.value, text, before=before, interval=(figure.interval.low, figure.interval.high))


def answers(result: QuestionResult) -> Geometry | None:
    """Return how many chose each value of a question's scale, None for a question without one."""
    if not result.counts or not result.answers:
        return None
    number, code = current().number, current().code
    ends: dict[int, str] = {}
    item = next((one for one in survey_model().items if one.id == result.question.model), None)
    if item is not None and item.scale:
        scale = survey_model().scale(item.scale)
        ends = {scale.lowest: scale.low_label.best(code), scale.highest: scale.high_label.best(code)}
    piles = [
        Pile("\n".join(filter(None, (number(value), ends.get(value)))), count, number(count))
        for value, count in result.counts.items()
    ]
    return distribution(piles, number)
