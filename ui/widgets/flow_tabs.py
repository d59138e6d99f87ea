"""Tabs that never scroll sideways: those without room stand in a menu at the end."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.language import _
from ui.widgets.buttons import Button, IconButton
from ui.widgets.mirroring import placed


class _Tab(Button):
    """One tab; wide enough for its text in both weights, so that choosing moves nothing."""

    kind = "tab"

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text)
        self.key = key
        self.setCheckable(True)

    def nextCheckState(self) -> None:  # noqa: N802
        """Leave it to the strip which tab is current."""

    def sizeHint(self) -> QSize:
        """Return the size of the text at its heaviest."""
        width = QFontMetrics(theme.font(strong=True)).horizontalAdvance(self.text()) + theme.space(7) + 2
        return QSize(width, theme.space(10.5))


class _Strip(QWidget):
    """The row of tabs; shows as many as there is room for, the current one always."""

    overflowed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tabs: list[_Tab] = []
        self.hidden_tabs: list[_Tab] = []
        self.current = ""
        self.more = IconButton("more", role="quiet")
        self.more.setParent(self)
        self.more.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of all tabs in a row."""
        width = sum(tab.sizeHint().width() for tab in self.tabs)
        return QSize(width, max((tab.sizeHint().height() for tab in self.tabs), default=theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the widest tab and the menu."""
        widest = max((tab.sizeHint().width() for tab in self.tabs), default=0)
        return QSize(widest + self.more.sizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the tabs anew."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Show the tabs that fit, and the menu for the others."""
        shown = self._that_fit()
        self.hidden_tabs = [tab for tab in self.tabs if tab not in shown]
        start = 0
        for tab in self.tabs:
            tab.setVisible(tab in shown)
            if tab in shown:
                tab.setGeometry(self._place(start, tab.sizeHint().width(), self.height()))
                start += tab.sizeHint().width()
        size = self.more.sizeHint()
        self.more.setVisible(bool(self.hidden_tabs))
        self.more.setGeometry(self._place(start, size.width(), size.height()))

    def _that_fit(self) -> list[_Tab]:
        widths = {tab: tab.sizeHint().width() for tab in self.tabs}
        if sum(widths.values()) <= self.width():
            return self.tabs
        room = self.width() - self.more.sizeHint().width()
        current = next((tab for tab in self.tabs if tab.key == self.current), None)
        room -= widths[current] if current else 0
        shown = [current] if current else []
        for tab in self.tabs:
            if tab is current:
                continue
            if widths[tab] > room:
                break
            room -= widths[tab]
            shown.append(tab)
        return shown

    def _place(self, start: int, width: int, height: int) -> QRect:
        top = (self.height() - height) // 2
        return placed(self, start, top, width, height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.arrange()


class FlowTabs(QFrame):
    """A strip of tabs with room for buttons at its trailing end."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = _Strip()
        self._strip.more.clicked.connect(self._open_menu)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(theme.space(2.5), 0, theme.space(2.5), 0)
        self._row.setSpacing(theme.space(2))
        self._row.addWidget(self._strip, 1)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(line)
        self.retranslate()

    def set_tabs(self, tabs: Iterable[tuple[str, str]]) -> None:
        """Offer tabs given as key and text; the current one stays when its key is among them."""
        wanted = list(tabs)
        if [key for key, _text in wanted] == [tab.key for tab in self._strip.tabs]:
            for tab, (_key, text) in zip(self._strip.tabs, wanted, strict=True):
                tab.setText(text)
        else:
            self._make_tabs(wanted)
        keys = [tab.key for tab in self._strip.tabs]
        self.set_current(self.current() if self.current() in keys else next(iter(keys), ""))
        self._strip.updateGeometry()

    def _make_tabs(self, wanted: Iterable[tuple[str, str]]) -> None:
        for old in self._strip.tabs:
            old.setParent(None)
            old.deleteLater()
        self._strip.tabs = []
        before: QWidget = self._strip.more
        for key, text in wanted:
            tab = _Tab(key, text)
            tab.setParent(self._strip)
            tab.clicked.connect(self._press)
            tab.installEventFilter(self)
            self._strip.tabs.append(tab)
            # A new child gets the focus last in the whole window; it belongs where the strip is.
            QWidget.setTabOrder(before, tab)
            before = tab
        QWidget.setTabOrder(before, self._strip.more)
        self._strip.more.raise_()

    def current(self) -> str:
        """Return the key of the current tab, "" while there is none."""
        return self._strip.current

    def set_current(self, key: str) -> None:
        """Mark a tab as current, without any signal."""
        self._strip.current = key
        for tab in self._strip.tabs:
            tab.setChecked(tab.key == key)
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tab.key == key else Qt.FocusPolicy.ClickFocus)
        self._strip.arrange()

    def add_trailing(self, widget: QWidget) -> None:
        """Append a widget at the trailing end."""
        self._row.addWidget(widget)

    def take_keys(self) -> None:
        """Go on with Ctrl+Tab, and back with Shift as well, wherever in the window the focus is."""
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._turn, step))

    def _turn(self, step: int) -> None:
        """Choose the tab that many places further on, the first one after the last."""
        tabs = self._strip.tabs
        here = next((at for at, tab in enumerate(tabs) if tab.key == self.current()), 0)
        self._enter(tabs[(here + step) % len(tabs)])

    def _enter(self, tab: _Tab) -> None:
        self._choose(tab.key)
        tab.setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        """Word the menu button."""
        self._strip.more.set_name(_("More tabs"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _press(self) -> None:
        tab = self.sender()
        if isinstance(tab, _Tab):
            self._choose(tab.key)

    def _choose(self, key: str) -> None:
        if key != self.current():
            self.set_current(key)
            self.chosen.emit(key)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for tab in self._strip.hidden_tabs:
            menu.addAction(tab.text()).setData(tab.key)
        menu.triggered.connect(self._take_from_menu)
        menu.popup(self._strip.more.mapToGlobal(self._strip.more.rect().bottomLeft()))

    def _take_from_menu(self, action: QAction) -> None:
        self._choose(str(action.data()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Move between the tabs with the arrow keys."""
        if not (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, _Tab)
        ):
            return False
        key = Qt.Key(event.key())
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        tabs = self._strip.tabs
        forward = (key is Qt.Key.Key_Right) != self.isRightToLeft()
        goal = tabs[max(0, min(tabs.index(watched) + (1 if forward else -1), len(tabs) - 1))]
        self._enter(goal)
        return True
