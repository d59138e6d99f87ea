"""A survey's figures in words: main figures, intervals, verdicts, and the plain sentences of a report."""

from __future__ import annotations

from collections.abc import Iterator

from models.content.survey import index_of, pitfall_words, survey_model
from models.domain.marking import N_
from models.domain.statistics import Interval, camps, mean
from models.domain.survey.analysis import Measure, SurveyAnalysis, main_figure
from models.domain.survey.comparison import VERDICTS, Comparison
from models.domain.survey.pitfalls import PitfallId
from models.domain.survey.report import View
from models.domain.survey.results import QuestionResult
from models.localisation.language import Language
from models.localisation.text import without_isolates

_BEST = {
    "scale5": N_("{top} of {answers} chose 4 or 5"),
    "scale7": N_("{top} of {answers} chose 5 to 7"),
    "scale10": N_("{promoters} promoters, {passives} passives, {detractors} detractors"),
}
_LONGEST_NAME = 90
# The mark before the sign keeps it at the left of its number in any direction of text.
_PLUS = "\u200e+"


def index_name(result: QuestionResult, language: Language) -> str:
    """Return the index that a question feeds, "" for none."""
    index = index_of(result.question.model, result.question.type)
    return index.name.best(language.code) if index else ""


def counts_text(result: QuestionResult, language: Language) -> str:
    """Return how many gave the best answers, "" for a question without a scale."""
    template = _BEST.get(result.question.type)
    if template is None:
        return ""
    of = camps(result.counts)
    numbers = {
        "top": result.top,
        "answers": result.answers,
        "promoters": of.promoters,
        "passives": of.passives,
        "detractors": of.detractors,
    }
    words = {name: language.number(value) for name, value in numbers.items()}
    return language.gettext(template).format(**words)


def figure_text(result: QuestionResult, language: Language) -> str:
    """Return the main figure of a question as short as can be; of few answers counts, "–" for none."""
    figure = main_figure(result)
    if figure is None:
        return "–"
    if figure.is_small:
        if figure.measure is Measure.SCORE:
            of = camps(result.counts)
            numbers = [language.number(number) for number in of]
            return " · ".join(numbers)
        part, whole = language.number(result.top), language.number(result.answers)
        return language.gettext(N_("{part} of {whole}")).format(part=part, whole=whole)
    if figure.measure is Measure.SCORE:
        return language.number(figure.value, 0)
    return language.percent(figure.value)


def interval_text(result: QuestionResult, language: Language) -> str:
    """Return the 95% interval of the main figure, "" where answers are too few to speak of one."""
    figure = main_figure(result)
    if figure is None or figure.is_small:
        return ""
    return _ends(figure.interval, figure.measure, language, N_("{low} to {high}"))


def _ends(interval: Interval, measure: Measure, language: Language, template: str) -> str:
    if measure is Measure.SCORE:
        low, high = (language.number(end, 0) for end in interval)
    else:
        low, high = (language.percent(end) for end in interval)
    return language.gettext(template).format(low=low, high=high)


def mean_text(result: QuestionResult, language: Language) -> str:
    """Return the mean score with one decimal, "" without answers on a scale."""
    score = mean(result.counts)
    return "" if score is None else language.number(score, 1)


def verdict_text(one: Comparison, language: Language) -> str:
    """Return what a difference means."""
    return language.gettext(VERDICTS[one.verdict])


def difference_text(one: Comparison, language: Language) -> str:
    """Return a difference with its sign and its interval, "" where the two cannot be compared."""
    if one.difference is None or one.interval is None:
        return ""
    scale = 1 if one.measure is Measure.SCORE else 100
    numbers = [_signed(scale * value, language) for value in (one.difference, *one.interval)]
    template = N_("{difference} points ({low} to {high})")
    names = ("difference", "low", "high")
    return language.gettext(template).format(**dict(zip(names, numbers, strict=True)))


def _signed(value: float, language: Language) -> str:
    number = language.number(value, 0)
    return f"{_PLUS}{number}" if round(value) > 0 else number


def question_name(result: QuestionResult, language: Language) -> str:
    """Return what a question asks, cut where it is very long."""
    text = " ".join(result.question.text.best(language.code).split())
    return text if len(text) <= _LONGEST_NAME else f"{text[:_LONGEST_NAME].rstrip()}…"


def results_text(view: View, language: Language) -> str:
    """Return the results in plain sentences, each on a line; "" before anybody answered."""
    return without_isolates("\n".join(_results(view, language)))


def _results(view: View, language: Language) -> Iterator[str]:
    found = view.found
    if not found.sheets:
        return
    yield _received(found, language)
    for result in found.results:
        if main_figure(result) is not None:
            yield _result(result, language)
    weighted = found.weighted
    if weighted is not None and not found.is_small:
        text = language.gettext(N_("Weighted index: {value} of 100; the lowest possible value is {lowest}."))
        yield text.format(value=language.number(weighted, 0), lowest=language.number(20))
    for one in view.compared:
        yield _compared(one, language)


def _received(found: SurveyAnalysis, language: Language) -> str:
    rate = found.response_rate
    number = language.number
    if rate is None:
        sentence = language.ngettext("{count} valid answer.", "{count} valid answers.", found.sheets)
        return sentence.format(count=number(found.sheets))
    text = language.gettext(N_("{answered} of {asked} customers answered ({rate})."))
    return text.format(
        answered=number(found.sheets), asked=number(found.survey.asked or 0), rate=language.percent(rate)
    )


def _result(result: QuestionResult, language: Language) -> str:
    name, counts = question_name(result, language), counts_text(result, language)
    ends, figure = interval_text(result, language), figure_text(result, language)
    words = {"question": name, "counts": counts, "figure": figure, "interval": ends}
    words["mean"] = mean_text(result, language)
    if not ends:
        return language.gettext(N_("“{question}”: {counts}; small sample.")).format(**words)
    if result.question.type == "scale10":
        template = N_("“{question}”: net promoter score {figure} (95% interval {interval}); {counts}.")
    else:
        template = N_("“{question}”: {figure} (95% interval {interval}); {counts}, mean {mean}.")
    return language.gettext(template).format(**words)


def _compared(one: Comparison, language: Language) -> str:
    words = {
        "question": question_name(one.after, language),
        "difference": difference_text(one, language),
        "verdict": verdict_text(one, language),
    }
    template = N_("“{question}” compared with before: {verdict}.")
    if words["difference"]:
        template = N_("“{question}” compared with before: {difference}. {verdict}.")
    return language.gettext(template).format(**words)


def limits_text(view: View, language: Language) -> str:
    """Return in plain sentences how far the figures can be trusted, each on a line; "" without answers."""
    return without_isolates("\n".join(_limits(view, language)))


def _limits(view: View, language: Language) -> Iterator[str]:
    found, model = view.found, survey_model()
    if not found.sheets:
        return
    for pitfall in view.pitfalls:
        seen, _lesson = pitfall_words(pitfall, language)
        yield seen
        if pitfall.id is PitfallId.SMALL_SAMPLE:
            yield model.small_sample_note.best(language.code)
    if margin := margin_text(found, language):
        yield margin
    yield model.random_note.best(language.code)


def margin_text(found: SurveyAnalysis, language: Language) -> str:
    """Return the margin of error if the sample is random, "" where answers are too few for one."""
    margin = found.margin
    if margin is None or found.is_small:
        return ""
    points = language.number(100 * margin, 0)
    text = language.gettext(N_("Margin of error of a share, if the sample is random: ±{points} points."))
    return text.format(points=points)
