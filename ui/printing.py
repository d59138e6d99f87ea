"""Printing finished PDF files with the system's dialog and the printer's own resolution."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from models.documents.blocks import Paper
from models.domain.errors import AppError
from models.domain.marking import N_
from ui.jobs import Job
from ui.language import _
from ui.pdf_pages import page_picture, page_sizes

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_POINTS_PER_INCH = 72
# More dots than these cannot be told apart on paper, and a page of them takes 35 MB.
_MOST_DOTS_PER_INCH = 300


class PrinterUnreachable(AppError):
    """The printer does not take the pages."""

    message = N_("The printer does not answer. See whether it is switched on, then print again.")


class NoSuchPages(AppError):
    """Only pages were chosen that a document does not have."""

    message = N_("The document ends with page {count}. Choose other pages, then print again.")


def ask_for_printer(parent: QWidget, name: str, paper: Paper) -> QPrinter | None:
    """Let the user choose printer, pages and copies; None when that was cancelled.

    paper: on which the printer is asked to print; it may have a smaller one only.
    """
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId[paper.name]))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    is_wanted = bool(dialog.exec())
    dialog.deleteLater()
    return printer if is_wanted else None


def print_pages(content: bytes, printer: QPrinter, job: Job[int]) -> int:
    """Print the chosen pages of a PDF, one picture in memory at a time; return how many there were.

    It runs beside the window's thread.

    Raises:
        PrinterUnreachable: nothing can be printed. NoSuchPages: none of the chosen pages is there.
    """
    sizes = page_sizes(content)
    wanted = wanted_pages(printer, len(sizes))
    printer.setFullPage(True)
    _turn(printer, sizes[wanted[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterUnreachable
    try:
        for place, page in enumerate(wanted):
            job.report(place, len(wanted))
            if place:
                _turn(printer, sizes[page])
                printer.newPage()
            _paint(painter, printer, page_picture(content, page, _dots_per_point(printer)))
    finally:
        painter.end()
    return len(wanted)


def wanted_pages(printer: QPrinter, count: int) -> Sequence[int]:
    """Return the pages to print, counted from 0; copies that the printer does not make stand repeated."""
    ranges = printer.pageRanges()
    pages = [page for page in range(count) if ranges.isEmpty() or ranges.contains(page + 1)]
    if not pages:
        raise NoSuchPages(count=count)
    if printer.pageOrder() is printer.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]


def _turn(printer: QPrinter, size: QSizeF) -> None:
    is_wide = size.width() > size.height()
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    )


def _dots_per_point(printer: QPrinter) -> float:
    return min(printer.resolution(), _MOST_DOTS_PER_INCH) / _POINTS_PER_INCH


def _paint(painter: QPainter, printer: QPrinter, picture: QImage) -> None:
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    size = picture.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(paper.topLeft(), size), picture)
