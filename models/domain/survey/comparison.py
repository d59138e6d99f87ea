"""Whether a question's answers differ from those of another time or another version, or chance made it so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.domain.marking import N_
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.statistics import (
    Interval,
    Share,
    camps,
    difference_interval,
    is_small,
    mean_difference,
    net_promoter_difference,
)
from models.domain.survey.analysis import MainFigure, Measure, SurveyAnalysis, main_figure
from models.domain.survey.results import QuestionResult
from models.domain.text import LocalText


class Verdict(StrEnum):
    """What a difference means."""

    BETTER = "better"
    WORSE = "worse"
    CHANCE = "chance"  # chance alone can make it
    QUESTION_CHANGED = "question_changed"
    RULE_CHANGED = "rule_changed"  # others were asked, or in another way
    NEW = "new"  # not asked before
    TOO_FEW = "too_few"

    @property
    def is_comparison(self) -> bool:
        """Whether the two could be compared at all."""
        return self in (Verdict.BETTER, Verdict.WORSE, Verdict.CHANCE)


VERDICTS: Mapping[Verdict, str] = {
    Verdict.BETTER: N_("Better"),
    Verdict.WORSE: N_("Worse"),
    Verdict.CHANCE: N_("The difference means nothing: chance alone can make it"),
    Verdict.QUESTION_CHANGED: N_("Cannot be compared: the question changed"),
    Verdict.RULE_CHANGED: N_("Cannot be compared: customers were chosen or asked in another way"),
    Verdict.NEW: N_("Not asked before"),
    Verdict.TOO_FEW: N_("Too few answers to compare"),
}


@dataclass(frozen=True)
class Comparison:
    """One question at two times, or in two versions.

    difference: after less before, with its 95% interval, in the unit of the measure: a share of −1 to 1, a
    score of −200 to 200; None where the two cannot be compared. of_means: the interval of the difference of
    the means.
    """

    before: QuestionResult | None
    after: QuestionResult
    verdict: Verdict
    measure: Measure
    difference: Fraction | None = None
    interval: Interval | None = None
    of_means: Interval | None = None


def matched(
    before: Sequence[SurveyQuestion], after: Sequence[SurveyQuestion]
) -> tuple[tuple[SurveyQuestion | None, SurveyQuestion], ...]:
    """Return each question of the later survey with the one that it was before, None for a new one.

    The very same record goes first, then the same text and kind, then the same question of the model form.
    """
    left = list(before)
    found: dict[SurveyQuestion, SurveyQuestion] = {}
    for is_match in (_is_record, is_same_question, _is_of_model):
        for question in after:
            other = next((one for one in left if is_match(one, question)), None)
            if question not in found and other is not None:
                found[question] = other
                left.remove(other)
    return tuple((found.get(question), question) for question in after)


def _is_record(one: SurveyQuestion, other: SurveyQuestion) -> bool:
    return one.id == other.id


def _is_of_model(one: SurveyQuestion, other: SurveyQuestion) -> bool:
    return bool(one.model) and one.model == other.model


def is_same_question(one: SurveyQuestion, other: SurveyQuestion) -> bool:
    """Return whether two questions ask for the same kind of answer in the same words.

    Words are compared in the languages that both have; blanks between them do not count.
    """
    if one.type != other.type or _plain(one.options) != _plain(other.options):
        return False
    first, second = _plain(one.text), _plain(other.text)
    both = first.keys() & second.keys()
    return bool(both) and all(first[code] == second[code] for code in both)


def _plain(text: LocalText) -> dict[str, str]:
    return {code: " ".join(words.split()) for code, words in text.items()}


def has_same_rule(one: Survey, other: Survey) -> bool:
    """Return whether two surveys chose and asked their customers alike."""
    return all(
        " ".join(getattr(one, name).split()) == " ".join(getattr(other, name).split())
        for name in ("rule", "method", "groups")
    )


def comparisons(before: SurveyAnalysis, after: SurveyAnalysis) -> tuple[Comparison, ...]:
    """Return the comparison of each question that has a main figure, in the order of the later survey."""
    earlier = {result.question: result for result in before.results}
    later = {result.question: result for result in after.results}
    is_alike = has_same_rule(before.survey, after.survey)
    return tuple(
        compared(earlier[old] if old is not None else None, later[new], is_rule_same=is_alike)
        for old, new in matched(before.questions, after.questions)
        if new.type in ("scale5", "scale7", "scale10")
    )


def compared(
    before: QuestionResult | None, after: QuestionResult, *, is_rule_same: bool = True
) -> Comparison:
    """Return what the difference between two results of one question means."""
    measure = Measure.SCORE if after.question.type == "scale10" else Measure.SHARE
    hindrance = _hindrance(before, after, is_rule_same=is_rule_same)
    if hindrance is not None or before is None:
        return Comparison(before, after, hindrance or Verdict.NEW, measure)
    old, new = _figure(before), _figure(after)
    if measure is Measure.SCORE:
        ends = net_promoter_difference(camps(before.counts), camps(after.counts))
    else:
        ends = difference_interval(Share(before.top, before.answers), Share(after.top, after.answers))
    assert ends is not None
    verdict = Verdict.BETTER if ends.low > 0 else Verdict.WORSE if ends.high < 0 else Verdict.CHANCE
    means = mean_difference(before.counts, after.counts)
    return Comparison(before, after, verdict, measure, new.value - old.value, ends, means)


def _hindrance(before: QuestionResult | None, after: QuestionResult, *, is_rule_same: bool) -> Verdict | None:
    """Return why two results cannot be compared, None where they can."""
    if before is None:
        return Verdict.NEW
    if not is_same_question(before.question, after.question):
        return Verdict.QUESTION_CHANGED
    if not is_rule_same:
        return Verdict.RULE_CHANGED
    return Verdict.TOO_FEW if is_small(min(before.answers, after.answers)) else None


def _figure(result: QuestionResult) -> MainFigure:
    figure = main_figure(result)
    assert figure is not None
    return figure
