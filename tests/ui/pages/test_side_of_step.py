"""What stands beside a step's work: room for tasks and gate, and what a locked company offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from models.localisation.language import load_language
from models.services.company import OpenCompany
from tests.ui.stage import settle
from ui import language
from ui.page import Page
from ui.pages.step import StepPage
from ui.widgets.page_scroll import PageScroll

Show = Callable[[Page], Page]
LONG = "A very long name of an owner, " * 6


def test_tasks_that_are_all_done_leave_the_room_to_the_gate(sample: OpenCompany, shown: Show) -> None:
    page = cast(StepPage, shown(StepPage(sample, 3)))

    page.work.show_tab("indicator")
    settle()

    assert page.tasks.is_all_done
    assert page.tasks.height() < page.gate.height()


def test_a_locked_company_does_not_offer_to_reopen_a_step(locked: OpenCompany, shown: Show) -> None:
    page = cast(StepPage, shown(StepPage(locked, 5)))
    page.work.tasks_button.click()

    assert page.gate.answer.isVisible()
    assert not page.gate.answer.button.isVisible()


def test_a_list_keeps_away_from_its_scroll_bar(sample: OpenCompany, shown: Show) -> None:
    page = cast(StepPage, shown(StepPage(sample, 5)))
    page.work.tasks_button.click()
    settle()
    scroll = page.tasks.findChild(PageScroll)
    assert scroll is not None

    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.viewport().width() <= scroll.width() - scroll.verticalScrollBar().width() - 8


def test_a_task_s_words_wrap_where_there_is_no_room(shown: Show, company: OpenCompany) -> None:
    page = cast(StepPage, shown(StepPage(company, 2)))
    row = next(iter(page.tasks.rows.values()))

    row.button.show_words("Name", LONG, is_done=False, is_late=True)
    settle()

    assert row.button.width() < page.tasks.width()
    assert row.width() < page.tasks.width()


def test_no_button_of_a_task_is_wider_than_its_column(company: OpenCompany, shown: Show) -> None:
    language.set_current(load_language("qps"))
    page = cast(StepPage, shown(StepPage(company, 1)))

    for task_id in page.tasks.rows:
        page.open_task(task_id)
        settle()
        scroll = page.detail.findChild(PageScroll)
        assert scroll is not None
        column = scroll.widget()
        assert column is not None
        assert column.minimumSizeHint().width() <= scroll.viewport().width()
