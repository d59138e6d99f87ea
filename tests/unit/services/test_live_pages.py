"""Pages while their records are being written: what is pending is on them, and each text knows its record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.documents.builders.desk import Desk
from models.documents.words import words_of
from models.domain.ledger import Records
from models.domain.records.charter import CharterText, Promise
from models.domain.records.commitment import Policy, PolicyStatement
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services import documents
from models.services.live_pages import LivePages, Press
from models.services.sample.records import sample_records
from tests.documents.readers import pdfium

TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def ledger() -> Records:
    return Records(sample_records("en", TODAY))


@pytest.fixture(scope="module")
def charter(ledger: Records) -> LivePages:
    return Press().pages(ledger, "D2", "en", TODAY)


def test_a_pending_record_takes_the_place_of_the_saved_one(ledger: Records) -> None:
    promise = ledger.all(Promise)[0]
    pending = replace(promise, text=LocalText(fa="متن تازه", en="Something quite new"))

    overlaid = ledger.with_record(pending)

    assert overlaid.find(Promise, promise.id) == pending
    assert [one.id for one in overlaid.all(Promise)] == [one.id for one in ledger.all(Promise)]
    assert ledger.find(Promise, promise.id) == promise


def test_a_pending_new_record_stands_among_the_others(ledger: Records) -> None:
    new = PolicyStatement(text=LocalText(fa="تازه", en="new"))

    overlaid = ledger.with_record(new)

    assert {one.id for one in overlaid.all(PolicyStatement)} - {
        one.id for one in ledger.all(PolicyStatement)
    } == {new.id}


def test_what_is_typed_is_on_the_pages(ledger: Records) -> None:
    promise = ledger.all(Promise)[0]
    pending = replace(promise, text=LocalText(fa="متن تازه", en="Something quite new"))

    made = Press().pages(ledger.with_record(pending), "D2", "en", TODAY)

    assert "Something quite new" in pdfium(made.content)


def test_the_charter_ends_where_its_public_part_ends(ledger: Records, charter: LivePages) -> None:
    whole = documents.build(ledger, "D2", "en", TODAY)
    internal = words_of(whole.blocks)[-1]

    assert len(charter.sizes) < 8
    assert internal not in pdfium(charter.content)


def test_each_field_of_a_promise_has_its_own_spot(ledger: Records, charter: LivePages) -> None:
    promise = next(one for one in ledger.all(Promise) if one.text and one.conditions and one.remedy)

    areas = [charter.spots_of(promise.id, name) for name in ("text", "limits", "remedy")]

    assert all(areas)
    assert len({(spots[0].page, spots[0].top) for spots in areas}) == 3


def test_a_field_that_is_printed_nowhere_shows_its_record(ledger: Records, charter: LivePages) -> None:
    promise = next(one for one in ledger.all(Promise) if one.text)

    assert charter.spots_of(promise.id, "owner") == charter.spots_of(promise.id)


def test_a_spot_lies_round_the_words_of_its_record(ledger: Records, charter: LivePages) -> None:
    import pypdfium2

    promise = next(one for one in ledger.all(Promise) if one.text)
    spot = charter.spots_of(promise.id, "text")[0]
    pdf = pypdfium2.PdfDocument(charter.content)
    page = pdf[spot.page - 1]
    height = page.get_height()
    inside = page.get_textpage().get_text_bounded(
        spot.left, height - spot.top - spot.height, spot.left + spot.width, height - spot.top
    )
    pdf.close()

    assert promise.text.get("en").split()[0] in inside


def test_an_empty_field_is_found_where_the_draft_misses_it(ledger: Records) -> None:
    empty = Records().with_record(Policy(id=ledger.sheet(Policy).id))

    made = Press().pages(empty, "D1", "en", TODAY)

    assert made.missing > 0
    assert made.spots_of(empty.sheet(Policy).id, "purpose")


def test_an_origin_is_no_word_of_the_document(ledger: Records) -> None:
    desk = Desk(ledger, load_language("en"), "D2", TODAY)
    texts = desk.ledger.sheet(CharterText)

    said = "\n".join(words_of(documents.build(ledger, "D2", "en", TODAY).blocks))

    assert texts.id not in said
    assert ledger.all(Promise)[0].id not in said


@pytest.mark.parametrize("language", ["fa", "en"])
def test_pages_printed_again_are_the_same_to_the_byte(ledger: Records, language: str) -> None:
    press = Press()
    press.pages(ledger, "D1", "fa", TODAY)
    press.pages(ledger, "D2", language, TODAY)

    again = press.pages(ledger, "D2", language, TODAY)

    assert again == Press().pages(ledger, "D2", language, TODAY)


def test_what_is_being_typed_keeps_the_files_of_the_others() -> None:
    ledger = Records.of_shelves({}, lambda sha256: b"logo" if sha256 == "known" else None)
    assert ledger.with_record(Policy()).content("known") == b"logo"
