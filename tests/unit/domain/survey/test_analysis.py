"""What answers come to by time and source, what a difference means, pitfalls, words and themes."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.content.survey import is_leading, survey_model, words_of
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.resting import at_once
from models.domain.survey.analysis import (
    Measure,
    SurveyAnalysis,
    Window,
    analysis,
    main_figure,
    mean_ends,
)
from models.domain.survey.comparison import Verdict, compared, comparisons, matched
from models.domain.survey.pitfalls import PitfallId, pitfalls
from models.domain.survey.results import question_results
from models.domain.survey.themes import counting_words
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.periods import month_start, stretch_name, week_start
from models.localisation.text import search_key

SURVEY = Survey(no="S-1", title=LocalText(en="Guests"), asked=100, rule="Every third", population=500)
START = date(2026, 3, 21)


def question(kind: str, text: str = "How was it?", **more: object) -> SurveyQuestion:
    return SurveyQuestion(survey=SURVEY.id, type=kind, text=LocalText(en=text), **more)  # type: ignore[arg-type]


SATISFIED = question("scale5")
RECOMMENDS = question("scale10", "Would you recommend us?")
EASY = question("scale7", "How easy was it?")
QUESTIONS = (SATISFIED, RECOMMENDS, EASY)


def sheets(good: int, all_of_them: int, source: str = "paper", start: date = START) -> list[SurveyAnswer]:
    return [
        SurveyAnswer(
            survey=SURVEY.id,
            no=number,
            source=source,
            answered_on=start + timedelta(days=number % 40),
            answers=("4", "9", "5") if number < good else ("3", "6", "4"),
        )
        for number in range(all_of_them)
    ]


def found(answers: list[SurveyAnswer], window: Window | None = None) -> SurveyAnalysis:
    return analysis(SURVEY, QUESTIONS, answers, lambda day: day.replace(day=1), window)


def ids(of: SurveyAnalysis, complaints: int = 1, before: SurveyAnalysis | None = None) -> list[PitfallId]:
    changes = comparisons(before, of) if before else ()
    return [one.id for one in pitfalls(of, changes, complaints, lambda one: is_leading(one.text))]


def test_34_of_40_are_85_percent_and_not_their_reverse() -> None:
    figure = main_figure(found(sheets(34, 40)).results[0])
    assert figure is not None
    assert (figure.measure, figure.value) == (Measure.SHARE, Fraction(85, 100))
    assert (round(100 * figure.interval.low), round(100 * figure.interval.high)) == (71, 93)


def test_promoters_count_from_9_and_the_score_is_no_share() -> None:
    figure = main_figure(found(sheets(34, 40)).results[1])
    assert figure is not None
    assert (figure.measure, figure.value) == (Measure.SCORE, Fraction(70))


def test_ease_is_told_as_a_mean_and_as_the_share_of_5_to_7() -> None:
    result = found(sheets(34, 40)).results[2]
    ends = mean_ends(result)
    assert ends is not None
    assert ends.low < Fraction(34 * 5 + 6 * 4, 40) < ends.high
    assert result.top == 34


@given(st.lists(st.sampled_from(["5", "4", "1", "", "-", " ", "9", "۳", "x"]), max_size=60))
def test_counting_by_groups_is_counting_sheet_by_sheet(texts: list[str]) -> None:
    answers = [
        SurveyAnswer(
            survey=SURVEY.id,
            no=number,
            answered_on=START + timedelta(days=7 * number),
            source="paper" if number % 2 else "web",
            answers=("7", text)[: 1 + number % 2] if number % 3 else (text, "8", "2"),
        )
        for number, text in enumerate(texts)
    ]
    whole = found(answers)
    assert whole.results == question_results(
        QUESTIONS, [one for one in answers if any(part.strip() not in ("", "-") for part in one.answers)]
    )
    assert sum(part.sheets for part in whole.by_period) == whole.sheets
    assert sum(part.sheets for part in whole.by_source) == whole.sheets


def test_invalid_sheets_and_other_times_are_left_out() -> None:
    answers = sheets(34, 40)
    answers[0] = dataclasses.replace(answers[0], invalid_because="twice")
    part = found(answers, Window(START, START + timedelta(days=9)))
    assert (part.received, part.sheets, dict(part.invalid)) == (10, 9, {"twice": 1})
    assert part.response_rate is None
    assert found(answers, Window(START)).response_rate == Fraction(39, 100)


def test_the_time_before_is_as_long_and_ends_the_day_before() -> None:
    before = Window(date(2026, 4, 1), date(2026, 4, 30)).before()
    assert before == Window(date(2026, 3, 2), date(2026, 3, 31))
    assert Window(date(2026, 4, 1)).before() is None


def test_the_weighted_index_is_20_at_the_worst_and_100_at_the_best() -> None:
    weighed = dataclasses.replace(SATISFIED, weight=Decimal(3))
    for answer, expected in (("1", 20), ("5", 100)):
        sheet = SurveyAnswer(survey=SURVEY.id, no=1, answers=(answer,))
        assert analysis(SURVEY, [weighed], [sheet], lambda day: day).weighted == expected


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ((20, 40), (34, 40), Verdict.BETTER),
        ((34, 40), (20, 40), Verdict.WORSE),
        ((33, 40), (34, 40), Verdict.CHANCE),
        ((5, 29), (34, 40), Verdict.TOO_FEW),
        ((5, 40), (29, 29), Verdict.TOO_FEW),
    ],
)
def test_a_difference_counts_only_beyond_chance(
    before: tuple[int, int], after: tuple[int, int], verdict: Verdict
) -> None:
    found_verdicts = {one.verdict for one in comparisons(found(sheets(*before)), found(sheets(*after)))}
    assert found_verdicts == {verdict}


def test_two_points_at_forty_answers_mean_nothing() -> None:
    change = comparisons(found(sheets(33, 40)), found(sheets(34, 40)))[0]
    assert change.difference == Fraction(1, 40)
    assert change.interval is not None
    assert change.interval.low < 0 < change.interval.high


@given(st.integers(0, 60), st.integers(0, 60))
def test_turning_a_comparison_round_turns_its_verdict(one: int, other: int) -> None:
    turned = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    there = compared(found(sheets(one, 60)).results[0], found(sheets(other, 60)).results[0]).verdict
    back = compared(found(sheets(other, 60)).results[0], found(sheets(one, 60)).results[0]).verdict
    assert back == turned.get(there, there)


def test_a_changed_question_and_a_changed_rule_cannot_be_compared() -> None:
    before, after = found(sheets(20, 40)), found(sheets(34, 40))
    other = dataclasses.replace(before.results[0], question=question("scale5", "How glad are you?"))
    assert compared(other, after.results[0]).verdict is Verdict.QUESTION_CHANGED
    ruled = dataclasses.replace(before, survey=dataclasses.replace(SURVEY, rule="Whoever comes"))
    assert {one.verdict for one in comparisons(ruled, after)} == {Verdict.RULE_CHANGED}


def test_questions_are_matched_by_record_then_words_then_model() -> None:
    same_words = dataclasses.replace(SATISFIED, id=EASY.id)
    reworded = question("scale5", "Other words", model="SV-1")
    modelled = question("scale5", "First words", model="SV-1")
    assert matched([modelled, SATISFIED], [same_words, reworded, RECOMMENDS]) == (
        (SATISFIED, same_words),
        (modelled, reworded),
        (None, RECOMMENDS),
    )


def test_pitfalls_are_told_only_where_they_apply() -> None:
    calm = [*sheets(70, 100), *sheets(30, 40, "web")]
    assert ids(found(calm)) == [PitfallId.ADDED_UP]
    few = found(sheets(7, 7))
    assert ids(few, complaints=0) == [
        PitfallId.SMALL_SAMPLE,
        PitfallId.QUIET_LEAVE,
        PitfallId.ALL_BEST,
        PitfallId.NO_COMPLAINTS,
        PitfallId.ADDED_UP,
    ]


def test_seven_of_seven_may_be_no_more_than_65_percent() -> None:
    told = pitfalls(found(sheets(7, 7)), (), 1, lambda _one: False)
    (best,) = (one for one in told if one.id is PitfallId.ALL_BEST)
    assert (best.numbers["answers"], round(100 * best.numbers["low"])) == (7, 65)


def test_one_source_invalid_sheets_and_chance_are_pitfalls() -> None:
    answers = sheets(34, 60)
    answers[0] = dataclasses.replace(answers[0], invalid_because="twice")
    told = ids(found(answers), before=found(sheets(33, 60)))
    assert {PitfallId.ONE_SOURCE, PitfallId.INVALID, PitfallId.CHANCE} <= set(told)


def test_each_pitfall_has_its_words() -> None:
    known = {one.id: one for one in survey_model().pitfalls}
    assert all(known[one].seen is not None for one in PitfallId)


@pytest.mark.parametrize(
    ("text", "steers"),
    [
        (LocalText(en="How excellent was our service?"), True),
        (LocalText(fa="غذای ما چقدر عالي بود؟"), True),
        (LocalText(en="How satisfied are you?", fa="تا چه اندازه راضی هستید؟"), False),
    ],
)
def test_leading_wording_is_found_in_any_spelling(text: LocalText, *, steers: bool) -> None:
    assert is_leading(text) is steers


def test_no_question_of_the_model_form_steers() -> None:
    assert not any(is_leading(item.text) for item in survey_model().items)


def test_words_are_one_whatever_half_spaces_and_letters_they_are_written_with() -> None:
    texts = ["می‌خواهم پاركينگ", "پارکینگ میخواهم!", "پارکینگ و پارکینگ"]
    stop_words = words_of(survey_model().stop_words)
    words = at_once(counting_words(texts, search_key, stop_words, 9))
    assert [(word.key, word.answers) for word in words] == [("پارکینگ", 3), ("میخواهم", 2)]


def test_months_and_weeks_are_those_of_the_language() -> None:
    persian, english = load_language("fa"), load_language("en")
    day = date(2026, 4, 2)  # a Thursday, 13 Farvardin 1405
    assert (month_start(day, persian), month_start(day, english)) == (date(2026, 3, 21), date(2026, 4, 1))
    assert (week_start(day, persian), week_start(day, english)) == (date(2026, 3, 28), date(2026, 3, 30))
    assert stretch_name(date(2026, 3, 21), persian) == "فروردین ۱۴۰۵"
