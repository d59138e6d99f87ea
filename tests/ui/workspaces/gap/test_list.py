"""All questions as a list, and the filter that both views share."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt

from models.domain.records.organisation import GapAnswer
from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import click, press, settle
from tests.ui.workspaces.gap.conftest import Opened
from ui import language
from ui.workspaces.gap.list_page import ListPage
from ui.workspaces.gap.workspace import LIST, QUESTION, GapWorkspace

SCORE = 3


@pytest.fixture
def page(gap: GapWorkspace) -> ListPage:
    gap.show_mode(LIST)
    listed = cast(ListPage, gap._pages[LIST])
    listed.table.setFocus(Qt.FocusReason.OtherFocusReason)
    return listed


def test_every_question_is_listed(page: ListPage) -> None:
    assert len(page.table.keys()) == 52
    assert page.table.current_key() == "Q101"


def test_the_list_is_filled_in_by_keyboard_alone(page: ListPage, company: OpenCompany) -> None:
    for key in "01۲3":
        press(key)

    assert {one.question: one.score for one in company.all(GapAnswer)} == {
        "Q101": "0",
        "Q102": "1",
        "Q103": "2",
        "Q104": "3",
    }
    assert page.table.current_key() == "Q105"
    assert page.table.cell("Q104", SCORE) == "3 · Claimed, not shown"


def test_a_row_is_marked_by_a_key(page: ListPage, company: OpenCompany) -> None:
    press("m")

    assert company.all(GapAnswer)[0].is_marked


def test_enter_opens_the_question(page: ListPage, gap: GapWorkspace) -> None:
    click(Qt.Key.Key_Down)
    click(Qt.Key.Key_Return)

    assert gap.mode == QUESTION
    assert gap.questionnaire.question_id == "Q102"


def test_not_applicable_leads_to_its_reason(page: ListPage, gap: GapWorkspace) -> None:
    press("n")

    assert gap.mode == QUESTION
    assert gap.question_page.sheet.fields.row("reason").isVisible()
    gap.show_mode(LIST)
    assert page.table.cell("Q101", SCORE) == "Reason is missing"


def test_filters_leave_questions_out_and_say_how_many(page: ListPage, gap: GapWorkspace) -> None:
    press("2")
    press("m")
    filters = gap.filters

    filters.area.box.setCurrentIndex(filters.area.box.findData("R4"))
    filters.area.commit()
    assert len(page.table.keys()) == 8
    assert filters.count.text() == "8 of 52"
    filters.weight.box.setCurrentIndex(filters.weight.box.findData("C"))
    filters.weight.commit()
    assert page.table.keys() == ["Q403"]
    filters.clear_button.click()
    filters.marked.click()
    assert page.table.keys() == ["Q102"]
    filters.marked.click()
    filters.unanswered.click()
    assert len(page.table.keys()) == 51


def test_words_find_questions(page: ListPage, gap: GapWorkspace) -> None:
    gap.filters.search.setText("deputy")
    gap.filters.search.returnPressed.emit()

    assert page.table.keys() == ["Q110"]


def test_a_filter_that_lets_nothing_through_says_so(page: ListPage, gap: GapWorkspace) -> None:
    gap.filters.search.setText("submarine")
    gap.filters.search.returnPressed.emit()

    assert page.nothing.isVisible()
    gap.filters.clear_button.click()
    assert page.table.isVisible()


def test_next_skips_what_the_filter_leaves_out(gap: GapWorkspace) -> None:
    gap.filters.weight.box.setCurrentIndex(gap.filters.weight.box.findData("C"))
    gap.filters.weight.commit()

    seen = [gap.questionnaire.question_id]
    for _step in range(3):
        gap.question_page.go_on()
        seen.append(gap.questionnaire.question_id)

    assert seen == ["Q101", "Q107", "Q108", "Q110"]


def test_an_answered_question_stays_until_the_user_goes_on(gap: GapWorkspace) -> None:
    gap.filters.unanswered.click()
    gap.show_place()
    press("2")
    assert gap.questionnaire.question_id == "Q101"

    gap.question_page.go_on()

    assert gap.questionnaire.question_id == "Q102"


def test_the_list_follows_undo(page: ListPage, company: OpenCompany) -> None:
    press("2")
    assert page.table.cell("Q101", SCORE) == "2 · Written, partly applied"

    company.undo()

    assert page.table.cell("Q101", SCORE) == "—"


def test_the_list_speaks_the_language_of_the_window(page: ListPage) -> None:
    press("2")

    language.set_current(load_language("fa"))
    settle()

    assert page.table.cell("Q101", SCORE) == "۲ · مکتوب، با اجرای ناقص"
    assert page.table.current_key() == "Q102"


def test_a_list_to_read_only_is_not_answered(opened: Opened, locked: OpenCompany) -> None:
    before = locked.all(GapAnswer)
    workspace = opened(locked)
    workspace.show_mode(LIST)
    cast(ListPage, workspace._pages[LIST]).table.setFocus(Qt.FocusReason.OtherFocusReason)

    press("0")
    press("m")

    assert locked.all(GapAnswer) == before
