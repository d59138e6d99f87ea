"""DOCX files, opened again: text, direction, tables, fields, and what a draft shows."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
import uharfbuzz as hb
from docx.document import Document as File
from docx.oxml.ns import qn

from models.documents.bilingual import side_by_side
from models.documents.blocks import (
    Align,
    Anchor,
    Block,
    CellKind,
    Chart,
    CheckBoxes,
    Column,
    Contents,
    ControlBlock,
    Document,
    Entry,
    Heading,
    Image,
    KeepTogether,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    QrCode,
    Span,
    State,
    Table,
    WriteLines,
    plain,
)
from models.documents.charts.shapes import Geometry, Label
from models.documents.docx import render
from models.documents.pictures.errors import NotAPicture, TooLongForQrCode
from models.documents.pieces import Poster, TableCard
from models.documents.typesetting import bidi
from tests.documents.pictures.files import jpeg, png, stripes
from tests.documents.readers import needs_pdftotext, words_found
from tests.documents.samples import DAY, english, persian
from tests.documents.test_hostile import HOSTILE, everywhere
from tests.documents.test_pieces import DISPLAY, leaflet
from tests.documents.test_side_by_side import versions, words_of

needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def opened(document: Document) -> File:
    return docx.Document(BytesIO(render(document)))


def in_persian(*blocks: Block, **changes: Any) -> Document:
    return replace(persian(), blocks=blocks, **changes)


def all_paragraphs(file: File) -> list[Any]:
    return list(file.element.body.iter(qn("w:p")))


def text_of(thing: Any) -> str:
    return "".join(part.text or "" for part in thing.iter(qn("w:t")))


def whole_text(file: File) -> str:
    return "\n".join(text_of(paragraph) for paragraph in all_paragraphs(file)).replace("\u200e", "")


def runs_of(file: File) -> list[tuple[str, bool]]:
    """Return the text of each run with whether it runs from right to left."""
    found = [
        (text_of(run).replace("\u200e", ""), run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None)
        for run in file.element.body.iter(qn("w:r"))
    ]
    return [(text, is_rtl) for text, is_rtl in found if text.strip()]


def part(document: Document, name: str) -> str:
    with zipfile.ZipFile(BytesIO(render(document))) as package:
        return package.read(name).decode("utf-8")


def test_equal_documents_give_equal_bytes() -> None:
    assert render(persian()) == render(persian())


def test_the_file_says_what_it_is() -> None:
    facts = opened(persian()).core_properties

    assert (facts.title, facts.author, facts.language) == ("خط‌مشی مشتری‌مداری", "نگار احمدی", "fa")
    assert facts.created is not None
    assert facts.created.date() == DAY


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


COLUMNS = (Column("Name", 2), Column("Code", kind=CellKind.CODE), Column("Yes", kind=CellKind.MARK))


def test_a_table_has_its_rows_and_repeats_its_headings() -> None:
    (table,) = opened(english(Table(COLUMNS, [("a", "CS-01", "x"), ("b", "CS-02", "")]))).tables

    cells = [[cell.text.replace("\u200e", "") for cell in row.cells] for row in table.rows]
    headed = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]

    assert cells == [["Name", "Code", "Yes"], ["a", "CS-01", "x"], ["b", "CS-02", ""]]
    assert headed == [True, False, False]


@pytest.mark.parametrize(
    ("document", "mirrored"), [(in_persian(Table(COLUMNS, ())), True), (english(Table(COLUMNS, ())), False)]
)
def test_columns_stand_in_the_order_of_reading(document: Document, mirrored: bool) -> None:
    (table,) = opened(document).tables

    assert (table._tbl.tblPr.find(qn("w:bidiVisual")) is not None) is mirrored


def test_a_table_is_as_wide_as_the_text() -> None:
    file = opened(english(Table(COLUMNS, [("a", "b", "c")])))
    section = file.sections[0]
    assert section.page_width
    assert section.left_margin
    assert section.right_margin

    widths = [column.width for column in file.tables[0].columns]

    assert sum(width or 0 for width in widths) == pytest.approx(
        section.page_width - section.left_margin - section.right_margin, rel=0.01
    )


def test_a_short_row_is_never_divided_and_an_endless_one_may_be() -> None:
    (table,) = opened(english(Table(COLUMNS, [("short", "b", "c"), ("word " * 900, "b", "c")]))).tables

    whole = [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows]

    assert whole == [True, True, False]


def test_blank_rows_and_lines_leave_room_to_write() -> None:
    table, lines = opened(english(Table(COLUMNS, (), blank_rows=5), WriteLines("Why?", 3))).tables

    assert len(table.rows) == 6
    assert len(lines.rows) == 3
    assert all(row.height and row.height.pt >= 22 for row in (*table.rows[1:], *lines.rows))


def test_boxes_to_tick_stand_before_their_words() -> None:
    text = whole_text(opened(english(CheckBoxes(("yes", "no")), CheckBoxes(("a", "b", "c"), "Why?", 2))))

    assert all(f"☐ {word}" in text for word in ("yes", "no", "a", "b", "c"))


def test_an_empty_table_says_so() -> None:
    assert "Nothing yet." in whole_text(opened(english(Table(COLUMNS, (), empty="Nothing yet."))))


def test_the_control_block_stretches_its_last_entry() -> None:
    (table,) = opened(english(ControlBlock(tuple(Entry(f"l{n}", f"v{n}") for n in range(5))))).tables

    spans = [cell.grid_span for cell in table.rows[1]._tr.tc_lst]

    assert spans == [1, 2]


def test_a_logo_stands_beside_all_rows_of_the_control_block() -> None:
    logo = Image(png(stripes()), "logo.png")
    block = ControlBlock(tuple(Entry(f"l{n}", f"v{n}") for n in range(6)), logo=logo)

    (table,) = opened(english(block)).tables

    assert [row._tr.tc_lst[0].vMerge for row in table.rows] == ["restart", "continue"]
    assert len(list(table._tbl.iter(qn("wp:inline")))) == 1


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


def fields(thing: Any) -> list[str]:
    return [" ".join((part.text or "").split()) for part in thing.iter(qn("w:instrText"))]


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


def test_charts_pictures_and_codes_are_pictures_within_the_text() -> None:
    chart = Chart(Geometry(40, 20, (Label("inside", 20, 10),)), "A chart")
    photograph = Image(jpeg(stripes(300, 200)), "photo.jpg", caption="A photograph", align=Align.START)
    document = english(chart, photograph, QrCode("https://toos.example.ir", caption="Our page"))

    file = opened(document)

    assert len(file.inline_shapes) == 3
    assert all(shape.width.mm < 167 for shape in file.inline_shapes)
    assert all(caption in whole_text(file) for caption in ("A chart", "A photograph", "Our page"))


@pytest.mark.parametrize(
    ("block", "error"),
    [(Image(b"broken", "logo.png"), NotAPicture), (QrCode("x" * 3000), TooLongForQrCode)],
)
def test_what_cannot_be_shown_ends_in_a_sentence(block: Block, error: type[Exception]) -> None:
    with pytest.raises(error):
        render(english(block))


def test_two_languages_stand_level_in_a_table_of_two_columns() -> None:
    fa, en = versions()

    file = opened(side_by_side(fa, en))
    pair = next(
        table for table in file.tables if len(table.columns) == 2 and "هدف" in table.rows[0].cells[0].text
    )

    assert "Purpose" in pair.rows[0].cells[1].text
    assert pair._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    directions = [
        cell.paragraphs[0]._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}").get(qn("w:val"))
        for cell in pair.rows[0].cells
    ]
    assert directions == [None, "0"]


def test_pieces_for_customers_become_running_text() -> None:
    for piece in (Poster(DISPLAY), TableCard(DISPLAY)):
        assert words_found(" ".join(map(plain, DISPLAY.promises)), whole_text(opened(in_persian(piece)))) == 1
    assert "Flap says welcome." in whole_text(opened(english(leaflet())))


def test_both_weights_of_the_typeface_are_in_the_file() -> None:
    with zipfile.ZipFile(BytesIO(render(english()))) as package:
        table = package.read("word/fontTable.xml").decode()
        fonts = [package.read(name) for name in package.namelist() if name.endswith(".odttf")]
    keys = [key.split("}")[0] for key in table.split('w:fontKey="{')[1:]]

    names = []
    for font, key in zip(fonts, keys, strict=True):
        mask = bytes.fromhex(key.replace("-", ""))[::-1] * 2
        plain = bytes(one ^ other for one, other in zip(font[:32], mask, strict=True)) + font[32:]
        face = hb.Face(hb.Blob(plain))
        assert len(face.unicodes) > 400
        names.append(face.get_name(hb.OTNameIdPredefined.FULL_NAME))
    assert names == ["Vazirmatn Regular", "Vazirmatn Bold"]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_written(text: str) -> None:
    for document in (english(*everywhere(text)), in_persian(*everywhere(text), title=text, author=text)):
        assert opened(document)


def test_a_long_table_is_written() -> None:
    (table,) = opened(english(Table(COLUMNS, [(str(n), "b", "c") for n in range(2000)]))).tables

    assert len(table._tbl.tr_lst) == 2001


@needs_office
@needs_pdftotext
def test_libreoffice_shows_every_word(tmp_path: Path) -> None:
    document = persian(rows=60)
    path = tmp_path / "document.docx"
    path.write_bytes(render(document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"

    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    done = subprocess.run(["pdftotext", str(tmp_path / "document.pdf"), "-"], capture_output=True, check=True)

    text = done.stdout.decode()
    assert words_found(words_of(document).replace("\u2066", ""), text) > 0.9
    assert text.count("ذی‌نفع") > 3
