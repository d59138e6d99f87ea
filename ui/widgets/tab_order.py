"""The order of the Tab key: that in which one reads, whenever a widget was made.

Qt gives each new widget its turn after all others of the window, so that a page of which parts are made when
they are first shown would be gone through in the order of their making. The layouts know better.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QStackedWidget, QWidget

_BY_TAB = Qt.FocusPolicy.TabFocus.value


def next_stop(root: QWidget, here: QWidget, *, is_onwards: bool) -> QWidget | None:
    """Return where the Tab key leads from a widget inside a root; None where nothing takes the focus.

    After the last stop comes the first one again. What stands in no layout has its turn after what does, in
    the order of its making.
    """
    found = _first_in(_children(here)) if is_onwards else None
    at = here
    while found is None and at is not root:
        parent = at.parentWidget()
        if parent is None:
            break
        beside = _children(parent)
        place = beside.index(at) if at in beside else 0
        if is_onwards:
            found = _first_in(beside[place + 1 :])
        else:
            found = _last_in(beside[:place]) or (parent if is_stop(parent) else None)
        at = parent
    return found or (_first_in([root]) if is_onwards else _last_in([root]))


def go_on(root: QWidget, *, is_onwards: bool) -> bool | None:
    """Do what the Tab key asks for inside a root; None where the focus is elsewhere, or there is none."""
    here = root.window().focusWidget()
    if here is None or not (here is root or root.isAncestorOf(here)):
        return None
    goal = next_stop(root, here, is_onwards=is_onwards)
    if goal is not None:
        goal.setFocus(Qt.FocusReason.TabFocusReason if is_onwards else Qt.FocusReason.BacktabFocusReason)
    return goal is not None


def first_stop(root: QWidget) -> QWidget | None:
    """Return the first widget in a root, itself included, that takes the focus; None for none."""
    return _first_in([root])


def is_stop(widget: QWidget) -> bool:
    """Return whether the Tab key is to lead to a widget."""
    is_wanted = bool(widget.focusPolicy().value & _BY_TAB)
    return is_wanted and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _first_in(widgets: Sequence[QWidget]) -> QWidget | None:
    for widget in widgets:
        if widget.isVisible():
            found = widget if is_stop(widget) else _first_in(_children(widget))
            if found is not None:
                return found
    return None


def _last_in(widgets: Sequence[QWidget]) -> QWidget | None:
    for widget in reversed(widgets):
        if widget.isVisible():
            found = _last_in(_children(widget)) or (widget if is_stop(widget) else None)
            if found is not None:
                return found
    return None


def _children(widget: QWidget) -> list[QWidget]:
    """Return the widgets in another one in the order of reading."""
    if isinstance(widget, QStackedWidget):
        front = widget.currentWidget()
        return [] if front is None else [front]
    every = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    layout = widget.layout()
    laid_out = [] if layout is None else list(_laid_out(layout, every))
    return [*laid_out, *(one for one in every if one not in laid_out)]


def _laid_out(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Yield those of the widgets that stand in a layout, those of a grid line by line.

    Its items are never asked for. They go with their widgets, which Python is not told: what it holds of them
    is taken for whatever comes to lie at the same place in memory, and the program ends.
    """
    places: dict[int, QWidget | QLayout] = {layout.indexOf(one): one for one in widgets}
    places |= {layout.indexOf(one): one for one in layout.children() if isinstance(one, QLayout)}
    places.pop(-1, None)
    order = sorted(places)
    if isinstance(layout, QGridLayout):
        cells = {at: layout.getItemPosition(at) for at in order}
        order.sort(key=lambda at: cells[at][:2])  # type: ignore[index]
    for at in order:
        found = places[at]
        if isinstance(found, QLayout):
            yield from _laid_out(found, widgets)
        else:
            yield found
