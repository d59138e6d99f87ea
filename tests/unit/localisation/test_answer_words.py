"""Answers are read in the language of the page, whatever language they were given in."""

from __future__ import annotations

import pytest

from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.feedback import SurveyAnswer, SurveyQuestion
from models.domain.registers import register_of
from models.domain.survey.results import question_results
from models.domain.text import LocalText
from models.localisation.answer_words import one_answer, said, said_counts
from models.localisation.display import Display
from models.localisation.language import load_language

EN, FA = load_language("en"), load_language("fa")
SURVEY = RecordId("survey")
CALL = SurveyQuestion(survey=SURVEY, order=1, type="yes_no")
PLACE = SurveyQuestion(
    survey=SURVEY, order=2, type="choice", options=LocalText(fa="سالن\nخانه", en="Hall\nHome")
)


@pytest.mark.parametrize("kept", ["yes", "Yes", "بله"])
def test_a_yes_is_said_in_the_language_of_the_page(kept: str) -> None:
    assert (said(CALL, kept, EN), said(CALL, kept, FA)) == ("Yes", "بله")


@pytest.mark.parametrize("kept", ["#2", "Home", "خانه"])
def test_a_choice_is_said_in_the_language_of_the_page(kept: str) -> None:
    assert (said(PLACE, kept, EN), said(PLACE, kept, FA)) == ("Home", "خانه")


def test_what_is_no_answer_of_the_question_stays_as_it_was_given() -> None:
    assert said(CALL, "perhaps", FA) == "perhaps"
    assert said(PLACE, "Garden", FA) == "Garden"


def test_a_choice_written_in_one_language_is_said_in_that_one() -> None:
    question = SurveyQuestion(type="choice", options=LocalText(fa="سالن\nخانه"))
    assert said(question, "#1", EN) == "سالن"


def test_old_and_new_answers_are_counted_together() -> None:
    sheets = [SurveyAnswer(survey=SURVEY, answers=(one,)) for one in ("yes", "بله", "Yes", "خیر")]

    (result,) = question_results([CALL], sheets, one_answer)

    assert said_counts(result, FA) == {"بله": 3, "خیر": 1}


def test_a_list_shows_the_answers_of_a_sheet_in_words() -> None:
    sheet = SurveyAnswer(survey=SURVEY, no=1, answers=("no", "#1"))
    ledger = Records([CALL, PLACE, sheet])
    spec = next(one for one in register_of(SurveyAnswer).fields if one.name == "answers")

    writer = Display(ledger, FA, lambda _collection, _id: LocalText())

    assert writer.of(sheet, spec) == "خیر\nسالن"
    assert "سالن" in writer.found_by(sheet)
