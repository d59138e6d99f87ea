"""A document approved, issued, and changed after that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.domain.records.commitment import Policy
from models.domain.records.control import DocumentControl
from models.domain.records.organisation import Organisation
from models.domain.text import LocalText
from models.services.company import OpenCompany
from models.services.issuing import reprint
from tests.ui.pages.documents.showing import Collect, Open, labels_of
from tests.ui.stage import SARA
from ui import desktop
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.pages.documents import DocumentsPage


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


def test_a_locked_company_says_why_nothing_is_approved(
    locked: OpenCompany, open_documents: Open, notices: Collect
) -> None:
    page = open_documents(locked)
    heard = notices(page)

    page.approve()

    assert [one.kind for one in heard] == ["warning"]
