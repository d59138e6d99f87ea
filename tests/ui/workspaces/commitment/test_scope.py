"""The scope and what it leaves out, worked with the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from models.domain.gates.criterion import Place
from models.domain.records.commitment import Exclusion, Scope
from models.domain.text import LocalText
from models.services.company import OpenCompany
from tests.ui.stage import Shown
from tests.ui.workspaces.commitment.step_2 import below, opened, type_in
from ui import language
from ui.pages.step import StepPage
from ui.registers import News
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.check_edit import CheckEdit
from ui.workspaces.commitment.scope import ScopeWorkspace


def test_an_exclusion_is_written_with_the_keyboard_and_lacks_its_reason(
    company: OpenCompany, shown: Shown[StepPage], code: str
) -> None:
    _page, scope = opened(shown, company, ScopeWorkspace)
    scope.cards.add_button.setFocus()

    QTest.keyClick(scope.cards.add_button, Qt.Key.Key_Space)
    (card,) = scope.cards.cards()
    assert below(card.fields.row("reason")) == ""
    type_in(card.fields.row("what").editor, "پذیرایی" if code == "fa" else "مراسم")
    (exclusion,) = company.all(Exclusion)
    scope.reveal(Place("exclusion", exclusion.id, "reason"))

    assert exclusion.what.get("fa")
    assert below(card.fields.row("reason")) == language.current().gettext("This is still needed.")
    assert card.fields.row("reason").editor.isAncestorOf(QApplication.focusWidget() or card)


def test_a_deleted_exclusion_comes_back_by_undo_and_from_the_bin(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    kept = Exclusion(what=LocalText(en="Catering"), reason=LocalText(en="By contract"))
    company.save(kept)
    _page, scope = opened(shown, company, ScopeWorkspace)
    told: list[News] = []
    scope.told.connect(told.append)

    scope.cards.cards()[0].delete_button.click()
    assert company.all(Exclusion) == ()
    assert [one.can_undo for one in told] == [True]
    company.undo()
    assert [card.fields.record for card in scope.cards.cards()] == [kept]

    scope.cards.cards()[0].delete_button.click()
    scope.cards.bin_button.fill_menu()
    scope.cards.bin_button.deleted.actions()[0].trigger()

    assert company.all(Exclusion) == (kept,)


def test_nothing_left_out_is_asked_only_while_nothing_is(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    _page, scope = opened(shown, company, ScopeWorkspace)
    assert scope.fields.row("nothing_excluded").isVisible()

    company.save(Exclusion(what=LocalText(en="Catering")))
    assert not scope.fields.row("nothing_excluded").isVisible()
    company.undo()
    QTest.keyClick(_box(scope), Qt.Key.Key_Space)
    company.save(Exclusion(what=LocalText(en="Catering")))

    assert company.sheet(Scope).nothing_excluded
    assert "Something is left out all the same" in below(scope.fields.row("nothing_excluded"))


def _box(scope: ScopeWorkspace) -> QCheckBox:
    editor = scope.fields.row("nothing_excluded").editor
    assert isinstance(editor, CheckEdit)
    editor.box.setFocus()
    return editor.box


def test_text_in_the_wrong_field_is_told_beside_it(company: OpenCompany, shown: Shown[StepPage]) -> None:
    _page, scope = opened(shown, company, ScopeWorkspace)
    editor = scope.fields.row("products").editor
    assert isinstance(editor, BilingualEdit)
    editor.fields["en"].setFocus()

    type_in(editor, "غذای ایرانی")

    assert company.sheet(Scope).products.get("en") == "غذای ایرانی"
    assert "letters of another language" in below(scope.fields.row("products"))
