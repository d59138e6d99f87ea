"""The preview of a PDF: pages, sizes, places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.services import documents
from models.services.company import OpenCompany
from ui.panels.documents.preview import DocumentPreview
from ui.pdf_pages import page_sizes


@pytest.fixture
def preview(sample: OpenCompany, qtbot: QtBot) -> DocumentPreview:
    """A preview of a document of several pages."""
    content = documents.render(sample, "D2", "fa")
    shown = DocumentPreview()
    qtbot.addWidget(shown)
    shown.resize(640, 400)
    shown.show()
    shown.show_pages(content, page_sizes(content))
    qtbot.waitUntil(lambda: shown.is_drawn, timeout=20_000)
    return shown


def test_a_page_is_as_wide_as_the_view(preview: DocumentPreview) -> None:
    assert preview.horizontalScrollBar().maximum() == 0
    assert preview.pages > 1
    assert preview.page == 1


def test_the_pages_are_drawn_with_ink(preview: DocumentPreview) -> None:
    picture = preview.viewport().grab().toImage()

    inks = {picture.pixelColor(x, y).name() for x in range(0, 600, 2) for y in range(0, 380, 2)}
    assert len(inks - {QColor("white").name()}) > 3


def test_scrolling_shows_the_later_pages(preview: DocumentPreview, qtbot: QtBot) -> None:
    preview.go_to(preview.pages)

    assert preview.page == preview.pages
    qtbot.waitUntil(lambda: preview.is_drawn, timeout=20_000)


def test_zooming_keeps_the_page(preview: DocumentPreview, qtbot: QtBot) -> None:
    preview.go_to(2)
    before = preview.zoom

    preview.zoom_in()

    assert preview.zoom > before
    assert preview.page == 2
    assert not preview.fits_width
    qtbot.waitUntil(lambda: preview.is_drawn, timeout=20_000)


def test_zooming_ends_at_both_ends(preview: DocumentPreview) -> None:
    for _press in range(20):
        preview.zoom_out()
    smallest = preview.zoom
    for _press in range(20):
        preview.zoom_in()

    assert (smallest, preview.zoom) == (0.25, 2.0)


def test_fitting_the_width_takes_the_zoom_back(preview: DocumentPreview) -> None:
    before = preview.zoom
    preview.zoom_in()

    preview.fit_width()

    assert preview.zoom == before


def test_the_wheel_zooms_with_ctrl(preview: DocumentPreview) -> None:
    before = preview.zoom
    place = QPointF(100, 100)
    turn = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(preview.viewport(), turn)

    assert preview.zoom > before


def test_a_message_takes_the_place_of_the_pages(preview: DocumentPreview) -> None:
    preview.show_message("Making the pages…")

    assert (preview.pages, preview.page, preview.content) == (0, 0, b"")
