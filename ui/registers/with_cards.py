"""A register with cards beside its list: what is to be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.ids import RecordId
from models.domain.register import Register
from models.services.company import OpenCompany
from ui import theme
from ui.registers.view import RegisterView
from ui.widgets.line import thin_line
from ui.widgets.page_scroll import PageScroll


class RegisterWithCards(QWidget):
    """The register takes the place; `column` stands at its trailing side while the list is shown."""

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = RegisterView(company, register, self)
        self._side = QWidget(self)
        content = QWidget(self._side)
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(theme.space(4), theme.space(4), theme.space(4), theme.space(4))
        self.column.setSpacing(theme.space(4))
        self._side.setFixedWidth(theme.PANEL_WIDTH + theme.space(5))
        inside = QHBoxLayout(self._side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(thin_line(is_upright=True, parent=self._side))
        inside.addWidget(PageScroll(content, self._side), 1)
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
