"""Which of the usual pitfalls a survey's figures stand in, with the numbers that tell so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from models.domain.records.feedback import SurveyQuestion
from models.domain.statistics import is_small
from models.domain.survey.analysis import Measure, SurveyAnalysis, main_figure
from models.domain.survey.comparison import Comparison, Verdict
from models.domain.survey.results import QuestionResult

LOW_RESPONSE = Fraction(3, 10)
"""When fewer than that answered, those who did are hardly like those who did not."""

_SEVERAL = 2
_ENOUGH_TO_BE_ALIKE = 10
_INDICES = ("scale5", "scale7", "scale10")
# An imported table says nothing of the way in which customers were asked.
_NO_WAY = ("", "import")

Number = int | Fraction | float


class PitfallId(StrEnum):
    """The ids of pitfalls in resources/content/survey.toml that a survey's own figures can tell."""

    SMALL_SAMPLE = "small_sample"
    QUIET_LEAVE = "quiet_leave"
    CHANGED = "changed"
    CHANCE = "chance"
    INVALID = "invalid"
    ALL_BEST = "all_best"
    ONE_SOURCE = "one_source"
    NO_COMPLAINTS = "no_complaints"
    ADDED_UP = "added_up"
    LEADING = "leading"


@dataclass(frozen=True)
class Pitfall:
    """A pitfall that applies; numbers: the fields of its sentence, shares 0 to 1."""

    id: PitfallId
    numbers: Mapping[str, Number]
    questions: tuple[SurveyQuestion, ...] = ()


def pitfalls(
    found: SurveyAnalysis,
    compared: Sequence[Comparison],
    complaints: int,
    is_leading: Callable[[SurveyQuestion], bool],
) -> tuple[Pitfall, ...]:
    """Return the pitfalls that apply to a survey's figures, the gravest first.

    Args:
        found: the figures.
        compared: what they are compared with, empty for nothing.
        complaints: that came in meanwhile.
        is_leading: tells whether a question steers its answer.
    """
    if not found.sheets:
        return tuple(_leading(found, is_leading))
    return (
        *_sample(found),
        *_change(compared),
        *_sheets(found),
        *_results(found),
        *_signs(found, complaints),
        *_leading(found, is_leading),
    )


def _sample(found: SurveyAnalysis) -> Iterator[Pitfall]:
    if found.is_small:
        yield Pitfall(PitfallId.SMALL_SAMPLE, {"answers": found.sheets})
    rate = found.response_rate
    if rate is not None and rate < LOW_RESPONSE:
        asked = found.survey.asked or 0
        yield Pitfall(PitfallId.QUIET_LEAVE, {"answered": found.sheets, "asked": asked, "rate": rate})


def _change(compared: Sequence[Comparison]) -> Iterator[Pitfall]:
    changed = [one for one in compared if one.verdict in (Verdict.QUESTION_CHANGED, Verdict.RULE_CHANGED)]
    if changed:
        questions = tuple(one.after.question for one in changed)
        yield Pitfall(PitfallId.CHANGED, {"changed": len(changed), "all": len(compared)}, questions)
    by_chance = [one for one in compared if one.verdict is Verdict.CHANCE and one.difference]
    if by_chance:
        fewest = min(min(one.after.answers, one.before.answers) for one in by_chance if one.before)
        numbers = {"alike": len(by_chance), "all": len(compared), "answers": fewest}
        yield Pitfall(PitfallId.CHANCE, numbers, tuple(one.after.question for one in by_chance))


def _sheets(found: SurveyAnalysis) -> Iterator[Pitfall]:
    if found.invalid:
        numbers = {
            "invalid": sum(found.invalid.values()),
            "received": found.received,
            "reasons": len(found.invalid),
        }
        yield Pitfall(PitfallId.INVALID, numbers)
    ways = [part.key for part in found.by_source]
    if len(ways) == 1 and ways[0] not in _NO_WAY and found.sheets >= _ENOUGH_TO_BE_ALIKE:
        yield Pitfall(PitfallId.ONE_SOURCE, {"answers": found.sheets})


def _results(found: SurveyAnalysis) -> Iterator[Pitfall]:
    best = [one for one in found.results if _is_all_best(one)]
    if best:
        lowest = min(figure.interval.low for figure in map(main_figure, best) if figure)
        numbers = {"answers": min(one.answers for one in best), "low": lowest}
        yield Pitfall(PitfallId.ALL_BEST, numbers, tuple(one.question for one in best))


def _is_all_best(result: QuestionResult) -> bool:
    figure = main_figure(result)
    is_share = figure is not None and figure.measure is Measure.SHARE
    return is_share and is_small(result.answers) and result.top == result.answers


def _signs(found: SurveyAnalysis, complaints: int) -> Iterator[Pitfall]:
    if complaints == 0:
        yield Pitfall(PitfallId.NO_COMPLAINTS, {"answers": found.sheets})
    kinds = {one.question.type for one in found.results if one.question.type in _INDICES and one.answers}
    if len(kinds) >= _SEVERAL:
        yield Pitfall(PitfallId.ADDED_UP, {"indices": len(kinds)})


def _leading(found: SurveyAnalysis, is_leading: Callable[[SurveyQuestion], bool]) -> Iterator[Pitfall]:
    steering = tuple(question for question in found.questions if is_leading(question))
    if steering:
        yield Pitfall(PitfallId.LEADING, {"questions": len(steering)}, steering)
