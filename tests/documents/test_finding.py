"""Words found in finished PDFs, and the boxes in which they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.documents import pdfium
from models.documents.blocks import Document, Furniture, Paragraph
from models.documents.finding import Box, Hit, hits, read_page
from models.documents.pdf import render
from tests.documents.samples import english, persian


def found(pdf: bytes, wanted: str) -> list[Hit]:
    return hits([read_page(pdf, page) for page in range(len(pdfium.page_sizes(pdf)))], wanted)


def darkness(pdf: bytes, box: Box) -> float:
    """Return which share of a box on the first page is ink."""
    with pdfium.drawn(pdf, 0, 3) as bitmap:
        picture = bitmap.to_pil().convert("L").crop(tuple(round(3 * side) for side in box))
    return float(sum(value < 128 for value in picture.tobytes()) / (picture.width * picture.height))


PERSIAN = persian(rows=3)
TITLE = "خط‌مشی مشتری‌مداری"


@pytest.mark.parametrize("wanted", [TITLE, "خطمشی مشتریمداری", "خط‌مشي مشتري‌مداري"])
def test_letters_of_any_keyboard_find_a_persian_title(wanted: str) -> None:
    pdf = render(PERSIAN)

    assert found(pdf, wanted) == found(pdf, TITLE)
    assert found(pdf, wanted)


def test_digits_of_any_shape_find_a_date() -> None:
    pdf = render(english(Paragraph("Valid from 2026-11-22."), Paragraph("معتبر از ۱۴۰۵/۰۹/۰۱ است.")))

    assert len(found(pdf, "۲۰۲۶-۱۱-۲۲")) == len(found(pdf, "2026-11-22")) >= 1
    assert len(found(pdf, "1405/09/01")) == 1


def test_capitals_do_not_matter() -> None:
    pdf = render(english(Paragraph("The Customer charter")))

    assert len(found(pdf, "customer CHARTER")) == 1


@pytest.mark.parametrize(("document", "wanted"), [(english(Paragraph("word")), "word"), (PERSIAN, TITLE)])
def test_a_box_holds_the_ink_of_its_word(document: Document, wanted: str) -> None:
    pdf = render(document)
    (box,) = [hit for hit in found(pdf, wanted) if hit.page == 0][-1].boxes

    assert 0.05 < darkness(pdf, box) < 0.6
    above = Box(box.left, box.top - 14, box.right, box.top - 10)
    assert darkness(pdf, above) < 0.02


@pytest.mark.parametrize("wanted", ["ISO", "10001", "2018", "CS-FR-012", "FR", "012"])
def test_a_part_of_a_code_is_found_where_its_ink_is(wanted: str) -> None:
    line = Paragraph("استاندارد ISO 10001:2018 راهنماست و فرم CS-FR-012 را باید پر کرد.")
    (token,) = [token for token in ("ISO 10001:2018", "CS-FR-012") if wanted in token]
    pdf = render(replace(persian(), blocks=(line,), furniture=Furniture()))
    ((whole,),), ((box,),) = ([hit.boxes for hit in found(pdf, text)] for text in (token, wanted))

    def share(left: float) -> float:
        return (left - whole.left) / (whole.right - whole.left)

    assert share(box.left) == pytest.approx(token.index(wanted) / len(token), abs=0.12)
    assert share(box.right) == pytest.approx((token.index(wanted) + len(wanted)) / len(token), abs=0.12)
    assert darkness(pdf, box) > 0.1


def test_a_phrase_over_the_end_of_a_line_has_a_box_in_each() -> None:
    words = [f"word{number}" for number in range(40)]
    (hit,) = found(render(english(Paragraph(" ".join(words)))), " ".join(words[5:30]))

    tops = [box.top for box in hit.boxes]
    assert len(hit.boxes) >= 2
    assert tops == sorted(set(tops))


def test_hits_come_in_the_order_of_the_pages() -> None:
    pdf = render(english(*(Paragraph(f"Promise {number}.") for number in range(120))))

    pages = [hit.page for hit in found(pdf, "promise")]

    assert len(pages) == 120
    assert pages == sorted(pages)
    assert pages[-1] > 0


@pytest.mark.parametrize("wanted", ["", "   ", "\u200c", "nowhere"])
def test_nothing_is_found_where_nothing_is_wanted(wanted: str) -> None:
    assert found(render(english(Paragraph("word"))), wanted) == []
