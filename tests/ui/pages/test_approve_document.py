"""The dialog that approves a document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from models.services import documents
from models.services.company import OpenCompany
from models.services.issuing import Approval
from tests.ui.stage import SARA
from ui.dialogs.approve_document import ApproveDocumentDialog

TODAY = date(2026, 11, 22)

Ask = Callable[[str], ApproveDocumentDialog]


@pytest.fixture
def asked(company: OpenCompany, qtbot: QtBot) -> Ask:
    def ask(code: str) -> ApproveDocumentDialog:
        points = documents.open_points(company, code)
        dialog = ApproveDocumentDialog(company, code, points, TODAY)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return ask


def test_who_and_why_make_an_approval(asked: Ask) -> None:
    dialog = asked("D1")
    dialog.rows["by"].editor.set_value(SARA.id)
    dialog.rows["reason"].editor.set_value("The launch is tomorrow.")

    dialog.accept()

    assert dialog.signed == Approval(SARA.id, TODAY, "The launch is tomorrow.")


def test_an_empty_reason_is_refused_beside_its_field(asked: Ask) -> None:
    dialog = asked("D1")
    dialog.rows["by"].editor.set_value(SARA.id)

    dialog.accept()

    assert dialog.signed is None
    assert dialog.rows["reason"].problem().startswith("Something is still missing")


def test_nobody_named_is_refused_beside_its_field(asked: Ask) -> None:
    dialog = asked("D1")

    dialog.accept()

    assert dialog.rows["by"].problem() == "Say who approves the document."


def test_a_day_to_come_is_refused_beside_its_field(asked: Ask) -> None:
    dialog = asked("D1")
    dialog.rows["by"].editor.set_value(SARA.id)
    dialog.rows["on"].editor.set_value(TODAY + timedelta(days=1))

    dialog.accept()

    assert "cannot be in the future" in dialog.rows["on"].problem()


def test_a_complete_document_asks_for_no_reason(company: OpenCompany, qtbot: QtBot) -> None:
    dialog = ApproveDocumentDialog(company, "D1", (), TODAY)
    qtbot.addWidget(dialog)

    assert "reason" not in dialog.rows
