from collections import Counter

import pytest

from models.content import gap
from models.content.clause_links import ClauseLinks, clause_order, merged
from models.content.guidance import guidance
from models.domain import scoring
from models.domain.guidance import CRITICAL
from models.domain.records.organisation import SCORES

CRITICAL_QUESTIONS = "Q101 Q107 Q108 Q110 Q202 Q301 Q306 Q403 Q502 Q503 Q602 Q603 Q607 Q608"
CLOSED_BY = {
    1: "Q103 Q104 Q201 Q305",
    2: "Q101 Q102 Q106 Q110 Q601 Q606",
    3: "Q105 Q107 Q108 Q109 Q202 Q203 Q208 Q302 Q303 Q308 Q502",
    4: "Q401 Q402 Q403 Q404 Q405 Q406 Q407 Q408",
    5: "Q204 Q205 Q206 Q207 Q301 Q304 Q306 Q307 Q602",
    6: "Q501 Q503 Q504 Q505 Q506 Q507 Q508",
    7: "Q509 Q603 Q604 Q605",
    8: "Q607 Q608 Q609",
}


def test_there_are_52_questions_with_ids_of_their_own() -> None:
    assert len({question.id for question in gap.gap_questions()}) == 52


def test_questions_stand_under_their_key_areas() -> None:
    assert Counter(question.area for question in gap.gap_questions()) == {
        "R1": 10,
        "R2": 8,
        "R3": 8,
        "R4": 8,
        "R5": 9,
        "R6": 9,
    }


def test_the_number_of_a_question_begins_with_that_of_its_area() -> None:
    assert [q.id for q in gap.gap_questions() if q.id[1] != q.area[1]] == []


def test_fourteen_questions_are_critical() -> None:
    assert [
        question.id for question in gap.gap_questions() if question.is_critical
    ] == CRITICAL_QUESTIONS.split()


@pytest.mark.parametrize("step", range(1, 9))
def test_each_step_closes_its_questions(step: int) -> None:
    assert [q.id for q in gap.gap_questions() if q.step == step] == CLOSED_BY[step].split()


def test_every_question_says_what_would_show_it_and_which_clauses_it_touches() -> None:
    assert [q.id for q in gap.gap_questions() if not (q.evidence and q.clauses.iso_10001)] == []


def test_scores_run_from_0_to_4() -> None:
    assert [level.score for level in gap.gap_model().scale] == [0, 1, 2, 3, 4]


def test_weights_count_three_two_and_one() -> None:
    assert {weight: gap.points(weight) for weight in gap.Weight} == {"C": 3, "M": 2, "N": 1}


def test_bands_cover_every_score_once() -> None:
    covered = [n for band in gap.gap_model().bands for n in range(band.lowest, band.highest + 1)]
    assert covered == list(range(101))


def test_a_question_is_found_by_its_id() -> None:
    assert gap.gap_question("Q607").step == 8


def test_a_key_area_shows_the_clauses_of_its_questions_in_order() -> None:
    assert gap.key_areas()[3].clauses.iso_10001 == ("4.8", "4.12", "6.6", "6.7", "6.8", "7", "8.2")


def test_clauses_are_sorted_by_number_and_annexes_come_last() -> None:
    assert sorted(["A", "4.10", "10", "4.9", "4"], key=clause_order) == ["4", "4.9", "4.10", "10", "A"]


def test_links_are_merged_without_repetition() -> None:
    both = merged([ClauseLinks(iso_9001=("7.2",)), ClauseLinks(iso_9001=("7.2", "4.1"))])
    assert list(both.items()) == [("ISO 9001", ("4.1", "7.2"))]


def test_the_content_and_the_rules_of_the_domain_agree_on_scoring() -> None:
    model = gap.gap_model()
    assert (model.target, model.evidence_from, model.unproven_score, model.scale[-1].score) == (
        scoring.TARGET,
        scoring.EVIDENCE_FROM,
        scoring.UNPROVEN,
        scoring.TOP,
    )


def test_the_content_and_the_rules_of_the_domain_agree_on_bands() -> None:
    assert [band.id for band in gap.gap_model().bands] == list(scoring.Band)


def test_the_rules_of_the_domain_know_the_critical_questions() -> None:
    assert [question.id for question in guidance().critical] == CRITICAL_QUESTIONS.split()
    assert gap.points(gap.Weight.CRITICAL) == CRITICAL


def test_every_score_of_the_scale_can_be_entered() -> None:
    assert {str(level.score) for level in gap.gap_model().scale} <= set(SCORES)
