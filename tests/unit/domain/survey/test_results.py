from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.feedback import SurveyAnswer, SurveyQuestion
from models.domain.survey.results import (
    anonymous,
    answers_of,
    choice_number,
    question_results,
    questions_of,
    scale_value,
    valid_answers,
)
from models.domain.text import LocalText

SURVEY = RecordId("survey")
SCORE = SurveyQuestion(survey=SURVEY, order=1, type="scale5")
SAID = SurveyQuestion(survey=SURVEY, order=2, type="open")


def sheet(*answers: str, no: int = 1, invalid: str = "") -> SurveyAnswer:
    return SurveyAnswer(survey=SURVEY, no=no, answers=answers, invalid_because=invalid)


def test_a_scale_counts_every_value_it_has() -> None:
    (result,) = question_results([SCORE], [sheet("5"), sheet("5"), sheet("3")])
    assert result.counts == {1: 0, 2: 0, 3: 1, 4: 0, 5: 2}


def test_answers_may_stand_in_any_digits() -> None:
    assert scale_value("scale5", "۴") == 4


def test_a_value_that_the_scale_lacks_is_blank() -> None:
    (result,) = question_results([SCORE], [sheet("6"), sheet("0"), sheet("good")])
    assert (result.answers, result.blank) == (0, 3)


def test_a_dash_is_no_answer() -> None:
    (result,) = question_results([SCORE], [sheet("–"), sheet("4")])
    assert (result.answers, result.blank) == (1, 1)


def test_a_short_sheet_leaves_the_last_questions_blank() -> None:
    _, said = question_results([SCORE, SAID], [sheet("4")])
    assert said.blank == 1


def test_words_are_counted_most_frequent_first() -> None:
    _, said = question_results([SCORE, SAID], [sheet("1", "late"), sheet("2", "cold"), sheet("1", "cold")])
    assert list(said.words.items()) == [("cold", 2), ("late", 1)]


def test_top_answers_of_five_are_4_and_5() -> None:
    (result,) = question_results([SCORE], [sheet("5"), sheet("4"), sheet("3")])
    assert result.top == 2


def test_an_invalid_sheet_stays_among_all_but_does_not_count() -> None:
    ledger = Records([sheet("5"), sheet("1", no=2, invalid="two forms from one table")])
    everything = answers_of(ledger, SURVEY)
    assert (len(everything), len(valid_answers(everything))) == (2, 1)


def test_questions_stand_in_their_order() -> None:
    assert questions_of(Records([SAID, SCORE]), SURVEY) == (SCORE, SAID)


def test_telephone_numbers_and_addresses_are_hidden() -> None:
    hidden = anonymous("Call ۰۹۰۰ ۱۲۳ ۴۵۶۷ or 051-3000-0012, ali@example.com, @ali, at 20:30 for 1,000")
    assert hidden == "Call ••• or •••, •••, •••, at 20:30 for 1,000"


PLACE = SurveyQuestion(
    survey=SURVEY, order=3, type="choice", options=LocalText(fa="۲\nبیرون‌بر\nخانه", en="2\nAway\nHome")
)
CALL = SurveyQuestion(survey=SURVEY, order=4, type="yes_no")


def test_a_choice_is_counted_once_whatever_language_it_was_kept_in() -> None:
    (result,) = question_results([PLACE], [sheet("#2"), sheet("Away"), sheet("بیرون‌بر"), sheet("Home")])
    assert result.words == {"#2": 3, "#3": 1}


def test_a_choice_that_is_a_number_is_not_taken_for_its_place() -> None:
    (result,) = question_results([PLACE], [sheet("2"), sheet("#1")])
    assert result.words == {"#1": 2}


def test_a_number_beyond_the_choices_means_none() -> None:
    assert choice_number(PLACE, "#4") is None
    assert choice_number(PLACE, "Nowhere") is None


def test_yes_is_counted_once_in_either_case() -> None:
    (result,) = question_results([CALL], [sheet("yes"), sheet("Yes"), sheet("maybe")])
    assert result.words == {"yes": 2, "maybe": 1}
