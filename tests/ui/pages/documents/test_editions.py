"""The page of documents: list, control data, open points, PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import docx
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.documents.blocks import Paper
from models.documents.builders import BUILDERS
from models.documents.pieces import Display, Poster
from models.domain.gates.criterion import Place
from models.domain.records.charter import Promise
from models.domain.records.commitment import Policy
from models.domain.records.control import DocumentControl
from models.domain.records.organisation import Organisation
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.documents import available, editions
from models.services.issuing import Approval, reprint
from tests.ui.stage import HEIGHT, SARA, WIDTH
from ui import desktop, language
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.page import Notice, Page
from ui.pages import documents as documents_module
from ui.pages.documents import DocumentsPage

Show = Callable[[Page], Page]
Collect = Callable[[Page], list[Notice]]


@pytest.fixture
def open_documents(shown: Show, qtbot: QtBot) -> Iterator[Callable[[OpenCompany], DocumentsPage]]:
    """Return what shows the page and waits until the documents are listed."""
    pages: list[DocumentsPage] = []

    def show(company: OpenCompany) -> DocumentsPage:
        page = cast(DocumentsPage, shown(DocumentsPage(company)))
        qtbot.waitUntil(lambda: bool(page.list.codes()))
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.hide()


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


@pytest.fixture
def signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Sara approve whatever is asked."""
    given = Approval(SARA.id, date.today(), "It is needed today.")
    monkeypatch.setattr(ApproveDocumentDialog, "ask", lambda *_asked: given)


@pytest.fixture
def issued(page: DocumentsPage, signed: None, qtbot: QtBot) -> DocumentsPage:
    """The page after its first document was approved and issued."""
    page.head.approve_button.click()
    qtbot.waitUntil(lambda: page.head.state() == "Approved")
    page.head.issue_button.click()
    qtbot.waitUntil(lambda: page.head.state() == "Issued", timeout=30_000)
    return page


def test_approving_makes_a_draft_approved(
    page: DocumentsPage, signed: None, qtbot: QtBot, notices: Collect
) -> None:
    heard = notices(page)

    page.head.approve_button.click()

    qtbot.waitUntil(lambda: page.head.state() == "Approved")
    (control,) = page.company.all(DocumentControl)
    assert (control.document, control.number) == ("D1", "CS-PO-01")
    assert (control.approved_by, control.approved_on) == (SARA.id, date.today())
    assert [one.can_undo for one in heard] == [True]
    assert not page.head.issue_button.isHidden()


def test_undo_takes_an_approval_back(page: DocumentsPage, signed: None, qtbot: QtBot) -> None:
    page.head.approve_button.click()
    qtbot.waitUntil(lambda: page.head.state() == "Approved")

    page.company.undo()

    qtbot.waitUntil(lambda: page.head.state() == "Draft")


def test_a_cancelled_approval_changes_nothing(page: DocumentsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ApproveDocumentDialog, "ask", lambda *_asked: None)

    page.head.approve_button.click()

    assert not page.company.all(DocumentControl)


def test_approval_is_a_fact_of_the_control_data(page: DocumentsPage) -> None:
    lines = page.sheet.fields.row("approved_on").editor.findChildren(QLineEdit)

    assert all(line.isReadOnly() for line in lines)


def test_issuing_keeps_every_language(issued: DocumentsPage) -> None:
    assert sorted(line.issued.language for line in issued.issues.lines) == ["en", "fa", "fa+en"]
    assert issued.head.approve_button.isHidden()
    assert issued.head.issue_button.isHidden()


def test_an_issue_is_opened_byte_for_byte(
    issued: DocumentsPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(desktop, "open_file", opened.append)
    issued.company.save(replace(issued.company.sheet(Organisation), name=LocalText(en="Another")))
    line = issued.issues.lines[0]

    line.open_button.click()

    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0].read_bytes() == reprint(issued.company, line.issued)


def test_a_change_after_issuing_is_told_in_words(issued: DocumentsPage, qtbot: QtBot) -> None:
    issued.company.save(replace(issued.company.sheet(Policy), introduction=LocalText(en="Another house")))

    qtbot.waitUntil(lambda: issued.head.state() == "Draft", timeout=20_000)
    issued.head.changes_button.click()
    texts = labels_of(issued.issues)

    def is_told() -> bool:
        return any("Another house" in text for text in labels_of(issued.issues))

    qtbot.waitUntil(is_told, timeout=20_000)
    assert "Changed since revision 00" in texts
    assert issued.sheet.fields.row("revision").editor.value() == "01"


def test_the_pages_are_shown_as_printed(page: DocumentsPage, qtbot: QtBot) -> None:
    preview = page.paper.preview

    qtbot.waitUntil(lambda: preview.is_drawn, timeout=20_000)

    assert preview.content.startswith(b"%PDF")
    assert preview.fits_width
    assert page.paper.place.text() == f"Page 1 of {preview.pages}"


