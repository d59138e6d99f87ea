"""What can be done anywhere in the window: one QAction each, for menus, buttons and shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.domain.marking import N_
from ui.language import _, current

Keys: TypeAlias = tuple[str | QKeySequence.StandardKey, ...]


@dataclass(frozen=True)
class ActionRow:
    """One thing to do.

    icon: for menus. needs_company: it makes no sense on the start page.
    """

    key: str
    text: str
    icon: str = ""
    shortcuts: Keys = ()
    needs_company: bool = True


ROWS = (
    ActionRow("new", N_("New company…"), "file-plus", needs_company=False),
    ActionRow("open", N_("Open…"), "open", (QKeySequence.StandardKey.Open,), needs_company=False),
    ActionRow("sample", N_("Open the sample company"), "star", needs_company=False),
    ActionRow("copy", N_("Save a copy…"), "save-as", ("Ctrl+Shift+S",)),
    ActionRow("history", N_("History of changes"), "history", ("Ctrl+H",)),
    ActionRow("close", N_("Close this company"), "remove", ("Ctrl+W",)),
    ActionRow("quit", N_("Quit"), "", ("Ctrl+Q",), needs_company=False),
    ActionRow("undo", N_("Undo"), "undo", ("Ctrl+Z",)),
    ActionRow("redo", N_("Redo"), "redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionRow("search", N_("Search in everything"), "search", ("Ctrl+K",)),
    ActionRow("back", N_("Back to the page before"), "back"),
    ActionRow("menu", N_("Menu"), "more", ("F10",)),
    ActionRow("help", N_("Help"), "help", ("F1",)),
)


class Actions:
    """The actions of one window, by key."""

    def __init__(self, window: QWidget) -> None:
        self._by_key: dict[str, QAction] = {}
        for row in ROWS:
            action = QAction(window)
            action.setShortcuts([QKeySequence(one) for one in row.shortcuts])
            window.addAction(action)
            self._by_key[row.key] = action
        self.set_company_open(False)
        self.retranslate()

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    def connect(self, doings: dict[str, Callable[[], object]]) -> None:
        """Let each action do something."""
        for key, doing in doings.items():
            self._by_key[key].triggered.connect(doing)

    def set_company_open(self, is_open: bool) -> None:
        """Offer what a company is needed for, or not; whether there is anything to undo is told later."""
        for row in ROWS:
            self._by_key[row.key].setEnabled(is_open or not row.needs_company)
        for key in ("undo", "redo"):
            self._by_key[key].setEnabled(False)

    def retranslate(self) -> None:
        """Word every action; its tooltip names the first shortcut."""
        for row in ROWS:
            action = self._by_key[row.key]
            action.setText(_(row.text))
            action.setToolTip(tooltip(action))
        # Back points against the reading direction, on the keyboard as on the screen.
        self._by_key["back"].setShortcut(QKeySequence("Alt+Right" if current().is_rtl else "Alt+Left"))


class PageKeys(QObject):
    """Ctrl with a digit: 0 for home, 1 to 8 for the steps.

    Signals:
        page_wanted: the key of a page.
    """

    page_wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        for number, key in enumerate(("home", *(f"step-{step}" for step in range(1, 9)))):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), window)
            shortcut.setObjectName(key)
            shortcut.activated.connect(self._want)

    def _want(self) -> None:
        self.page_wanted.emit(self.sender().objectName())


def tooltip(action: QAction) -> str:
    """Return the action's text with its first shortcut."""
    keys = shortcut_text(action)
    return _("{action} ({keys})").format(action=action.text(), keys=keys) if keys else action.text()


def shortcut_text(action: QAction) -> str:
    """Return the action's first shortcut as this system writes it, "" for none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
