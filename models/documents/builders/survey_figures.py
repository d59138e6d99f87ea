"""The results of a survey in words and figures: counts instead of percentages where answers are few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.content import survey
from models.content.survey import survey_model
from models.documents.builders.desk import Desk
from models.documents.builders.values import NOTHING, bracketed, labelled
from models.domain.gates.step6 import newest_survey
from models.domain.records.feedback import QUESTION_TYPES, Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.statistics import (
    camps,
    is_small,
    mean,
    net_promoter_interval,
    net_promoter_score,
    share,
    wilson_interval,
)
from models.domain.survey.analysis import Window
from models.domain.survey.report import survey_of
from models.domain.survey.results import (
    SCALES,
    QuestionResult,
    answers_of,
    question_results,
    questions_of,
    valid_answers,
)
from models.localisation.answer_words import one_answer, said_counts

_NET_PROMOTER = "scale10"
_BETWEEN_COUNTS = " · "


@dataclass(frozen=True)
class SurveyFigures:
    """A survey with its questions and sheets; `answers` are those that count, `sheets` all of them."""

    survey: Survey
    questions: Sequence[SurveyQuestion]
    sheets: Sequence[SurveyAnswer]
    answers: Sequence[SurveyAnswer]
    results: Sequence[QuestionResult]


def newest_figures(desk: Desk) -> SurveyFigures | None:
    """Return the newest survey with its results, None before there is a survey."""
    return report_figures(desk, None)


def report_figures(desk: Desk, report: Analysis | None) -> SurveyFigures | None:
    """Return the survey of a report with the results of its time; without a report all of the newest one."""
    survey = (survey_of(desk.ledger, report) if report else None) or newest_survey(desk.facts)
    if survey is None:
        return None
    questions = questions_of(desk.ledger, survey.id)
    window = Window(report.start, report.end) if report else Window()
    sheets = tuple(filter(window.holds, answers_of(desk.ledger, survey.id)))
    answers = valid_answers(sheets)
    results = question_results(questions, answers, one_answer)
    return SurveyFigures(survey, questions, sheets, answers, results)


def kind_of(desk: Desk, question: SurveyQuestion) -> str:
    """Return what kind of answer a question asks for."""
    return desk.language.gettext(QUESTION_TYPES.get(question.type, question.type))


def index_of(desk: Desk, question: SurveyQuestion) -> str:
    """Return the index that a question feeds, "" for none."""
    index = survey.index_of(question.model, question.type)
    return desk.say(index.name) if index else ""


def result_text(desk: Desk, result: QuestionResult) -> str:
    """Return the main figure of a question; counts instead of percentages below thirty answers."""
    if not result.answers:
        return NOTHING
    if result.question.type == _NET_PROMOTER:
        return _net_promoters(desk, result)
    if result.question.type in SCALES:
        return _best_answers(desk, result)
    if result.question.type == "open":
        return desk.phrase("survey.open_answers", count=desk.number_of(result.answers))
    return _answers_in_words(desk, result)


def _net_promoters(desk: Desk, result: QuestionResult) -> str:
    of, number = camps(result.counts), desk.number_of
    counts = desk.phrase(
        "survey.camps",
        promoters=number(of.promoters),
        passives=number(of.passives),
        detractors=number(of.detractors),
    )
    score = net_promoter_score(of)
    if score is None or is_small(result.answers):
        return counts
    return bracketed(number(score, 0), counts)


def _best_answers(desk: Desk, result: QuestionResult) -> str:
    number = desk.number_of
    text = desk.phrase(
        f"survey.{result.question.type}", top=number(result.top), answers=number(result.answers)
    )
    of = share(result.top, result.answers)
    if of is None or is_small(result.answers):
        return text
    return bracketed(desk.language.percent(of), text)


def _answers_in_words(desk: Desk, result: QuestionResult) -> str:
    parts = (
        labelled(desk.language.isolate(word), _share(desk, count, result.answers))
        for word, count in said_counts(result, desk.language).items()
    )
    return desk.language.row.list_separator.join(parts)


def _share(desk: Desk, part: int, whole: int) -> str:
    if is_small(whole):
        return desk.number_of(part)
    return desk.language.percent(Fraction(part, whole))


def mean_text(desk: Desk, result: QuestionResult) -> str:
    """Return the mean score with one decimal, a dash for questions without a scale."""
    score = mean(result.counts)
    return NOTHING if score is None else desk.number_of(score, 1)


def interval_text(desk: Desk, result: QuestionResult) -> str:
    """Return the 95% interval of the main figure; a dash where answers are too few to speak of shares."""
    if result.question.type not in SCALES or is_small(result.answers):
        return NOTHING
    number, percent = desk.number_of, desk.language.percent
    if result.question.type == _NET_PROMOTER:
        ends = net_promoter_interval(camps(result.counts))
        return (
            desk.phrase("survey.interval", low=number(ends.low, 0), high=number(ends.high, 0))
            if ends
            else NOTHING
        )
    of = wilson_interval(result.top, result.answers)
    return desk.phrase("survey.interval", low=percent(of.low), high=percent(of.high)) if of else NOTHING


def distribution_text(desk: Desk, result: QuestionResult) -> str:
    """Return how many chose each value, from the lowest to the highest; "" for questions without a scale."""
    return _BETWEEN_COUNTS.join(desk.number_of(count) for count in result.counts.values())


def small_sample(desk: Desk, answers: int) -> str:
    """Return the warning that belongs to few answers, "" for enough of them."""
    model = survey_model()
    return desk.say(model.small_sample_label) if 0 < answers < model.small_sample else ""
