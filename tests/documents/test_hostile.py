"""Text that means harm or merely looks like it: every document is printed, whatever stands in it."""

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.documents.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    ControlBlock,
    Entry,
    Heading,
    InColumns,
    KeyValues,
    Missing,
    Note,
    Paragraph,
    SignatureBox,
    Signatures,
    Span,
    Table,
    Title,
)
from models.documents.pdf import render
from tests.documents.readers import pdfium
from tests.documents.samples import english, persian

HOSTILE = (
    "<b>&\"'</b> &amp; %s {0}",
    "\u0301\u064b\u064b",
    "\u0654",
    "x" * 10_000,
    "ب" * 10_000,
    "ب\u064b" * 3_000,
    "(" * 3_000 + "ب1a" + ")" * 3_000,
    "😀👩\u200d👩\u200d👧🏽 ✔ ★ →",
    "a\x00b\x1bc",
    "\u202e\u202dabc\u2067سلام\u2066",
    "\u2066" * 200 + "x",
    "\ud800 and \udfff",
    "漢字 кириллица Ελληνικά עברית ไทย",
    "\U0010fffd\ufffe\uffff",
    "\u200b\u200c\u200d\u00ad\u2060",
    " ",
    "\n\n\n",
    "ﷲ ﷼ ﻻ",
    "1" * 5_000,
)


def everywhere(text: str) -> tuple[Block, ...]:
    """Return blocks of every shape that hold a text."""
    return (
        ControlBlock((Entry(text[:500], text[:500]),)),
        Title(text[:500], text[:500]),
        Heading(text[:500], 1, text[:50]),
        Paragraph(text),
        Paragraph((Span(text[:500], bold=True), Span(text[:500], island=True))),
        Bullets((text[:500],)),
        KeyValues((Entry(text[:500], text[:500]),)),
        Note(text[:500], text[:500]),
        Missing(text[:500]),
        InColumns((Heading(text[:500]), Paragraph(text), Bullets((text[:500],)))),
        Table((Column(text[:200]), Column("b")), [(text, text[:500])]),
        Contents(text[:500]),
        Signatures((SignatureBox(text[:500], text[:500], text[:500], text[:500]),), text[:20], "d", "s"),
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_printed_in_persian_and_english(text: str) -> None:
    for document in (english(*everywhere(text)), replace(persian(), blocks=everywhere(text), title=text)):
        pdf = pypdfium2.PdfDocument(render(document))
        pdf[0].render(scale=0.2)
        pdf.close()


def test_markup_is_printed_as_it_was_typed() -> None:
    assert "<b>&\"'</b> &amp;" in pdfium(render(english(Paragraph("<b>&\"'</b> &amp;"))))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.booleans())
def test_any_text_is_printed(text: str, rtl: bool) -> None:
    blocks = (Paragraph(text), Table((Column("a"), Column("b")), [(text, "b")]))
    document = replace(persian(), blocks=blocks) if rtl else english(*blocks)

    assert render(document) == render(document)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="ابپلآ ۱۲12abC()«»[].,:-%/،؛؟\u200c\u064b\u0654…+#°", max_size=60),
    st.booleans(),
)
def test_no_letter_gets_lost_on_the_way(text: str, rtl: bool) -> None:
    blocks = (Paragraph(text),)
    document = replace(persian(), blocks=blocks) if rtl else english(*blocks)
    bare = replace(document, furniture=type(document.furniture)(page_label="".format), is_sample=False)

    read = pdfium(render(bare))

    letters = "ابپلآ۱۲12abC"
    assert sorted(c for c in read if c in letters) == sorted(c for c in text if c in letters)
