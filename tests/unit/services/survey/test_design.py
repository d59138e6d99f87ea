"""Designing a survey on a real file: questions, versions once answers came in, remarks on the wording."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from models.content.survey import survey_model
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.survey.results import questions_of
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.survey.check import form_remarks, question_remarks
from models.services.survey.design import (
    AnswersCameIn,
    OrderIsAnswered,
    QuestionGone,
    begun_survey,
    correct_slip,
    items_to_take,
    moved_question,
    new_version,
    own_questions,
    save_question,
    surveys_in_order,
    taken_items,
)

EN = load_language("en")
SURVEY = Survey(no="S-01", title=LocalText(en="Guests"), needed=30, asked=50, start=date(2026, 1, 1))
FOOD = SurveyQuestion(survey=SURVEY.id, order=1, type="scale5", text=LocalText(en="The food?"))
PLACE = SurveyQuestion(
    survey=SURVEY.id, order=2, type="choice", text=LocalText(en="Where?"), options=LocalText(en="Hall\nHome")
)
SHEET = SurveyAnswer(survey=SURVEY.id, no=1, answers=("5", "#1"))


@pytest.fixture
def company(company: OpenCompany) -> OpenCompany:
    company.save_all([SURVEY, FOOD, PLACE])
    return company


@pytest.fixture
def answered(company: OpenCompany) -> OpenCompany:
    company.save(SHEET)
    return company


def said(texts: LocalText, kind: str = "scale5") -> str:
    remarks = question_remarks(SurveyQuestion(text=texts, type=kind))
    return " ".join(one.worded(EN) for one in remarks)


def test_a_question_nobody_answered_changes_freely(company: OpenCompany) -> None:
    save_question(company, FOOD, "type", "yes_no")

    assert company.find(SurveyQuestion, FOOD.id).type == "yes_no"  # type: ignore[union-attr]


def test_the_meaning_of_an_answered_question_is_not_changed_silently(answered: OpenCompany) -> None:
    with pytest.raises(AnswersCameIn) as caught:
        save_question(answered, FOOD, "text", LocalText(en="The drinks?"))

    assert answered.find(SurveyQuestion, FOOD.id) == FOOD
    assert caught.value.sentence(EN).startswith("1 answer came in with this version.")


def test_a_missing_translation_of_an_answered_question_can_be_added(answered: OpenCompany) -> None:
    save_question(answered, FOOD, "text", LocalText(en="The food?", fa="غذا؟"))

    assert answered.find(SurveyQuestion, FOOD.id).text.get("fa") == "غذا؟"  # type: ignore[union-attr]


def test_a_slip_is_corrected_and_stays_in_the_history(answered: OpenCompany) -> None:
    correct_slip(answered, FOOD, "text", LocalText(en="The food??"))

    (entry, *_) = answered.history(FOOD.id)
    assert "The food??" in str(entry.edits)


@pytest.mark.parametrize(
    ("question", "name", "value"),
    [(FOOD, "type", "scale7"), (PLACE, "options", LocalText(en="Hall\nHome\nGarden"))],
)
def test_another_kind_or_one_more_choice_is_no_slip(
    answered: OpenCompany, question: SurveyQuestion, name: str, value: object
) -> None:
    with pytest.raises(AnswersCameIn):
        correct_slip(answered, question, name, value)


def test_the_order_of_answered_questions_stays(answered: OpenCompany) -> None:
    with pytest.raises(OrderIsAnswered):
        moved_question(PLACE, 0, answered)


def test_a_question_moves_before_answers_come_in(company: OpenCompany) -> None:
    company.save_all(moved_question(PLACE, 0, company))

    assert [one.id for one in questions_of(company, SURVEY.id)] == [PLACE.id, FOOD.id]


def test_a_new_version_is_one_step_and_leaves_the_old_one_alone(answered: OpenCompany) -> None:
    wished = dataclasses.replace(FOOD, text=LocalText(en="The drinks?"))

    second, records = new_version(answered, SURVEY, [wished], [PLACE.id])
    answered.save_all(records)

    assert (second.no, second.version, second.replaces) == ("S-01", 2, SURVEY.id)
    assert (second.asked, second.start, second.needed) == (None, None, 30)
    assert [one.text.get("en") for one in questions_of(answered, second.id)] == ["The drinks?"]
    assert [one.text.get("en") for one in questions_of(answered, SURVEY.id)] == ["The food?", "Where?"]
    third, _ = new_version(answered, SURVEY)
    assert third.version == 3
    answered.undo()
    assert answered.all(Survey) == (SURVEY,)


def test_versions_stand_under_each_other_the_newest_first(company: OpenCompany) -> None:
    other = Survey(no="S-02")
    company.save(other)
    second, records = new_version(company, SURVEY)
    company.save_all(records)

    assert [one.id for one in surveys_in_order(company)] == [second.id, SURVEY.id, other.id]


def test_a_question_deleted_elsewhere_is_not_brought_back_by_typing(company: OpenCompany) -> None:
    company.delete([FOOD])

    with pytest.raises(QuestionGone):
        save_question(company, FOOD, "text", LocalText(en="The soup?"))


def test_the_model_form_is_taken_in_whole_or_in_part(company: OpenCompany) -> None:
    items = items_to_take(company, SURVEY.id)
    assert [one.id for one in items] == [one.id for one in survey_model().items]

    company.save_all(taken_items(company, SURVEY.id, items[:2]))

    assert [one.order for one in questions_of(company, SURVEY.id)] == [1, 2, 3, 4]
    assert len(items_to_take(company, SURVEY.id)) == 8


def test_sixty_questions_are_kept_and_told_to_be_too_many(company: OpenCompany) -> None:
    company.save_all(own_questions(company, SURVEY.id, [LocalText(en=f"Q {at}") for at in range(60)]))

    asked = questions_of(company, SURVEY.id)
    assert len(asked) == 62
    assert "62 questions are asked; after 10" in form_remarks(asked)[0].worded(EN)


def test_a_second_survey_has_a_code_of_its_own(company: OpenCompany) -> None:
    assert begun_survey(company, EN, date(2026, 1, 1)).no == "S-02"


def test_leading_words_are_found_in_either_language() -> None:
    assert "How excellent" in said(LocalText(en="How excellent was the food?", fa="غذا؟"))
    assert "چقدر عالی" in said(LocalText(en="The food?", fa="غذای ما چقدر عالی بود؟"))


def test_two_things_in_one_question_are_told_but_not_in_what_it_quotes() -> None:
    assert "join two things" in said(LocalText(en="Are you satisfied with price and taste?", fa="مزه؟"))
    assert "join two things" in said(LocalText(en="Taste?", fa="از قیمت و مزه راضی بودید؟"))
    assert not said(LocalText(en="Satisfied with “hot and fast”?", fa="راضی از «داغ و سریع»؟"))
    assert not said(LocalText(en="What do you like and why?", fa="چه چیز و چرا؟"), "open")


@pytest.mark.parametrize("item", survey_model().items, ids=lambda one: one.id)
def test_nothing_is_wrong_with_the_model_questions(item: object) -> None:
    assert not said(item.text, item.type)  # type: ignore[attr-defined]


def test_a_form_without_overall_satisfaction_is_told() -> None:
    assert "overall" in form_remarks([FOOD])[-1].worded(EN)
    own = SurveyQuestion(type="scale5", text=LocalText(en="All in all, are you satisfied?"))
    assert not form_remarks([FOOD, own])
