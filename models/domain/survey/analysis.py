"""What a survey's answers come to as a whole, by period and by source, and how far they can be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from operator import itemgetter

from models.domain.gates.step6 import is_valid
from models.domain.ids import RecordId
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.statistics import (
    Interval,
    camps,
    is_small,
    margin_of_error,
    mean,
    mean_interval,
    net_promoter_interval,
    net_promoter_score,
    share,
    weighted_index,
    wilson_interval,
)
from models.domain.survey.results import QuestionResult, result_of

Period = date
"""The first day of a month or a week."""

_WEIGHED = "scale5"
_TALLIES = ("scale5", "scale7")
_NET_PROMOTER = "scale10"


class Measure(StrEnum):
    """What the main figure of a question is."""

    SHARE = "share"  # of the best answers, 0 to 1
    SCORE = "score"  # net promoter score, −100 to 100


@dataclass(frozen=True)
class MainFigure:
    """The main figure of a question with its 95% interval, both in the unit of its measure."""

    measure: Measure
    value: Fraction
    interval: Interval
    answers: int

    @property
    def is_small(self) -> bool:
        """Whether counts are to be shown instead."""
        return is_small(self.answers)


@dataclass(frozen=True)
class Window:
    """Which answers are looked at: those from a day to a day, both included, and of one source.

    An open end takes every day, those without a day only where both ends are open; "" takes every source.
    """

    start: date | None = None
    end: date | None = None
    source: str = ""

    def holds(self, answer: SurveyAnswer) -> bool:
        """Return whether an answer is looked at."""
        if self.source and answer.source != self.source:
            return False
        return self.holds_day(answer.answered_on)

    def holds_day(self, day: date | None) -> bool:
        """Return whether a day lies in it."""
        if day is None:
            return self.start is None and self.end is None
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    @property
    def is_all(self) -> bool:
        """Whether every answer is looked at."""
        return self == Window()

    def before(self) -> Window | None:
        """Return the time before this one that is as long; None where one of the ends is open."""
        if self.start is None or self.end is None or self.end < self.start:
            return None
        last = self.start - timedelta(days=1)
        return Window(last - (self.end - self.start), last, self.source)


@dataclass(frozen=True)
class Part:
    """The valid sheets of one period or one source, and the result of each question."""

    key: Period | str | None
    sheets: int
    results: tuple[QuestionResult, ...]


@dataclass(frozen=True)
class SurveyAnalysis:
    """What the sheets of a survey come to.

    received: all sheets looked at. invalid: how many were set aside, by reason. sheets: those that count.
    by_period: the periods in their order, None for sheets without one. by_source: by its code.
    is_whole: whether no sheet of the survey was left aside.
    """

    survey: Survey
    questions: tuple[SurveyQuestion, ...]
    window: Window
    received: int
    invalid: Mapping[str, int]
    sheets: int
    results: tuple[QuestionResult, ...]
    is_whole: bool = True
    by_period: tuple[Part, ...] = ()
    by_source: tuple[Part, ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether there are too few sheets to speak of percentages."""
        return is_small(self.sheets)

    @property
    def response_rate(self) -> Fraction | None:
        """How many of those asked answered; None where that is not known or only a part is looked at."""
        if not self.is_whole or not self.survey.asked:
            return None
        return share(self.sheets, self.survey.asked)

    @property
    def margin(self) -> float | None:
        """The margin of error of a share, 0 to 1, if the sample is random; None without answers."""
        return margin_of_error(self.sheets, self.survey.population)

    @property
    def weighted(self) -> Fraction | None:
        """The weighted index of the questions on a scale of 1 to 5 that have a weight, 20 to 100."""
        means = ((one.question, mean(one.counts)) for one in self.results)
        pairs = [
            (question.weight, score)
            for question, score in means
            if question.weight is not None and question.type == _WEIGHED and score is not None
        ]
        return weighted_index(pairs)

    def of_promise(self) -> Mapping[RecordId, tuple[QuestionResult, ...]]:
        """Return the results of the questions about each promise, in the order of the questions."""
        groups: dict[RecordId, tuple[QuestionResult, ...]] = {}
        for result in self.results:
            if result.question.promise is not None:
                groups[result.question.promise] = (*groups.get(result.question.promise, ()), result)
        return groups


