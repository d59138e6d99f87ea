"""The page of documents in a window, and its first document approved and issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from models.services.company import OpenCompany
from models.services.issuing import Approval
from tests.ui.pages.documents.showing import Open
from tests.ui.stage import SARA, Shown
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.pages.documents import DocumentsPage


@pytest.fixture
def open_documents(shown: Shown[DocumentsPage], qtbot: QtBot) -> Iterator[Open]:
    """Return what shows the page and waits until the documents are listed."""
    pages: list[DocumentsPage] = []

    def show(company: OpenCompany) -> DocumentsPage:
        page = shown(DocumentsPage(company))
        qtbot.waitUntil(lambda: bool(page.list.codes()))
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.hide()


@pytest.fixture
def page(company: OpenCompany, open_documents: Open) -> DocumentsPage:
    """The page of a new company."""
    return open_documents(company)


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
