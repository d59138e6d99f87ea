"""The fields of a form that name people, records and content."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from PySide6.QtTest import QTest

from models.domain.records.charter import Promise
from models.domain.records.commitment import Decision, Role
from models.domain.records.control import Person
from models.domain.records.operation import Complaint
from models.domain.records.organisation import GapAnswer
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.registers.law_form import below, leave
from tests.ui.registers.showing import Opened, OpenedSheet
from tests.ui.stage import REZA, SARA
from ui import language
from ui.registers.boxes import PeopleBox, PersonBox


def test_a_new_person_is_added_by_typing_a_name(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer")
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)

    box.add_requested.emit("Leila Saberi")

    added = company.all(Person)[-1]
    assert added.name == LocalText(en="Leila Saberi")
    assert company.all(Role)[0].person == added.id
    assert box.line.text() == "Leila Saberi"


def test_the_list_of_people_offers_a_name_that_is_not_there(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer")
    company.save(role)
    view = opened("role")
    view.show_place(role.id, "person")
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)

    QTest.keyClicks(box.line, "Leila")

    model = box.popup.model()
    offered = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert offered == ["Add person “\u2068Leila\u2069”"]


def test_a_person_is_found_with_any_keyboard(company: OpenCompany, opened: Opened) -> None:
    language.set_current(load_language("fa"))
    role = Role(role="trainer")
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    box.line.setText("توكلي")

    leave(box)

    assert company.all(Role)[0].person == REZA.id


def test_a_name_that_stands_for_nobody_is_told(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    box.line.setText("Nobody")

    leave(box)

    assert company.all(Role)[0].person == SARA.id
    assert "Nobody" in below(view.form, "person")


def test_a_person_in_the_bin_is_not_silently_dropped(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    company.delete([SARA])
    view = opened("role")

    view.show_place(role.id)
    view.form.commit()

    assert company.all(Role)[0].person == SARA.id
    assert "bin" in below(view.form, "person")


def test_a_renamed_person_is_renamed_in_the_field(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    view = opened("role")
    view.show_place(role.id)

    company.save(dataclasses.replace(SARA, name=LocalText(en="Sara Karimi")))

    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    assert box.line.text() == "Sara Karimi"


def test_a_hidden_form_catches_up_when_it_is_shown(company: OpenCompany, opened: Opened) -> None:
    role = Role(role="trainer", person=SARA.id)
    company.save(role)
    view = opened("role")
    view.show_place(role.id)
    box = view.form.board.editor("person")
    assert isinstance(box, PersonBox)
    view.hide()
    company.save(dataclasses.replace(SARA, name=LocalText(en="Sara Karimi")))
    hidden = box.line.text()

    view.show()

    assert (hidden, box.line.text()) == ("Sara Nouri", "Sara Karimi")


def test_several_people_are_added_one_by_one(company: OpenCompany, sheet: OpenedSheet) -> None:
    view = sheet("decision")
    people = view.form.board.editor("present")
    assert isinstance(people, PeopleBox)

    people.box.choose(SARA.id)
    people.box.choose(REZA.id)

    assert company.sheet(Decision).present == (SARA.id, REZA.id)


def test_content_is_found_by_its_id(company: OpenCompany, opened: Opened) -> None:
    answer = GapAnswer()
    company.save(answer)
    view = opened("gap_answer")
    view.show_place(answer.id)
    box = view.form.board.editor("question")
    box.line.setText("Q101")  # type: ignore[attr-defined]

    leave(box)

    assert company.all(GapAnswer)[0].question == "Q101"


def test_a_reference_shows_what_it_refers_to(company: OpenCompany, opened: Opened) -> None:
    promise = Promise(text=LocalText(en="Served in 25 minutes"), number=Decimal(25))
    complaint = Complaint(no="C-1", promise=promise.id)
    company.save_all([promise, complaint])
    view = opened("complaint")

    view.show_place(complaint.id)

    assert view.form.board.editor("promise").line.text() == "Served in 25 minutes"  # type: ignore[attr-defined]
