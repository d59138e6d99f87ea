"""The pages of a document as printed, in each language and edition."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from models.domain.records.charter import Promise
from models.domain.records.organisation import Organisation
from models.domain.text import LocalText
from models.services.documents import available, editions
from models.services.issuing import reprint
from tests.ui.pages.documents.showing import labels_of
from ui.pages.documents import DocumentsPage


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


def test_each_document_keeps_its_own_language(page: DocumentsPage) -> None:
    page.head.choose_language("fa")
    page.list.choose("R-01")

    in_between = page.head.language_code
    page.list.choose("D1")

    assert (in_between, page.head.language_code) == ("en", "fa")


def choose_edition(page: DocumentsPage, label: str) -> None:
    """Choose an edition as a user does, by its words."""
    box = page.head.edition_box.box
    box.setCurrentIndex(box.findText(label))
    box.activated.emit(box.currentIndex())


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
