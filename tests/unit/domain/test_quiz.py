from decimal import Decimal

import pytest

from models.domain.quiz import OPTIONS, Asked, Fixed, Question, Source, plausible, questions
from models.domain.records.charter import ComplaintRule, Promise
from models.domain.records.training import Authority
from models.domain.text import LocalText
from tests.unit.domain.company import both

MINUTES = both("minutes")
LURES = (both("Nothing"), both("Whatever fits"), both("Only if asked"))
FIXED = tuple(Fixed(both(f"Question {no}"), both("Yes"), (both("No"), both("Maybe"))) for no in range(4))
RULE = ComplaintRule(acknowledge_days=1, answer_days=7)


def promise(number: int, remedy: str = "") -> Promise:
    return Promise(
        text=both(f"Within {number} minutes"),
        number=Decimal(number),
        unit=MINUTES,
        remedy=both(remedy) if remedy else LocalText(),
    )


PROMISES = tuple(promise(no, f"Remedy {no}") for no in (25, 15, 10, 45))


def source(**changes: object) -> Source:
    given: dict[str, object] = {"promises": PROMISES, "rule": RULE, "fixed": FIXED, "lures": LURES} | changes
    return Source(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "number", ["1", "2", "3", "7", "10", "15", "20", "25", "45", "100", "2.5", "4500000"]
)
def test_there_are_enough_numbers_that_might_be_taken_for_the_right_one(number: str) -> None:
    found = plausible(Decimal(number))

    assert len(found) >= OPTIONS - 1
    assert list(found) == sorted(set(found))
    assert Decimal(number) not in found
    assert min(found) > 0


@pytest.mark.parametrize(("number", "step"), [(25, 5), (15, 5), (1_000_000, 100_000)])
def test_wrong_numbers_are_as_round_as_the_right_one(number: int, step: int) -> None:
    assert [one for one in plausible(Decimal(number)) if one % step] == []


@pytest.mark.parametrize("number", [80, 95, 98, 99, 100])
def test_no_wrong_percent_is_over_a_hundred(number: int) -> None:
    share = Promise(text=both("On time"), number=Decimal(number), unit=LocalText(en="%", fa="٪"))

    [question, *_] = questions(source(promises=(share,)), 8)

    assert len(question.options) == OPTIONS
    assert max(question.options) <= 100  # type: ignore[type-var, operator]


def test_every_question_has_one_right_answer_among_different_ones() -> None:
    for question in questions(source(), 8):
        assert len(set(question.options)) == len(question.options)
        assert 0 <= question.right < len(question.options)


def test_the_same_records_give_the_same_questions() -> None:
    assert questions(source(), 8) == questions(source(), 8)


def test_the_right_answer_does_not_always_stand_at_the_same_place() -> None:
    assert len({question.right for question in questions(source(), 8)}) > 2


def test_promises_are_asked_about_by_number_and_remedy_in_turn() -> None:
    asked = [question.asked for question in questions(source(), 8)]

    assert asked[:4] == [Asked.NUMBER, Asked.REMEDY, Asked.NUMBER, Asked.REMEDY]
    assert asked[4:] == [Asked.ACKNOWLEDGED, Asked.ANSWERED, Asked.FIXED, Asked.FIXED]


def test_the_wrong_remedies_are_those_of_other_promises() -> None:
    [question] = [one for one in questions(source(), 8) if one.about is PROMISES[1]]

    assert question.answer == PROMISES[1].remedy
    assert set(question.options) <= {one.remedy for one in PROMISES}


def test_lures_stand_in_for_remedies_of_others() -> None:
    found = questions(source(promises=PROMISES[:1], rule=ComplaintRule()), 8)

    [question] = [one for one in found if one.asked is Asked.REMEDY]
    assert set(question.options) == {PROMISES[0].remedy, *LURES}


def test_two_promises_of_one_remedy_are_not_asked_about_it() -> None:
    same = (promise(25, "Coffee"), promise(15, "Coffee"))

    assert Asked.REMEDY not in [one.asked for one in questions(source(promises=same), 8)]


def test_an_amount_is_asked_of_the_first_job_with_one() -> None:
    lines = (Authority(job="Rider", amount=Decimal(0)), Authority(job="Waiter", amount=Decimal(1_000_000)))

    [question] = [one for one in questions(source(authorities=lines), 9) if one.asked is Asked.AMOUNT]

    assert question.about is lines[1]
    assert question.answer == Decimal(1_000_000)


def test_a_company_without_a_charter_is_asked_the_fixed_questions() -> None:
    found = questions(source(promises=(), rule=ComplaintRule()), 8)

    assert [one.asked for one in found] == [Asked.FIXED] * 4


def test_nothing_is_asked_where_there_is_nothing() -> None:
    assert questions(Source((), ComplaintRule()), 8) == ()


def test_a_promise_that_always_holds_is_not_asked_about_its_number() -> None:
    always = Promise(text=both("Never"), is_always=True, number=Decimal(3))

    assert Asked.NUMBER not in [one.asked for one in questions(source(promises=(always,)), 8)]


def test_an_answer_is_the_option_at_its_place() -> None:
    assert Question(Asked.FIXED, ("a", "b"), 1).answer == "b"
