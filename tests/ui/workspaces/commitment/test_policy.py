"""The policy and its statements, worked with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.commitment import Policy, PolicyStatement
from models.domain.text import LocalText
from models.services.commitment import statements_in_order
from models.services.company import OpenCompany
from tests.documents.readers import pdfium
from tests.e2e.driver import type_text
from tests.ui.stage import Shown
from tests.ui.workspaces.commitment.step_2 import opened, type_in
from ui.pages.step import StepPage
from ui.widgets.bilingual_edit import BilingualEdit
from ui.workspaces.commitment.policy import PolicyWorkspace

_WAIT_MS = 20_000


@pytest.fixture
def three(company: OpenCompany) -> list[PolicyStatement]:
    made = [PolicyStatement(order=at, text=LocalText(en=f"No. {at}", fa=f"بند {at}")) for at in range(1, 4)]
    company.save_all(made)
    return made


def texts(company: OpenCompany, code: str) -> list[str]:
    return [one.text.get(code) for one in statements_in_order(company)]


def test_model_statements_are_taken_one_after_the_other(
    company: OpenCompany, shown: Shown[StepPage], code: str
) -> None:
    _page, policy = opened(shown, company, PolicyWorkspace)
    model = [row.accessibleName() for row in policy.statements.offers]
    policy.statements.offers[0].setFocus()

    for _time in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)

    assert texts(company, code) == model[:6]
    assert [row.accessibleName() for row in policy.statements.offers] == model[6:]
    assert policy.statements.count.text() == ("۶ جمله" if code == "fa" else "6 statements")


def test_alt_and_an_arrow_move_a_statement_and_undo_brings_it_back(
    company: OpenCompany, shown: Shown[StepPage], three: list[PolicyStatement]
) -> None:
    _page, policy = opened(shown, company, PolicyWorkspace)
    row = policy.statements.rows()[0]
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert texts(company, "en") == ["No. 2", "No. 3", "No. 1"]
    assert QApplication.focusWidget() is row
    company.undo()
    assert texts(company, "en") == ["No. 2", "No. 1", "No. 3"]


def test_a_statement_is_dragged_to_another_place(
    company: OpenCompany, shown: Shown[StepPage], three: list[PolicyStatement]
) -> None:
    _page, policy = opened(shown, company, PolicyWorkspace)
    rows = policy.statements.rows()
    grip = rows[2].grip
    above = rows[0].mapTo(policy, QPoint(0, 2)).y() - grip.mapTo(policy, QPoint(0, 0)).y()

    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    QTest.mouseMove(grip, QPoint(4, above))
    grip.dragged.emit(grip.mapToGlobal(QPoint(4, above)).y())
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(4, above))

    assert texts(company, "en") == ["No. 3", "No. 1", "No. 2"]


def test_a_statement_is_edited_in_place_with_the_keyboard(
    company: OpenCompany, shown: Shown[StepPage], three: list[PolicyStatement]
) -> None:
    _page, policy = opened(shown, company, PolicyWorkspace)
    row = policy.statements.rows()[1]
    row.setFocus()

    QTest.keyClick(row, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field is not None
    assert row.is_open
    type_text(field, "تازه ")
    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert not row.is_open
    assert company.all(PolicyStatement)[1].text.get("fa").startswith("تازه")
    assert QApplication.focusWidget() is row


def test_delete_drops_a_statement_and_goes_on_to_the_next(
    company: OpenCompany, shown: Shown[StepPage], three: list[PolicyStatement]
) -> None:
    _page, policy = opened(shown, company, PolicyWorkspace)
    rows = policy.statements.rows()
    rows[0].setFocus()

    QTest.keyClick(rows[0], Qt.Key.Key_Delete)

    assert texts(company, "en") == ["No. 2", "No. 3"]
    assert QApplication.focusWidget() is rows[1]


def test_a_statement_of_ones_own_is_kept_with_its_first_word(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    _page, policy = opened(shown, company, PolicyWorkspace)

    policy.statements.add_button.click()
    assert company.all(PolicyStatement) == ()
    (row,) = policy.statements.rows()
    assert row.fields is not None
    type_in(row.fields.row("text").editor, "مهمان عزیز است.")

    (made,) = company.all(PolicyStatement)
    assert (made.order, made.text) == (1, LocalText(fa="مهمان عزیز است."))


def test_places_of_both_registers_lead_into_the_policy(
    company: OpenCompany, shown: Shown[StepPage], three: list[PolicyStatement]
) -> None:
    page, policy = opened(shown, company, PolicyWorkspace)
    page.work.show_tab("decision")

    page.reveal(Place("policy_statement", three[1].id, "text"))
    row = policy.statements.open_row()
    assert row is not None
    assert row.key == three[1].id

    page.reveal(Place("policy", company.sheet(Policy).id, "announced_on"))
    assert policy.fields.row("announced_on").editor.isAncestorOf(QApplication.focusWidget() or page)


def test_the_policy_beside_lights_the_statement_and_shows_what_is_typed(
    qtbot: QtBot, company: OpenCompany, shown: Shown[StepPage], three: list[PolicyStatement]
) -> None:
    _page, policy = opened(shown, company, PolicyWorkspace)
    document = policy.document
    qtbot.waitUntil(lambda: document.is_current and document.preview.is_drawn, timeout=_WAIT_MS)
    row = policy.statements.rows()[1]

    row.setFocus()
    assert document.preview.marks
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.fields is not None
    editor = row.fields.row("text").editor
    assert isinstance(editor, BilingualEdit)
    type_text(editor.fields["en"].focusProxy() or editor.fields["en"], "Freshly written. ")
    qtbot.waitUntil(lambda: document.is_current and document.preview.is_drawn, timeout=_WAIT_MS)

    assert "Freshly written." in pdfium(document.preview.content)
    assert company.all(PolicyStatement)[1] == three[1]
