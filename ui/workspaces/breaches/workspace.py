"""The broken promises with their totals, and what repeats among them."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.charter import Promise
from models.domain.records.commitment import BudgetItem
from models.domain.records.correction import Action
from models.domain.records.operation import Breach
from models.domain.totals import currency_of
from models.services.cases import breach_totals
from models.services.company import Change, OpenCompany
from ui import theme
from ui.panels.repetition import RepetitionNotice
from ui.widgets.line import thin_line
from ui.workspace import Workspace
from ui.workspaces.breaches.form import BreachView
from ui.workspaces.breaches.totals import BreachTotals


class BreachesWorkspace(Workspace):
    """Totals and a quiet notice stand over the register; a form takes the place of both."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._is_stale = True
        self._head = QWidget(self)
        self.totals = BreachTotals(self._head)
        self.repeated = RepetitionNotice(company, Breach, self._head)
        self.view = BreachView(company, self)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(0)
        notice = QVBoxLayout()
        notice.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2))
        notice.addWidget(self.repeated)
        head.addWidget(self.totals)
        head.addLayout(notice)
        head.addWidget(thin_line(parent=self._head))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()

    def _connect(self) -> None:
        self.view.told.connect(self.told)
        self.view.open_requested.connect(self.open_requested)
        self.view.place_requested.connect(self.place_requested)
        self.view.action_requested.connect(self._make_action)
        self.view.record_shown.connect(self._make_room)
        self.repeated.told.connect(self.told)
        self.destroyed.connect(self.company.subscribe(self._follow))

    def _make_room(self, record_id: RecordId | None) -> None:
        """Leave the whole height to the form of a record."""
        self._head.setVisible(record_id is None and bool(self.company.all(Breach)))

    def _make_action(self, breach: Breach) -> None:
        self.repeated.make_of([breach])

    def refresh(self) -> None:
        """Show totals and repetitions as they are now."""
        self._is_stale = False
        self.totals.show_totals(breach_totals(self.company), currency_of(self.company))
        self.repeated.refresh()
        self._head.setVisible(bool(self.company.all(Breach)) and not self.view.is_form_open)

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Breach, Promise, Action, BudgetItem):
            self._is_stale = True
            if self.isVisible():
                self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a record and a field into view; without a record, the list."""
        self.view.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form of a new record; it is saved with its first entry."""
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.view.commit()

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.view.retranslate_rest()
        self._is_stale = True
        if self.isVisible():
            self.refresh()
