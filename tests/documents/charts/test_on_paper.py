"""Charts in the PDF: their words read back, their shapes drawn where they belong."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from models.documents.blocks import Chart, Paragraph
from models.documents.charts.bars import Bar, bars
from models.documents.charts.distribution import Pile, distribution
from models.documents.charts.radar import Series, radar
from models.documents.charts.shapes import Area, Geometry, Ink, Label, rectangle
from models.documents.charts.trend import Bound, Period, trend
from models.documents.pdf import render
from models.localisation.language import load_language
from tests.documents.readers import needs_pdftotext, pdfium, poppler, words_found
from tests.documents.samples import english, persian

FA = load_language("fa")
AREAS = (
    "رهبری و تعهد مدیریت",
    "منشور و تعهدها",
    "آموزش کارکنان",
    "اجرا و شکایات",
    "سنجش رضایت مشتری",
    "بهبود و بازنگری",
)


def charts() -> list[Geometry]:
    shares = [0.62, 0.8, 0.55, 0.7, 0.46, 0.58]
    worded = [FA.percent(share) for share in shares]
    rounds = [Series("نوبت نخست", [0.2] * 6), Series("نوبت دوم", shares)]
    rows = [
        Bar(f"{area} (CS-FR-012)", share, text)
        for area, share, text in zip(AREAS, shares, worded, strict=True)
    ]
    months = [Period(name, value, FA.number(value)) for name, value in (("آبان", 4), ("آذر", 5.5), ("دی", 9))]
    answers = [Pile(name, count, FA.number(count)) for name, count in (("ناراضی", 2), ("بسیار راضی", 24))]
    return [
        radar([f"{area}\n{text}" for area, text in zip(AREAS, worded, strict=True)], rounds, FA.percent),
        bars(rows, FA.percent, highest=1),
        trend(months, FA.number, bounds=[Bound("هدف", 8)]),
        distribution(answers, FA.number),
    ]


def printed() -> bytes:
    blocks = tuple(Chart(chart, "نمودار ۱: امتیازها") for chart in charts())
    return render(replace(persian(), blocks=blocks))


def test_words_of_charts_read_back_in_pdfium() -> None:
    words = "\n".join(text for chart in charts() for text in chart.labels)

    assert words_found(words, pdfium(printed())) == 1


@needs_pdftotext
def test_words_of_charts_read_back_in_poppler(tmp_path: Path) -> None:
    words = "\n".join(text for chart in charts() for text in chart.labels)

    assert words_found(words, poppler(printed(), tmp_path)) == 1


def test_a_caption_stays_with_its_chart() -> None:
    filler = tuple(Paragraph(f"line {count}") for count in range(36))
    geometry = Geometry(20, 20, (Label("inside", 10, 10),))

    pdf = pypdfium2.PdfDocument(render(english(*filler, Chart(geometry, "Caption"))))
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()

    assert ["Caption" in text for text in texts] == ["inside" in text for text in texts]


@pytest.mark.parametrize("height", [0.0, 20.0])
def test_a_chart_fits_the_page_and_the_height_it_may_take(height: float) -> None:
    square = Geometry(50, 50, (Area(rectangle(0, 0, 50, 50), Ink.BROKEN),))
    pdf = pypdfium2.PdfDocument(render(english(Chart(square, height=height))))
    picture = pdf[0].render(scale=1).to_pil().convert("RGB")
    pdf.close()

    red = [
        (x, y)
        for x in range(picture.width)
        for y in range(picture.height)
        if picture.getpixel((x, y)) == (179, 57, 47)
    ]
    across, down = ([point[axis] for point in red] for axis in (0, 1))

    assert abs((max(across) - min(across)) - (max(down) - min(down))) <= 1
    assert max(down) - min(down) < (20 * 72 / 25.4 + 1 if height else 441)
    assert abs(min(across) + max(across) - picture.width) <= 2


def test_a_label_too_long_for_its_place_ends_with_an_ellipsis() -> None:
    chart = Geometry(40, 10, (Label("many words " * 30, 20, 5, width=10, lines=2),))

    text = pdfium(render(english(Chart(chart))))

    assert "…" in text
    assert text.count("many") < 10
