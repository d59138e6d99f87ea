"""Corrective actions of all sources: one register, as a board and as a list."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.services.company import OpenCompany
from ui.workspace import Workspace
from ui.workspaces.actions.view import ActionView


class ActionsWorkspace(Workspace):
    """The actions, with the chosen one beside them."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.view = ActionView(company, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.told.connect(self.told)
        self.view.open_requested.connect(self.open_requested)
        self.view.place_requested.connect(self.place_requested)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a field of an action, or all actions."""
        self.view.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new action that is prepared for the user."""
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.view.commit()
