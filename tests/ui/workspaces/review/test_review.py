"""The management review in the real window: agenda, notes, decisions, next year, and what is refused."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.records.audit import Review, ReviewDecision, ReviewInput
from models.domain.records.commitment import Objective
from models.domain.records.correction import Action
from models.domain.records.operation import Complaint
from models.domain.text import LocalText
from models.localisation.language import load_language
from models.services.company import OpenCompany
from models.services.next_year import go_on
from tests.e2e.driver import type_text
from tests.ui.stage import REZA, settle
from tests.ui.workspaces.review.conftest import Opened
from ui import language
from ui.page import Page
from ui.pages.step import StepPage
from ui.panels.record_cards import RecordCard
from ui.panels.record_fields import RecordFields
from ui.widgets.labels import WrapLabel
from ui.workspaces.commitment.objectives import ObjectivesWorkspace
from ui.workspaces.review.decisions import DecisionFoot
from ui.workspaces.review.parts import AGENDA, DECISIONS, MEETING, NEXT_YEAR
from ui.workspaces.review.workspace import ReviewWorkspace

TODAY = date.today()


@pytest.fixture(params=["fa", "en"])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    language.set_current(load_language(request.param))
    yield request.param
    language.set_current(load_language("en"))


@pytest.fixture
def review(company: OpenCompany) -> Review:
    made = Review(
        held_on=TODAY, start=TODAY - timedelta(days=90), end=TODAY, chair=REZA.id, present=(REZA.id,)
    )
    company.save(made)
    return made


def below(fields: RecordFields, name: str) -> str:
    """Return the sentence that stands below a field."""
    labels = [label.text() for label in fields.row(name).findChildren(WrapLabel) if label.isVisible()]
    return " ".join(labels)


def write(text: str) -> None:
    """Type into the field that has the focus, and leave it."""
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def foot_of(card: RecordCard) -> DecisionFoot:
    assert isinstance(card.foot, DecisionFoot)
    return card.foot


# Reviews


def test_an_empty_company_offers_one_button_that_begins_a_review(
    company: OpenCompany, opened: Opened, code: str
) -> None:
    workspace = opened(company)
    assert workspace.empty.isVisible()

    QTest.keyClick(workspace.empty.action, Qt.Key.Key_Space)

    (made,) = company.all(Review)
    assert (made.held_on, made.end) == (TODAY, TODAY)
    assert not workspace.empty.isVisible()
    audit_first = workspace.parts.meeting.fields
    expected = "No internal audit comes before this review, so it lacks its findings."
    assert below(audit_first, "held_on") == language.current().gettext(expected)
    assert code in ("fa", "en")


def test_a_deleted_review_takes_notes_and_decisions_along_and_brings_them_back(
    company: OpenCompany, review: Review, opened: Opened
) -> None:
    note = ReviewInput(review=review.id, topic="RI-1", note="1")
    decision = ReviewDecision(review=review.id, text="Buy a grill")
    company.save_all([note, decision])
    workspace = opened(company)

    workspace.delete_button.click()
    assert (company.all(Review), company.all(ReviewInput), company.all(ReviewDecision)) == ((), (), ())
    workspace.side.bin_button.fill_menu()
    workspace.side.bin_button.deleted.actions()[0].trigger()

    assert company.all(ReviewInput) == (note,)
    assert company.all(ReviewDecision) == (decision,)
    assert workspace.review == review


def test_a_review_to_come_is_called_planned(company: OpenCompany, review: Review, opened: Opened) -> None:
    company.save(dataclasses.replace(review, held_on=TODAY + timedelta(days=7)))
    workspace = opened(company)
    assert [entry.chip for entry in workspace.side.list.entries] == ["Planned"]
    assert not workspace.parts.meeting.lacking.isVisible()


def test_each_edit_of_the_meeting_is_one_step_to_undo(
    company: OpenCompany, review: Review, opened: Opened
) -> None:
    workspace = opened(company)
    workspace.show_place(review.id, "place")

    write("Office")

    assert company.all(Review)[0].place == "Office"
    company.undo()
    settle()
    assert company.all(Review)[0].place == ""
    assert workspace.parts.meeting.fields.row("place").editor.value() == ""


# The agenda


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


# Decisions


def test_a_decision_becomes_an_action_by_one_press_and_undo_takes_it_back(
    company: OpenCompany, review: Review, opened: Opened
) -> None:
    decision = ReviewDecision(review=review.id, text="Buy a grill", owner=REZA.id, due=TODAY)
    company.save(decision)
    workspace = opened(company)
    workspace.show_part(DECISIONS)
    (card,) = workspace.parts.decisions.cards.cards()

    foot_of(card).button.click()
    settle()

    (action,) = company.all(Action)
    assert (action.source, action.problem) == ("review", "Buy a grill")
    assert foot_of(card).link.isVisible()
    company.undo()
    settle()
    assert company.all(Action) == ()
    assert foot_of(card).button.isVisible()


def test_a_decision_without_owner_says_so_beside_the_field(
    company: OpenCompany, review: Review, opened: Opened, code: str
) -> None:
    company.save(ReviewDecision(review=review.id, text="Buy a grill", due=TODAY))
    workspace = opened(company)
    workspace.show_part(DECISIONS)
    (card,) = workspace.parts.decisions.cards.cards()

    foot_of(card).button.click()

    expected = language.current().gettext("Choose who carries the decision out.")
    assert below(card.fields, "owner") == expected
    assert company.all(Action) == ()
    assert code in ("fa", "en")


def test_keeping_the_charter_asks_why(company: OpenCompany, review: Review, opened: Opened) -> None:
    workspace = opened(company)
    workspace.show_part(DECISIONS)

    workspace.parts.decisions.charter_buttons["keep"].click()
    write("Four weeks are too few")

    (decision,) = company.all(ReviewDecision)
    assert (decision.subject, decision.text, decision.owner) == (
        "charter",
        "The charter stays as it is.",
        REZA.id,
    )
    assert company.all(Review)[0].charter_unchanged_because == "Four weeks are too few"


@pytest.mark.parametrize(
    ("make", "part", "field"),
    [
        (lambda of: of, MEETING, "signed_by"),
        (lambda of: of, DECISIONS, "charter_unchanged_because"),
        (lambda of: ReviewInput(review=of.id, topic="RI-3", note="3"), AGENDA, "note"),
        (lambda of: ReviewDecision(review=of.id, text="A"), DECISIONS, "owner"),
    ],
)
def test_a_place_is_found_in_its_part(
    company: OpenCompany,
    review: Review,
    opened: Opened,
    make: Callable[[Review], Record],
    part: str,
    field: str,
) -> None:
    record = make(review)
    company.save(record)
    workspace = opened(company)
    codes = {Review: "review", ReviewInput: "review_input", ReviewDecision: "review_decision"}

    workspace.page_of_test.work.reveal(Place(codes[type(record)], record.id, field))  # type: ignore[attr-defined]

    assert workspace.modes.current() == part
    focus = QApplication.focusWidget()
    assert focus is not None
    assert workspace.parts.isAncestorOf(focus)


# Next year


@pytest.fixture
def objective(company: OpenCompany) -> Objective:
    """An objective that is older than the review."""
    made = Objective(
        text=LocalText(en="Satisfaction", fa="رضایت"),
        baseline=Decimal(71),
        target=Decimal(80),
        due=TODAY,
        owner=REZA.id,
    )
    company.save(made)
    return made


def test_an_objective_goes_on_from_the_value_typed(
    company: OpenCompany, objective: Objective, review: Review, opened: Opened
) -> None:
    workspace = opened(company)
    workspace.show_part(NEXT_YEAR)
    page = workspace.parts.next_year
    (card,) = page.shown()
    card.go_on_button.click()
    assert card.reached.problem() == "Enter the value that was reached: next year starts from it."

    card.reached.editor.setFocus()
    write("76")
    assert card.chip.text() == "Not met"
    card.go_on_button.click()
    settle()

    made = company.all(Objective)[-1]
    assert (made.follows, made.baseline, made.target) == (objective.id, Decimal(76), Decimal(80))
    assert page.shown() == []
    assert len(page.cards.cards()) == 1
    company.undo()
    settle()
    assert company.all(Objective) == (objective,)
    assert len(page.shown()) == 1


def test_an_objective_is_dropped_only_with_a_reason(
    company: OpenCompany, objective: Objective, review: Review, opened: Opened
) -> None:
    workspace = opened(company)
    workspace.show_part(NEXT_YEAR)
    (card,) = workspace.parts.next_year.shown()

    card.drop_button.click()
    assert card.reason.problem() == "Write why the objective is dropped."
    card.reason.editor.setFocus()
    write("Nobody measures it")
    card.drop_button.click()
    settle()

    (decision,) = company.all(ReviewDecision)
    assert "Nobody measures it" in decision.text
    assert workspace.parts.next_year.shown() == []


def test_step_2_shows_the_result_of_the_objective_before(
    company: OpenCompany, objective: Objective, shown: Callable[[Page], Page]
) -> None:
    made = go_on(company, objective, Decimal(76))
    page = shown(StepPage(company, 2))
    assert isinstance(page, StepPage)
    page.work.show_tab("objective")
    settle()
    workspace = page.work.current_body()
    assert isinstance(workspace, ObjectivesWorkspace)
    workspace.show_place(made.id)
    settle()
    texts = [label.text() for label in workspace.findChildren(WrapLabel) if label.isVisible()]
    assert any("reached 76 and was not met" in text for text in texts)


# Everything else


def test_a_company_for_reading_only_offers_nothing_to_change(locked: OpenCompany, opened: Opened) -> None:
    workspace = opened(locked)
    for key in (MEETING, AGENDA, DECISIONS, NEXT_YEAR):
        workspace.show_part(key)
        settle()
    page = workspace.parts
    buttons = (
        workspace.side.add_button,
        workspace.delete_button,
        page.agenda.write_button,
        page.decisions.charter_buttons["keep"],
        page.decisions.cards.add_button,
        page.next_year.cards.add_button,
        *(card.go_on_button for card in page.next_year.outcomes),
    )
    for button in buttons:
        assert not button.isVisible()


def test_a_review_can_be_read_in_another_language(sample: OpenCompany, opened: Opened) -> None:
    workspace: ReviewWorkspace = opened(sample)
    workspace.show_part(AGENDA)
    settle()
    language.set_current(load_language("fa"))
    workspace.retranslate()
    settle()
    card = workspace.parts.agenda.cards()[4]
    assert card.rows[0].accessibleName().startswith("شکایات: ۱۲")
    assert workspace.modes.buttons[AGENDA].text() == "دستور جلسه"


def test_nothing_scrolls_sideways(sample: OpenCompany, opened: Opened) -> None:
    workspace = opened(sample)
    workspace.page_of_test.work.show_document(True)  # type: ignore[attr-defined]
    for key in (MEETING, AGENDA, DECISIONS, NEXT_YEAR):
        workspace.show_part(key)
        settle()
        scroll = workspace.parts.currentWidget()
        assert scroll is not None
        assert workspace.parts.part(key).minimumSizeHint().width() <= scroll.width()
