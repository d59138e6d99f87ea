import re

import pytest

from models.content import documents, promises
from models.content.promises import SectorPromise
from models.domain.records.charter import COMPARISONS
from models.localisation.language import load_language
from models.localisation.languages import language_rows
from models.localisation.text import search_key
from tests.translations.persian_rules import placeholders

SECTORS = promises.sectors()
PROMISES = [promise for sector in SECTORS for promise in sector.promises]
CODES = [row.code for row in language_rows()]
ALWAYS = "P-RET-3 P-RES-3 P-CLI-2 P-CLI-3 P-CLI-4 P-CAR-1 P-CAR-2 P-CAR-5 P-MAN-2 P-LOG-2 P-LOG-3"


def vague_in(code: str, text: str) -> list[str]:
    words = promises.vague_words().words[code]
    return [
        word for word in words if re.search(rf"(?<!\w){re.escape(search_key(word))}(?!\w)", search_key(text))
    ]


@pytest.mark.parametrize("sector", SECTORS, ids=lambda sector: sector.id)
def test_a_trade_has_five_promises_numbered_in_order(sector: promises.Sector) -> None:
    assert [promise.id for promise in sector.promises] == [f"P-{sector.id}-{n}" for n in range(1, 6)]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.id)
def test_a_promise_has_number_unit_and_time_limit_or_holds_always(promise: SectorPromise) -> None:
    given = (promise.number is not None, bool(promise.unit), bool(promise.time_limit))
    assert given == (not promise.always,) * 3


def test_promises_that_hold_always_are_few_and_known() -> None:
    assert [promise.id for promise in PROMISES if promise.always] == ALWAYS.split()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.id)
def test_the_number_of_a_promise_stands_in_its_text(promise: SectorPromise, code: str) -> None:
    if promise.number is not None:
        assert load_language(code).number(promise.number) in promise.text.get(code)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.id)
def test_a_promise_is_short_and_has_no_vague_word(promise: SectorPromise, code: str) -> None:
    text = promise.text.get(code)
    assert len(text.split()) < promises.charter_model().most_words
    assert vague_in(code, text) == []


@pytest.mark.parametrize("code", CODES)
def test_vague_words_are_found_in_slogans(code: str) -> None:
    slogans = {
        "fa": "در اسرع وقت بهترین خدمات را می‌دهیم.",
        "en": "We give you the best service as soon as possible.",
    }
    assert len(vague_in(code, slogans[code])) >= 2


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.id)
def test_targets_are_within_reach(promise: SectorPromise) -> None:
    shares = [indicator.target for indicator in promise.indicators if indicator.unit.get("en") == "%"]
    assert promise.indicators
    assert all(0 <= target <= 100 for target in shares)


def test_targets_are_compared_as_the_register_compares_them() -> None:
    assert {str(comparison) for comparison in promises.Comparison} == set(COMPARISONS)


def test_a_promise_is_found_by_its_id() -> None:
    assert promises.sector_promise("P-RES-1") is promises.sector("RES").promises[0]


def test_the_model_texts_name_the_fields_the_charter_fills() -> None:
    model = promises.charter_model()
    texts = (
        model.greeting,
        model.applies,
        model.does_not_apply,
        model.if_not_kept,
        model.complaints,
        model.appeal,
    )
    assert {name for text in texts for name in placeholders(text.get("en"))} == {
        "organization",
        "conditions",
        "limits",
        "remedy",
        "days",
        "contact",
        "phone",
        "messenger",
        "acknowledge_days",
        "answer_days",
        "appeal_days",
        "outside_body",
    }


def test_twelve_points_make_a_good_promise() -> None:
    assert len(promises.charter_model().checks) == 12


def test_a_policy_keeps_six_to_eight_statements_of_nine() -> None:
    policy = documents.model_policy()
    assert (policy.at_least, policy.at_most, len(policy.statements)) == (6, 8, 9)


def test_objectives_have_a_number_and_those_that_change_have_a_time() -> None:
    kinds = {(objective.comparison, bool(objective.months)) for objective in documents.ready_objectives()}
    assert kinds == {("at_least", False), ("change", True)}


def test_the_control_block_has_its_labels_and_headings() -> None:
    control = documents.document_control()
    assert control.label("approved_by").get("en") == "Approved by"
    assert control.heading("scope").get("fa") == "دامنهٔ کاربرد"
