"""Slides and quiz for the staff, read back from their PDF."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from models.documents.blocks import Table, plain
from models.documents.builders.desk import Desk
from models.documents.builders.staff_training import build_quiz, build_slides, quiz_of, without_number
from models.documents.layout.fitting import TextDoesNotFit
from models.documents.pieces import Slide, SlideStyle
from models.domain.ledger import Records
from models.domain.records.charter import Promise
from models.domain.records.control import DocumentControl
from models.domain.records.training import TEST_QUESTIONS, TrainingSession
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.localisation.text import search_key
from models.services.sample.records import sample_records
from models.services.training import material
from models.services.training.material import Material
from tests.documents.readers import outline, pdfium

DAY = date(2026, 11, 22)
LANGUAGES = ("fa", "en")
WORDS = re.compile(r"[^\W\d_]{3,}")


def sample(code: str) -> Records:
    return Records(sample_records(code, DAY))


def desk(ledger: Records, code: str) -> Desk:
    return Desk(ledger, load_language(code), "D2", DAY)


def slides(ledger: Records, code: str) -> list[Slide]:
    return [one for one in build_slides(desk(ledger, code)) if isinstance(one, Slide)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_promise_has_a_slide_that_says_what_it_means(code: str) -> None:
    ledger = sample(code)
    promises = ledger.all(Promise)

    shown = {one.title: one for one in slides(ledger, code)}

    for promise in promises:
        texts = [point.text for point in shown[promise.text.get(code)].points]
        assert promise.remedy.get(code) in texts
        assert promise.conditions.get(code) in texts


@pytest.mark.parametrize("code", LANGUAGES)
def test_slides_read_back_whole(code: str) -> None:
    ledger = sample(code)
    wanted = [word for one in slides(ledger, code) for word in WORDS.findall(one.title)]

    found = search_key(pdfium(material.render(ledger, Material.SLIDES, code, DAY)))

    assert [word for word in wanted if search_key(word) not in found] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_quiz_reads_back_whole_and_has_its_answers_behind(code: str) -> None:
    ledger = sample(code)
    blocks = build_quiz(desk(ledger, code))
    [key] = [block for block in blocks if isinstance(block, Table)]

    found = search_key(pdfium(material.render(ledger, Material.QUIZ, code, DAY)))

    assert blocks.index(key) > len(blocks) - 4
    assert len(key.rows) == TEST_QUESTIONS
    words = [word for row in key.rows for cell in row for word in WORDS.findall(plain(cell))]
    assert [word for word in words if search_key(word) not in found] == []


def test_the_questions_are_the_same_in_both_languages() -> None:
    asked = {
        code: [(one.asked, one.right) for one in quiz_of(desk(sample(code), code))] for code in LANGUAGES
    }

    assert asked["fa"] == asked["en"]


@pytest.mark.parametrize("which", Material)
def test_equal_records_give_equal_bytes(which: Material) -> None:
    ledger = sample("fa")

    assert material.render(ledger, which, "fa", DAY) == material.render(ledger, which, "fa", DAY)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("which", Material)
def test_a_company_without_anything_gets_both(which: Material, code: str) -> None:
    assert material.render(Records(), which, code, DAY).startswith(b"%PDF")


def test_slides_stand_in_the_outline() -> None:
    ledger = sample("en")

    listed = outline(material.render(ledger, Material.SLIDES, "en", DAY))

    assert [title for _level, title, _page in listed] == [one.title for one in slides(ledger, "en")]


def test_questions_have_four_answers_in_numbered_rows() -> None:
    asked = [one for one in slides(sample("en"), "en") if one.style is SlideStyle.OPTIONS]

    assert len(asked) == TEST_QUESTIONS
    assert {len(one.points) for one in asked} == {4}
    assert asked[0].labels == ("1", "2", "3", "4")


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("Ready within 15 minutes.", "15", "Ready within … minutes."),
        ("ظرف ۱۵ دقیقه آماده است.", "15", "ظرف … دقیقه آماده است."),
        ("Room 150, within 15 minutes", "15", "Room 150, within … minutes"),
        ("Within 1.5 hours", "1.5", "Within … hours"),
        ("ظرف ۱٫۵ ساعت", "1.5", "ظرف … ساعت"),
        ("Within 1.5 hours", "1", "Within 1.5 hours"),
        ("At once", "15", "At once"),
        ("Within 20 minutes", "2E+1", "Within … minutes"),
    ],
)
def test_the_number_of_a_promise_is_left_out_in_any_digits(text: str, number: str, expected: str) -> None:
    assert without_number(text, Decimal(number), "…") == expected


def test_markup_and_emoji_are_shown_as_they_are() -> None:
    odd = Promise(text=LocalText(en="<b>Fast & free</b> 🙂", fa="<b>سریع</b>"), remedy=LocalText(en="&nbsp;"))

    assert "<b>Fast & free</b>" in pdfium(material.render(Records([odd]), Material.SLIDES, "en", DAY))


def test_a_promise_that_fits_no_slide_is_named() -> None:
    long = Promise(text=LocalText(en="word " * 2_000))

    with pytest.raises(TextDoesNotFit):
        material.render(Records([long]), Material.SLIDES, "en", DAY)


def test_material_of_an_approved_charter_is_no_draft() -> None:
    approved = next(one for one in sample("en").all(DocumentControl) if one.document == "D2")

    assert approved.is_approved
    assert material.build(sample("en"), Material.SLIDES, "en", DAY).state.value == "approved"
    assert material.build(Records(), Material.SLIDES, "en", DAY).state.value == "draft"


def test_files_are_named_after_charter_session_and_language() -> None:
    ledger = sample("en")
    session = TrainingSession(held_on=date(2026, 11, 2))

    assert material.file_name(ledger, Material.SLIDES, "fa").endswith("_slides_fa.pdf")
    assert material.sheet_name(ledger, session, "en").endswith("_2026-11-02_en.pdf")
