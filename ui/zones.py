"""F6: from one zone of the window to the next, such as from the work of a step to its tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.widgets.tab_order import first_stop, is_stop

Zones = Callable[[], Sequence[QWidget]]


class ZoneKeys(QObject):
    """F6 goes on to the next zone that is shown, with Shift back; each zone keeps the place one was at.

    zones: asked anew each time; from outside of all of them F6 leads to the first.
    """

    def __init__(self, owner: QWidget, zones: Zones) -> None:
        super().__init__(owner)
        self._owner = owner
        self._zones = zones
        for keys, step in (("F6", 1), ("Shift+F6", -1)):
            QShortcut(QKeySequence(keys), owner).activated.connect(partial(self._go, step))

    def _go(self, step: int) -> None:
        shown = [zone for zone in self._zones() if first_stop(zone) is not None]
        focus = self._owner.window().focusWidget()
        here = next((at for at, zone in enumerate(shown) if _holds(zone, focus)), -1 if step > 0 else 0)
        if shown:
            _enter(shown[(here + step) % len(shown)])


def _holds(zone: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (zone is widget or zone.isAncestorOf(widget))


def _enter(zone: QWidget) -> None:
    known = zone.focusWidget()
    goal = known if known is not None and _holds(zone, known) and is_stop(known) else first_stop(zone)
    if goal is not None:
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
