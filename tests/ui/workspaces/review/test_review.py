"""The management review in the real window: begun, deleted, read only, in another language."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.records.audit import Review, ReviewDecision, ReviewInput
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import settle
from tests.ui.workspaces.review.meeting import TODAY, below, write
from tests.ui.workspaces.review.showing import Opened
from ui import language
from ui.workspaces.review.parts import AGENDA, DECISIONS, MEETING, NEXT_YEAR
from ui.workspaces.review.workspace import ReviewWorkspace


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
