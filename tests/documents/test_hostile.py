"""Text that means harm or merely looks like it: every document is printed, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.documents.blocks import Column, Paragraph, Table
from models.documents.pdf import render
from tests.documents.hostile import HOSTILE, everywhere
from tests.documents.readers import pdfium
from tests.documents.samples import english, persian


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
