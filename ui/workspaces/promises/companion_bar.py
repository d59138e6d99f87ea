"""What makes a promise real: a button for each kind makes the first one, and leads to those there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from models.content import titles
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.records.charter import Promise
from models.localisation.display import Display
from models.localisation.text import shortened
from models.services.company import OpenCompany
from models.services.promise_companions import COMPANIONS, Companion
from ui import theme
from ui.language import _, current
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow_box import FlowBox

_MOST_LISTED = 20


class CompanionButton(SecondaryButton):
    """One kind of record that belongs to a promise.

    Signals:
        make_requested: the `Companion` of which a new record is wanted.
        place_requested: the `Place` of one that there is.
    """

    make_requested = Signal(object)
    place_requested = Signal(object)

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__(icon=companion.icon, small=True, parent=parent)
        self.companion = companion
        self._found: Sequence[Record] = ()
        self._names: Sequence[str] = ()
        self._can_make = True
        self.clicked.connect(self._press)

    def show_found(self, found: Sequence[Record], display: Display, *, can_make: bool) -> None:
        """Show how many there are, and offer to make one where there is none."""
        self._found, self._can_make = found, can_make
        self._names = [shortened(display.name(record), 60) for record in found[-_MOST_LISTED:]]
        title, count = _(self.companion.register.title), current().number(len(found))
        named = _("{title} ({count})").format(title=title, count=count)
        self.setText(named if found else _(self.companion.add))
        self.setVisible(bool(found) or can_make)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    def _press(self) -> None:
        if self._found:
            self.menu_of_found().popup(self.mapToGlobal(self.rect().bottomLeft()))
        else:
            self.make_requested.emit(self.companion)

    def menu_of_found(self) -> QMenu:
        """Return the list of those there are, and the way to one more."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for record, name in zip(self._found[-_MOST_LISTED:], self._names, strict=True):
            menu.addAction(name.replace("&", "&&")).setData(Place(self.companion.register.code, record.id))
        if self._can_make:
            menu.addSeparator()
            menu.addAction(_(self.companion.add))
        menu.triggered.connect(self._take)
        return menu

    def _take(self, action: QAction) -> None:
        if action.data() is None:
            self.make_requested.emit(self.companion)
        else:
            self.place_requested.emit(action.data())


class CompanionBar(QWidget):
    """Signals: as of its buttons."""

    make_requested = Signal(object)
    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._promise: Promise | None = None
        board = FlowBox(theme.space(2), self)
        self.buttons = {one.register.code: CompanionButton(one, board) for one in COMPANIONS}
        for button in self.buttons.values():
            button.make_requested.connect(self.make_requested)
            button.place_requested.connect(self.place_requested)
            board.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(board)

    def show_promise(self, promise: Promise) -> None:
        """Show what belongs to a promise as it was saved."""
        self._promise = promise
        self.refresh()

    def refresh(self) -> None:
        """Look anew for what belongs to the promise."""
        if self._promise is None:
            return
        display = Display(self._company, current(), titles.title)
        for button in self.buttons.values():
            found = button.companion.of(self._promise, self._company)
            button.show_found(found, display, can_make=not self._company.is_read_only)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
