"""The list of documents, their control data and open points."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.documents.builders import BUILDERS
from models.domain.gates.criterion import Place
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.documents import available
from tests.ui.pages.documents.showing import Open
from tests.ui.stage import HEIGHT, WIDTH
from ui import language
from ui.pages.documents import DocumentsPage


def test_every_document_is_listed(page: DocumentsPage) -> None:
    assert page.list.codes() == list(available())


def test_the_first_document_is_shown(page: DocumentsPage) -> None:
    assert page.list.chosen() == "D1"
    assert page.sheet.document == "D1"


def test_choosing_a_document_shows_its_control_data(page: DocumentsPage) -> None:
    page.list.choose("R-01")

    assert page.sheet.document == "R-01"


def test_open_points_lead_to_what_is_missing(page: DocumentsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        page.points.lines[0].go.click()

    assert isinstance(asked.args[0], Place)


def test_a_jump_shows_a_documents_field(page: DocumentsPage) -> None:
    page.reveal(Place("document_control", None, "approved_by", "R-01"))

    assert page.list.chosen() == "R-01"


def test_a_builder_that_fails_costs_its_own_row(
    company: OpenCompany, open_documents: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_desk: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(BUILDERS, "D1", broken)

    page = open_documents(company)

    assert page.list.codes() == list(available())
    assert page.head.state() == "Cannot be written"
    page.list.choose("D2")
    assert page.head.state() == "Draft"


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
