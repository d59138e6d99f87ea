"""Documents saved, opened, printed and written for Word."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from models.documents.blocks import Paper
from models.documents.builders import BUILDERS
from models.documents.pieces import Display, Poster
from tests.ui.pages.documents.showing import Collect
from ui import desktop
from ui.pages import documents as documents_module
from ui.pages.documents import DocumentsPage


def test_the_pdf_is_saved_where_the_user_says(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, notices: Collect
) -> None:
    heard = notices(page)
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, name: tmp_path / name)

    page.save_pdf()

    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard[0].kind == "good"
    assert (tmp_path / "CS-PO-01_en.pdf").read_bytes().startswith(b"%PDF")


def test_a_saved_document_offers_to_show_its_folder(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, notices: Collect
) -> None:
    heard, shown = notices(page), list[Path]()
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, name: tmp_path / name)
    monkeypatch.setattr(desktop, "open_folder", shown.append)
    page.save_pdf()
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard[0].act is not None

    heard[0].act()

    assert heard[0].deed == "Show the folder"
    assert shown == [tmp_path]


@pytest.mark.parametrize("code", ["fa", "en"])
def test_a_document_is_saved_for_word(
    page: DocumentsPage,
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    notices: Collect,
) -> None:
    heard = notices(page)
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, name: tmp_path / name)
    page.head.language_buttons[code].click()
    qtbot.waitUntil(lambda: page.head.more_button.isVisible(), timeout=20_000)

    page.head.word_action.trigger()

    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    written = docx.Document(str(tmp_path / f"CS-PO-01_{code}.docx"))
    assert written.core_properties.language == code
    assert written.tables


def test_whole_sheets_are_not_offered_for_word(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.head.more_button.isVisible(), timeout=20_000)
    monkeypatch.setitem(BUILDERS, "R-17", lambda _desk: (Poster(Display("Our promises", (), ())),))

    page.list.choose("R-17")

    qtbot.waitUntil(lambda: not page.head.more_button.isVisible(), timeout=20_000)
    assert page.paper.preview.content.startswith(b"%PDF")


def test_a_cancelled_saving_makes_nothing(page: DocumentsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, _name: None)

    page.save_pdf()

    assert not page.paper.status.text()


def test_a_place_that_cannot_be_written_is_told(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, notices: Collect
) -> None:
    heard = notices(page)
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, _name: tmp_path / "no" / "a.pdf")

    page.save_pdf()

    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard[0].kind == "error"


def test_the_pdf_is_opened_from_a_copy(
    page: DocumentsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(desktop, "open_file", opened.append)

    page.open_pdf()

    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0].name == "CS-PO-01_en.pdf"
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_an_edition_is_saved_under_its_own_name(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, notices: Collect
) -> None:
    heard = notices(page)
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, name: tmp_path / name)
    page.list.choose("D2")
    page.head.choose_edition("public")
    page.head.language_buttons["fa+en"].click()

    page.save_pdf()

    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert (tmp_path / "CS-CH-01_public_fa+en.pdf").read_bytes().startswith(b"%PDF")


def test_printing_tells_how_many_pages(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, notices: Collect
) -> None:
    heard = notices(page)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    printer.setResolution(72)
    monkeypatch.setattr(documents_module, "ask_for_printer", lambda *_asked: printer)

    page.head.print_button.click()

    qtbot.waitUntil(lambda: bool(heard), timeout=30_000)
    assert "sent to the printer" in heard[0].text


def test_a_large_poster_asks_for_large_paper(page: DocumentsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(documents_module, "ask_for_printer", lambda *given: asked.append(given[-1]))
    page.list.choose("R-17")

    page.print_pdf()
    page.head.choose_edition("a3-band")
    page.print_pdf()

    assert asked == [Paper.A4, Paper.A3]
