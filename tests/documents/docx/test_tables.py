"""Tables in DOCX files, and what is laid out as tables."""

from __future__ import annotations

import pytest
from docx.oxml.ns import qn

from models.documents.bilingual import side_by_side
from models.documents.blocks import CheckBoxes, ControlBlock, Document, Entry, Image, Table, WriteLines
from tests.documents.docx.word_files import COLUMNS, in_persian, opened, whole_text
from tests.documents.pictures.files import png, stripes
from tests.documents.samples import english
from tests.documents.two_languages import versions


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


def test_a_long_table_is_written() -> None:
    (table,) = opened(english(Table(COLUMNS, [(str(n), "b", "c") for n in range(2000)]))).tables

    assert len(table._tbl.tr_lst) == 2001
