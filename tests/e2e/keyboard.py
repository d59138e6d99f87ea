"""A user without a mouse: every widget is reached by keys, and the focus is seen on the way.

Nothing here gives a focus, clicks or sets a value; all that happens comes of keys pressed on what has the
focus.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QMenu, QWidget
from shiboken6 import isValid

from models.domain.fields import Record
from tests.e2e.driver import User, tab_buttons
from tests.e2e.hand import NOTHING_HELD
from tests.e2e.program import Program, let_live, wait_until
from ui.page import Page
from ui.registers import RegisterView
from ui.widgets.entry_list import EntryList
from ui.widgets.flow_tabs import FlowTabs
from ui.widgets.more_button import MoreButton
from ui.widgets.typed_grid import TypedGrid

_MOST_STOPS = 200
_MOST_ZONES = 8
_RING = 4
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_BY_TAB = Qt.FocusPolicy.TabFocus.value


class Unreachable(AssertionError):
    """The Tab key does not lead to a widget."""


class KeyboardUser(User):
    """Somebody who never touches the mouse."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self.stops = 0
        self.rings = RingWatch()

    # Finding the way

    def point_at(self, widget: QWidget) -> None:
        """Press Tab, or Shift and Tab where that is shorter, until a widget has the focus."""
        wanted = _proxied(widget)
        assert wanted.isVisible(), f"{told(wanted)} is not shown"
        assert wanted.isEnabled(), f"{told(wanted)} takes no keys"
        if self.focus is wanted:
            return
        entrance = _entrance(wanted)
        self._tab_to(entrance)
        if entrance is not wanted:
            self._move_to(wanted)

    def _tab_to(self, wanted: QWidget) -> None:
        back = _height(wanted) < _height(self.focus)
        passed = [self.focus]
        while self.focus is not wanted:
            self._tab(back=back)
            if self.focus in passed or len(passed) > _MOST_STOPS:
                way = "\n".join(f"  {told(one)}" for one in passed)
                raise Unreachable(f"{told(wanted)} is not reached with the Tab key. Passed:\n{way}")
            passed.append(self.focus)

    def find_a_stop(self) -> None:
        """Press Tab once: a page that has just been shown is no stop itself."""
        self.press_key(Qt.Key.Key_Tab)

    def go_round(self, *, back: bool = False) -> list[QWidget]:
        """Press Tab until the focus is where it began, and return every stop."""
        passed = [self.focus]
        while True:
            self._tab(back=back)
            if self.focus is passed[0]:
                return passed
            way = "\n".join(f"  {told(one)}" for one in passed)
            assert self.focus not in passed, f"the Tab key never leaves these:\n{way}"
            passed.append(self.focus)

    def _tab(self, *, back: bool) -> None:
        here = self.focus
        self.press_key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        self.stops += 1
        assert self.focus is not here, f"{told(here)} does not let the Tab key go on"
        self.rings.came(here, self.focus)

    def press_key(self, key: Qt.Key, held: Qt.KeyboardModifier = NOTHING_HELD, times: int = 1) -> None:
        """Press a key, and wait as a hand does: layouts come to rest, and what has the focus into view."""
        for _time in range(times):
            super().press_key(key, held)
            let_live(0)
            self._take_keyboard_back()

    def _take_keyboard_back(self) -> None:
        """Give window or dialog the keyboard after a list that stood open: no window manager does it."""
        wanted = QApplication.activeModalWidget() or self.program.window
        if QApplication.activePopupWidget() is None and not wanted.isActiveWindow():
            wanted.activateWindow()
            wait_until(wanted.isActiveWindow, "the window never got the keyboard back")

    def _move_to(self, wanted: QWidget) -> None:
        """Press arrows inside a group that is one stop of the Tab key."""
        group = _group(wanted)
        while self.focus is not wanted:
            here = self.focus
            steps = group.index(wanted) - group.index(here)
            self.press_key(self._arrow(here, wanted, is_onwards=steps > 0))
            assert self.focus is not here, f"no arrow leads from {told(here)} to {told(wanted)}"

    def _arrow(self, here: QWidget, wanted: QWidget, *, is_onwards: bool) -> Qt.Key:
        if here.mapTo(here.window(), QPoint()).x() == wanted.mapTo(wanted.window(), QPoint()).x():
            return Qt.Key.Key_Down if is_onwards else Qt.Key.Key_Up
        return Qt.Key.Key_Right if is_onwards != here.isRightToLeft() else Qt.Key.Key_Left

    # What a hand with a mouse does otherwise

    def press(self, button: QAbstractButton) -> None:
        """Go to a button and press it with the space bar."""
        was_chosen = button.isChecked()
        self.point_at(button)
        # In some groups the arrows have chosen it already.
        if button.isChecked() is was_chosen:
            self.press_key(Qt.Key.Key_Space)

    def choose_action(self, button: MoreButton, action: QAction) -> None:
        """Open the menu behind a button and choose with the arrow keys."""
        self.press(button)
        self.choose_from(button.choices, action)

    def choose_from(self, menu: QMenu, action: QAction) -> None:
        """Choose in an open menu with the arrow keys."""
        assert QApplication.activePopupWidget() is menu, "the menu did not open"
        for _entry in menu.actions():
            if menu.activeAction() is action:
                break
            self.press_key(Qt.Key.Key_Down)
        assert menu.activeAction() is action, f"no arrow leads to “{action.text()}”"
        self.press_key(Qt.Key.Key_Return)

    def choose_item(self, box: QComboBox, at: int) -> None:
        """Open the list of a box and choose with the arrow keys."""
        self.point_at(box)
        self.press_key(Qt.Key.Key_Down, _ALT)
        view = box.view()
        assert view.isVisible(), f"the list of {told(box)} did not open"
        steps = at - view.currentIndex().row()
        self.press_key(Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up, times=abs(steps))
        self.press_key(Qt.Key.Key_Return)
        assert box.currentIndex() == at

    def go(self, key: str) -> Page:
        """Press Ctrl and the number of a step; any other page is chosen in the navigation."""
        if key.startswith("step-"):
            self.press_key(Qt.Key[f"Key_{key.removeprefix('step-')}"], _CTRL)
        elif self.program.frame.stack.key != key:
            self.go_to_zone(self.program.frame.navigation)
            self.point_at(self.nav_item(key))
            self.press_key(Qt.Key.Key_Return)
        assert self.program.frame.stack.key == key
        return self.page

    def go_to_zone(self, zone: QWidget) -> None:
        """Press F6 until the focus is in a part of the window."""
        for _zone in range(_MOST_ZONES):
            if zone.isAncestorOf(self.focus):
                return
            self.press_key(Qt.Key.Key_F6)
        raise Unreachable(f"F6 does not lead to {told(zone)}")

    def turn_to(self, tabs: FlowTabs, key: str) -> None:
        """Go through the tabs with Ctrl and Tab, the shorter way round, until one is in front."""
        keys = list(tab_buttons(tabs))
        is_onwards = (keys.index(key) - keys.index(tabs.current())) % len(keys) <= len(keys) // 2
        for _tab in keys:
            if tabs.current() == key:
                return
            if is_onwards:
                self.press_key(Qt.Key.Key_Tab, _CTRL)
            else:
                self.press_key(Qt.Key.Key_Backtab, _CTRL | Qt.KeyboardModifier.ShiftModifier)
        raise Unreachable(f"Ctrl and Tab do not lead to the tab {key}")

    def take_entry(self, entries: EntryList, key: str) -> None:
        """Go to an entry with the arrow keys and press Enter."""
        self.point_at(entries)
        keys = [entry.key for entry in entries.entries]
        self.press_key(Qt.Key.Key_Home)
        self.press_key(Qt.Key.Key_Down, times=keys.index(key))
        assert entries.current() == key
        self.press_key(Qt.Key.Key_Return)

    def choose_cell(self, grid: TypedGrid, row: str, column: str) -> None:
        """Go to a cell with the arrow keys."""
        place = grid.cells.place(row, column)
        assert place is not None, f"there is no cell {row}, {column}"
        self.point_at(grid)
        self.press_key(Qt.Key.Key_Home, _CTRL)
        self.press_key(Qt.Key.Key_Down, times=place[0])
        self.press_key(Qt.Key.Key_Left if grid.isRightToLeft() else Qt.Key.Key_Right, times=place[1])
        assert grid.current_cell() == (row, column)

    def open_record(self, view: RegisterView, record: Record) -> None:
        """Go to a row with the arrow keys and press Enter."""
        self.point_at(view.list.grid)
        self.press_key(Qt.Key.Key_Home, _CTRL)
        self.press_key(Qt.Key.Key_Down, times=view.model.rows().index(record.id))
        self.press_key(Qt.Key.Key_Return)
        assert view.is_form_open
        assert view.form.record.id == record.id

    def leave_form(self, view: RegisterView) -> None:
        """Press Escape."""
        self.press_key(Qt.Key.Key_Escape)
        assert not view.is_form_open

    def duplicate_first(self, view: RegisterView) -> None:
        """Go to the first row and press Ctrl and D."""
        self.point_at(view.list.grid)
        self.press_key(Qt.Key.Key_Home, _CTRL)
        self.press_key(Qt.Key.Key_D, _CTRL)

    def leave_company(self) -> None:
        """Press Ctrl and W."""
        self.press_key(Qt.Key.Key_W, _CTRL)


