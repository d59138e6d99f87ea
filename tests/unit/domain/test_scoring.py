from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.guidance import Question
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.control import Evidence
from models.domain.records.organisation import GapAnswer, GapRound, Score
from models.domain.scoring import (
    Band,
    answered,
    answers_by_round,
    answers_with_files,
    band,
    compared,
    gap,
    is_answered,
    is_claimed,
    key_area_score,
    latest_answers,
    points,
    ranked_gaps,
    rounds_in_order,
    scores,
    shown_points,
    strengths,
    unasked,
    whole,
)

CRITICAL, MAJOR, MINOR = (Question(f"Q{weight}", "R1", weight, 2) for weight in (3, 2, 1))
AREA = (CRITICAL, MAJOR, MINOR)


def answer(question: Question, score: str, reason: str = "", evidence: str = "", step: str = "") -> GapAnswer:
    return GapAnswer(
        id=RecordId(f"answer to {question.id}"),
        question=question.id,
        score=score,
        reason=reason,
        evidence=evidence,
        step=step,
    )


def answers(*scored: tuple[Question, str]) -> dict[str, GapAnswer]:
    """Return answers by question; what is not applicable has a reason."""
    return {
        question.id: answer(question, score, reason="There is none" if score == "na" else "")
        for question, score in scored
    }


def test_a_key_area_is_the_weighted_share_of_its_points() -> None:
    # (3 × 2 + 2 × 4 + 1 × 1) ÷ (4 × 6) = 15 ÷ 24
    assert key_area_score(AREA, answers((CRITICAL, "2"), (MAJOR, "4"), (MINOR, "1"))) == Fraction(15, 24)


def test_an_unanswered_question_counts_nothing() -> None:
    assert key_area_score(AREA, answers((MAJOR, "4"))) == Fraction(8, 24)


def test_what_is_not_applicable_is_left_out_of_both_sums() -> None:
    # (2 × 3 + 1 × 3) ÷ (4 × 3)
    given_answers = answers((CRITICAL, "na"), (MAJOR, "3"), (MINOR, "3"))
    assert key_area_score(AREA, given_answers) == Fraction(9, 12)


def test_not_applicable_without_a_reason_counts_like_no_answer() -> None:
    assert points(answer(MAJOR, "na", reason="  ")) == 0


def test_a_key_area_without_applicable_questions_has_no_score() -> None:
    assert key_area_score([MAJOR], answers((MAJOR, "na"))) is None


def test_the_overall_score_is_the_plain_mean_of_the_key_areas() -> None:
    # A long area at 100 % and a short one at 25 %: 62.5 %, not 81.25 %.
    short = Question("Q9", "R2", 1, 1)
    full = answers((CRITICAL, "4"), (MAJOR, "4"), (MINOR, "4"), (short, "1"))
    assert scores({"R1": AREA, "R2": (short,)}, full).overall == Fraction(5, 8)


def test_a_key_area_without_a_score_is_left_out_of_the_mean() -> None:
    other = Question("Q9", "R2", 1, 1)
    assert scores({"R1": (MAJOR,), "R2": (other,)}, answers((MAJOR, "2"), (other, "na"))).overall == Fraction(
        1, 2
    )


def test_nothing_applicable_has_no_overall_score() -> None:
    assert scores({"R1": (MAJOR,)}, answers((MAJOR, "na"))).overall is None


@pytest.mark.parametrize(("score", "size"), [("0", 3), ("1", 2), ("2", 1), ("3", 0), ("4", 0), ("na", 0)])
def test_a_gap_is_what_is_missing_to_the_target(score: str, size: int) -> None:
    assert gap(answer(MAJOR, score, reason="Why not")) == size


def test_gaps_are_ranked_by_weight_times_gap() -> None:
    ranked = ranked_gaps(AREA, answers((MINOR, "0"), (MAJOR, "1"), (CRITICAL, "2")))
    assert [(one.question, one.priority) for one in ranked] == [(MAJOR, 4), (CRITICAL, 3), (MINOR, 3)]


def test_another_target_moves_the_gaps() -> None:
    assert [one.size for one in ranked_gaps(AREA, answers((MAJOR, "3")), target=4)] == [1]


def test_unanswered_questions_are_no_gaps_yet() -> None:
    assert ranked_gaps(AREA, {}) == ()


def test_a_gap_is_closed_in_the_step_of_its_question_unless_another_is_chosen() -> None:
    own, chosen = answer(MAJOR, "0"), answer(MINOR, "0", step="7")
    assert [one.step for one in ranked_gaps(AREA, {MAJOR.id: own, MINOR.id: chosen})] == [2, 7]


