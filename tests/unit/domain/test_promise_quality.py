"""The quality check of a promise, point by point."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.domain.bilingual import lagging
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.ledger import Records
from models.domain.promise_quality import Judgement, Point, Standing, judgements, open_points
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.organisation import Baseline
from models.domain.text import LocalText
from models.domain.validation import problems
from models.services.promise_check import yardstick
from tests.unit.domain.wording import SOURCE

OWNER = Person(id=RecordId("owner"), name=LocalText(en="Sara"))
GOOD = Promise(
    id=RecordId("promise"),
    text=LocalText(en="Your dish is on the table within 25 minutes.", fa="غذای شما تا ۲۵ دقیقه روی میز است."),
    number=Decimal(25),
    unit=LocalText(en="minutes", fa="دقیقه"),
    time_limit=LocalText(en="within 25 minutes of ordering", fa="تا ۲۵ دقیقه پس از سفارش"),
    conditions=LocalText(en="In the dining room", fa="در سالن"),
    limits=LocalText(en="Not on official holidays", fa="جز تعطیلات رسمی"),
    remedy=LocalText(en="A free drink", fa="نوشیدنی رایگان"),
    owner=OWNER.id,
    is_lawful=True,
    checked_by=OWNER.id,
    checked_on=date(2026, 11, 1),
)
CARD = Indicator(
    promise=GOOD.id,
    name=LocalText(en="Dishes in time", fa="غذاهای به‌هنگام"),
    comparison="at_least",
    target=Decimal(92),
)
TODAY = Baseline(measure="dishes  in time", value=Decimal(78))


def judged(promise: Promise, cards: Sequence[Indicator] = (CARD,), *more: Record) -> dict[Point, Judgement]:
    ledger = Records([OWNER, TODAY, *more])
    return {one.point: one for one in judgements(promise, cards, ledger, yardstick())}


def open_in(promise: Promise, cards: Sequence[Indicator] = (CARD,), *more: Record) -> list[Point]:
    return [one.point for one in open_points(judged(promise, cards, *more).values())]


def test_a_good_promise_meets_all_twelve_points() -> None:
    standings = [one.standing for one in judged(GOOD).values()]

    assert standings == [Standing.MET] * 12


@pytest.mark.parametrize(
    ("field", "nothing", "point"),
    [
        ("number", None, Point.NUMBER),
        ("unit", LocalText(), Point.UNIT),
        ("time_limit", LocalText(en="  "), Point.TIME_LIMIT),
        ("conditions", LocalText(), Point.CONDITIONS),
        ("limits", LocalText(), Point.LIMITS),
        ("remedy", LocalText(), Point.REMEDY),
        ("owner", None, Point.OWNER),
        ("owner", RecordId("gone"), Point.OWNER),
        ("is_lawful", False, Point.LEGAL),
        ("checked_by", None, Point.LEGAL),
        ("checked_on", None, Point.LEGAL),
    ],
)
def test_what_is_missing_is_one_open_point_that_leads_to_its_field(
    field: str, nothing: object, point: Point
) -> None:
    promise = dataclasses.replace(GOOD, **{field: nothing})  # type: ignore[arg-type]

    found = judged(promise)

    assert open_in(promise) == [point]
    assert found[point].field == field


def test_a_promise_that_always_holds_needs_no_number() -> None:
    promise = dataclasses.replace(GOOD, number=None, unit=LocalText(), time_limit=LocalText(), is_always=True)

    assert open_in(promise) == []


def test_a_promise_that_always_holds_still_needs_an_indicator() -> None:
    assert open_in(dataclasses.replace(GOOD, is_always=True), ()) == [Point.INDICATOR]


def test_an_indicator_without_a_target_is_mended_at_the_indicator() -> None:
    card = dataclasses.replace(CARD, target=None)

    assert judged(GOOD, (card,))[Point.INDICATOR].indicator == card.id


@pytest.mark.parametrize("code", ["en", "fa"])
def test_thirty_words_are_too_many_in_either_language(code: str) -> None:
    longer, shorter = (" ".join(["کلمهٔ‌ما" if code == "fa" else "word"] * count) for count in (30, 29))

    assert open_in(dataclasses.replace(GOOD, text=GOOD.text.with_(code, longer))) == [Point.LENGTH]
    assert open_in(dataclasses.replace(GOOD, text=GOOD.text.with_(code, shorter))) == []


@pytest.mark.parametrize(
    ("field", "text", "word"),
    [
        (
            "text",
            LocalText(en="We answer as soon as possible.", fa="تا ۲ روز پاسخ می‌دهیم."),
            "as soon as possible",
        ),
        ("text", LocalText(en="We answer within 2 days.", fa="در اسرع وقت پاسخ می‌دهیم."), "در اسرع وقت"),
        ("time_limit", LocalText(en="soon"), "soon"),
        ("time_limit", LocalText(fa="به زودی"), "به زودی"),
        ("remedy", LocalText(en="A suitable discount"), "suitable"),
        ("limits", LocalText(fa="حتي الامكان برقرار است"), "حتي الامكان"),
    ],
)
def test_a_vague_word_is_named_and_leads_to_its_field(field: str, text: LocalText, word: str) -> None:
    promise = dataclasses.replace(GOOD, **{field: text})  # type: ignore[arg-type]

    found = judged(promise)[Point.VAGUE]

    assert found.standing is Standing.OPEN
    assert found.field == field
    assert found.reason is not None
    assert f"“{word}”" in found.reason.worded(SOURCE)


@pytest.mark.parametrize(
    ("comparison", "target", "standing"),
    [
        ("at_least", 92, Standing.MET),
        ("at_least", 78, Standing.MET),
        ("at_least", 77, Standing.OPEN),
        ("at_most", 5, Standing.MET),
        ("at_most", 79, Standing.OPEN),
    ],
)
def test_a_target_is_at_least_as_good_as_today(comparison: str, target: int, standing: Standing) -> None:
    card = dataclasses.replace(CARD, comparison=comparison, target=Decimal(target))

    assert judged(GOOD, (card,))[Point.TARGET].standing is standing


def test_a_target_worse_than_today_is_told_beside_the_target() -> None:
    card = dataclasses.replace(CARD, target=Decimal(50))

    found = problems(card, Records([GOOD, TODAY]))

    assert "78" in found["target"].sentence.worded(SOURCE)


def test_without_a_figure_of_today_nothing_is_claimed() -> None:
    card = dataclasses.replace(CARD, name=LocalText(en="Something else"))

    assert judged(GOOD, (card,))[Point.TARGET].standing is Standing.UNKNOWN
    assert open_in(GOOD, (card,)) == []


def test_the_newest_figure_of_today_counts() -> None:
    newer = Baseline(measure="Dishes in time", value=Decimal(95))

    assert open_in(GOOD, (CARD,), newer) == [Point.TARGET]


def test_a_language_lags_where_another_says_something() -> None:
    promise = Promise(text=LocalText(fa="متن", en="Text"), remedy=LocalText(fa="جبران"))

    assert lagging(promise, ("fa", "en")) == {"en": ("remedy",)}


def test_no_language_is_preferred() -> None:
    promise = Promise(text=LocalText(en="Text"), remedy=LocalText(fa="جبران"))

    assert lagging(promise, ("fa", "en")) == {"fa": ("text",), "en": ("remedy",)}


texts = st.builds(LocalText, fa=st.text(max_size=40), en=st.text(max_size=40))


@given(
    promise=st.builds(
        Promise,
        text=texts,
        number=st.none() | st.decimals(allow_nan=False, allow_infinity=False),
        unit=texts,
        time_limit=texts,
        conditions=texts,
        limits=texts,
        remedy=texts,
        is_always=st.booleans(),
        is_lawful=st.booleans(),
    )
)
def test_every_point_is_judged_once_and_every_open_one_is_explained(promise: Promise) -> None:
    found = judgements(promise, (), Records(), yardstick())

    assert [one.point for one in found] == list(Point)
    assert all(one.reason is not None for one in open_points(found))


@given(field=st.sampled_from(["number", "unit", "time_limit", "limits", "remedy"]), text=texts)
def test_filling_in_never_opens_another_missing_point(field: str, text: LocalText) -> None:
    empty = Promise()
    value = Decimal(3) if field == "number" else text
    ignored = {Point.VAGUE}
    before = {one.point for one in open_points(judgements(empty, (), Records(), yardstick()))}

    filled = dataclasses.replace(empty, **{field: value})  # type: ignore[arg-type]
    after = {one.point for one in open_points(judgements(filled, (), Records(), yardstick()))}

    assert after - ignored <= before