class RingWatch:
    """Sees whether a widget looks otherwise while it has the focus; each kind of widget is looked at once.

    unseen: what it found, a sentence each.
    """

    def __init__(self) -> None:
        self.unseen: list[str] = []
        self._known: set[str] = set()
        self._arrived: tuple[QWidget, QImage] | None = None

    def came(self, before: QWidget, now: QWidget) -> None:
        """Look at what has just got the focus by the Tab key, and again at what has just lost it."""
        if self._arrived is not None and self._arrived[0] is before and isValid(before):
            if _picture(before) == self._arrived[1]:
                self.unseen.append(f"nothing shows the focus of {told(before)}")
            self._known.add(_kind(before))
        if not _is_in_sight(now):
            self.unseen.append(f"the focus is out of sight, on {told(now)}")
        self._arrived = None if _kind(now) in self._known else (now, _picture(now))


def _is_in_sight(widget: QWidget) -> bool:
    """Return whether something of a widget lies inside all that it stands in."""
    seen, at = widget.rect(), widget
    for above in _above(widget):
        seen = seen.translated(at.pos()).intersected(above.rect())
        at = above
    return widget.isVisible() and not seen.isEmpty()


def _above(widget: QWidget) -> Iterator[QWidget]:
    """Yield what a widget stands in, up to its window."""
    while not widget.isWindow() and (above := widget.parentWidget()) is not None:
        yield above
        widget = above


