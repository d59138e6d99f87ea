"""The agenda: figures at each item, and the notes to them."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from models.domain.gates.criterion import Place
from models.domain.records.audit import Review, ReviewInput
from models.domain.records.operation import Complaint
from models.services.company import OpenCompany
from tests.e2e.driver import type_text
from tests.ui.stage import settle
from tests.ui.workspaces.review.meeting import TODAY
from tests.ui.workspaces.review.showing import Opened
from ui import language
from ui.workspaces.review.parts import AGENDA


def test_figures_stand_at_each_item_and_lead_to_their_records(
    company: OpenCompany, review: Review, opened: Opened
) -> None:
    company.save(Complaint(no="1", received_on=TODAY, due=TODAY))
    workspace = opened(company)
    wanted: list[Place] = []
    workspace.place_requested.connect(wanted.append)
    workspace.show_part(AGENDA)
    cards = workspace.parts.agenda.cards()

    cards[4].rows[0].click()

    assert len(cards) == 10
    assert wanted == [Place("complaint")]
    assert cards[4].rows[0].accessibleName().startswith("Complaints: 1;")


def test_figures_follow_what_is_entered_elsewhere(
    company: OpenCompany, review: Review, opened: Opened
) -> None:
    workspace = opened(company)
    workspace.show_part(AGENDA)

    company.save(Complaint(no="1", received_on=TODAY, due=TODAY))
    workspace.refresh()

    row = workspace.parts.agenda.cards()[4].rows[0]
    assert row.accessibleName().startswith("Complaints: 1;")


def test_a_note_is_saved_when_it_is_left_and_counts_as_discussed(
    company: OpenCompany, review: Review, opened: Opened, code: str
) -> None:
    workspace = opened(company)
    workspace.reveal(Place("review_input", content="RI-8"))
    workspace.parts.agenda.focus("RI-8")

    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "نان دیر رسید" if code == "fa" else "Bread came late")
    workspace.commit()
    settle()

    (note,) = company.all(ReviewInput)
    assert (note.review, note.topic) == (review.id, "RI-8")
    said = language.current()
    chip = workspace.parts.agenda.cards()[7].chip.text()
    assert chip == said.gettext("No number in the note")
    assert said.number(1) in workspace.parts.agenda.count.text()


def test_figures_are_written_into_the_empty_note_in_the_language_of_the_page(
    company: OpenCompany, review: Review, opened: Opened, code: str
) -> None:
    workspace = opened(company)
    workspace.show_part(AGENDA)
    card = workspace.parts.agenda.cards()[4]

    card.write_button.click()
    settle()

    (note,) = company.all(ReviewInput)
    assert note.note.startswith("شکایات: ۰" if code == "fa" else "Complaints: 0")
    assert card.notes[0].row("note").editor.value() == note.note
    assert not card.write_button.isVisible()
    company.undo()
    settle()
    assert card.notes[0].row("note").editor.value() == ""
    assert card.write_button.isVisible()


def test_what_is_being_typed_stays_when_figures_are_asked_for(
    company: OpenCompany, review: Review, opened: Opened
) -> None:
    workspace = opened(company)
    workspace.reveal(Place("review_input", content="RI-5"))
    workspace.parts.agenda.focus("RI-5")
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "Mine")

    workspace.parts.agenda.write_button.click()

    notes = {one.topic: one.note for one in company.all(ReviewInput)}
    assert notes["RI-5"] == "Mine"
    assert len(notes) == 10
