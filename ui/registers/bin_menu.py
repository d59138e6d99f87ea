"""What was deleted of a register, where no list of it is shown: a button with a menu that brings it back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from models.content import titles as content_titles
from models.domain.fields import Record
from models.domain.register import Register
from models.localisation.display import Display
from models.localisation.text import shortened
from models.services.company import Change, OpenCompany
from ui import language
from ui.language import _
from ui.widgets.buttons import LinkButton

_MOST_SHOWN = 12


class BinButton(LinkButton):
    """Hidden while the bin is empty; its menu restores what is chosen.

    companions: what lies in the bin and comes back with a record.
    """

    def __init__(
        self,
        company: OpenCompany,
        register: Register,
        parent: QWidget | None = None,
        companions: Callable[[Record], Iterable[Record]] = lambda _record: (),
    ) -> None:
        super().__init__(icon="bin", parent=parent)
        self._companions = companions
        self._company = company
        self._register = register
        self.deleted = QMenu(self)
        self.clicked.connect(self._open)
        self.destroyed.connect(company.subscribe(self._follow))
        self.refresh()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(self._register.record):
            self.refresh()

    def refresh(self) -> None:
        """Say how much lies in the bin, or nothing."""
        binned = len(self._company.binned(self._register.record))
        self.setText(_("Bin ({count})").format(count=language.current().number(binned)))
        self.setToolTip(_("Bring back what was deleted"))
        self.setVisible(bool(binned) and not self._company.is_read_only)

    def fill_menu(self) -> None:
        """Offer what was deleted last, the latest first."""
        self.deleted.clear()
        writer = Display(self._company, language.current(), content_titles.title)
        for record in tuple(reversed(self._company.binned(self._register.record)))[:_MOST_SHOWN]:
            name = shortened(writer.name(record)).replace("&", "&&")
            action = self.deleted.addAction(_("Restore {name}").format(name=language.current().isolate(name)))
            action.setData(record.id)
            action.triggered.connect(self._restore)

    def _open(self) -> None:
        self.fill_menu()
        self.deleted.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _restore(self) -> None:
        action = self.sender()
        wanted = action.data() if isinstance(action, QAction) else None
        for record in self._company.binned(self._register.record):
            if record.id == wanted:
                self._company.restore([record, *self._companions(record)])

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
