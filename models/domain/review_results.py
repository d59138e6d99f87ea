"""What customers and figures say to a management review: indicators, surveys, complaints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from models.domain.gates.criterion import place
from models.domain.gates.facts import Facts
from models.domain.marking import N_
from models.domain.performance import (
    Performance,
    Signal,
    Trend,
    answered_in_time,
    kept,
    performances,
)
from models.domain.records.feedback import IndicatorValue, Survey
from models.domain.records.operation import COMPLAINT_TYPES, Breach, Complaint, DataSheet
from models.domain.reported import Count, Mood, Period, Quantity, Report, Reported, percent
from models.domain.sentences import Sentence
from models.domain.statistics import (
    camps,
    is_small,
    net_promoter_interval,
    net_promoter_score,
    wilson_interval,
)
from models.domain.survey.results import (
    SCALES,
    QuestionResult,
    answers_of,
    question_results,
    questions_of,
    valid_answers,
)
from models.domain.totals import currency_of

_MOODS: Mapping[Signal | None, Mood] = {
    Signal.GREEN: Mood.GOOD,
    Signal.AMBER: Mood.LATE,
    Signal.RED: Mood.BROKEN,
    None: Mood.PLAIN,
}
_COLOURS: Mapping[Signal, str] = {
    Signal.GREEN: N_("on target"),
    Signal.AMBER: N_("short of the target"),
    Signal.RED: N_("beyond the red limit"),
}
_TRENDS: Mapping[Trend, str] = {
    Trend.BETTER: N_("better than before"),
    Trend.SAME: N_("as before"),
    Trend.WORSE: N_("worse than before"),
}
_TOPS: Mapping[str, str] = {
    "scale5": N_("“{question}”: {top} of {answers} chose 4 or 5 ({share}, 95% interval {low} to {high})."),
    "scale7": N_("“{question}”: {top} of {answers} chose 5 to 7 ({share}, 95% interval {low} to {high})."),
}
_SMALL_TOPS: Mapping[str, str] = {
    "scale5": N_("“{question}”: {top} of {answers} chose 4 or 5; too few answers for a percentage."),
    "scale7": N_("“{question}”: {top} of {answers} chose 5 to 7; too few answers for a percentage."),
}


def indicators(facts: Facts, period: Period) -> Report:
    """Report the newest value of each indicator in the period, its colour and where it moves."""
    everything = performances_within(facts, period)
    signals = Counter(one.signal for one in everything if one.latest is not None)
    known = sum(one.latest is not None for one in everything)
    head = Sentence(
        N_(
            "Indicators with a value: {known} of {total}; on target: {green}; short of it: {amber}; "
            "beyond the red limit: {red}."
        ),
        known=known,
        total=len(everything),
        green=signals[Signal.GREEN],
        amber=signals[Signal.AMBER],
        red=signals[Signal.RED],
    )
    counts = [Count(Sentence(_COLOURS[one]), signals[one], _MOODS[one]) for one in Signal]
    lines = [_of_indicator(facts, one) for one in everything]
    return Report((Reported(head, place(IndicatorValue)), *lines), tuple(counts))


def performances_within(facts: Facts, period: Period) -> tuple[Performance, ...]:
    """Return all indicators with what was known when the period ended; nothing if no value lies within."""
    return tuple(_within(one, period) for one in performances(facts.ledger))


def _within(one: Performance, period: Period) -> Performance:
    values = [value for value in one.values if value.end is not None and value.end <= period.end]
    is_new = bool(values) and period.holds(values[-1].end)
    return Performance(one.indicator, values if is_new else ())


def _of_indicator(facts: Facts, one: Performance) -> Reported:
    name = facts.name(one.indicator)
    value = one.latest
    if value is None or value.value is None:
        sentence = Sentence(N_("{name}: no value in this period."), name=name)
        return Reported(sentence, place(one.indicator), Mood.LATE)
    fields = {
        "name": name,
        "value": Quantity(value.value, one.indicator.unit),
        "trend": Sentence(_TRENDS[one.trend] if one.trend else N_("nothing to compare it with")),
    }
    signal, target = one.signal, one.indicator.target
    if signal is None or target is None:
        sentence = Sentence.with_fields(N_("{name}: {value}; {trend}."), fields)
    else:
        more = {"target": Quantity(target, one.indicator.unit), "colour": Sentence(_COLOURS[signal])}
        message = N_("{name}: {value} (target {target}), {colour}; {trend}.")
        sentence = Sentence.with_fields(message, {**fields, **more})
    return Reported(sentence, place(value), _MOODS[signal])


def satisfaction(facts: Facts, period: Period) -> Report:
    """Report the surveys of the period, question by question; percentages only of enough answers."""
    newest = newest_survey(facts, period)
    if newest is None:
        sentence = Sentence(N_("No survey was held in this period."))
        return Report((Reported(sentence, place(Survey), Mood.LATE),))
    lines = [
        line
        for survey in _surveys(facts, period)
        for line in _of_survey(facts, survey, is_whole=survey is newest)
    ]
    return Report(tuple(lines))


def newest_survey(facts: Facts, period: Period) -> Survey | None:
    """Return the survey of the period that ended last, None where none was held in it."""
    return max(_surveys(facts, period), key=lambda one: (one.end or one.start, one.id), default=None)


def _surveys(facts: Facts, period: Period) -> list[Survey]:
    return [one for one in facts.all(Survey) if period.meets(one.start, one.end)]


def _of_survey(facts: Facts, survey: Survey, *, is_whole: bool) -> Iterator[Reported]:
    """Yield how many answered, and of the newest survey what they said."""
    sheets = answers_of(facts.ledger, survey.id)
    valid = valid_answers(sheets)
    sentence = Sentence(
        N_("Survey “{name}”: {valid} valid answers of {all}."),
        name=facts.name(survey),
        valid=len(valid),
        all=len(sheets),
    )
    yield Reported(sentence, place(survey))
    if is_whole:
        for result in question_results(questions_of(facts.ledger, survey.id), valid):
            if result.question.type in SCALES and result.answers:
                yield Reported(_of_question(result), place(result.question))


def _of_question(result: QuestionResult) -> Sentence:
    if result.question.type == "scale10":
        return _of_promoters(result)
    fields = {"question": result.question.text, "top": result.top, "answers": result.answers}
    ends = wilson_interval(result.top, result.answers)
    if ends is None or is_small(result.answers):
        return Sentence.with_fields(_SMALL_TOPS[result.question.type], fields)
    shares = {
        "share": percent(result.top / result.answers),
        "low": percent(ends.low),
        "high": percent(ends.high),
    }
    return Sentence.with_fields(_TOPS[result.question.type], {**fields, **shares})


def _of_promoters(result: QuestionResult) -> Sentence:
    of = camps(result.counts)
    fields = {"promoters": of.promoters, "passives": of.passives, "detractors": of.detractors}
    score, ends = net_promoter_score(of), net_promoter_interval(of)
    if score is None or ends is None or is_small(result.answers):
        message = N_("Recommendation: {promoters} promoters, {passives} passives, {detractors} detractors.")
        return Sentence.with_fields(message, fields)
    message = N_(
        "NPS {score} (95% interval {low} to {high}): {promoters} promoters, {passives} passives, "
        "{detractors} detractors."
    )
    more = {"score": round(score), "low": round(ends.low), "high": round(ends.high)}
    return Sentence.with_fields(message, {**fields, **more})


def complaints(facts: Facts, period: Period) -> Report:
    """Report complaints, their answers, promises that were broken or kept, and what remedies cost."""
    received = [
        one for one in facts.all(Complaint) if period.holds(one.received_on) and not one.cancelled_because
    ]
    return Report(
        (_of_complaints(received, period), _of_breaches(facts, period), *_of_cases(facts, period)),
        tuple(_by_type(received)),
    )


def _of_complaints(received: list[Complaint], period: Period) -> Reported:
    answers = answered_in_time(received, period.end)
    sentence = Sentence(
        N_("Complaints: {number}; answered in time: {kept} of {judged}."),
        number=len(received),
        kept=answers.kept,
        judged=answers.cases,
    )
    is_late = answers.kept < answers.cases
    return Reported(sentence, place(Complaint), Mood.LATE if is_late else Mood.PLAIN)


def _of_breaches(facts: Facts, period: Period) -> Reported:
    broken = [one for one in facts.all(Breach) if period.holds(one.happened_on)]
    cost = sum((one.cost for one in broken if one.cost is not None), Decimal(0))
    sentence = Sentence(
        N_("Broken promises written down: {number}; made up for: {remedied}; cost of the remedies: {cost}."),
        number=len(broken),
        remedied=sum(bool(one.remedy.strip()) for one in broken),
        cost=Quantity(cost, currency_of(facts.ledger)),
    )
    return Reported(sentence, place(Breach))


def _of_cases(facts: Facts, period: Period) -> Iterator[Reported]:
    counted = kept(one for one in facts.all(DataSheet) if period.holds(one.week_start))
    if counted.share is not None:
        sentence = Sentence(
            N_("Cases counted: {cases}; promise kept in {kept} ({share})."),
            cases=counted.cases,
            kept=counted.kept,
            share=percent(counted.share),
        )
        yield Reported(sentence, place(DataSheet))


def _by_type(received: list[Complaint]) -> Iterator[Count]:
    types = Counter(one.type for one in received)
    for key, label in COMPLAINT_TYPES.items():
        if types[key]:
            yield Count(Sentence(label), types[key])
