"""The form of a record and the form of a sheet: begun, left, stepped through, read only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.domain.records.organisation import Law, Organisation
from models.domain.sentences import Sentence
from models.services.company import OpenCompany
from tests.ui.registers.law_form import LAW, below, leave, short
from tests.ui.registers.showing import Opened, OpenedSheet
from ui.registers import RegisterView


def test_a_new_record_is_saved_with_its_first_entry(company: OpenCompany, opened: Opened) -> None:
    view = opened("law")
    view.add_record()
    before = len(company.all(Law))
    short(view.form, "title").setText("Tax")

    leave(view.form.board.editor("title"))

    assert before == 0
    assert [law.title for law in company.all(Law)] == ["Tax"]


def test_a_new_record_without_entry_leaves_nothing(company: OpenCompany, opened: Opened) -> None:
    view = opened("law")
    view.add_record()

    view.leave_form()

    assert not company.all(Law)
    assert not view.is_form_open


def test_a_new_record_is_not_scolded_for_what_nobody_could_enter_yet(opened: Opened) -> None:
    view = opened("law")

    view.add_record()

    assert below(view.form, "title") == ""


def test_the_undone_creation_closes_the_form(company: OpenCompany, opened: Opened) -> None:
    view = opened("law")
    view.add_record()
    short(view.form, "title").setText("Tax")
    leave(view.form.board.editor("title"))

    company.undo()

    assert not view.is_form_open


def test_the_next_record_follows_the_list(company: OpenCompany, opened: Opened) -> None:
    laws = [Law(title=title) for title in ("B", "A")]
    company.save_all(laws)
    view = opened("law")
    view.model.sort(0)
    view.show_place(laws[1].id)

    view.step(1)

    assert view.form.record.id == laws[0].id


def test_escape_returns_to_the_row_of_the_record(law: RegisterView) -> None:
    QTest.keyClick(short(law.form, "article"), Qt.Key.Key_Escape)

    assert not law.is_form_open
    assert [record.id for record in law.list.grid.chosen_records()] == [LAW.id]


def test_a_jump_shows_the_field(law: RegisterView) -> None:
    law.show_table()

    law.show_place(LAW.id, "duty")

    assert law.form.board.editor("duty").isAncestorOf(law.window().focusWidget() or law)


def test_a_duplicate_is_shown_at_once(company: OpenCompany, law: RegisterView) -> None:
    law.duplicate()

    assert len(company.all(Law)) == 2
    assert law.form.record == company.all(Law)[1]


def test_nothing_can_be_typed_into_a_file_that_can_only_be_read(
    company: OpenCompany, law: RegisterView
) -> None:
    company.forbid_writing(Sentence("Somebody else has it open."))

    assert short(law.form, "title").isReadOnly()
    assert not law.form.evidence.attach_button.isVisible()


def test_a_sheet_is_saved_field_by_field(company: OpenCompany, sheet: OpenedSheet) -> None:
    view = sheet("organisation")
    line = short(view.form, "legal_id")
    line.setText("140012")

    leave(view.form.board.editor("legal_id"))
    company.undo()

    assert company.sheet(Organisation).legal_id == ""
    assert line.text() == ""


def test_a_sheet_is_started_from_the_model(company: OpenCompany, sheet: OpenedSheet) -> None:
    view = sheet("complaint_rule")
    offered = view.model_button.isVisible()

    view.model_button.click()

    assert offered
    assert view.form.board.editor("answer_days").value() == 7
    assert not view.model_button.isVisible()
