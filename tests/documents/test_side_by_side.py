"""Two languages in two columns: level, each in its own direction, readable one after the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from models.documents.bilingual import side_by_side
from models.documents.blocks import (
    Anchor,
    Block,
    Contents,
    ControlBlock,
    Document,
    Furniture,
    Heading,
    Paragraph,
    Passage,
    SideBySide,
    Signatures,
    Table,
    plain,
)
from models.documents.pdf import printed, render
from models.localisation.languages import Direction
from tests.documents.readers import links, needs_pdftotext, outline, pages, pdfium, poppler, words_found
from tests.documents.samples import english, persian, persian_table
from tests.documents.two_languages import versions, words_of


def in_persian(*blocks: Block) -> Passage:
    return Passage(blocks, "fa", Direction.RTL)


def in_english(*blocks: Block) -> Passage:
    return Passage(blocks, "en", Direction.LTR)


def place_of(pdf: bytes, word: str) -> tuple[int, float, float]:
    """Return page, left edge and height of a word."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            text = page.get_textpage()
            found = text.search(word, match_case=True).get_next()
            if found:
                left, bottom, _, _ = text.get_charbox(found[0], loose=True)
                return number, left, bottom
    finally:
        document.close()
    raise AssertionError(word)


def paragraphs(count: int) -> list[tuple[Block, Block]]:
    return [
        (
            Paragraph(f"Begin{n} " + "of an English paragraph " * (n % 5)),
            Paragraph(f"آغاز{n} " + "بند فارسی " * (n % 7)),
        )
        for n in range(count)
    ]


def columns(count: int) -> SideBySide:
    pairs = paragraphs(count)
    return SideBySide(in_english(*(one for one, _ in pairs)), in_persian(*(other for _, other in pairs)))


def test_paragraphs_of_one_place_begin_level() -> None:
    pdf = render(replace(persian(), blocks=(columns(6),)))

    for number in range(6):
        left, right = place_of(pdf, f"Begin{number}"), place_of(pdf, f"آغاز{number}")
        assert left[0] == right[0]
        assert left[2] == pytest.approx(right[2], abs=0.1)


def test_each_column_starts_where_its_language_does() -> None:
    pdf = render(replace(persian(), blocks=(columns(1),)))

    assert place_of(pdf, "Begin0")[1] == pytest.approx(62.4, abs=1)
    assert place_of(pdf, "آغاز0")[1] > 300


def test_a_column_without_counterpart_stands_alone() -> None:
    text = pdfium(
        render(
            english(SideBySide(in_english(Paragraph("one")), in_persian(Paragraph("یک"), Paragraph("دو"))))
        )
    )

    assert "دو" in text


def test_long_columns_go_on_over_pages_level_and_whole() -> None:
    long = SideBySide(
        in_english(Paragraph("english " * 900)), in_persian(Paragraph("فارسی " * 700), Paragraph("پایان"))
    )
    texts = pages(render(replace(persian(), blocks=(Paragraph("پیش"), long))))

    assert len(texts) > 1
    assert sum(text.count("english") for text in texts) == 900
    assert sum(text.count("فارسی") for text in texts) == 700
    assert all("english" in text and "فارسی" in text for text in texts[:2])


def test_a_heading_stays_with_the_text_below_it_in_both_columns() -> None:
    filler = tuple(Paragraph(f"line {n}") for n in range(33))
    pair = SideBySide(
        in_english(Heading("Alone?"), Paragraph("With it. " * 30)),
        in_persian(Heading("تنها؟"), Paragraph("با هم. " * 40)),
    )
    texts = pages(render(english(*filler, pair)))

    assert [("Alone?" in text, "تنها؟" in text) for text in texts] == [
        ("With it." in text, "با هم." in text) for text in texts
    ]


def test_only_the_language_of_the_document_stands_in_the_outline() -> None:
    pair = SideBySide(in_english(Heading("Goals")), in_persian(Heading("هدف‌ها")))

    assert [title for _, title, _ in outline(render(english(pair)))] == ["Goals"]
    assert [title for _, title, _ in outline(render(replace(persian(), blocks=(pair,))))] == ["هدف‌ها"]


