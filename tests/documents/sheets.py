"""A display and a leaflet for customers, and the sizes of the sheets they are printed on."""

from __future__ import annotations

import pypdfium2

from models.documents.blocks import Align, Block, Heading, Image, Paragraph, QrCode, Span
from models.documents.pieces import Cover, Display, Leaflet
from tests.documents.pictures.files import png, stripes

PROMISES = (
    "غذای اصلی حداکثر ۲۵ دقیقه پس از سفارش سر میز است.",
    "سفارش شما در محدودهٔ پنج کیلومتر ظرف ۴۵ دقیقه می‌رسد؛ اگر دیر شود، هزینهٔ پیک با ماست.",
    "به هر شکایت ظرف ۷ روز کاری پاسخ می‌دهیم.",
)
DISPLAY = Display(
    "تعهدهای ما به شما",
    PROMISES,
    ("۱", "۲", "۳"),
    "رستوران نمونهٔ توس",
    (Span("کوتاهی کرده‌ایم؟ به ما بگویید: "), Span("051-38881234", island=True), Span(". جبران می‌کنیم.")),
    "بازنگری ۰۱، ۱۴۰۵/۰۹/۰۱",
    "https://toos.example.ir/charter",
    (Span("toos.example.ir/charter", island=True),),
    Image(png(stripes(600, 300)), "logo.png"),
)


def leaflet(words: int = 12, promises: int = 6) -> Leaflet:
    inside: list[Block] = []
    for number in range(promises):
        inside += [Heading(f"Promise{number}", 2), Paragraph("word " * words)]
    return Leaflet(
        Cover("Charter", "For guests", "Toos", "Rev. 01", DISPLAY.logo),
        tuple(inside),
        (Paragraph("Flap says welcome."),),
        (
            Paragraph("Back says call."),
            QrCode("https://toos.example.ir", 26),
            Paragraph("Rev.", align=Align.CENTRE),
        ),
    )


def sheet_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = [(round(page.get_width() / 72 * 25.4), round(page.get_height() / 72 * 25.4)) for page in document]
    document.close()
    return sizes
