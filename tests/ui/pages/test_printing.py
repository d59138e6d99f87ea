"""Printing a PDF: which pages reach the paper, and how."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPageRanges
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from models.domain.errors import AppError
from models.services import documents
from models.services.company import OpenCompany
from ui import jobs
from ui.pdf_pages import page_picture, page_sizes
from ui.printing import NoSuchPages, PrinterUnreachable, print_pages, wanted_pages

Print = Callable[[bytes, QPrinter], int]


@pytest.fixture
def printed(qtbot: QtBot) -> Print:
    """Return what prints beside the window's thread and tells how many pages it were."""

    def print_all(content: bytes, printer: QPrinter) -> int:
        owner, counts, errors = QObject(), list[int](), list[AppError]()
        jobs.start(
            partial(print_pages, content, printer), owner=owner, done=counts.append, failed=errors.append
        )
        qtbot.waitUntil(lambda: bool(counts or errors), timeout=30_000)
        if errors:
            raise errors[0]
        return counts[0]

    return print_all


@pytest.fixture
def charter(sample: OpenCompany) -> bytes:
    content = documents.render(sample, "D2", "fa")
    assert len(page_sizes(content)) > 1
    return content


def printer_into(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(100)
    return printer


def test_every_page_is_printed(charter: bytes, printed: Print, tmp_path: Path) -> None:
    count = printed(charter, printer_into(tmp_path / "paper.pdf"))

    paper = page_sizes((tmp_path / "paper.pdf").read_bytes())
    assert len(paper) == count == len(page_sizes(charter))


def test_only_the_chosen_pages_are_printed(charter: bytes, printed: Print, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    printer.setFromTo(2, 2)

    count = printed(charter, printer)

    shown = page_picture((tmp_path / "paper.pdf").read_bytes(), 0, 0.5)
    assert count == 1
    assert darkness(shown) == pytest.approx(darkness(page_picture(charter, 1, 0.5)), rel=0.15)


def wanted(printer: QPrinter, count: int = 6) -> list[int]:
    """Return the pages that reach the paper, counted from 1."""
    return [page + 1 for page in wanted_pages(printer, count)]


@pytest.mark.parametrize(
    ("chosen", "pages"),
    [("", [1, 2, 3, 4, 5, 6]), ("2-3", [2, 3]), ("1,3-4,6", [1, 3, 4, 6]), ("5-9", [5, 6])],
)
def test_page_ranges_are_respected(chosen: str, pages: list[int], tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    printer.setPageRanges(QPageRanges.fromString(chosen))

    assert wanted(printer) == pages


@pytest.mark.parametrize(("collates", "pages"), [(True, [1, 2, 1, 2]), (False, [1, 1, 2, 2])])
def test_copies_come_in_the_order_that_was_asked(collates: bool, pages: list[int], tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    printer.setCopyCount(2)
    printer.setCollateCopies(collates)

    assert wanted(printer, 2) == pages


def test_the_last_page_comes_first_where_that_was_asked(tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    printer.setFromTo(2, 4)

    assert wanted(printer) == [4, 3, 2]


def test_ranges_and_copies_reach_the_paper(charter: bytes, printed: Print, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    printer.setPageRanges(QPageRanges.fromString("1,3"))
    printer.setCopyCount(2)

    count = printed(charter, printer)

    paper = (tmp_path / "paper.pdf").read_bytes()
    inks = [darkness(page_picture(paper, page, 0.5)) for page in range(len(page_sizes(paper)))]
    expected = [darkness(page_picture(charter, page, 0.5)) for page in (0, 2, 0, 2)]
    assert count == 4
    assert inks[:2] == inks[2:]
    assert inks == pytest.approx(expected, rel=0.25)


def test_pages_that_are_not_there_are_told(charter: bytes, printed: Print, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "paper.pdf")
    printer.setFromTo(90, 99)

    with pytest.raises(NoSuchPages, match="ends with page"):
        printed(charter, printer)


def test_a_wide_page_is_printed_wide(sample: OpenCompany, printed: Print, tmp_path: Path) -> None:
    printed(documents.render(sample, "R-01", "en"), printer_into(tmp_path / "paper.pdf"))

    size = page_sizes((tmp_path / "paper.pdf").read_bytes())[0]
    assert size.width() > size.height()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told(charter: bytes, printed: Print, tmp_path: Path) -> None:
    with pytest.raises(PrinterUnreachable):
        printed(charter, printer_into(tmp_path / "nowhere" / "paper.pdf"))


def darkness(picture: QImage) -> float:
    """Return how much ink a page carries, 0 to 1."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(60, 85)
    return sum(255 - value for value in bytes(grey.constBits())) / (255 * 60 * 85)
