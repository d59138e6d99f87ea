"""What is made from a promise says what the promise says, and is found again."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from models.content.promises import sector
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.feedback import SurveyQuestion
from models.domain.records.training import SkillNeed
from models.domain.text import LocalText
from models.domain.validation import problems
from models.localisation.language import load_language
from models.localisation.languages import language_rows
from models.services.model_promises import offers, taken, trade_of
from models.services.promise_companions import COMPANIONS, Companion, Start

TODAY = date(2026, 11, 22)
OWNER = Person(id=RecordId("owner"), name=LocalText(en="Sara"), job=LocalText(en="Waiter", fa="میزبان"))
PROMISE = Promise(
    text=LocalText(en="Your dish is there within 25 minutes.", fa="غذای شما تا ۲۵ دقیقه روی میز است."),
    remedy=LocalText(en="A free drink", fa="نوشیدنی رایگان"),
    owner=OWNER.id,
)
RESTAURANT = sector("RES")


def made(companion: Companion, promise: Promise = PROMISE, code: str = "en") -> list:  # type: ignore[type-arg]
    ledger = Records([OWNER, promise])
    return companion.started(Start(promise, ledger, load_language(code), TODAY))


def kind(record_type: type) -> Companion:
    return next(one for one in COMPANIONS if one.record is record_type)


@pytest.mark.parametrize("code", [row.code for row in language_rows()])
@pytest.mark.parametrize("companion", COMPANIONS, ids=lambda one: one.register.code)
def test_what_is_made_belongs_to_the_promise_and_can_be_saved(companion: Companion, code: str) -> None:
    records = made(companion, code=code)
    ledger = Records([OWNER, PROMISE, *records])

    assert [one.id for one in companion.of(PROMISE, ledger)] == [records[-1].id]
    assert not [one for one in problems(records[-1], ledger).values() if one.is_refusal]


@pytest.mark.parametrize("companion", COMPANIONS, ids=lambda one: one.register.code)
def test_another_promise_has_its_own(companion: Companion) -> None:
    other = Promise(text=LocalText(en="We answer complaints within 7 days.", fa="پاسخ تا ۷ روز."))
    records = made(companion)

    assert companion.of(other, Records([PROMISE, other, *records])) == []


def test_texts_are_made_in_every_language_of_the_promise() -> None:
    (card,), question = made(kind(Indicator)), made(kind(SurveyQuestion))[-1]

    assert {code for code, _text in card.name.items()} == {"fa", "en"}
    assert "غذای شما تا ۲۵ دقیقه روی میز است" in question.text.get("fa")
    assert "Your dish is there within 25 minutes" in question.text.get("en")


def test_a_language_that_the_promise_lacks_is_left_out() -> None:
    promise = dataclasses.replace(PROMISE, text=LocalText(en="Only English"))

    assert [code for code, _text in made(kind(SurveyQuestion), promise)[-1].text.items()] == ["en"]


def test_the_indicator_has_no_target_of_its_own() -> None:
    (card,) = made(kind(Indicator))

    assert card.target is None
    assert card.owner == OWNER.id


def test_a_model_promise_gets_the_indicator_of_its_model() -> None:
    (card,) = made(kind(Indicator), dataclasses.replace(PROMISE, model="P-RES-1"))

    assert card.name == RESTAURANT.promises[0].indicators[0].name


def test_a_model_that_is_gone_is_none() -> None:
    (card,) = made(kind(Indicator), dataclasses.replace(PROMISE, model="P-GONE-9"))

    assert "Kept" in card.name.get("en")


def test_training_is_for_the_job_of_the_owner() -> None:
    (need,) = made(kind(SkillNeed), code="fa")

    assert (need.job, need.state) == ("میزبان", "need")


def test_what_quotes_another_wording_is_not_its_own() -> None:
    records = made(kind(SkillNeed))
    changed = dataclasses.replace(PROMISE, text=LocalText(en="Your dish is there within 20 minutes."))

    assert kind(SkillNeed).of(changed, Records([changed, *records])) == []


def test_a_promise_without_a_text_is_quoted_nowhere() -> None:
    empty = Promise()

    assert kind(SkillNeed).of(empty, Records([empty, SkillNeed(job="Waiter", skill="Order taking")])) == []


def test_a_very_long_promise_is_quoted_by_its_beginning() -> None:
    promise = dataclasses.replace(PROMISE, text=LocalText(en="long words " * 1500))
    records = made(kind(SkillNeed), promise)

    assert len(records[-1].skill) < 300
    assert kind(SkillNeed).of(promise, Records([promise, *records])) == records


def test_some_models_are_taken_with_their_indicators_and_numbers_that_follow() -> None:
    ledger = Records([Promise(order=4)])

    found = taken(RESTAURANT, RESTAURANT.promises[1:3], ledger)

    promises = [one for one in found if isinstance(one, Promise)]
    cards = [one for one in found if isinstance(one, Indicator)]
    assert [(one.model, one.order) for one in promises] == [("P-RES-2", 5), ("P-RES-3", 6)]
    assert [card.promise for card in cards] == [one.id for one in promises]


def test_what_was_taken_is_marked_and_not_taken_twice() -> None:
    ledger = Records([Promise(model="P-RES-2")])

    marked = [offer.model.id for offer in offers(RESTAURANT, ledger) if offer.is_taken]

    assert marked == ["P-RES-2"]
    assert taken(RESTAURANT, [RESTAURANT.promises[1]], ledger) == []


def test_every_trade_of_the_profile_has_its_models() -> None:
    assert trade_of("restaurant") is RESTAURANT
    assert trade_of("no such trade") is None
