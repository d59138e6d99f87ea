"""A register with cards beside its list: what is to be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.ids import RecordId
from models.domain.register import Register
from models.services.company import OpenCompany
from ui.registers.view import RegisterView
from ui.widgets.side_column import SideColumn


class RegisterWithCards(QWidget):
    """The register takes the place; `column` stands at its trailing side while the list is shown."""

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = RegisterView(company, register, self)
        self._side = SideColumn(self)
        self.column = self._side.cards
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self._side)
        self.setFocusProxy(self.view)
        self.view.record_shown.connect(self._make_room)

    def _make_room(self, record_id: RecordId | None) -> None:
        """Leave the whole width to the form of a record."""
        self._side.setVisible(record_id is None)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a record and a field into view; without a record, the list."""
        self.view.show_place(record_id, field)
        if record_id is None:
            self.view.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
