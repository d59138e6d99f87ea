"""Short texts in two columns, and what stays together on a page."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from models.documents.blocks import (
    Block,
    Bullets,
    Column,
    Entry,
    Heading,
    InColumns,
    KeyValues,
    Paragraph,
    SignatureBox,
    Signatures,
    Spacer,
    Table,
)
from models.documents.pdf import render
from tests.documents.readers import pages, pdfium
from tests.documents.samples import english, persian


def lefts(pdf: bytes, *words: str) -> list[float]:
    """Return how far from the left each word begins on the first page."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage()
    found = []
    for word in words:
        place = text.search(word).get_next()
        assert place is not None
        found.append(text.get_charbox(place[0])[0])
    document.close()
    return found


def columns(count: int, words: str = "word") -> InColumns:
    return InColumns(tuple(Paragraph(f"{words}{number:03} ends.") for number in range(count)))


def signatures() -> Signatures:
    return Signatures((SignatureBox("Prepared by", "Ali", "Cook"),), "Name", "Date", "Signature")


def test_the_second_column_goes_on_where_the_first_ends() -> None:
    first, last = lefts(render(english(columns(20))), "word009", "word010")

    assert first < 300 < last


def test_columns_of_persian_begin_at_the_right() -> None:
    first, last = lefts(render(replace(persian(), blocks=(columns(20),))), "word009", "word010")

    assert first > 300 > last


def test_long_columns_go_on_over_pages_without_loss() -> None:
    texts = pages(render(english(columns(400))))

    assert len(texts) > 2
    assert all(f"word{number:03} ends." in "\n".join(texts) for number in range(400))


def test_columns_are_read_one_after_the_other() -> None:
    text = pdfium(render(english(columns(30))))

    assert text.index("word014") < text.index("word015") < text.index("word029")


def test_a_heading_does_not_end_a_column() -> None:
    blocks: list[Block] = []
    for number in range(40):
        blocks += [Heading(f"head{number:03}", 2), Bullets((f"item{number:03}",))]
    pdf = render(english(InColumns(tuple(blocks))))

    for number in range(20):
        head, item = lefts(pdf, f"head{number:03}", f"item{number:03}")
        assert (head < 300) == (item < 300)


@pytest.mark.parametrize("rows", range(24, 34))
def test_nobody_signs_a_page_on_which_nothing_else_stands(rows: int) -> None:
    table = Table((Column("a"),), [(f"row{number:02}",) for number in range(rows)])

    texts = pages(render(english(table, signatures())))

    assert f"row{rows - 1}" in texts[-1]
    assert "Prepared by" in texts[-1]


@pytest.mark.parametrize("height", range(150, 215, 10))
def test_a_few_facts_stay_on_one_page(height: int) -> None:
    facts = KeyValues(tuple(Entry(f"fact{number}", "value") for number in range(5)))

    texts = pages(render(english(Paragraph("begins"), Spacer(height), facts)))

    assert sum("fact0" in text and "fact4" in text for text in texts) == 1


def test_a_word_of_a_table_is_not_broken_while_there_is_room() -> None:
    table = Table((Column("a", 9), Column("b", 1)), [("short", "Unbreakableword")])

    assert "Unbreakableword" in pdfium(render(english(table)))


def test_rows_to_sign_are_high_enough_to_sign_in() -> None:
    rows = [(f"row{number:02}", "") for number in range(28)]

    usual = pages(render(english(Table((Column("Name"), Column("Signature")), rows))))
    to_sign = pages(render(english(Table((Column("Name"), Column("Signature")), rows, to_sign=True))))

    assert len(to_sign) > len(usual)
