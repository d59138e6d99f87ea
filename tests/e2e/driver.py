"""What a user does in the window, as verbs: go, add, fill, choose, attach, sign off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.records.charter import Promise
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.localisation.language import Language
from models.services.steps import tab_of
from tests.e2e.program import Program, let_live, wait_until
from ui import language
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.dialogs.close_step import CloseStepDialog
from ui.page import Page
from ui.page_catalogue import PAGES
from ui.pages.people import PeoplePage
from ui.pages.step import StepPage
from ui.registers import RegisterView, SheetView
from ui.registers.boxes import PeopleBox
from ui.registers.form import RecordForm
from ui.registers.pick_box import PickBox
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.check_edit import CheckEdit
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.editor import Editor
from ui.widgets.flow_tabs import FlowTabs
from ui.widgets.long_text import AreaEditor
from ui.widgets.matrix import MatrixGrid
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.navigation import NavItem
from ui.widgets.progress_ring import StepMark, StepState, step_in_words
from ui.workspaces.answers.workspace import LIST, AnswersWorkspace
from ui.workspaces.beside_document import BesideDocument
from ui.workspaces.gap.rounds import RoundsWorkspace
from ui.workspaces.gap.workspace import QUESTION, GapWorkspace
from ui.workspaces.promises.workspace import PromiseWorkspace

Fields = Mapping[str, Any]

# The navigation follows the company after a short rest.
_NAVIGATION_MS = 300


def type_text(field: QWidget, text: str) -> None:
    """Press the keys of a text, in whatever script; QTest knows those of Latin only."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