def test_contents_list_the_headings_of_one_column() -> None:
    pair = SideBySide(in_english(Heading("Goals")), in_persian(Heading("هدف‌ها")))

    assert links(render(english(Contents("Contents"), pair, Heading("Last")))) == [1, 1]


def test_a_passage_is_set_in_its_own_direction() -> None:
    document = english(in_persian(Paragraph("آغاز سطر"), persian_table(60)))

    assert place_of(render(document), "آغاز")[1] > 300
    assert all("ذی‌نفع" in text for text in pages(render(document)))


def test_a_place_inside_a_column_is_found() -> None:
    pair = SideBySide(in_english(Anchor("here"), Paragraph("x")), in_persian())

    assert printed([english(pair)]).page_of == {"here": 1}


def kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [type(block).__name__ for block in blocks]


def test_a_document_in_two_languages_pairs_its_blocks() -> None:
    assert kinds(side_by_side(*versions()).blocks) == [
        "ControlBlock",
        *["SideBySide"] * 3,
        *["SideBySide"] * 3,
        "KeepTogether",
        "SideBySide",
        *["Passage"] * 2,
        "Signatures",
    ]


def test_persian_stands_at_the_right_whichever_comes_first() -> None:
    for first, second in (versions(), versions()[::-1]):
        pairs = [block for block in side_by_side(first, second).blocks if isinstance(block, SideBySide)]
        assert {(pair.left.language, pair.right.language) for pair in pairs} == {("en", "fa")}


def test_it_is_signed_and_controlled_once() -> None:
    control, *_, signatures = side_by_side(*versions()).blocks

    assert isinstance(control, ControlBlock)
    assert isinstance(signatures, Signatures)
    assert [plain(entry.value) for entry in control.entries] == [
        "\u2068CS-PO-01\u2069\n\u2068CS-PO-02\u2069",
        "\u2068۰۰\u2069\n\u206800\u2069",
    ]
    assert len(signatures.boxes) == 1
    assert "نگار احمدی" in signatures.boxes[0].name
    assert "Negar Ahmadi" in signatures.boxes[0].name


def test_blocks_of_different_kinds_still_stand_side_by_side() -> None:
    fa, en = versions()
    other = replace(en, blocks=(Table((), ()), *en.blocks[1:4]))

    assert kinds(side_by_side(fa, other).blocks)[0] == "SideBySide"
    assert len(side_by_side(fa, other).blocks) == len(fa.blocks)


def test_equal_blocks_are_said_once() -> None:
    fa, en = versions()

    merged = side_by_side(replace(fa, blocks=(Anchor("a"),)), replace(en, blocks=(Anchor("a"),)))

    assert merged.blocks == (Anchor("a"),)


def bare(document: Document) -> Document:
    return replace(document, furniture=Furniture())


def test_both_languages_read_back_in_pdfium() -> None:
    fa, en = versions()

    text = pdfium(render(bare(side_by_side(fa, en))))

    assert words_found(words_of(fa, en), text) == 1
    assert "We keep what we promise, see CS-FR-012" in " ".join(text.split())
    assert "شمارهٔ مدرک CS-AC-012 است. فرم CS-FR-012 را" in " ".join(text.split())


@needs_pdftotext
def test_both_languages_read_back_in_poppler(tmp_path: Path) -> None:
    fa, en = versions()

    assert words_found(words_of(fa, en), poppler(render(bare(side_by_side(fa, en))), tmp_path)) == 1


def test_equal_pairs_of_documents_give_equal_bytes() -> None:
    assert render(side_by_side(*versions())) == render(side_by_side(*versions()))


@needs_pdftotext
def test_persian_beside_much_english_is_read_by_poppler_in_its_own_order(tmp_path: Path) -> None:
    pair = SideBySide(
        in_english(*(Paragraph("Much more is said in this language, word after word. " * 4),) * 4),
        in_persian(*(Paragraph("برقرار نیست، اگر: گروه‌های بیش از ۱۰ نفر، تعطیلات رسمی"),) * 4),
    )

    text = poppler(render(bare(replace(persian(), blocks=(pair,)))), tmp_path)

    assert "گروه‌های بیش از ۱۰ نفر" in text
