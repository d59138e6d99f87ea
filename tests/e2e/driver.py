"""What a user does in the window, as verbs: go, add, fill, choose, attach, sign off.

All of them are made of what a `Hand` does, so that a journey can be walked with a mouse or, as
`tests.e2e.keyboard` does, without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.registers import register_of
from models.domain.text import LocalText
from models.services.steps import tab_of
from tests.e2e.hand import Hand, answering, tab_buttons, type_text
from tests.e2e.program import let_live, wait_until
from ui.dialogs.approve_document import ApproveDocumentDialog
from ui.dialogs.close_step import CloseStepDialog
from ui.pages.people import PeoplePage
from ui.panels.list_and_form import ListAndForm
from ui.panels.record_fields import RecordFields
from ui.registers import RegisterView, SheetView
from ui.registers.boxes import PeopleBox
from ui.registers.form import RecordForm
from ui.registers.pick_box import PickBox
from ui.widgets.bilingual_edit import BilingualEdit
from ui.widgets.check_edit import CheckEdit
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.editor import Editor
from ui.widgets.field_row import FieldRow
from ui.widgets.long_text import AreaEditor
from ui.widgets.matrix import MatrixGrid
from ui.widgets.multi_choice import MultiChoice
from ui.widgets.navigation import NavItem
from ui.widgets.progress_ring import StepMark, StepState, step_in_words
from ui.widgets.typed_grid import TypedGrid
from ui.workspaces.answers.workspace import LIST, AnswersWorkspace
from ui.workspaces.beside_document import BesideDocument
from ui.workspaces.complaints.workspace import TABLE, ComplaintsWorkspace
from ui.workspaces.promises.workspace import PromiseWorkspace

__all__ = ["Fields", "User", "tab_buttons", "type_text"]

Fields = Mapping[str, Any]

# The navigation follows the company after a short rest.
_NAVIGATION_MS = 300


class User(Hand):
    """Somebody who gets about, writes and signs."""

    # Getting about

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
            self.press(body.modes.buttons[LIST])
        if isinstance(body, ComplaintsWorkspace):
            self.press(body.modes.buttons[TABLE])
        # Some workspaces hold the register's own view.
        return getattr(body, "view", body)

    def show_tab(self, step: int, key: str) -> Any:
        """Go to a tab of a step's page, and return its view."""
        self.go(f"step-{step}")
        self.turn_to(self.step_page.work.tabs, key)
        body = self.step_page.work.current_body()
        return body.editor if isinstance(body, BesideDocument | PromiseWorkspace) else body

    def switch_language(self) -> None:
        """Press the button of the other language."""
        self.press(self.program.frame.header.language)

    def open_recent(self, at: int) -> None:
        """Press a recent file on the start page."""
        start = self.program.app.start
        assert start is not None, "the start page is not shown"
        self.press(start.files[at].row)
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
        self.press(button if button.isVisible() else view.list.empty.action)
        assert view.is_form_open
        self.fill(view.form, fields)
        self.leave_form(view)

    def add_to(self, desk: ListAndForm, fields: Fields) -> None:
        """Add a record beside a list and fill its form."""
        empty = desk.empty.action
        self.press(empty if empty.isVisible() else desk.add_button)
        self.fill(desk.form, fields)

    def change(self, record: Record, fields: Fields, step: int | None = None) -> None:
        """Open a record's form and fill some of its fields; step as for `show`."""
        view = self.show(type(record), step)
        self.open_record(view, record)
        self.fill(view.form, fields)
        self.leave_form(view)

    def start_from_model(self, record_type: type[Record], step: int | None = None) -> None:
        """Press “Start from the model” of a list or a sheet; step as for `show`."""
        view = self.show(record_type, step)
        if isinstance(view, SheetView):
            self.press(view.model_button)
        else:
            toolbar = view.list.toolbar
            self.choose_action(toolbar.more_button, toolbar.model_action)

    def fill(self, form: RecordForm, fields: Fields) -> None:
        """Fill fields of a form; what is refused fails."""
        self._fill_rows({name: form.board.rows[name] for name in fields}, fields)

    def fill_fields(self, rows: RecordFields, fields: Fields) -> None:
        """Fill fields that a panel has laid out; what is refused fails."""
        self._fill_rows({name: rows.row(name) for name in fields}, fields)

    def _fill_rows(self, rows: Mapping[str, FieldRow], fields: Fields) -> None:
        for name, value in fields.items():
            self.enter(rows[name].editor, value)
            assert not rows[name].problem(), f"{name}: {rows[name].problem()}"

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
                self.choose_item(editor.box, at)
            case MultiChoice():
                self.tick(editor, value)
            case CheckEdit():
                if editor.box.isChecked() is not value:
                    self.press(editor.box)
            case AreaEditor():
                self.type_into(editor.area, "\n".join(value) if isinstance(value, tuple) else value)
            case _:
                self.type_into(editor.line, self.typed(value))  # type: ignore[attr-defined]

    def typed(self, value: Any) -> str:
        """Return what one types for a value: Persian digits and days of the Jalali calendar in Persian."""
        if isinstance(value, date):
            return self.speech.date(value)
        return self.speech.number(value) if isinstance(value, int | Decimal) else str(value)

    def pick(self, box: PickBox, name: str) -> None:
        """Type the beginning of an entry's name and take the first one found with Enter."""
        self.point_at(box.line)
        self.clear(box.line)
        type_text(box.line, name)
        assert box.popup.isVisible(), f"nothing is called {name}"
        self.press_key(Qt.Key.Key_Return)

    def fill_grid(self, grid: MatrixGrid, row: str, column: str, letter: str) -> None:
        """Go to the cell of a row and a column, called by their names, and press the key of a state."""
        rows = [head.title for head in grid.cells.rows]
        columns = [head.title for head in grid.cells.columns]
        self.point_at(grid)
        self.press_key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        onwards = Qt.Key.Key_Left if grid.isRightToLeft() else Qt.Key.Key_Right
        self.press_key(Qt.Key.Key_Down, times=rows.index(row))
        self.press_key(onwards, times=columns.index(column))
        type_text(self.focus, letter)

    def fill_cell(self, grid: TypedGrid, row: str, column: str, value: Any) -> None:
        """Go to a cell, called by its keys, and type over what stands in it; what is refused fails."""
        self.choose_cell(grid, row, column)
        for letter in self.typed(value):
            # The first one opens a line in the cell.
            type_text(self.focus, letter)
        self.press_key(Qt.Key.Key_Tab)
        assert not grid.cells.refusals, grid.cells.refusals

    def tick(self, choices: MultiChoice, labels: Sequence[str]) -> None:
        """Press the chips with these labels."""
        chips = {chip.accessibleName(): chip for chip in choices.findChildren(QPushButton)}
        for label in labels:
            self.press(chips[self.speech.gettext(label)])

    def drop(self, target: QWidget, *files: Path) -> None:
        """Drop files on a widget."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        target.dropEvent(QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, left, none))

    # Closing a step

    def open_criteria(self, step: int) -> list[str]:
        """Return the texts of the exit criteria that the gate panel shows as not met."""
        self.go(f"step-{step}")
        rows = self.step_page.gate.rows.values()
        return [f"{row.text.text()} — {row.reason.text()}" for row in rows if row.go.isVisibleTo(row)]

    def open_gate(self, step: int) -> None:
        """Go to a step and let its gate stand beside the work."""
        self.go(f"step-{step}")
        if not self.step_page.gate.isVisible():
            self.press(self.step_page.work.tasks_button)

    def sign_off(self, step: int, who: str) -> None:
        """Press “Close step” and sign in the dialog."""
        self.open_gate(step)
        with answering(lambda dialog: self._sign(dialog, who, "")):
            self.press(self.step_page.gate.close_button)

    def close_with_reason(self, step: int, who: str, reason: str) -> None:
        """Press “Close step” and then “Close with a reason”, and sign in the dialog."""
        self.open_gate(step)
        self.press(self.step_page.gate.close_button)
        with answering(lambda dialog: self._sign(dialog, who, reason)):
            self.press(self.step_page.gate.answer.button)

    def _sign(self, dialog: QWidget, who: str, reason: str) -> None:
        assert isinstance(dialog, CloseStepDialog)
        if reason:
            self.enter(dialog.rows["reason"].editor, reason)
        self.enter(dialog.rows["closed_by"].editor, who)
        self.press(dialog.sign_button)

    def approve(self, button: QAbstractButton, who: object, day: object, reason: str) -> None:
        """Press “Approve…” and sign in the dialog; the reason is written only where it is asked for."""

        def sign(dialog: QWidget) -> None:
            assert isinstance(dialog, ApproveDocumentDialog)
            for name, value in (("reason", reason), ("by", who), ("on", day)):
                if name in dialog.rows:
                    self.enter(dialog.rows[name].editor, value)
            self.press(dialog.sign_button)

        # A list that was just chosen from may still be the active window, and goes away.
        button.window().activateWindow()
        wait_until(button.window().isActiveWindow, "the window was not active again")
        with answering(sign):
            self.press(button)
