"""Scope, policy, roles and objectives in the real window, worked with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.commitment import (
    Exclusion,
    Objective,
    ObjectiveAction,
    Policy,
    PolicyStatement,
    Role,
    Scope,
)
from models.domain.records.control import Person
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.commitment import statements_in_order
from models.services.company import OpenCompany
from tests.documents.readers import pdfium
from tests.e2e.driver import type_text
from tests.ui.stage import REZA, SARA, Shown, settle
from ui import language
from ui.pages.step import StepPage
from ui.panels.record_cards import RecordCard
from ui.registers import News
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.check_edit import CheckEdit
from ui.widgets.labels import WrapLabel
from ui.workspace import Workspace
from ui.workspace_catalogue import WORKSPACES
from ui.workspaces.commitment.objectives import ObjectivesWorkspace
from ui.workspaces.commitment.policy import PolicyWorkspace
from ui.workspaces.commitment.roles import RolesWorkspace
from ui.workspaces.commitment.scope import ScopeWorkspace

W = TypeVar("W", bound=Workspace)
_WAIT_MS = 20_000
TABS = ("scope", "policy", "role", "objective")


@pytest.fixture(params=["fa", "en"])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    language.set_current(load_language(request.param))
    yield request.param
    language.set_current(load_language("en"))


def opened(shown: Shown[StepPage], company: OpenCompany, kind: type[W]) -> tuple[StepPage, W]:
    """Return the page of step 2 with a workspace in front."""
    page = shown(StepPage(company, 2))
    keys = {ScopeWorkspace: "scope", PolicyWorkspace: "policy", RolesWorkspace: "role"}
    page.work.show_tab(keys.get(kind, "objective"))
    settle()
    workspace = page.work.current_body()
    assert isinstance(workspace, kind)
    return page, workspace


def type_in(editor: QWidget, text: str) -> None:
    """Type into the field that has the focus, and leave it with Tab."""
    field = QApplication.focusWidget()
    assert field is not None
    assert editor is field or editor.isAncestorOf(field)
    type_text(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def below(row: QWidget) -> str:
    """Return the sentence that stands below a field."""
    labels = [label.text() for label in row.findChildren(WrapLabel) if label.isVisible()]
    return " ".join(labels)


# Scope


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


# Policy


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


@pytest.fixture
def three(company: OpenCompany) -> list[PolicyStatement]:
    made = [PolicyStatement(order=at, text=LocalText(en=f"No. {at}", fa=f"بند {at}")) for at in range(1, 4)]
    company.save_all(made)
    return made


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


# Roles


def test_open_roles_are_listed_until_somebody_holds_them(
    company: OpenCompany, shown: Shown[StepPage], code: str
) -> None:
    _page, roles = opened(shown, company, RolesWorkspace)
    before = [entry.chip for entry in roles.desk.list.entries]
    roles.desk.list.setCurrentRow(1)
    QTest.keyClick(roles.desk.list, Qt.Key.Key_Return)
    form = roles.desk.form

    form.board.rows["person"].editor.choose(SARA.id)  # type: ignore[attr-defined]

    (role,) = company.all(Role)
    assert (role.role, role.person) == ("charter_owner", SARA.id)
    assert len(before) == 4
    assert all(before)
    assert [bool(entry.chip) for entry in roles.desk.list.entries] == [True, False, True, True]
    assert roles.desk.list.current() == role.id


def test_the_same_person_as_deputy_is_refused_beside_the_field(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    role = Role(role="charter_owner", person=SARA.id)
    company.save(role)
    _page, roles = opened(shown, company, RolesWorkspace)
    roles.show_place(role.id, "deputy")
    row = roles.desk.form.board.rows["deputy"]

    row.editor.choose(SARA.id)  # type: ignore[attr-defined]

    assert row.problem() == "The deputy must be somebody other than the person."
    assert company.all(Role) == (role,)
    row.editor.choose(REZA.id)  # type: ignore[attr-defined]
    assert row.problem() == ""
    assert company.all(Role)[0].deputy == REZA.id


def test_two_people_of_one_name_are_told_apart_in_the_list(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    company.save_all(
        [
            Person(id=SARA.id, name=LocalText(en="Ali"), job=LocalText(en="Cook")),
            Person(id=REZA.id, name=LocalText(en="Ali"), job=LocalText(en="Rider")),
        ]
    )
    role = Role(role="charter_owner", person=SARA.id)
    company.save(role)
    _page, roles = opened(shown, company, RolesWorkspace)

    roles.show_place(role.id)
    box = roles.desk.form.board.rows["person"].editor

    assert box.line.text() == "Ali · Cook"  # type: ignore[attr-defined]


def test_the_letter_is_offered_to_those_who_are_appointed(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    role = Role(role="charter_owner", person=SARA.id)
    company.save(role)
    page, roles = opened(shown, company, RolesWorkspace)
    asked: list[Place] = []
    page.place_requested.connect(asked.append)
    roles.show_place(role.id)
    assert roles.letter_button.isVisible()

    roles.letter_button.click()

    assert [place.content for place in asked] == ["R-15"]
    roles.desk.add()
    assert not roles.letter_button.isVisible()


# Objectives


def test_a_ready_objective_is_taken_and_asks_for_its_baseline(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    _page, objectives = opened(shown, company, ObjectivesWorkspace)
    offer = objectives.offers.rows[1]
    offer.setFocus()

    QTest.keyClick(offer, Qt.Key.Key_Space)

    (objective,) = company.all(Objective)
    assert objective.text.get("en") == "Keep our promises"
    assert objective.target == 95
    row = objectives.desk.form.board.rows["baseline"]
    assert row.editor.isAncestorOf(QApplication.focusWidget() or row)
    assert len(objectives.offers.rows) == 6


def test_a_target_below_the_baseline_is_told_beside_it(company: OpenCompany, shown: Shown[StepPage]) -> None:
    objective = Objective(text=LocalText(en="Keep"), baseline=Decimal(90), better="more")
    company.save(objective)
    _page, objectives = opened(shown, company, ObjectivesWorkspace)
    objectives.show_place(objective.id, "target")
    row = objectives.desk.form.board.rows["target"]

    type_in(row.editor, "۸۰")

    assert below(row) == ("The target lies below the baseline, though more is better. Check the two numbers.")
    assert company.all(Objective)[0].target == 80


def test_actions_are_added_under_their_objective(
    company: OpenCompany, shown: Shown[StepPage], code: str
) -> None:
    one, other = (Objective(text=LocalText(en=name, fa=name)) for name in ("One", "Other"))
    company.save_all([one, other, ObjectiveAction(objective=other.id, action="Elsewhere")])
    _page, objectives = opened(shown, company, ObjectivesWorkspace)
    objectives.show_place(one.id)
    assert objectives.programme.cards() == []

    objectives.programme.add_button.click()
    (card,) = objectives.programme.cards()
    type_in(card.fields.row("action").editor, "Buy a grill")

    made = company.all(ObjectiveAction)[-1]
    assert (made.objective, made.action) == (one.id, "Buy a grill")
    objectives.show_place(other.id)
    assert [_said(card) for card in objectives.programme.cards()] == ["Elsewhere"]


def _said(card: RecordCard) -> object:
    return card.fields.row("action").editor.value()


def test_a_deleted_objective_gives_its_place_to_the_next(
    company: OpenCompany, shown: Shown[StepPage]
) -> None:
    one, other = (Objective(text=LocalText(en=name)) for name in ("One", "Other"))
    company.save_all([one, other])
    _page, objectives = opened(shown, company, ObjectivesWorkspace)

    objectives.desk.delete_button.click()

    assert company.all(Objective) == (other,)
    assert objectives.desk.record == other
    company.undo()
    assert [entry.key for entry in objectives.desk.list.entries] == [one.id, other.id]


# All of them


@pytest.mark.parametrize("tab", TABS)
def test_a_change_of_language_words_everything_anew(
    sample: OpenCompany, shown: Shown[StepPage], tab: str
) -> None:
    page = shown(StepPage(sample, 2))
    page.work.show_tab(tab)
    settle()
    in_english = set(_words(page.work.current_body()))

    language.set_current(load_language("fa"))
    settle()

    ours = {"Ready-made objectives to take", "What the charter covers", "Commitments of management"}
    assert not ours & set(_words(page.work.current_body()))
    assert set(_words(page.work.current_body())) != in_english


def _words(workspace: QWidget) -> Iterator[str]:
    yield from (label.text() for label in workspace.findChildren(WrapLabel) if label.isVisible())


@pytest.mark.parametrize("tab", TABS)
def test_a_locked_company_can_be_read_and_not_changed(
    locked: OpenCompany, shown: Shown[StepPage], tab: str
) -> None:
    page = shown(StepPage(locked, 2))
    page.work.show_tab(tab)
    settle()
    body = page.work.current_body()

    offered = [
        button.accessibleName()
        for name in ("add_button", "delete_button", "bin_button")
        for part in (body, *body.findChildren(QWidget))
        if isinstance(button := getattr(part, name, None), QWidget) and button.isVisible()
    ]

    assert offered == []


@pytest.mark.parametrize("tab", TABS)
def test_every_workspace_of_the_step_is_in_the_catalogue(tab: str) -> None:
    assert tab in WORKSPACES


def test_evidence_of_a_role_is_kept_with_it(
    company: OpenCompany, shown: Shown[StepPage], tmp_path: Path
) -> None:
    role = Role(role="charter_owner", person=SARA.id)
    company.save(role)
    letter = tmp_path / "letter.txt"
    letter.write_text("Signed.", encoding="utf-8")
    company.attach(letter, "role", role.id)

    _page, roles = opened(shown, company, RolesWorkspace)
    roles.show_place(role.id)

    assert roles.desk.form.evidence.isVisibleTo(roles.desk.form)
