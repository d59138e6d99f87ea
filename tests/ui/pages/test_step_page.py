"""The page of a step: work, tasks, gate, sign-off."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.domain.gates.criterion import Place
from models.domain.records.commitment import BudgetItem
from models.domain.records.control import Evidence, StepClosing, TaskState
from models.domain.records.organisation import GapAnswer
from models.localisation.language import load_language
from models.services import steps
from models.services.company import OpenCompany
from models.services.issuing import Approval
from tests.e2e.driver import tab_buttons
from tests.ui.stage import HEIGHT, SARA, WIDTH, settle
from ui import language
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.page import Notice, Page
from ui.pages import step as step_module
from ui.pages.step import StepPage
from ui.panels.documents.control_sheet import ControlSheet
from ui.registers import RegisterView
from ui.widgets.labels import WrapLabel
from ui.workspaces.gap.workspace import GapWorkspace

Show = Callable[[Page], Page]
Collect = Callable[[Page], list[Notice]]


@pytest.fixture
def page(company: OpenCompany, shown: Show) -> StepPage:
    return cast(StepPage, shown(StepPage(company, 2)))


@pytest.fixture
def sample_page(sample: OpenCompany, shown: Show) -> StepPage:
    return cast(StepPage, shown(StepPage(sample, 2)))


def test_the_first_register_is_shown_and_no_other_is_built(page: StepPage) -> None:
    assert page.work.built() == ["decision"]


def test_a_tab_is_built_when_it_is_chosen(page: StepPage) -> None:
    page.work.tabs.chosen.emit("role")

    assert page.work.built() == ["decision", "role"]


def test_the_heading_names_number_and_step(page: StepPage) -> None:
    assert page.title() == "Step 2 · Commitment and scope"


def test_ticking_a_task_off_saves_the_day(page: StepPage) -> None:
    page.tasks.rows["S2-T1"].box.click()

    assert [one.done_on for one in page.company.all(TaskState)] == [date.today()]


def test_undo_opens_the_task_again(page: StepPage) -> None:
    page.tick("S2-T1", True)

    page.company.undo()

    assert not page.tasks.rows["S2-T1"].box.isChecked()


def test_tasks_are_counted(page: StepPage) -> None:
    page.tick("S2-T1", True)

    assert page.tasks.count_text() == "1 of 9"


def test_a_late_task_says_so(page: StepPage) -> None:
    yesterday = date.today() - timedelta(days=1)

    page.company.save(TaskState(task="S2-T3", due=yesterday, owner=SARA.id))

    words = page.tasks.rows["S2-T3"].button.below.text()
    assert "Late" in words
    assert "Sara Nouri" in words


def test_a_task_tells_how_many_files_it_has(page: StepPage) -> None:
    page.company.save(Evidence(file_name="a.txt", subject="task", subject_id="S2-T3"))

    assert page.tasks.rows["S2-T3"].button.below.text() == "1 file"


def test_the_details_of_a_task_are_saved_field_by_field(page: StepPage) -> None:
    page.open_task("S2-T4")
    due = page.detail.fields.row("due").editor

    due.set_value(date(2027, 1, 5))
    due.edited.emit()

    assert [(one.task, one.due) for one in page.company.all(TaskState)] == [("S2-T4", date(2027, 1, 5))]


def test_leaving_the_details_goes_back_to_the_task(page: StepPage) -> None:
    page.open_task("S2-T4")

    page.detail.left.emit()

    assert QApplication.focusWidget() is page.tasks.rows["S2-T4"].button


def test_a_task_leads_to_its_work(page: StepPage) -> None:
    page.open_task("S2-T4")

    page.detail.place_requested.emit(Place("role", content="S2-T4"))

    assert page.work.tabs.current() == "role"


def test_go_opens_the_field_that_mends_a_criterion(page: StepPage) -> None:
    page.gate.rows["S2-E1"].go.click()

    body = page.work.current_body()
    assert isinstance(body, ControlSheet)
    assert QApplication.focusWidget() is body.approve_button


def test_approving_the_policy_meets_its_criterion(page: StepPage, monkeypatch: pytest.MonkeyPatch) -> None:
    given = Approval(SARA.id, date.today(), "It is needed today.")
    monkeypatch.setattr(ApproveDocumentDialog, "ask", lambda *_asked: given)
    page.work.show_tab("document_control:D1")

    cast(ControlSheet, page.work.current_body()).approve_button.click()

    assert page.gate.rows["S2-E1"].go.isHidden()


def test_a_place_of_another_page_is_asked_of_the_window(page: StepPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.place_requested) as asked:
        page.go(Place("promise"))

    assert asked.args == [Place("promise")]


def test_a_jump_shows_a_record(page: StepPage) -> None:
    item = BudgetItem(item="Printing")
    page.company.save(item)

    page.reveal(Place("budget_item", item.id, "amount"))

    view = page.work.current_body()
    assert isinstance(view, RegisterView)
    assert view.is_form_open
    assert view.form.record == item


def test_a_jump_to_an_unanswered_question_starts_its_answer(company: OpenCompany, shown: Show) -> None:
    page = cast(StepPage, shown(StepPage(company, 1)))

    page.reveal(Place("gap_answer", None, "score", "Q205"))

    view = page.work.current_body()
    assert isinstance(view, GapWorkspace)
    assert view.questionnaire.question_id == "Q205"
    assert view.question_page.sheet.scores.isAncestorOf(QApplication.focusWidget() or page)


def test_keys_on_the_tabs_answer_the_question_in_front(company: OpenCompany, shown: Show) -> None:
    page = cast(StepPage, shown(StepPage(company, 8)))
    page.work.show_tab("gap_answer")
    tab = tab_buttons(page.work.tabs)["gap_answer"]

    QTest.keyClick(tab, Qt.Key.Key_2)

    assert [(one.question, one.score) for one in company.all(GapAnswer)] == [("Q101", "2")]


def test_a_jump_shows_a_task(page: StepPage) -> None:
    page.reveal(Place("task_state", content="S2-T7"))

    assert page.detail.isVisible()
    assert page.detail.task_id == "S2-T7"


def test_closing_an_open_step_says_what_is_missing(page: StepPage) -> None:
    page.gate.close_button.click()

    assert page.gate.answer.text.text() == "5 criteria are not met yet."
    assert not any(row.reason.isHidden() for row in page.gate.rows.values())
    assert QApplication.focusWidget() is page.gate.rows["S2-E1"].go


def test_only_the_first_reason_is_given_unasked(page: StepPage) -> None:
    assert [row.reason.isHidden() for row in page.gate.rows.values()] == [False, True, True, True, True]


class Signer:
    """Stands for the user in the dialog that closes a step."""

    answer: StepClosing | None = None

    @classmethod
    def ask(cls, *_asked: object) -> StepClosing | None:
        return cls.answer


@pytest.fixture
def signer(monkeypatch: pytest.MonkeyPatch) -> type[Signer]:
    Signer.answer = StepClosing(step="2", closed_on=date(2026, 9, 27), closed_by=SARA.id, reason="Money.")
    monkeypatch.setattr(step_module, "CloseStepDialog", Signer)
    return Signer


def test_a_step_closed_with_a_reason_shows_it(page: StepPage, signer: type[Signer]) -> None:
    page.close_step()

    assert page.gate.answer.text.text() == "Closed on 27 September 2026 by \u2068Sara Nouri\u2069."
    assert "Money." in page.gate.answer.more.text()
    assert page.gate.close_button.isHidden()
    assert page.subtitle() == "closed"


def test_a_cancelled_sign_off_changes_nothing(page: StepPage, signer: type[Signer]) -> None:
    signer.answer = None

    page.close_step()

    assert steps.closing(2, page.company) is None


def test_a_reopened_step_can_be_closed_by_undo(page: StepPage, signer: type[Signer]) -> None:
    page.close_step()
    page.reopen_step()

    page.company.undo()

    assert steps.closing(2, page.company) is not None


def test_closing_offers_undo(page: StepPage, signer: type[Signer], notices: Collect) -> None:
    heard = notices(page)

    page.close_step()

    assert [one.can_undo for one in heard] == [True]


def test_the_guide_takes_the_place_of_the_lists_on_a_small_screen(page: StepPage) -> None:
    page.show_guide(True)

    assert page.guide.isVisible()
    assert not page.tasks.isVisible()


def test_the_guide_has_a_column_of_its_own_on_a_large_screen(page: StepPage) -> None:
    page.resize(1688, 1020)

    page.show_guide(True)

    assert page.guide.isVisible()
    assert page.tasks.isVisible()


def test_the_window_hears_when_the_user_opens_the_guide(page: StepPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.guide_toggled) as told:
        page.work.guide_button.click()

    assert told.args == [True]


def test_a_jump_to_a_task_closes_a_guide_that_hides_it(page: StepPage) -> None:
    page.show_guide(True)

    page.reveal(Place("task_state", content="S2-T1"))

    assert page.detail.isVisible()


def tab_stops(page: StepPage) -> list[QWidget]:
    stops, widget = [], page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def test_tab_reaches_work_before_tasks_and_tasks_before_the_gate(page: StepPage) -> None:
    stops = tab_stops(page)

    assert stops[0].accessibleName() == "Decision"
    task, close = page.tasks.rows["S2-T1"].box, page.gate.close_button
    assert 0 < stops.index(task) < stops.index(close)


@pytest.mark.parametrize("number", range(1, 9))
def test_nothing_asks_for_more_than_a_small_screen(sample: OpenCompany, shown: Show, number: int) -> None:
    language.set_current(load_language("fa"))
    page = cast(StepPage, shown(StepPage(sample, number)))
    for key in page.work.tab_keys():
        page.work.show_tab(key)
        settle()
    in_persian = page.minimumSizeHint()

    language.set_current(load_language("en"))
    settle()

    for wanted in (in_persian, page.minimumSizeHint(), page.size()):
        assert wanted.width() <= WIDTH
        assert wanted.height() <= HEIGHT


def test_a_change_of_language_words_everything_anew(sample_page: StepPage) -> None:
    language.set_current(load_language("fa"))

    row = sample_page.tasks.rows["S2-T1"]
    assert row.button.name.text() == "تصمیم مکتوب مدیریت"
    assert sample_page.gate.rows["S2-E1"].text.text() == "خط‌مشی امضا و تاریخ دارد"
    assert sample_page.work.guide_button.text() == "راهنما"


def test_an_open_guide_changes_its_language(page: StepPage) -> None:
    page.show_guide(True)

    language.set_current(load_language("fa"))
    settle()

    shown = [label.text() for label in page.guide.findChildren(WrapLabel) if label.isVisible()]
    assert page.step.purpose.get("fa") in shown
    assert page.step.purpose.get("en") not in shown


def test_a_locked_company_can_be_read_but_not_ticked(locked: OpenCompany, shown: Show) -> None:
    page = cast(StepPage, shown(StepPage(locked, 8)))

    assert not page.tasks.rows["S8-T7"].box.isEnabled()


def test_a_locked_company_says_why_a_step_cannot_be_closed(
    locked: OpenCompany, shown: Show, notices: Collect
) -> None:
    page = cast(StepPage, shown(StepPage(locked, 8)))
    heard = notices(page)

    page.close_step()

    assert [one.text for one in heard] == ["This file was opened for reading only."]
