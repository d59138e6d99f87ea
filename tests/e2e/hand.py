"""What a hand does in the window, here one with a mouse: press, point at, choose, open, go back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from models.domain.fields import Record
from models.localisation.language import Language
from tests.e2e.program import Program, wait_until
from ui import language
from ui.page import Page
from ui.page_catalogue import PAGES
from ui.pages.step import StepPage
from ui.registers import RegisterView
from ui.widgets.entry_list import EntryList
from ui.widgets.flow_tabs import FlowTabs
from ui.widgets.more_button import MoreButton
from ui.widgets.navigation import NavItem
from ui.widgets.typed_grid import TypedGrid

NOTHING_HELD = Qt.KeyboardModifier.NoModifier
_LOOK_EVERY_MS = 2


def type_text(field: QWidget, text: str) -> None:
    """Press the keys of a text, in whatever script; QTest knows those of Latin only."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, key, NOTHING_HELD, letter))


class Hand:
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

    @property
    def focus(self) -> QWidget:
        """What has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the focus"
        return focused

    # Everything a hand without a mouse does otherwise

    def point_at(self, widget: QWidget) -> None:
        """Give a widget the focus."""
        widget.setFocus(Qt.FocusReason.MouseFocusReason)

    def press(self, button: QAbstractButton) -> None:
        """Press a button."""
        button.click()

    def choose_action(self, button: MoreButton, action: QAction) -> None:
        """Choose a deed from the menu behind a button."""
        assert action in button.choices.actions()
        action.trigger()

    def choose_item(self, box: QComboBox, at: int) -> None:
        """Choose an entry of a box by its place in the list."""
        box.setCurrentIndex(at)
        box.activated.emit(at)

    def go(self, key: str) -> Page:
        """Click a page in the navigation."""
        QTest.mouseClick(self.nav_item(key), Qt.MouseButton.LeftButton)
        assert self.program.frame.stack.key == key
        return self.page

    def nav_item(self, key: str) -> NavItem:
        """Return the place of a page in the navigation."""
        keys = [spec.key for spec in PAGES if spec.is_listed]
        return self.program.frame.navigation.findChildren(NavItem)[keys.index(key)]

    def turn_to(self, tabs: FlowTabs, key: str) -> None:
        """Bring a tab to the front, also one that stands in the menu."""
        tab_buttons(tabs)[key].click()

    def take_entry(self, entries: EntryList, key: str) -> None:
        """Choose an entry of a list and go on to it."""
        keys = [entry.key for entry in entries.entries]
        entries.setCurrentRow(keys.index(key))
        QTest.keyClick(entries, Qt.Key.Key_Return)

    def choose_cell(self, grid: TypedGrid, row: str, column: str) -> None:
        """Choose a cell by its keys."""
        self.point_at(grid)
        assert grid.choose(row, column), f"there is no cell {row}, {column}"

    def open_record(self, view: RegisterView, record: Record) -> None:
        """Open the form of a record that stands in a list."""
        view.show_place(record.id)

    def leave_form(self, view: RegisterView) -> None:
        """Go back from a form to its list."""
        view.show_table()

    def duplicate_first(self, view: RegisterView) -> None:
        """Copy the first record of a list."""
        view.list.grid.choose(view.model.rows()[0])
        view.list.toolbar.duplicate_action.trigger()

    def leave_company(self) -> None:
        """Close the company, by the menu."""
        self.program.app.actions["close"].trigger()

    # The same for every hand

    def press_key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD, times: int = 1) -> None:
        """Press a key, wherever the focus is; a list that stands open over the window takes it first."""
        for _time in range(times):
            popup = QApplication.activePopupWidget()
            QTest.keyClick(self.focus if popup is None else popup.focusWidget() or popup, key, held)

    def type_into(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Type over what stands in a field, and leave it."""
        self.point_at(field)
        self.clear(field)
        type_text(field, text)
        self.press_key(Qt.Key.Key_Tab)

    def clear(self, field: QLineEdit | QPlainTextEdit) -> None:
        """Delete what stands in the field that has the focus."""
        if field.text() if isinstance(field, QLineEdit) else field.toPlainText():
            self.press_key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self.press_key(Qt.Key.Key_Delete)


def tab_buttons(tabs: FlowTabs) -> dict[str, QAbstractButton]:
    """Return the buttons of tabs by key, in their order, also those that stand in the menu."""
    buttons = tabs.findChildren(QAbstractButton)
    return {str(getattr(one, "key", "")): one for one in buttons if one.isCheckable()}


@contextmanager
def answering(answer: Callable[[QWidget], object]) -> Iterator[None]:
    """Let the next dialog be answered; inside, do what opens it."""
    met: list[QWidget] = []
    look = QTimer()

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        if met or dialog is None or not dialog.isActiveWindow():
            return
        look.stop()
        met.append(dialog)
        try:
            answer(dialog)
        finally:
            dialog.close()

    look.timeout.connect(take)
    look.start(_LOOK_EVERY_MS)
    window = QApplication.activeWindow()
    try:
        yield
        wait_until(lambda: met, "no dialog opened")
    finally:
        look.stop()
    if window is not None:
        # There is no window manager that would do it.
        window.activateWindow()
        wait_until(window.isActiveWindow, "the window was not active again")
