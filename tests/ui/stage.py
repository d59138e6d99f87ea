"""What the tests of the window stand on: two people, the room of a small laptop, time to come to rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.domain.records.control import Person
from models.domain.text import LocalText
from ui.page import Page

SARA = Person(name=LocalText(fa="سارا نوری", en="Sara Nouri"))
REZA = Person(name=LocalText(fa="رضا توکلی", en="Reza Tavakoli"))
WIDTH, HEIGHT = 1134, 712

P = TypeVar("P", bound=Page)
Shown = Callable[[P], P]


def settle() -> None:
    """Let layouts come to rest."""
    for _round in range(4):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def put_up(widget: QWidget, width: int = WIDTH, height: int = HEIGHT) -> None:
    """Show a widget as the window that has the keyboard."""
    widget.resize(width, height)
    widget.show()
    widget.activateWindow()
    settle()


def focused() -> QWidget:
    """Return what has the focus."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(text: str) -> None:
    """Press a key of any keyboard where the focus is."""
    widget = focused()
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text))


def click(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key that has no letter where the focus is."""
    QTest.keyClick(focused(), key, modifier)
