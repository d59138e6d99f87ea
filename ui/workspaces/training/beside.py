"""A register with what is to be done about it beside the list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.registers import register
from models.services.company import OpenCompany
from ui.registers.with_cards import RegisterWithCards
from ui.workspaces.training.base import TrainingWorkspace


class BesideWorkspace(TrainingWorkspace):
    """The register takes the place, a column of cards stands at its trailing side while the list is shown."""

    def __init__(self, company: OpenCompany, code: str, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._both = RegisterWithCards(company, register(code), self)
        self.view, self.column = self._both.view, self._both.column
        self.body.addWidget(self._both, 1)
        self.setFocusProxy(self._both)
        self.view.told.connect(self.told)
        self.view.open_requested.connect(self.open_requested)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a record and a field into view; without a record, the list."""
        self._both.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form with a new record; it is saved with its first entry."""
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.view.commit()