class User:
    """Somebody who works with the program through its window alone."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @property
    def speech(self) -> Language:
        """The language of the window, in which this user types numbers and days."""
        return language.current()

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.program.frame.stack.page()

    @property
    def step_page(self) -> StepPage:
        """The page in front, which is that of a step."""
        assert isinstance(self.page, StepPage)
        return self.page

    # Getting about

    def go(self, key: str) -> Page:
        """Click a page in the navigation."""
        keys = [spec.key for spec in PAGES if spec.is_listed]
        items = self.program.frame.navigation.findChildren(NavItem)
        QTest.mouseClick(items[keys.index(key)], Qt.MouseButton.LeftButton)
        assert self.program.frame.stack.key == key
        return self.page

    def show(self, record_type: type[Record], step: int | None = None) -> Any:
        """Go to where records of a type are kept, and return their view.

        step: on whose page; needed for what belongs to no step or to another one.
        """
        register = register_of(record_type)
        step = step or register.step
        if step is None:
            page = self.go("people")
            assert isinstance(page, PeoplePage)
            return page.view
        tab = tab_of(step, Place(register.code), self.program.company)
        assert tab is not None, f"{register.code} is not on the page of step {step}"
        body = self.show_tab(step, tab.key)
        if isinstance(body, AnswersWorkspace):
            body.modes.buttons[LIST].click()
        # Some workspaces hold the register's own view.
        return getattr(body, "view", body)

    def show_tab(self, step: int, key: str) -> Any:
        """Go to a tab of a step's page, also one that stands in the menu, and return its view."""
        self.go(f"step-{step}")
        tab_buttons(self.step_page.work.tabs)[key].click()
        body = self.step_page.work.current_body()
        return body.editor if isinstance(body, BesideDocument | PromiseWorkspace) else body

    def switch_language(self) -> None:
        """Press the button of the other language."""
        self.program.frame.header.language.click()

    def leave_company(self) -> None:
        """Close the company, by the menu."""
        self.program.app.actions["close"].trigger()

    def open_recent(self, at: int) -> None:
        """Click a recent file on the start page."""
        start = self.program.app.start
        assert start is not None, "the start page is not shown"
        start.files[at].row.click()
        self.program.wait_for_company()

    def marked_steps(self, mark: StepMark) -> list[int]:
        """Return the steps of which the navigation says that they are closed, or closed with a reason."""
        let_live(_NAVIGATION_MS)
        told = [item.accessibleDescription() for item in self.program.frame.navigation.findChildren(NavItem)]
        return [step for step in range(1, 9) if step_in_words(StepState(step, mark=mark)) in told]

    # Writing

    def write(self, record_type: type[Record], fields: Fields) -> None:
        """Fill fields of a sheet."""
        view = self.show(record_type)
        assert isinstance(view, SheetView)
        self.fill(view.form, fields)

    def add(self, record_type: type[Record], fields: Fields) -> None:
        """Add a record to a list and fill its form, then go back to the list."""
        view = self.show(record_type)
        assert isinstance(view, RegisterView)
        button = view.list.toolbar.add_button
        (button if button.isVisible() else view.list.empty.action).click()
        assert view.is_form_open
        self.fill(view.form, fields)
        view.show_table()

    def change(self, record: Record, fields: Fields, step: int | None = None) -> None:
        """Open a record's form and fill some of its fields; step as for `show`."""
        view = self.show(type(record), step)
        view.show_place(record.id)
        self.fill(view.form, fields)
        view.show_table()

    def start_from_model(self, record_type: type[Record], step: int | None = None) -> None:
        """Press “Start from the model” of a list or a sheet; step as for `show`."""
        view = self.show(record_type, step)
        if isinstance(view, SheetView):
            view.model_button.click()
        else:
            view.list.toolbar.model_action.trigger()

    def take_model_promises(self, trade: str) -> None:
        """Choose a trade on the page of model promises, tick all of them and take them."""
        view = self.show(Promise)
        view.list.toolbar.model_action.trigger()
        page = self.step_page.work.current_body().models
        self.enter(page.trade, trade)
        page.all_button.click()
        page.take_button.click()

    def fill(self, form: RecordForm, fields: Fields) -> None:
        """Fill fields of a form; what is refused fails."""
        for name, value in fields.items():
            row = form.board.rows[name]
            self.enter(row.editor, value)
            assert not row.problem(), f"{name}: {row.problem()}"

    def enter(self, editor: Editor[Any], value: Any) -> None:
        """Enter a value as a user does: typed and left with Tab, picked from a list, or ticked."""
        match editor:
            case BilingualEdit():
                for code, text in value.items() if isinstance(value, LocalText) else value:
                    self.enter(editor.fields[code], text)
            case PeopleBox():
                for name in value:
                    self.pick(editor.box, name)
            case PickBox():
                self.pick(editor, value)
            case ChoiceBox():
                at = editor.box.findData(value)
                assert at >= 0, value
                editor.box.setCurrentIndex(at)
                editor.box.activated.emit(at)
            case MultiChoice():
                self.tick(editor, value)
            case CheckEdit():
                if editor.box.isChecked() is not value:
                    editor.box.click()
            case AreaEditor():
                self._type_over(editor.area, "\n".join(value) if isinstance(value, tuple) else value)
            case _:
                self._type_over(editor.line, self.typed(value))  # type: ignore[attr-defined]

    def typed(self, value: Any) -> str:
        """Return what one types for a value: Persian digits and days of the Jalali calendar in Persian."""
        if isinstance(value, date):
            return self.speech.date(value)
        return self.speech.number(value) if isinstance(value, int | Decimal) else str(value)

    def _type_over(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        type_text(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def pick(self, box: PickBox, name: str) -> None:
        """Type the beginning of an entry's name and take the first one found with Enter."""
        box.line.setFocus(Qt.FocusReason.MouseFocusReason)
        box.line.selectAll()
        type_text(box.line, name)
        assert box.popup.isVisible(), f"nothing is called {name}"
        QTest.keyClick(box.popup, Qt.Key.Key_Return)

    def press_in(self, grid: MatrixGrid, row: str, column: str, letter: str) -> None:
        """Go to the cell of a row and a column, called by their names, and press the key of a state."""
        rows = [head.title for head in grid.cells.rows]
        columns = [head.title for head in grid.cells.columns]
        grid.setFocus(Qt.FocusReason.OtherFocusReason)
        ends = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(grid, Qt.Key.Key_Home, ends)
        onwards = Qt.Key.Key_Left if grid.isRightToLeft() else Qt.Key.Key_Right
        for key, steps in ((Qt.Key.Key_Down, rows.index(row)), (onwards, columns.index(column))):
            for _step in range(steps):
                QTest.keyClick(grid, key)
        type_text(grid, letter)

    def tick(self, choices: MultiChoice, labels: Sequence[str]) -> None:
        """Click the chips with these labels."""
        chips = {chip.accessibleName(): chip for chip in choices.findChildren(QPushButton)}
        for label in labels:
            chips[self.speech.gettext(label)].click()

    def drop(self, target: QWidget, *files: Path) -> None:
        """Drop files on a widget."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        target.dropEvent(QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, left, none))

    # The gap questionnaire

    def answer_gap_questions(self, score: int, evidence: str) -> None:
        """Answer every question by the key of a score, and write what proves it."""
        workspace = self.show(GapAnswer)
        assert isinstance(workspace, GapWorkspace)
        workspace.show_place()
        page = workspace.question_page
        while workspace.mode == QUESTION:
            type_text(self.focus, self.speech.number(score))
            page.sheet.focus("evidence")
            type_text(self.focus, evidence)
            page.next_button.click()
            page.sheet.focus()

    def finish_gap_round(self, who: str, day: date) -> None:
        """Sign the report of the round."""
        workspace = self.show(GapRound)
        assert isinstance(workspace, RoundsWorkspace)
        self.enter(workspace.sheet.fields.row("signed_by").editor, who)
        self.enter(workspace.sheet.fields.row("signed_on").editor, day)

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused

    # Closing a step

    def open_criteria(self, step: int) -> list[str]:
        """Return the texts of the exit criteria that the gate panel shows as not met."""
        self.go(f"step-{step}")
        rows = self.step_page.gate.rows.values()
        return [f"{row.text.text()} — {row.reason.text()}" for row in rows if row.go.isVisibleTo(row)]

    def sign_off(self, step: int, who: str) -> None:
        """Press “Close step” and sign in the dialog."""
        self.go(f"step-{step}")
        with answering(lambda dialog: self._sign(dialog, who, "")):
            self.step_page.gate.close_button.click()

    def close_with_reason(self, step: int, who: str, reason: str) -> None:
        """Press “Close step” and then “Close with a reason”, and sign in the dialog."""
        self.go(f"step-{step}")
        self.step_page.gate.close_button.click()
        with answering(lambda dialog: self._sign(dialog, who, reason)):
            self.step_page.gate.answer.button.click()

    def _sign(self, dialog: QWidget, who: str, reason: str) -> None:
        assert isinstance(dialog, CloseStepDialog)
        if reason:
            self.enter(dialog.rows["reason"].editor, reason)
        self.enter(dialog.rows["closed_by"].editor, who)
        dialog.sign_button.click()

    def approve(self, button: QAbstractButton, who: object, day: object, reason: str) -> None:
        """Press “Approve…” and sign in the dialog; the reason is written only where it is asked for."""

        def sign(dialog: QWidget) -> None:
            assert isinstance(dialog, ApproveDocumentDialog)
            for name, value in (("by", who), ("on", day), ("reason", reason)):
                if name in dialog.rows:
                    self.enter(dialog.rows[name].editor, value)
            dialog.sign_button.click()

        # A list that was just chosen from may still be the active window, and goes away.
        button.window().activateWindow()
        wait_until(button.window().isActiveWindow, "the window was not active again")
        with answering(sign):
            button.click()


def tab_buttons(tabs: FlowTabs) -> dict[str, QAbstractButton]:
    """Return the buttons of tabs by key, in their order, also those that stand in the menu."""
    buttons = tabs.findChildren(QAbstractButton)
    return {str(getattr(one, "key", "")): one for one in buttons if one.isCheckable()}


@contextmanager
def answering(answer: Callable[[QWidget], object]) -> Iterator[None]:
    """Let the next dialog be answered; inside, do what opens it."""
    met: list[QWidget] = []

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, "no dialog opened"
        met.append(dialog)
        try:
            answer(dialog)
        finally:
            dialog.close()

    QTimer.singleShot(0, take)
    window = QApplication.activeWindow()
    yield
    wait_until(lambda: met, "no dialog opened")
    if window is not None:
        # There is no window manager that would do it.
        window.activateWindow()
        wait_until(window.isActiveWindow, "the window was not active again")
