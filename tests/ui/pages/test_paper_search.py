"""Searching in the preview of a document: hits, their order, their lights, and pages that are made anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.documents.blocks import Paragraph
from models.documents.pdf import render
from models.localisation.language import load_language
from tests.documents.samples import english, persian
from ui import language
from ui.panels.documents.paper import DocumentPaper
from ui.pdf_pages import page_sizes

PROMISES = 90


def promises(count: int = PROMISES) -> bytes:
    return render(english(*(Paragraph(f"Promise {number} is kept.") for number in range(1, count + 1))))


def show(paper: DocumentPaper, content: bytes, qtbot: QtBot) -> None:
    paper.preview.show_pages(content, page_sizes(content))
    qtbot.waitUntil(lambda: paper.preview.is_drawn, timeout=20_000)


@pytest.fixture
def paper(qtbot: QtBot) -> DocumentPaper:
    shown = DocumentPaper()
    qtbot.addWidget(shown)
    shown.resize(660, 420)
    shown.show()
    shown.activateWindow()
    show(shown, promises(), qtbot)
    return shown


def press(
    paper: DocumentPaper, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or paper, key, modifier)


def search(paper: DocumentPaper, text: str, qtbot: QtBot) -> None:
    press(paper, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    paper.search.field.setText(text)
    press(paper, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not paper.search.finder.is_looking and bool(count(paper)), timeout=20_000)


def count(paper: DocumentPaper) -> str:
    return paper.search.count.text()


def test_ctrl_f_opens_the_field(paper: DocumentPaper) -> None:
    assert paper.search.isHidden()

    press(paper, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert paper.search.isVisible()
    assert QApplication.focusWidget() is paper.search.field


def test_the_hits_are_counted(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "promise", qtbot)

    assert count(paper) == f"1 of {PROMISES}"


def test_enter_goes_on_and_shift_enter_back(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "promise", qtbot)

    press(paper, Qt.Key.Key_Return)
    press(paper, Qt.Key.Key_Return)
    press(paper, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)

    assert count(paper) == f"2 of {PROMISES}"


def test_f3_goes_round_both_ways(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "promise", qtbot)

    press(paper, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert count(paper) == f"{PROMISES} of {PROMISES}"
    assert paper.preview.page == paper.preview.pages

    press(paper, Qt.Key.Key_F3)
    assert count(paper) == f"1 of {PROMISES}"
    assert paper.preview.page == 1


def test_the_search_begins_at_the_page_in_view(paper: DocumentPaper, qtbot: QtBot) -> None:
    paper.preview.go_to(2)

    search(paper, "promise", qtbot)

    finder = paper.search.finder
    assert finder.hits[finder.at].page == 1
    assert finder.hits[finder.at - 1].page == 0


def test_the_present_hit_is_lit_in_the_view(paper: DocumentPaper, qtbot: QtBot) -> None:
    before = lit(paper)

    search(paper, f"promise {PROMISES}", qtbot)
    qtbot.waitUntil(lambda: paper.preview.is_drawn, timeout=20_000)
    found = lit(paper)
    press(paper, Qt.Key.Key_Escape)

    assert found > 20
    assert before == lit(paper) == 0


def lit(paper: DocumentPaper) -> int:
    """Return how many points of the view have the colour of a marker."""
    picture = paper.preview.viewport().grab().toImage()
    points = (
        picture.pixelColor(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)
    )
    return sum(point.saturation() > 100 and 20 < point.hue() < 50 for point in points)


def test_what_stands_nowhere_is_told(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "penguin", qtbot)

    assert count(paper) == "Not found"


def test_escape_closes_the_search_and_leads_back_to_the_pages(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "promise", qtbot)

    press(paper, Qt.Key.Key_Escape)

    assert paper.search.isHidden()
    assert paper.search.finder.hits == ()
    assert QApplication.focusWidget() is paper.preview
    assert paper.place.isVisible()


def test_the_text_is_kept_for_the_next_search(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "promise", qtbot)
    press(paper, Qt.Key.Key_Escape)

    press(paper, Qt.Key.Key_F3)

    qtbot.waitUntil(lambda: count(paper) == f"1 of {PROMISES}", timeout=20_000)


def test_pages_that_are_made_anew_keep_the_hit(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "promise", qtbot)
    press(paper, Qt.Key.Key_F3)

    show(paper, promises(PROMISES - 1), qtbot)

    qtbot.waitUntil(lambda: count(paper) == f"2 of {PROMISES - 1}", timeout=20_000)


def test_another_document_is_searched_once_it_is_there(paper: DocumentPaper, qtbot: QtBot) -> None:
    search(paper, "promise", qtbot)

    paper.preview.show_message("Making the pages…")
    assert not count(paper)
    show(paper, promises(3), qtbot)

    qtbot.waitUntil(lambda: count(paper) == "1 of 3", timeout=20_000)


def test_the_search_speaks_persian(paper: DocumentPaper, qtbot: QtBot) -> None:
    language.set_current(load_language("fa"))
    show(paper, render(persian(rows=2)), qtbot)

    search(paper, "مشتريمداري", qtbot)

    assert count(paper).startswith("۱ از ")
