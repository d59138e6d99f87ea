"""Paragraphs in DOCX files: direction, order, type, headings."""

from __future__ import annotations

import re

import pytest
from docx.oxml.ns import qn

from models.documents.blocks import Document, Heading, Paragraph, Span
from models.documents.typesetting import bidi
from tests.documents.docx.word_files import (
    all_paragraphs,
    in_persian,
    opened,
    part,
    runs_of,
    text_of,
    whole_text,
)
from tests.documents.readers import words_found
from tests.documents.samples import english, persian
from tests.documents.two_languages import words_of


def test_every_text_of_a_document_is_in_the_file() -> None:
    document = persian(rows=3)

    assert words_found(words_of(document).replace("\u2066", ""), whole_text(opened(document))) == 1


@pytest.mark.parametrize(("document", "expected"), [(persian(rows=2), None), (english(Paragraph("x")), "0")])
def test_every_paragraph_runs_as_its_language_does(document: Document, expected: str | None) -> None:
    for paragraph in all_paragraphs(opened(document)):
        direction = paragraph.find(f"{qn('w:pPr')}/{qn('w:bidi')}")
        if text_of(paragraph):
            assert direction is not None
            assert direction.get(qn("w:val")) == expected


def test_the_section_of_a_persian_document_runs_from_right_to_left() -> None:
    assert opened(persian()).sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert opened(english()).sections[0]._sectPr.find(qn("w:bidi")) is None


def test_each_run_has_one_direction() -> None:
    found = runs_of(opened(in_persian(Paragraph("فرم CS-FR-012 را به info@example.com بفرستید."))))

    assert [(text.strip(), is_rtl) for text, is_rtl in found] == [
        ("فرم", True),
        ("CS-FR-012", False),
        ("را به", True),
        ("info@example.com", False),
        ("بفرستید.", True),
    ]


def test_a_persian_name_in_an_english_paragraph_runs_from_right_to_left() -> None:
    found = runs_of(opened(english(Paragraph("Ask رضا توکلی today."))))

    assert [(text.strip(), is_rtl) for text, is_rtl in found] == [
        ("Ask", False),
        ("رضا توکلی", True),
        ("today.", False),
    ]


REFERENCES = "ISO 10001:2018 (راهنما)، ISO 10002:2018، ISO 9001"


def test_names_of_the_other_direction_stand_in_the_order_of_the_list() -> None:
    raw = part(in_persian(Paragraph(REFERENCES)), "word/document.xml")
    shown = "".join(re.findall("<w:t[^>]*>([^<]*)", raw))

    levels = bidi.levels(shown, 1)
    commas = [levels[place] for place, letter in enumerate(shown) if letter == "،"]

    assert commas == [1, 1]
    assert "".join(shown.split("\u200f")) == REFERENCES


def test_numbers_that_other_programs_would_turn_round_are_marked() -> None:
    document = in_persian(Paragraph("تلفن ۰۲۱-۸۸۸۸۱۲۳۴ است"), Paragraph((Span("1-2-3", island=True),)))

    raw = part(document, "word/document.xml")

    assert "\u200e۰۲۱-۸۸۸۸۱۲۳۴\u200e" in raw
    assert "\u200e1-2-3\u200e" in raw
    assert "\u2066" not in raw


def test_bold_spans_are_bold_in_both_scripts() -> None:
    raw = part(in_persian(Paragraph((Span("پررنگ", bold=True), Span(" ساده")))), "word/document.xml")

    assert raw.count("<w:b/><w:bCs/>") == 1


def test_types_have_sizes_for_both_scripts() -> None:
    styles = part(persian(), "word/styles.xml")

    assert '<w:sz w:val="20"/><w:szCs w:val="20"/>' in styles
    assert '<w:sz w:val="36"/><w:szCs w:val="36"/>' in styles
    assert 'w:cs="Vazirmatn"' in styles


def test_headings_are_headings() -> None:
    file = opened(english(Heading("First", 1, "1"), Heading("Inner", 2, "1.1"), Heading("Deep", 7)))

    assert [(paragraph.text, paragraph.style and paragraph.style.name) for paragraph in file.paragraphs] == [
        ("1 First", "Heading 1"),
        ("1.1 Inner", "Heading 2"),
        ("Deep", "Heading 3"),
    ]