@pytest.mark.parametrize(
    ("share", "name"),
    [
        (Fraction(0), Band.BEGINNING),
        (Fraction(2499, 10000), Band.BEGINNING),
        (Fraction(1, 4), Band.DEVELOPING),
        (Fraction(4999, 10000), Band.DEVELOPING),
        (Fraction(1, 2), Band.ESTABLISHED),
        (Fraction(7499, 10000), Band.ESTABLISHED),
        (Fraction(3, 4), Band.MATURE),
        (Fraction(1), Band.MATURE),
    ],
)
def test_bands_begin_at_their_lowest_whole_figure(share: Fraction, name: Band) -> None:
    assert band(share) is name


def test_a_shown_score_is_rounded_down() -> None:
    assert whole(Fraction(7499, 10000)) == 74


@pytest.mark.parametrize(("score", "shown"), [("2", 2), ("3", 2), ("4", 2)])
def test_a_score_without_evidence_counts_two_at_most(score: str, shown: int) -> None:
    assert shown_points(answer(MAJOR, score), frozenset()) == shown


def test_a_note_of_evidence_backs_a_score() -> None:
    assert shown_points(answer(MAJOR, "4", evidence="Signed minutes"), frozenset()) == 4


def test_a_file_backs_a_score() -> None:
    scored = answer(MAJOR, "3")
    assert shown_points(scored, {scored.id}) == 3


def test_a_low_score_claims_nothing() -> None:
    assert not is_claimed(answer(MAJOR, "2"), frozenset())


def test_only_files_of_gap_answers_are_their_evidence() -> None:
    ledger = Records(
        [
            Evidence(subject="gap_answer", subject_id="a"),
            Evidence(subject="display", subject_id="b"),
        ]
    )
    assert answers_with_files(ledger) == {"a"}


def test_of_two_answers_to_a_question_the_later_one_counts() -> None:
    round_ = RecordId("round")
    ledger = Records(GapAnswer(round=round_, question="Q1", score=score) for score in ("1", "4"))
    assert answers_by_round(ledger)[round_]["Q1"].score == "4"


def test_rounds_stand_in_the_order_of_their_days_and_undated_ones_last() -> None:
    days = {"new": None, "second": date(2026, 11, 1), "first": date(2026, 8, 1)}
    ledger = Records(GapRound(id=RecordId(name), started_on=day) for name, day in days.items())
    assert [one.id for one in rounds_in_order(ledger)] == ["first", "second", "new"]


def test_the_latest_answers_are_those_of_the_newest_round_with_any() -> None:
    first, empty = (
        GapRound(started_on=date(2026, 8, 1)),
        GapRound(started_on=date(2026, 11, 1)),
    )
    given_answer = GapAnswer(round=first.id, question="Q1", score="2")
    assert latest_answers(Records([first, empty, given_answer])) == {"Q1": given_answer}


def test_without_a_round_there_are_no_latest_answers() -> None:
    assert latest_answers(Records()) == {}


def test_a_comparison_tells_what_rose_and_what_fell() -> None:
    before = answers((CRITICAL, "1"), (MAJOR, "3"), (MINOR, "2"))
    after = answers((CRITICAL, "3"), (MAJOR, "2"), (MINOR, "2"))
    comparison = compared({"R1": AREA}, before, after)
    assert (
        [c.question for c in comparison.risen],
        [c.question for c in comparison.fallen],
        comparison.before.overall,
        comparison.after.overall,
    ) == ([CRITICAL], [MAJOR], Fraction(11, 24), Fraction(15, 24))


def test_a_question_that_stops_to_apply_neither_rises_nor_falls() -> None:
    comparison = compared({"R1": (MAJOR,)}, answers((MAJOR, "3")), answers((MAJOR, "na")))
    assert (len(comparison.changes), comparison.risen, comparison.fallen) == (1, (), ())


SOME_QUESTIONS = st.lists(
    st.builds(
        Question,
        id=st.integers(101, 160).map(lambda number: f"Q{number}"),
        key_area=st.sampled_from(["R1", "R2", "R3"]),
        weight=st.integers(1, 3),
        step=st.integers(1, 8),
    ),
    min_size=1,
    max_size=20,
    unique_by=lambda question: question.id,
)


@st.composite
def some_round(draw: st.DrawFn) -> tuple[list[Question], dict[str, GapAnswer]]:
    """Draw questions and an answer to some of them."""
    questions = draw(SOME_QUESTIONS)
    given_answers = {
        question.id: GapAnswer(
            id=RecordId(question.id),
            question=question.id,
            score=draw(st.sampled_from(["", *Score])),
            reason=draw(st.sampled_from(["", "We have none"])),
            evidence=draw(st.sampled_from(["", "Minutes"])),
        )
        for question in questions
        if draw(st.booleans())
    }
    return questions, given_answers


