"""The document beside a form: it follows what is typed, shows where it stands, and gives way to the form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from models.domain.records.charter import CharterText, Promise
from models.domain.records.commitment import Policy, PolicyStatement
from models.domain.text import LocalText
from models.services.companies import create_company
from models.services.company import OpenCompany
from tests.documents.readers import pdfium
from ui import theme
from ui.panels.documents.live import LiveDocument
from ui.registers import RegisterView, SheetView
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.long_text import LongText
from ui.workspaces.beside_document import BesideDocument

Make = Callable[[str], BesideDocument]
_WAIT_MS = 20_000
WIDE, NARROW = 1090, 600


@pytest.fixture
def beside(qtbot: QtBot, sample: OpenCompany) -> Make:
    """Return what shows a register with its document."""

    def make(code: str) -> BesideDocument:
        workspace = BesideDocument(sample, code)
        qtbot.addWidget(workspace)
        workspace.resize(WIDE, 640)
        workspace.show()
        workspace.activateWindow()
        return at_rest(qtbot, workspace)

    return make


def at_rest(qtbot: QtBot, workspace: BesideDocument) -> BesideDocument:
    document = workspace.document
    qtbot.waitUntil(lambda: document.is_current and document.preview.is_drawn, timeout=_WAIT_MS)
    return workspace


def area_of(workspace: BesideDocument, name: str, code: str = "en") -> LongText:
    form = workspace.editor.form
    editor = form.board.editor(name)
    assert isinstance(editor, BilingualEdit)
    field = editor.fields[code]
    assert isinstance(field, LongText)
    return field


def test_the_pages_show_what_is_typed_before_it_is_saved(
    qtbot: QtBot, sample: OpenCompany, beside: Make
) -> None:
    workspace = beside("charter_text")
    before = sample.sheet(CharterText)

    area_of(workspace, "greeting").area.setPlainText("Be most welcome here.")
    qtbot.waitUntil(lambda: not workspace.document.is_current, timeout=_WAIT_MS)
    at_rest(qtbot, workspace)

    assert "Be most welcome here." in pdfium(workspace.document.preview.content)
    assert sample.sheet(CharterText) == before


def test_the_last_of_many_letters_is_shown(qtbot: QtBot, beside: Make) -> None:
    workspace = beside("policy")
    area = area_of(workspace, "purpose").area
    area.setPlainText("")

    for letter in "abcdefghij":
        area.insertPlainText(letter)
        qtbot.wait(5)
    at_rest(qtbot, workspace)

    assert "abcdefghij" in pdfium(workspace.document.preview.content)


def test_the_sentence_being_written_is_lit(qtbot: QtBot, sample: OpenCompany, beside: Make) -> None:
    workspace = beside("promise")
    promise = sample.all(Promise)[1]
    workspace.show_place(promise.id, "text")
    area_of(workspace, "text").area.setFocus()

    marks = workspace.document.preview.marks

    pages = workspace.document.pages
    assert pages is not None
    assert [(mark.page, mark.area.top()) for mark in marks] == [
        (spot.page, spot.top) for spot in pages.spots_of(promise.id, "text")
    ]
    assert marks


def test_another_field_lights_another_sentence(qtbot: QtBot, sample: OpenCompany, beside: Make) -> None:
    workspace = beside("charter_text")
    area_of(workspace, "greeting").area.setFocus()
    first = workspace.document.preview.marks

    area_of(workspace, "privacy").area.setFocus()

    assert first
    assert workspace.document.preview.marks != first


def test_a_lit_sentence_is_scrolled_into_view(qtbot: QtBot, beside: Make) -> None:
    workspace = beside("charter_text")
    assert workspace.document.preview.page == 1

    area_of(workspace, "privacy").area.setFocus()

    mark = workspace.document.preview.marks[0]
    assert mark.page > 1
    assert workspace.document.preview.page in (mark.page - 1, mark.page)
    assert workspace.document.preview.verticalScrollBar().value() > 0


def test_the_frame_is_painted_over_the_page(qtbot: QtBot, beside: Make) -> None:
    workspace = beside("policy")
    area_of(workspace, "introduction").area.setFocus()

    picture = workspace.document.preview.viewport().grab().toImage()

    warm = [
        picture.pixelColor(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
        if picture.pixelColor(x, y).red() - picture.pixelColor(x, y).blue() > 15
    ]
    assert len(warm) > 200
    assert QColor(theme.colours().accent).isValid()


def test_a_chosen_row_lights_its_sentence(sample: OpenCompany, beside: Make) -> None:
    workspace = beside("policy_statement")
    assert isinstance(workspace.editor, RegisterView)
    statement = sample.all(PolicyStatement)[1]

    workspace.editor.list.grid.choose(statement.id)

    assert workspace.document.preview.marks


def test_pages_made_again_keep_their_place(qtbot: QtBot, sample: OpenCompany, beside: Make) -> None:
    workspace = beside("charter_text")
    preview = workspace.document.preview
    preview.verticalScrollBar().setValue(400)
    pages = preview.pages

    sample.save(
        replace(sample.all(Promise)[0], conditions=LocalText(fa="بلند " * 900, en="Long text. " * 600))
    )
    at_rest(qtbot, workspace)

    assert preview.pages > pages
    assert preview.verticalScrollBar().value() == 400


def test_a_saved_change_of_another_record_is_followed(
    qtbot: QtBot, sample: OpenCompany, beside: Make
) -> None:
    workspace = beside("policy")
    statement = sample.all(PolicyStatement)[0]

    sample.save(replace(statement, text=LocalText(fa="تازه", en="Freshly written")))
    at_rest(qtbot, workspace)

    assert "Freshly written" in pdfium(workspace.document.preview.content)


def test_the_pages_are_shown_in_the_language_that_is_chosen(
    qtbot: QtBot, sample: OpenCompany, beside: Make
) -> None:
    workspace = beside("policy")

    workspace.document.language_buttons["fa"].click()
    at_rest(qtbot, workspace)

    introduction = sample.sheet(Policy).introduction.get("fa")
    assert introduction.split()[0] in pdfium(workspace.document.preview.content)


def test_a_draft_says_how_much_is_missing(qtbot: QtBot, tmp_path: Path) -> None:
    empty = create_company(tmp_path / "empty.manshur")
    document = LiveDocument(empty, "D1")
    qtbot.addWidget(document)
    document.resize(500, 600)
    document.show()
    qtbot.waitUntil(lambda: document.is_current and document.preview.is_drawn, timeout=_WAIT_MS)

    assert document.pages is not None
    assert document.pages.missing > 3
    assert str(document.pages.missing) in document.facts.text()
    empty.close()


def test_nothing_is_made_while_nobody_sees_it(qtbot: QtBot, sample: OpenCompany, beside: Make) -> None:
    workspace = beside("policy")
    before = workspace.document.preview.content
    workspace.document.close_button.click()

    sample.save(replace(sample.sheet(Policy), purpose=LocalText(fa="دیگر", en="Another purpose")))
    assert workspace.document.preview.content == before
    workspace.beside.open_button.click()
    at_rest(qtbot, workspace)

    assert "Another purpose" in pdfium(workspace.document.preview.content)


def test_closing_the_document_is_told_and_leaves_the_width_to_the_form(beside: Make, qtbot: QtBot) -> None:
    workspace = beside("policy")

    with qtbot.waitSignal(workspace.document_toggled) as told:
        workspace.document.close_button.click()

    assert told.args == [False]
    assert not workspace.document.isVisible()
    assert workspace.editor.width() > WIDE - 60


def test_without_room_for_both_the_form_is_shown(qtbot: QtBot, beside: Make) -> None:
    workspace = beside("policy")

    workspace.resize(NARROW, 640)
    qtbot.waitUntil(lambda: not workspace.document.isVisible(), timeout=_WAIT_MS)
    assert isinstance(workspace.editor, SheetView)
    assert workspace.editor.isVisible()

    workspace.beside.open_button.click()
    assert workspace.document.isVisible()
    assert not workspace.editor.isVisible()


def test_what_could_not_be_printed_is_said_and_mended_by_the_next_letter(
    qtbot: QtBot, sample: OpenCompany, beside: Make
) -> None:
    workspace = beside("policy")
    area = area_of(workspace, "purpose").area

    area.setPlainText("\ud800 lone surrogate")
    qtbot.waitUntil(lambda: workspace.document.is_current, timeout=_WAIT_MS)
    area.setPlainText("sound again")
    at_rest(qtbot, workspace)

    assert "sound again" in pdfium(workspace.document.preview.content)
