"""Which questions of two versions can be compared, and what makes a question another one."""

from __future__ import annotations

import dataclasses

import pytest

from models.domain.consistency.contradictions import contradictions
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.survey.versions import changes_meaning, family, matched, same_question
from models.domain.text import LocalText

FOOD = SurveyQuestion(order=1, type="scale5", text=LocalText(en="The food?", fa="غذا؟"), model="SV-3")
PLACE = SurveyQuestion(
    order=2, type="choice", text=LocalText(en="Where?"), options=LocalText(en="Hall\nHome", fa="سالن\nخانه")
)


def test_a_question_is_the_same_under_another_number_and_weight() -> None:
    assert same_question(FOOD, dataclasses.replace(FOOD, id=RecordId("x"), order=5, weight=None))


@pytest.mark.parametrize(
    "change",
    [
        {"type": "scale7"},
        {"text": LocalText(en="The fish?", fa="غذا؟")},
        {"text": LocalText(en="The drinks?")},
    ],
)
def test_another_kind_or_wording_is_another_question(change: dict[str, object]) -> None:
    assert not same_question(FOOD, dataclasses.replace(FOOD, **change))  # type: ignore[arg-type]


def test_without_a_common_language_the_model_decides() -> None:
    english = dataclasses.replace(FOOD, text=LocalText(en="The food?"))
    persian = dataclasses.replace(FOOD, text=LocalText(fa="غذا؟"))
    assert same_question(english, persian)
    assert not same_question(english, dataclasses.replace(persian, model=""))


def test_other_choices_make_another_question() -> None:
    assert not same_question(PLACE, dataclasses.replace(PLACE, options=LocalText(en="Hall\nHome\nGarden")))
    assert same_question(PLACE, dataclasses.replace(PLACE, options=LocalText(en="Hall\nHome")))


def test_pairs_follow_the_second_survey_and_use_a_question_once() -> None:
    again = dataclasses.replace(FOOD, id=RecordId("again"))
    new = SurveyQuestion(type="open", text=LocalText(en="New?"))

    assert matched([FOOD, PLACE], [new, PLACE, again, FOOD]) == ((PLACE, PLACE), (FOOD, again))


@pytest.mark.parametrize(
    ("of", "change"),
    [
        (FOOD, {"text": LocalText(en="The drinks?", fa="غذا؟")}),
        (FOOD, {"text": LocalText(en="The food?")}),
        (FOOD, {"type": "yes_no"}),
        (FOOD, {"order": 3}),
        (PLACE, {"options": LocalText(en="Home\nHall", fa="خانه\nسالن")}),
        (PLACE, {"options": LocalText(en="Hall\nHome\nGarden", fa="سالن\nخانه\nباغ")}),
    ],
)
def test_what_was_answered_is_another_question_then(of: SurveyQuestion, change: dict[str, object]) -> None:
    assert changes_meaning(of, dataclasses.replace(of, **change))  # type: ignore[arg-type]


def test_a_translation_a_promise_and_a_weight_change_no_meaning() -> None:
    english = dataclasses.replace(FOOD, text=LocalText(en="The food?"))
    assert not changes_meaning(english, FOOD)
    assert not changes_meaning(FOOD, dataclasses.replace(FOOD, promise=RecordId("p")))


def test_a_family_is_all_versions_the_oldest_first() -> None:
    first = Survey(no="S-01")
    third = Survey(no="S-01", version=3, replaces=RecordId("gone"))
    second = Survey(no="S-01", version=2, replaces=first.id)
    ledger = Records([second, first, third])

    assert family(ledger, first) == (first, second)
    assert family(ledger, second) == (first, second)
    assert family(ledger, third) == (third,)


def test_versions_that_replace_each_other_in_a_circle_are_one_family() -> None:
    one = Survey(no="S-01", version=1)
    other = Survey(no="S-01", version=2, replaces=one.id)
    one = dataclasses.replace(one, replaces=other.id)

    assert family(Records([one, other]), one) == (one, other)


def test_two_versions_may_have_one_code() -> None:
    first = Survey(no="S-01")
    second = Survey(no="S-01", version=2, replaces=first.id)
    twin = Survey(no="S-01", version=2)

    assert not dict(contradictions(second, Records([first, second])))
    assert "version" in dict(contradictions(second, Records([first, second, twin])))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        (dataclasses.replace(FOOD, options=LocalText(en="A\nB")), "not printed"),
        (dataclasses.replace(PLACE, options=LocalText(en="A\nB\nA")), "say the same"),
        (dataclasses.replace(PLACE, options=LocalText(en="A\nB", fa="الف")), "every language"),
        (dataclasses.replace(PLACE, options=LocalText()), "Write the choices"),
    ],
)
def test_choices_that_cannot_be_right_are_told_beside_them(question: SurveyQuestion, says: str) -> None:
    assert says in dict(contradictions(question, Records([question])))["options"].message


def test_more_answers_than_customers_are_told() -> None:
    survey = Survey(no="S-01", population=20, needed=97, asked=30)
    found = dict(contradictions(survey, Records([survey])))
    assert set(found) == {"needed", "asked"}
