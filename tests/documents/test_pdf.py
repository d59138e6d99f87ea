"""Whole documents: facts of the file, pages, tables, and what only a draft shows."""

import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from models.documents.blocks import (
    Block,
    Column,
    Contents,
    Heading,
    KeepTogether,
    Missing,
    PageBreak,
    Paper,
    Paragraph,
    Spacer,
    State,
    Table,
)
from models.documents.pdf import render, unprintable
from tests.documents.readers import needs_pdftotext, needs_qpdf, pages, pdfium, poppler, words_found
from tests.documents.samples import DAY, english, persian


def place_of(pdf: bytes, word: str, page: int = 0) -> tuple[float, float]:
    """Return the left edge and the height of a word on a page."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    found = text.search(word, match_case=True).get_next()
    assert found is not None, word
    left, bottom, _, _ = text.get_charbox(found[0])
    document.close()
    return left, bottom


def test_equal_documents_give_equal_bytes() -> None:
    assert render(persian()) == render(persian())


def test_different_documents_have_different_identities() -> None:
    first, second = (render(english(Paragraph(text))) for text in ("one", "two"))

    assert first[first.index(b"/ID") :] != second[second.index(b"/ID") :]


def test_the_file_says_what_it_is() -> None:
    pdf = pypdfium2.PdfDocument(render(persian()))
    facts = pdf.get_metadata_dict()
    pdf.close()

    assert facts["Title"] == "خط‌مشی مشتری‌مداری"
    assert facts["Author"] == "نگار احمدی"
    assert facts["CreationDate"].startswith(f"D:{DAY:%Y%m%d}")


def test_the_language_of_the_document_is_declared() -> None:
    assert b"/Lang (fa)" in render(persian())


def test_fonts_are_embedded_subsets() -> None:
    pdf = render(persian())

    assert pdf.count(b"/FontFile2") == pdf.count(b"/Subtype /CIDFontType2") >= 2
    assert b"Helvetica" not in pdf
    assert b"+Vazirmatn-Regular" in pdf


@needs_qpdf
def test_the_file_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "sound.pdf"
    path.write_bytes(render(persian()))

    assert subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False).returncode == 0


def test_each_page_says_its_number_and_the_disclaimer() -> None:
    texts = pages(render(persian()))

    for number, text in enumerate(texts, start=1):
        label = f"صفحهٔ {number} از {len(texts)}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
        assert label in text
        assert "ادعای گواهی یا انطباق نیست" in text


def test_later_pages_say_which_document_they_belong_to() -> None:
    first, second, *_ = pages(render(persian()))

    assert "CS-PO-01 · خط‌مشی" in second
    assert "CS-PO-01 · خط‌مشی" not in first


@pytest.mark.parametrize(
    ("state", "marked"), [(State.DRAFT, True), (State.APPROVED, False), (State.ISSUED, False)]
)
def test_the_watermark_stands_on_every_page_of_a_draft_only(state: State, marked: bool) -> None:
    texts = pages(render(english(Paragraph("one"), PageBreak(), Paragraph("two"), state=state)))

    assert ["DRAFT" in text for text in texts] == [marked, marked]


@pytest.mark.parametrize(("state", "shown"), [(State.DRAFT, True), (State.APPROVED, False)])
def test_what_is_missing_is_said_in_a_draft_only(state: State, shown: bool) -> None:
    text = pdfium(render(english(Paragraph("one"), Missing("No owner is named yet."), state=state)))

    assert ("No owner is named yet." in text) is shown


@pytest.mark.parametrize("is_sample", [True, False])
def test_a_sample_is_marked_on_every_page(is_sample: bool) -> None:
    texts = pages(render(english(Paragraph("one"), PageBreak(), Paragraph("two"), is_sample=is_sample)))

    assert ["SAMPLE" in text for text in texts] == [is_sample, is_sample]


def test_an_empty_document_has_one_page() -> None:
    assert len(pages(render(english()))) == 1


def test_headings_become_the_outline() -> None:
    pdf = pypdfium2.PdfDocument(
        render(
            english(
                Heading("First", 1, "1"), Heading("Inner", 2, "1.1"), PageBreak(), Heading("Second", 1, "2")
            )
        )
    )
    found = [(entry.level, entry.get_title(), entry.get_dest().get_index()) for entry in pdf.get_toc()]
    pdf.close()

    assert found == [(0, "1 First", 0), (1, "1.1 Inner", 0), (0, "2 Second", 1)]


def test_contents_say_the_page_of_each_heading() -> None:
    document = english(
        Contents("Contents"),
        Heading("Early", 1),
        PageBreak(),
        PageBreak(),
        Paragraph("x"),
        PageBreak(),
        Heading("Late", 1),
    )

    text = " ".join(pages(render(document))[0].splitlines())

    assert "Early 1 Late 3" in text


def test_a_heading_stays_with_the_text_below_it() -> None:
    document = english(Spacer(1), Paragraph("x"), Spacer(220), Heading("Alone?"), Paragraph("With it. " * 40))

    heading = next(number for number, text in enumerate(pages(render(document))) if "Alone?" in text)
    text = next(number for number, text in enumerate(pages(render(document))) if "With it." in text)

    assert heading == text


def test_blocks_kept_together_share_a_page() -> None:
    together = KeepTogether((Paragraph("first of them"), Spacer(30), Paragraph("last of them")))
    texts = pages(render(english(Paragraph("x"), Spacer(205), together)))

    assert [("first of them" in text, "last of them" in text) for text in texts] == [
        (False, False),
        (True, True),
    ]


def test_kept_blocks_longer_than_a_page_are_still_printed() -> None:
    together = KeepTogether(tuple(Paragraph(f"number {count} here") for count in range(80)))

    text = pdfium(render(english(together)))

    assert all(f"number {count} here" in text for count in range(80))


THREE_COLUMNS = (Column("First"), Column("Second"), Column("Third"))


def test_columns_stand_in_the_order_of_reading() -> None:
    table = Table(THREE_COLUMNS, [("a", "b", "c")])
    ltr = render(english(table))
    rtl = render(replace(persian(), blocks=(table,)))

    left_to_right = [place_of(ltr, word)[0] for word in ("First", "Second", "Third")]
    right_to_left = [place_of(rtl, word)[0] for word in ("First", "Second", "Third")]

    assert left_to_right == sorted(left_to_right)
    assert right_to_left == sorted(right_to_left, reverse=True)


def test_headings_of_a_table_return_on_every_page() -> None:
    texts = pages(render(english(Table(THREE_COLUMNS, [(f"row {count}", "b", "c") for count in range(120)]))))

    assert len(texts) > 2
    assert all("First" in text and "Third" in text for text in texts)
    assert sum(text.count("row ") for text in texts) == 120


def test_a_short_row_is_never_divided() -> None:
    cell = "word " * 60
    rows = [(f"begin{count} {cell} end{count}", "b", "c") for count in range(40)]

    texts = pages(render(english(Table(THREE_COLUMNS, rows))))

    for count in range(40):
        beginning = next(number for number, text in enumerate(texts) if f"begin{count} " in text)
        assert f"end{count}" in texts[beginning]


def test_a_row_taller_than_a_page_goes_on_over_pages() -> None:
    rows = [("begin " + "word " * 1500 + "end", "b", "c")]

    texts = pages(render(english(Table(THREE_COLUMNS, rows))))

    assert len(texts) > 1
    assert "begin" in texts[0]
    assert "end" in texts[-1]
    assert sum(text.count("word") for text in texts) == 1500


def test_an_empty_table_says_so() -> None:
    assert "Nothing yet." in pdfium(render(english(Table(THREE_COLUMNS, [], empty="Nothing yet."))))


def test_a_table_of_many_rows_grows_by_pages_only() -> None:
    table = Table(THREE_COLUMNS, [(str(count), "b", "c") for count in range(2000)])

    texts = pages(render(english(table)))

    assert "1999" in texts[-1]


@pytest.mark.parametrize(("paper", "landscape"), [(Paper.A4, True), (Paper.A3, False), (Paper.A5, False)])
def test_sheets_come_in_several_sizes(paper: Paper, landscape: bool) -> None:
    pdf = pypdfium2.PdfDocument(render(replace(english(Paragraph("x")), paper=paper, landscape=landscape)))
    size = [round(side / 72 * 25.4) for side in pdf[0].get_size()]
    pdf.close()

    assert size == sorted(paper.value, reverse=landscape)


def all_words(thing: Any) -> str:
    """Return every text in a block, one after another."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, tuple | list):
        return " ".join(all_words(item) for item in thing)
    fields = getattr(thing, "__dataclass_fields__", ())
    return " ".join(
        all_words(getattr(thing, name)) for name in fields if name not in ("tone", "align", "kind")
    )


def readable(document_blocks: tuple[Block, ...]) -> str:
    return all_words(document_blocks).replace("\u2066", "")


def test_every_word_of_a_persian_document_reads_back_in_pdfium() -> None:
    document = persian()

    assert words_found(readable(document.blocks), pdfium(render(document))) >= 0.999


@needs_pdftotext
def test_every_word_of_a_persian_document_reads_back_in_poppler(tmp_path: Path) -> None:
    document = persian()

    assert words_found(readable(document.blocks), poppler(render(document), tmp_path)) >= 0.999


def test_characters_without_a_glyph_are_named() -> None:
    assert unprintable("a漢b\n漢字\u200fα") == ["漢", "字"]