def areas(questions: list[Question]) -> Mapping[str, tuple[Question, ...]]:
    return {
        area: tuple(question for question in questions if question.key_area == area)
        for area in {question.key_area for question in questions}
    }


@given(some_round())
def test_every_score_is_a_share(drawn: tuple[list[Question], dict[str, GapAnswer]]) -> None:
    questions, given_answers = drawn
    result = scores(areas(questions), given_answers)
    assert all(score is None or 0 <= score <= 1 for score in (*result.by_area.values(), result.overall))


@given(some_round(), st.data())
def test_raising_an_answer_never_lowers_the_score(
    drawn: tuple[list[Question], dict[str, GapAnswer]], data: st.DataObject
) -> None:
    questions, given_answers = drawn
    question = data.draw(st.sampled_from(questions))
    low, high = sorted(data.draw(st.tuples(st.integers(0, 4), st.integers(0, 4))))
    lower = {**given_answers, question.id: answer(question, str(low))}
    higher = {**given_answers, question.id: answer(question, str(high))}

    before, after = scores(areas(questions), lower).overall, scores(areas(questions), higher).overall

    assert before is not None
    assert after is not None
    assert before <= after


@given(some_round())
def test_every_gap_has_a_priority_from_one_to_nine_in_falling_order(
    drawn: tuple[list[Question], dict[str, GapAnswer]],
) -> None:
    priorities = [one.priority for one in ranked_gaps(*drawn)]
    assert priorities == sorted(priorities, reverse=True)
    assert all(1 <= priority <= 9 for priority in priorities)


@given(some_round())
def test_evidence_never_lowers_what_is_shown(drawn: tuple[list[Question], dict[str, GapAnswer]]) -> None:
    _, given_answers = drawn
    for one in given_answers.values():
        claimed, proven = shown_points(one, frozenset()), shown_points(one, {one.id})
        assert (claimed is None) == (proven is None)
        assert (claimed or 0) <= (proven or 0) == (points(one) or 0)


@given(some_round())
def test_a_question_is_answered_when_it_has_points_or_does_not_apply(
    drawn: tuple[list[Question], dict[str, GapAnswer]],
) -> None:
    _, given_answers = drawn
    unanswered = [one for one in given_answers.values() if not is_answered(one)]
    assert all(points(one) == 0 for one in unanswered)


def test_strengths_are_what_evidence_shows_the_weightiest_first() -> None:
    given_answers = answers((CRITICAL, "3"), (MAJOR, "4"), (MINOR, "4"))
    proven = {given_answers[CRITICAL.id].id, given_answers[MAJOR.id].id}
    found = strengths(AREA, given_answers, proven)
    assert [(one.question, one.reached) for one in found] == [(CRITICAL, 3), (MAJOR, 4)]


def test_answers_are_counted_when_they_count() -> None:
    given_answers = {**answers((CRITICAL, "0"), (MAJOR, "na")), MINOR.id: answer(MINOR, "na")}
    assert answered(AREA, given_answers) == 2


def test_answers_to_questions_that_are_no_longer_asked_are_found() -> None:
    gone = Question("Q999", "R1", 1, 1)
    given_answers = answers((CRITICAL, "2"), (gone, "4"))
    assert unasked(AREA, given_answers) == (given_answers["Q999"],)
    assert key_area_score(AREA, given_answers) == Fraction(6, 24)


@given(some_round())
def test_a_question_is_never_both_a_strength_and_a_gap(
    drawn: tuple[list[Question], dict[str, GapAnswer]],
) -> None:
    questions, given_answers = drawn
    strong = {one.question.id for one in strengths(questions, given_answers, frozenset())}
    weak = {one.question.id for one in ranked_gaps(questions, given_answers)}
    assert not strong & weak
    assert len(strong | weak) <= answered(questions, given_answers) <= len(questions)


@given(some_round())
def test_a_band_holds_its_share(drawn: tuple[list[Question], dict[str, GapAnswer]]) -> None:
    questions, given_answers = drawn
    lowest = {Band.BEGINNING: 0, Band.DEVELOPING: 25, Band.ESTABLISHED: 50, Band.MATURE: 75}
    for share in scores(areas(questions), given_answers).by_area.values():
        if share is not None:
            assert lowest[band(share)] <= share * 100
            assert band(share) is Band.MATURE or share * 100 < lowest[band(share)] + 25