def main_figure(result: QuestionResult) -> MainFigure | None:
    """Return the main figure of a question: the share of the best answers, of 0 to 10 the net promoter score.

    None without answers and for questions without a scale.
    """
    if not result.answers:
        return None
    if result.question.type in _TALLIES:
        part, whole = result.top, result.answers
        ends = wilson_interval(part, whole)
        assert ends is not None
        return MainFigure(Measure.SHARE, Fraction(part, whole), ends, whole)
    if result.question.type == _NET_PROMOTER:
        of = camps(result.counts)
        score, ends = net_promoter_score(of), net_promoter_interval(of)
        assert score is not None
        assert ends is not None
        return MainFigure(Measure.SCORE, score, ends, result.answers)
    return None


def mean_ends(result: QuestionResult) -> Interval | None:
    """Return the 95% interval of the mean, cut at the ends of the scale; None with few answers."""
    ends = mean_interval(result.counts)
    if ends is None:
        return None
    return Interval(max(ends.low, min(result.counts)), min(ends.high, max(result.counts)))


def analysis(
    survey: Survey,
    questions: Sequence[SurveyQuestion],
    answers: Iterable[SurveyAnswer],
    period_of: Callable[[date], Period],
    window: Window | None = None,
) -> SurveyAnalysis:
    """Return what the sheets of a survey come to.

    Args:
        survey: whose answers they are.
        questions: in the order of the answers on a sheet.
        answers: of this survey, in any order.
        period_of: tells the month or week of a day; it is asked once for each day.
        window: which answers are looked at, None for all.
    """
    window = window or Window()
    sorted_in = _sorted_in(answers, period_of, window)
    tallies = {key: _tallies(rows, len(questions)) for key, rows in sorted_in.rows.items()}
    sizes = {key: len(rows) for key, rows in sorted_in.rows.items()}

    def part(keys: Iterable[_Key]) -> tuple[int, tuple[QuestionResult, ...]]:
        chosen = list(keys)
        merged = _merged([tallies[key] for key in chosen], len(questions))
        results = tuple(map(result_of, questions, merged))
        return sum(sizes[key] for key in chosen), results

    periods = sorted({key[0] for key in tallies}, key=lambda one: one or date.min)
    sources = list(dict.fromkeys(key[1] for key in tallies))
    sheets, results = part(tallies)
    return SurveyAnalysis(
        survey,
        tuple(questions),
        window,
        sorted_in.received,
        sorted_in.invalid,
        sheets,
        results,
        not sorted_in.outside,
        tuple(Part(one, *part(key for key in tallies if key[0] == one)) for one in periods),
        tuple(Part(one, *part(key for key in tallies if key[1] == one)) for one in sources),
    )


_Key = tuple[Period | None, str]


@dataclass
class _Sorted:
    """The rows of valid sheets by period and source, and how many others there were."""

    rows: dict[_Key, list[tuple[str, ...]]] = field(default_factory=dict)
    received: int = 0
    outside: int = 0
    invalid: Counter[str] = field(default_factory=Counter)


def _sorted_in(
    answers: Iterable[SurveyAnswer], period_of: Callable[[date], Period], window: Window
) -> _Sorted:
    found = _Sorted()
    shelves: dict[tuple[date | None, str], list[tuple[str, ...]]] = {}
    is_all = window.is_all
    for answer in answers:
        if not (is_all or window.holds(answer)):
            found.outside += 1
            continue
        found.received += 1
        if not is_valid(answer):
            if answer.invalid_because:
                found.invalid[answer.invalid_because] += 1
            continue
        place = (answer.answered_on, answer.source)
        shelf = shelves.get(place)
        if shelf is None:
            period = period_of(answer.answered_on) if answer.answered_on else None
            # Days of one period share a shelf.
            shelf = shelves[place] = found.rows.setdefault((period, answer.source), [])
        shelf.append(answer.answers)
    return found


def _tallies(rows: list[tuple[str, ...]], width: int) -> list[Counter[str]]:
    """Return how often each text stands in each column; a short row has none in the last ones."""
    nothing = ("",) * width
    full = [row if len(row) >= width else (*row, *nothing[len(row) :]) for row in rows]
    return [Counter(map(itemgetter(place), full)) for place in range(width)]


def _merged(tallies: Sequence[Sequence[Counter[str]]], width: int) -> list[Counter[str]]:
    if len(tallies) == 1:
        return list(tallies[0])
    merged: list[Counter[str]] = [Counter() for _place in range(width)]
    for one in tallies:
        for whole, tally in zip(merged, one, strict=True):
            whole.update(tally)
    return merged
