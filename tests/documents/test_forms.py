"""Forms for handwriting: boxes to tick, empty rows and lines, high and wide enough for a pen."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw
import pytest

from models.documents.blocks import (
    Block,
    CellKind,
    CheckBoxes,
    Column,
    ControlBlock,
    Document,
    Entry,
    Furniture,
    Paragraph,
    State,
    Table,
    WriteLines,
)
from models.documents.layout.style import MILLIMETRE
from models.documents.pdf import render
from tests.documents.readers import needs_pdftotext, pages, pdfium, poppler
from tests.documents.samples import english, persian


def bare(*blocks: Block, rtl: bool = False) -> Document:
    document = persian(State.ISSUED, is_sample=False) if rtl else english(state=State.ISSUED)
    return replace(document, blocks=blocks, furniture=Furniture(page_label=lambda _page, _pages: ""))


def paths(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return left, bottom, right and top of each drawn shape of the first page but the foot's line."""
    document = pypdfium2.PdfDocument(pdf)
    found = [thing.get_bounds() for thing in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    document.close()
    return [bounds for bounds in found if bounds[1] > 75]


def squares(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return the frames of boxes to tick, each once."""
    whole = [tuple(round(side) for side in bounds) for bounds in paths(pdf)]
    return [
        bounds  # type: ignore[misc]
        for bounds in dict.fromkeys(whole)
        if 10 < bounds[2] - bounds[0] < 13 and 10 < bounds[3] - bounds[1] < 13
    ]


FIVE = ("very bad", "bad", "neither", "good", "very good")


def test_each_choice_has_its_box_at_the_side_where_reading_begins() -> None:
    for rtl in (False, True):
        found = squares(render(bare(CheckBoxes(FIVE, "How was it?"), rtl=rtl)))
        assert len(found) == 5
        assert sum(right > 525 if rtl else left < 70 for left, _, right, _ in found) == 1


def test_boxes_stand_in_columns_when_asked() -> None:
    found = squares(render(bare(CheckBoxes(FIVE, across=2))))

    assert len({box[0] for box in found}) == 2
    assert len({box[1] for box in found}) == 3


def test_boxes_that_do_not_fit_go_to_the_next_row() -> None:
    found = squares(render(bare(CheckBoxes(tuple(f"a rather long choice {n}" for n in range(7))))))

    assert len(found) == 7
    assert max(box[2] for box in found) < 540
    assert len({box[1] for box in found}) > 1


@pytest.mark.parametrize("across", [0, 3])
def test_a_choice_longer_than_its_room_is_broken(across: int) -> None:
    text = pdfium(render(bare(CheckBoxes(("word " * 60, "short"), across=across))))

    assert text.count("word") == 60
    assert "short" in text


def test_a_question_and_its_boxes_share_a_page() -> None:
    filler = tuple(Paragraph(f"line {n}") for n in range(32))
    texts = pages(render(bare(*filler, CheckBoxes(FIVE, "How was it?", 1))))

    assert ["How was it?" in text for text in texts] == ["very good" in text for text in texts]


def test_no_choices_leave_the_question() -> None:
    assert "How was it?" in pdfium(render(bare(CheckBoxes((), "How was it?"))))


PERSIAN_CHOICES = ("۱ بسیار ناراضی", "۲ ناراضی", "۳ راضی")


def test_choices_read_back_in_their_order() -> None:
    # On a nearly empty page pdfium takes words above each other for a line of vertical writing.
    form = bare(
        Paragraph("در هر پرسش یک خانه را نشان بزنید. " * 4), CheckBoxes(PERSIAN_CHOICES, "چند؟"), rtl=True
    )

    text = pdfium(render(form))

    assert "۱ بسیار ناراضی ۲ ناراضی ۳ راضی" in " ".join(text.split())


@needs_pdftotext
def test_choices_read_back_in_poppler(tmp_path: Path) -> None:
    text = poppler(render(bare(CheckBoxes(PERSIAN_CHOICES), rtl=True)), tmp_path)

    assert all(choice in text for choice in PERSIAN_CHOICES)


KINDS = (
    Column("No.", kind=CellKind.NUMBER),
    Column("Name", 2),
    Column("Date", kind=CellKind.DATE),
    Column("Yes", kind=CellKind.MARK),
    Column("Code", kind=CellKind.CODE),
)


def uprights(pdf: bytes) -> list[float]:
    """Return where the lines between the columns of blank rows stand."""
    return sorted(
        {round(left, 1) for left, bottom, right, top in paths(pdf) if right - left < 2 < top - bottom}
    )


def test_columns_of_blank_rows_are_wide_enough_to_write_in() -> None:
    edges = uprights(render(bare(Table(KINDS, (), blank_rows=4))))
    widths = [(end - start) / MILLIMETRE for start, end in pairwise(edges)]

    assert len(widths) == len(KINDS)
    assert min(widths) > 11
    assert widths[2] > 20


def test_blank_rows_are_high_enough_to_write_in() -> None:
    lines = sorted(
        {
            round(bottom)
            for left, bottom, right, top in paths(render(bare(Table(KINDS, (), blank_rows=4))))
            if top - bottom < 2 and right - left > 300
        }
    )

    assert min(high - low for low, high in pairwise(lines)) > 9 * MILLIMETRE


def test_rows_with_words_have_no_lines_between_their_columns() -> None:
    assert uprights(render(bare(Table(KINDS, [("1", "a", "b", "c", "d")])))) == []


def test_headings_return_above_blank_rows_on_each_page() -> None:
    texts = pages(render(bare(Table(KINDS, (), blank_rows=60))))

    assert len(texts) > 2
    assert all("Name" in text for text in texts)


def test_an_empty_control_block_leaves_room_to_write() -> None:
    empty, full = (
        max(top - bottom for _, bottom, _, top in paths(render(bare(ControlBlock((Entry("Topic", value),))))))
        for value in ("", "x")
    )

    assert empty > 13 * MILLIMETRE > full


def test_lines_to_write_on_stand_under_their_label() -> None:
    pdf = render(bare(WriteLines("Why?", 4)))
    heights = sorted({round(bottom) for _, bottom, _, _ in paths(pdf)})

    assert "Why?" in pdfium(pdf)
    assert len(heights) == 4
    assert heights[1] - heights[0] > 7 * MILLIMETRE
