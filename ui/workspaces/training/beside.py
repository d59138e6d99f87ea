"""A register with what is to be done about it beside the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.registers import register
from models.services.company import OpenCompany
from ui import theme
from ui.registers import RegisterView
from ui.widgets.page_scroll import PageScroll
from ui.workspaces.training.base import TrainingWorkspace


class BesideWorkspace(TrainingWorkspace):
    """The register takes the place, a column of cards stands at its trailing side while the list is shown."""

    def __init__(self, company: OpenCompany, code: str, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.view = RegisterView(company, register(code), self)
        self._side = QWidget(self)
        content = QWidget(self._side)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4))
        self.column.setSpacing(theme.space(4))
        self._side.setFixedWidth(theme.PANEL_WIDTH + theme.space(5))
        edge = QFrame(self._side)
        edge.setProperty("kind", "line")
        edge.setFixedWidth(1)
        inside = QHBoxLayout(self._side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(edge)
        inside.addWidget(PageScroll(content, self._side), 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self._side)
        self.body.addLayout(row, 1)
        self.setFocusProxy(self.view)
        self.view.told.connect(self.told)
        self.view.open_requested.connect(self.open_requested)
        self.view.record_shown.connect(self._make_room)

    def _make_room(self, record_id: RecordId | None) -> None:
        """Leave the whole width to the form of a record."""
        self._side.setVisible(record_id is None)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a record and a field into view; without a record, the list."""
        self.view.show_place(record_id, field)
        if record_id is None:
            self.view.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form with a new record; it is saved with its first entry."""
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.view.commit()
