"""PDFium, asked by several threads at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from models.documents import pdfium
from models.documents.blocks import Chart
from models.documents.charts.shapes import Geometry, Label
from models.documents.docx import render as render_docx
from models.documents.pdf import render
from tests.documents.readers import pages
from tests.documents.samples import english, persian


def test_pages_are_measured_in_points() -> None:
    assert [(round(width), round(height)) for width, height in pdfium.page_sizes(render(english()))] == [
        (595, 842)
    ]


def test_a_page_is_drawn_with_so_many_dots_to_the_point() -> None:
    with pdfium.drawn(render(english()), 0, 0.5) as bitmap:
        assert (bitmap.width, bitmap.height) == (298, 421)


def test_a_second_file_waits_until_the_first_is_closed() -> None:
    pdf = render(english())
    done = threading.Event()

    def ask() -> None:
        pdfium.page_sizes(pdf)
        done.set()

    other = threading.Thread(target=ask)

    with pdfium.opened(pdf):
        other.start()
        waited = not done.wait(0.05)

    other.join(10)
    assert waited
    assert done.is_set()


def test_a_failure_lets_the_next_one_in() -> None:
    with pytest.raises(ZeroDivisionError), pdfium.opened(render(english())):
        raise ZeroDivisionError

    assert len(pdfium.page_sizes(render(english()))) == 1


def test_window_paper_and_word_may_ask_at_once() -> None:
    pdf = render(persian(rows=20))
    charted = english(Chart(Geometry(40, 20, (Label("inside", 20, 10),)), "A chart"))

    def draw() -> None:
        with pdfium.drawn(pdf, 0, 0.3):
            pass

    asked: list[Callable[[], object]] = [draw, lambda: pages(pdf), lambda: render_docx(charted)] * 4
    with ThreadPoolExecutor(4) as threads:
        for answer in [threads.submit(one) for one in asked]:
            answer.result()
