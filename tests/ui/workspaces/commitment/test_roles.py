"""The roles: open, held, deputised, appointed by letter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.gates.criterion import Place
from models.domain.records.commitment import Role
from models.domain.records.control import Person
from models.domain.text import LocalText
from models.services.company import OpenCompany
from tests.ui.stage import REZA, SARA, Shown
from tests.ui.workspaces.commitment.step_2 import opened
from ui.pages.step import StepPage
from ui.workspaces.commitment.roles import RolesWorkspace


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
