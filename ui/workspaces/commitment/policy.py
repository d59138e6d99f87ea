"""The policy: management's commitments, the texts round them, and how it was announced."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.commitment import Policy, PolicyStatement
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _
from ui.panels.policy_statements import PolicyStatements
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole
from ui.widgets.labels import WrapLabel
from ui.widgets.page_scroll import PageScroll
from ui.workspace import Workspace

_TEXTS = ("introduction", "purpose", "objectives_framework", "communication")
_ANNOUNCED = ("announced_on", "announced_by", "announced_how")


class PolicyWorkspace(Workspace):
    """Statements first, then the other texts of the document, then the announcement."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.statements = PolicyStatements(company)
        self.fields = RecordFields(company, Policy, (*_TEXTS, *_ANNOUNCED), self)
        self._texts_title = WrapLabel(role=TextRole.TITLE)
        self._announced_title = WrapLabel(role=TextRole.TITLE)
        self._lay_out()
        self.statements.told.connect(self.told)
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()
        self.fields.show(company.sheet(Policy))

    def _lay_out(self) -> None:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addWidget(self.statements)
        column.addWidget(self._texts_title)
        for name in _TEXTS:
            column.addWidget(self.fields.row(name))
        column.addWidget(self._announced_title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(3))
        for at, name in enumerate(_ANNOUNCED):
            grid.addWidget(self.fields.row(name), at // 2, at % 2, 1, 2 if name == _ANNOUNCED[-1] else 1)
        for place in range(2):
            grid.setColumnStretch(place, 1)
        column.addLayout(grid)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageScroll(board, self))

    def reveal(self, place: Place) -> None:
        """Bring a statement, or a field of the policy, into view."""
        if place.register == register_of(PolicyStatement).code:
            self.statements.focus(place.record)
        else:
            self.show_place(place.record, place.field)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a field of the policy into view, or a statement where the record is one."""
        if self.company.find(PolicyStatement, record_id) is not None or not field:
            self.statements.focus(record_id)
        else:
            self.fields.focus(field)

    def show_new(self, record: Record, _field: str = "") -> None:
        """Open a new statement that is prepared for the user."""
        self.statements.show_new(record)

    def commit(self) -> None:
        """Take what is being typed."""
        self.statements.commit()
        self.fields.commit()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Policy):
            self.fields.show(self.company.sheet(Policy))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._texts_title.setText(_("The other texts of the policy"))
        self._announced_title.setText(_("Announcement to staff"))
        self.fields.retranslate()
