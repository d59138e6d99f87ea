"""Pictures, logos and QR codes on paper: where they stand, how large, and how often stored."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw
import pytest
from PIL import Image as Pillow

from models.documents.blocks import (
    Align,
    Block,
    ControlBlock,
    Document,
    Entry,
    Image,
    PageBreak,
    QrCode,
    Title,
)
from models.documents.pdf import render
from models.documents.pictures.errors import NotAPicture, TooLongForQrCode
from models.localisation.language import load_language
from tests.documents.pictures.files import jpeg, png, stripes
from tests.documents.readers import pdfium
from tests.documents.samples import english, persian

MILLIMETRE = 72 / 25.4
LOGO = Image(png(stripes(600, 400)), "logo.png")


class Stand(NamedTuple):
    """A picture on a page, in points."""

    left: float
    bottom: float
    width: float
    height: float


def in_persian(*blocks: Block) -> Document:
    return replace(persian(), blocks=blocks)


def pictures(pdf: bytes) -> list[Stand]:
    """Return where pictures stand on the first page."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for thing in document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = thing.get_bounds()
        found.append(Stand(left, bottom, right - left, top - bottom))
    document.close()
    return found


def seen(pdf: bytes, scale: float = 2) -> Pillow.Image:
    """Return the first page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    picture: Pillow.Image = document[0].render(scale=scale).to_pil().convert("RGB")
    document.close()
    return picture


def test_a_picture_takes_the_width_it_is_given_and_keeps_its_shape() -> None:
    (stand,) = pictures(render(english(replace(LOGO, width=60))))

    assert stand.width == pytest.approx(60 * MILLIMETRE, abs=0.3)
    assert stand.height == pytest.approx(40 * MILLIMETRE, abs=0.3)


def test_a_picture_is_never_wider_than_the_text_nor_higher_than_the_page() -> None:
    (wide,) = pictures(render(english(replace(LOGO, width=900))))
    (tall,) = pictures(render(english(Image(png(stripes(100, 5000)), "tall"))))

    assert wide.width < 170 * MILLIMETRE
    assert tall.height < 240 * MILLIMETRE
    assert tall.height / tall.width == pytest.approx(50, rel=0.05)


def test_the_same_picture_is_stored_once() -> None:
    pdf = render(english(LOGO, PageBreak(), LOGO, LOGO))

    assert pdf.count(b"/Subtype /Image") == 1


def test_a_picture_is_stored_no_finer_than_it_is_printed() -> None:
    pdf = render(english(Image(png(stripes(4000, 3000)), "large.png", width=30)))

    assert b"/Width 260" in pdf


def test_a_photograph_is_stored_as_one_without_notes_of_the_camera() -> None:
    pdf = render(english(Image(jpeg(stripes(300, 200), 6), "photo.jpg")))

    assert b"/DCTDecode" in pdf
    assert b"Exif" not in pdf


def test_colours_come_out_as_they_are() -> None:
    page = seen(render(english(replace(LOGO, width=60, align=Align.START))))
    left, top = round(22 * MILLIMETRE * 2), round(23 * MILLIMETRE * 2)

    assert page.getpixel((left + 20, top + 20)) == (0, 0, 255)
    assert page.getpixel((left + 20, top + 150)) == (255, 0, 0)
    assert page.getpixel((left + 300, top + 150)) == (0, 255, 0)


def test_a_picture_stands_where_reading_begins() -> None:
    start = replace(LOGO, width=40, align=Align.START)

    (ltr,), (rtl,) = pictures(render(english(start))), pictures(render(in_persian(start)))

    assert ltr.left < 100 < 300 < rtl.left


def test_the_caption_of_a_picture_is_read() -> None:
    assert "نمای رستوران" in pdfium(render(in_persian(replace(LOGO, caption="نمای رستوران"))))


def test_a_broken_picture_ends_in_a_sentence() -> None:
    with pytest.raises(NotAPicture, match=r"logo\.png"):
        render(english(Image(b"broken", "logo.png")))


CONTROL = ControlBlock(tuple(Entry(f"label {count}", f"value {count}") for count in range(9)), logo=LOGO)


def test_the_logo_of_the_control_block_stands_where_reading_begins() -> None:
    (ltr,), (rtl,) = pictures(render(english(CONTROL))), pictures(render(in_persian(CONTROL)))

    assert ltr.left < 100 < 400 < rtl.left
    assert ltr.width < 32 * MILLIMETRE


def test_the_entries_beside_a_logo_are_all_there() -> None:
    text = pdfium(render(english(CONTROL)))

    assert all(f"value {count}" in text for count in range(9))


def test_a_control_block_that_no_page_holds_does_without_its_logo() -> None:
    long = ControlBlock((Entry("label", "word " * 3000),), logo=LOGO)

    pdf = render(english(long))

    assert pictures(pdf) == []
    assert pdfium(pdf).count("word") == 3000


def test_a_logo_stands_above_the_title() -> None:
    (stand,) = pictures(render(english(Title("Charter", logo=LOGO))))

    assert stand.height <= 27 * MILLIMETRE
    assert stand.left + stand.width / 2 == pytest.approx(105 * MILLIMETRE, abs=1)


def modules(page: Pillow.Image, side: float, count: int) -> list[bool]:
    """Return which modules of a code in the upper left corner of the text are dark."""
    left, top = 22 * MILLIMETRE, 22 * MILLIMETRE
    step = side / (count + 8)
    grey = page.convert("L")
    dark: list[bool] = []
    for down in range(count):
        for across in range(count):
            x, y = left + (across + 4.5) * step, top + (down + 4.5) * step
            point = grey.getpixel((round(x * 4), round(y * 4)))
            assert isinstance(point, int)
            dark.append(point < 128)
    return dark


@pytest.mark.parametrize("text", ["https://toos.example.ir/charter", "منشور ما", "tel:+985138881234"])
def test_a_qr_code_is_drawn_module_by_module(text: str) -> None:
    import segno

    code = segno.make_qr(text, error="m")
    rows = [list(row) for row in code.matrix]
    block = QrCode(text, size=50, align=Align.START)

    page = seen(render(english(block)), scale=4)

    assert modules(page, 50 * MILLIMETRE, len(rows)) == [bool(module) for row in rows for module in row]


def test_a_text_too_long_for_a_qr_code_ends_in_a_sentence() -> None:
    with pytest.raises(TooLongForQrCode) as refusal:
        render(english(QrCode("x" * 3000)))

    assert refusal.value.sentence(load_language("fa"))


def test_a_qr_code_of_nothing_and_of_strange_characters_is_drawn() -> None:
    assert render(english(QrCode(""), QrCode("\ud800\x00")))
