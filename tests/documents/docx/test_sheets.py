"""The sheets of DOCX files: head and foot, marks of a draft and a sample, page numbers, breaks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from models.documents.blocks import (
    Anchor,
    Contents,
    Heading,
    KeepTogether,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Span,
    State,
    Table,
)
from tests.documents.docx.word_files import (
    COLUMNS,
    all_paragraphs,
    fields,
    in_persian,
    opened,
    part,
    text_of,
    whole_text,
)
from tests.documents.samples import english, persian


@pytest.mark.parametrize(("state", "shown"), [(State.DRAFT, True), (State.ISSUED, False)])
def test_what_is_missing_and_the_watermark_are_for_drafts(state: State, shown: bool) -> None:
    document = in_persian(Missing("کم است."), state=state)

    assert ("کم است." in whole_text(opened(document))) is shown
    for name in ("word/header1.xml", "word/header2.xml"):
        assert ("پیش‌نویس" in part(document, name)) is shown


def test_a_sample_is_marked_on_every_page() -> None:
    assert all("نمونه" in part(persian(), f"word/header{n}.xml") for n in (1, 2))


def test_the_mark_of_a_sample_stands_at_the_end_of_the_line() -> None:
    for head in (opened(persian()).sections[0].header, opened(persian()).sections[0].first_page_header):
        (line,) = head._element.iter(qn("w:p"))
        runs = list(line.iter(qn("w:r")))
        tabs = [run.find(qn("w:tab")) is not None for run in runs]

        assert text_of(runs[tabs.index(True) + 1]) == "نمونه"


def test_the_running_head_stands_on_later_pages_only() -> None:
    section = opened(english(Paragraph("x"))).sections[0]

    assert section.different_first_page_header_footer
    assert "Policy" in text_of(section.header._element)
    assert "Policy" not in text_of(section.first_page_header._element)


def test_page_numbers_are_fields_among_the_words_of_the_language() -> None:
    section = opened(persian()).sections[0]

    for foot in (section.footer, section.first_page_footer):
        assert fields(foot._element) == ["PAGE", "NUMPAGES"]
        assert "صفحهٔ ۱ از ۱" in text_of(foot._element)
        assert "ادعای گواهی یا انطباق نیست." in text_of(foot._element)


def test_page_numbers_of_places_are_fields_that_know_them() -> None:
    document = english(
        Paragraph((Span("See page "), Span("00", page_of="the place"))),
        Anchor("the place"),
        Paragraph("here"),
    )
    body = opened(document).element.body

    names = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}

    assert fields(body) == ["PAGEREF a_the_place \\h"]
    assert "a_the_place" in names


def test_contents_name_the_headings_with_their_pages() -> None:
    document = english(Contents("Contents"), Heading("One", 1), Heading("Deep", 3), Heading("Two", 2))
    body = opened(document).element.body
    marks = {mark.get(qn("w:name")): text_of(mark.getparent()) for mark in body.iter(qn("w:bookmarkStart"))}

    assert [marks[instruction.split()[1]] for instruction in fields(body)] == ["One", "Two"]


def test_kept_blocks_stay_with_what_follows() -> None:
    file = opened(
        english(KeepTogether((Paragraph("a"), Table(COLUMNS, [("x", "y", "z")]), Paragraph("last"))))
    )

    kept = {
        text_of(paragraph): paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        for paragraph in all_paragraphs(file)
        if text_of(paragraph)
    }

    assert kept == {
        "a": True,
        "Name": True,
        "Code": True,
        "Yes": True,
        "x": True,
        "\u200ey\u200e": True,
        "z": True,
        "last": False,
    }


def test_sheets_have_their_size_and_lie_as_asked() -> None:
    section = opened(replace(english(), paper=Paper.A3, landscape=True)).sections[0]

    assert section.page_width
    assert section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (420, 297)


def test_a_page_break_is_one() -> None:
    (mark,) = opened(english(Paragraph("a"), PageBreak(), Paragraph("b"))).element.body.iter(qn("w:br"))

    assert mark.get(qn("w:type")) == "page"