def _picture(widget: QWidget) -> QImage:
    """Return how a widget and what is just round it look."""
    place = QRect(widget.mapTo(widget.window(), QPoint()), widget.size())
    return widget.window().grab(place.adjusted(-_RING, -_RING, _RING, _RING)).toImage()


def _kind(widget: QWidget) -> str:
    names = (type(widget).__name__, *(str(widget.property(one)) for one in ("kind", "state", "compact")))
    return " ".join((*names, type(widget.parentWidget()).__name__))


def told(widget: QWidget) -> str:
    """Return how a failure calls a widget: its class, its name, and what it is part of."""
    name = widget.accessibleName() or getattr(widget, "text", str)()
    parts = [type(above).__name__ for above in _above(widget)][:4]
    return f"{type(widget).__name__} “{name}” in {' in '.join(parts) or 'no widget'}"


def _proxied(widget: QWidget) -> QWidget:
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget


def takes_tab(widget: QWidget) -> bool:
    is_stop = bool(widget.focusPolicy().value & _BY_TAB)
    return is_stop and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _height(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint()).y()


def _group(widget: QWidget) -> list[QWidget]:
    """Return the widgets of the same kind beside a widget, in their order."""
    parent = widget.parentWidget()
    assert parent is not None
    kin = parent.findChildren(type(widget), options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [one for one in kin if one.isVisible() and one.isEnabled()]


def _entrance(widget: QWidget) -> QWidget:
    """Return the stop of the Tab key from which arrows lead to a widget; mostly that is itself."""
    if widget.focusPolicy().value & _BY_TAB:
        return widget
    stops = [one for one in _group(widget) if takes_tab(one)]
    if not stops:
        raise Unreachable(f"{told(widget)} takes no focus from the keyboard")
    return stops[0]