def test_an_edit_makes_the_pages_anew(page: DocumentsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.paper.preview.pages > 0, timeout=20_000)
    before = page.paper.preview.content

    page.company.save(replace(page.company.sheet(Organisation), name=LocalText(en="Another house")))

    qtbot.waitUntil(lambda: page.paper.preview.content not in (b"", before), timeout=20_000)


def test_another_language_makes_other_pages(page: DocumentsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.paper.preview.pages > 0, timeout=20_000)
    before = page.paper.preview.content

    page.head.language_buttons["fa"].click()

    qtbot.waitUntil(lambda: page.paper.preview.content not in (b"", before), timeout=20_000)


def test_editions_are_offered_where_a_document_has_several(page: DocumentsPage) -> None:
    offered = []
    for code in page.list.codes():
        page.list.choose(code)
        if not page.head.edition_box.isHidden():
            offered.append(code)

    assert offered == [code for code in available() if len(editions(code)) > 1]


def test_another_edition_makes_other_pages(page: DocumentsPage, qtbot: QtBot) -> None:
    page.list.choose("R-17")
    qtbot.waitUntil(lambda: page.paper.preview.pages > 0, timeout=20_000)
    before = page.paper.preview.content

    choose_edition(page, "A3 poster, cards")

    qtbot.waitUntil(lambda: page.paper.preview.content not in (b"", before), timeout=20_000)
    assert page.head.edition.key == "a3-cards"


def test_the_controlled_document_is_chosen_at_first_and_again(page: DocumentsPage) -> None:
    page.list.choose("R-17")
    at_first = page.head.edition_box.box.currentText()

    choose_edition(page, "Table card")
    choose_edition(page, at_first)

    assert at_first == "A4 poster, frame"
    assert page.head.edition.key == ""


def choose_edition(page: DocumentsPage, label: str) -> None:
    """Choose an edition as a user does, by its words."""
    box = page.head.edition_box.box
    box.setCurrentIndex(box.findText(label))
    box.activated.emit(box.currentIndex())


def test_each_document_keeps_its_own_edition(page: DocumentsPage) -> None:
    page.list.choose("R-16")
    page.head.choose_edition("flat")
    page.list.choose("R-17")
    in_between = page.head.edition.key
    page.list.choose("R-16")

    assert (in_between, page.head.edition.key) == ("", "flat")


def test_an_edition_says_what_to_do_with_its_sheet(page: DocumentsPage) -> None:
    page.list.choose("R-16")
    folded = [text for text in labels_of(page.head) if "fold it twice" in text]
    page.head.choose_edition("flat")

    assert len(folded) == 1
    assert not [text for text in labels_of(page.head) if "fold it twice" in text]


def test_two_languages_are_offered_where_a_document_is_made_so(page: DocumentsPage) -> None:
    both = page.head.language_buttons["fa+en"]
    shown = {}
    for code in ("D1", "R-01", "R-16"):
        page.list.choose(code)
        shown[code] = not both.isHidden()

    page.head.choose_edition("flat")
    assert shown == {"D1": True, "R-01": False, "R-16": False}
    assert not both.isHidden()
    assert both.text() == "فارسی + English"


def test_two_languages_chosen_for_an_edition_give_way_where_another_has_one(page: DocumentsPage) -> None:
    page.list.choose("R-16")
    page.head.choose_edition("flat")
    page.head.choose_language("fa+en")
    page.head.choose_edition("")

    folded = page.head.language_code
    page.head.choose_edition("flat")

    assert (folded, page.head.language_code) == ("en", "fa+en")


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


def test_an_issued_document_is_shown_as_issued_in_two_languages_too(
    issued: DocumentsPage, qtbot: QtBot
) -> None:
    kept = next(line.issued for line in issued.issues.lines if line.issued.language == "fa+en")

    issued.head.language_buttons["fa+en"].click()

    frozen = reprint(issued.company, kept)
    qtbot.waitUntil(lambda: issued.paper.preview.content == frozen, timeout=20_000)


def test_a_sheet_that_cannot_hold_its_text_says_so_in_place_of_its_pages(
    page: DocumentsPage, qtbot: QtBot
) -> None:
    page.company.save(Promise(order=1, text=LocalText(en="word " * 3000, fa="واژه " * 3000)))

    page.list.choose("R-17")

    qtbot.waitUntil(lambda: "does not fit" in page.paper.preview.message, timeout=20_000)


def test_a_large_poster_asks_for_large_paper(page: DocumentsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(documents_module, "ask_for_printer", lambda *given: asked.append(given[-1]))
    page.list.choose("R-17")

    page.print_pdf()
    page.head.choose_edition("a3-band")
    page.print_pdf()

    assert asked == [Paper.A4, Paper.A3]


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


def test_a_locked_company_says_why_nothing_is_approved(
    locked: OpenCompany, open_documents: Open, notices: Collect
) -> None:
    page = open_documents(locked)
    heard = notices(page)

    page.approve()

    assert [one.kind for one in heard] == ["warning"]


def labels_of(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


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
