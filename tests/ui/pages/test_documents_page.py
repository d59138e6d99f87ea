"""The page of documents: list, control data, open points, PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.control import DocumentControl
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.documents import available
from tests.ui.pages.conftest import HEIGHT, SARA, WIDTH
from ui import language
from ui.page import Notice, Page
from ui.pages import documents as documents_module
from ui.pages.documents import DocumentsPage

Show = Callable[[Page], Page]
Collect = Callable[[Page], list[Notice]]


@pytest.fixture
def open_documents(shown: Show, qtbot: QtBot) -> Callable[[OpenCompany], DocumentsPage]:
    """Return what shows the page and waits until the documents are listed."""

    def show(company: OpenCompany) -> DocumentsPage:
        page = cast(DocumentsPage, shown(DocumentsPage(company)))
        qtbot.waitUntil(lambda: bool(page.list.codes()))
        return page

    return show


Open = Callable[[OpenCompany], DocumentsPage]


@pytest.fixture
def page(company: OpenCompany, open_documents: Open) -> DocumentsPage:
    return open_documents(company)


def test_every_document_is_listed(page: DocumentsPage) -> None:
    assert page.list.codes() == list(available())


def test_the_first_document_is_shown(page: DocumentsPage) -> None:
    assert page.list.chosen() == "D1"
    assert page.sheet.document == "D1"


def test_choosing_a_document_shows_its_control_data(page: DocumentsPage) -> None:
    page.list.choose("R-01")

    assert page.sheet.document == "R-01"


def test_a_draft_becomes_approved_when_it_is_signed(page: DocumentsPage, qtbot: QtBot) -> None:
    for name, value in (("approved_by", SARA.id), ("approved_on", date.today())):
        editor = page.sheet.fields.row(name).editor
        editor.set_value(value)
        editor.edited.emit()

    qtbot.waitUntil(lambda: page.head.state() == "Approved")
    (control,) = page.company.all(DocumentControl)
    assert (control.document, control.number, control.approved_by) == ("D1", "CS-PO-01", SARA.id)


def test_open_points_lead_to_what_is_missing(page: DocumentsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        page.points.lines[0].go.click()

    assert isinstance(asked.args[0], Place)


def test_a_jump_shows_a_documents_field(page: DocumentsPage) -> None:
    page.reveal(Place("document_control", None, "approved_by", "R-01"))

    assert page.list.chosen() == "R-01"


def test_each_document_keeps_its_own_language(page: DocumentsPage) -> None:
    page.head.choose_language("fa")
    page.list.choose("R-01")

    in_between = page.head.language_code
    page.list.choose("D1")

    assert (in_between, page.head.language_code) == ("en", "fa")


def test_the_pdf_is_saved_where_the_user_says(
    page: DocumentsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, notices: Collect
) -> None:
    heard = notices(page)
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, name: tmp_path / name)

    page.save_pdf()

    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard[0].kind == "good"
    assert (tmp_path / "CS-PO-01_en.pdf").read_bytes().startswith(b"%PDF")


def test_a_cancelled_saving_makes_nothing(page: DocumentsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents_module, "ask_for_target", lambda _parent, _name: None)

    page.save_pdf()

    assert not page.head.is_busy


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
    monkeypatch.setattr(documents_module, "open_with_system", opened.append)

    page.open_pdf()

    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0].name == "CS-PO-01_en.pdf"
    assert opened[0].read_bytes().startswith(b"%PDF")


def test_a_locked_company_shows_its_control_data_read_only(locked: OpenCompany, open_documents: Open) -> None:
    page = open_documents(locked)

    line = page.sheet.fields.row("number").editor.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.isReadOnly()


@pytest.mark.parametrize("code", ["fa", "en"])
def test_the_sample_fits_on_a_small_screen(sample: OpenCompany, open_documents: Open, code: str) -> None:
    language.set_current(load_language(code))

    page = open_documents(sample)

    assert (page.width(), page.height()) == (WIDTH, HEIGHT)
