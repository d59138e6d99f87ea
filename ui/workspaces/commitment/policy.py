"""The policy: management's commitments, the texts round them, and how it was announced."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.commitment import Policy, PolicyStatement
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _
from ui.panels.beside import Beside
from ui.panels.documents.live import LiveDocument
from ui.panels.policy_statements import PolicyStatements
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole
from ui.widgets.labels import WrapLabel
from ui.widgets.page_scroll import PageScroll
from ui.workspace import Workspace

DOCUMENT = "D1"
_TEXTS = ("introduction", "purpose", "objectives_framework", "communication")
_ANNOUNCED = ("announced_on", "announced_by", "announced_how")


class PolicyWorkspace(Workspace):
    """Statements first, then the other texts, then the announcement; beside them the policy as it is printed.

    The document follows what is typed and lights its sentence.
    """

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.statements = PolicyStatements(company)
        self._fields: RecordFields | None = None
        self._board = QWidget()
        self._texts_title = WrapLabel(role=TextRole.TITLE)
        self._announced_title = WrapLabel(role=TextRole.TITLE)
        self.beside = Beside(self)
        self.document = LiveDocument(company, DOCUMENT, self.beside)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._board)
        column.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(4))
        column.addWidget(self.statements)
        column.addWidget(self._texts_title)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(theme.space(4))
        column.addLayout(self._texts)
        column.addWidget(self._announced_title)
        self._announced = QGridLayout()
        self._announced.setHorizontalSpacing(theme.space(4))
        self._announced.setVerticalSpacing(theme.space(3))
        for place in range(2):
            self._announced.setColumnStretch(place, 1)
        column.addLayout(self._announced)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.beside)
        self.beside.hold(PageScroll(self._board, self.beside), self.document)
        # They stand below what is seen first, and come while that is looked at.
        QTimer.singleShot(0, self, self._build_fields)

    @property
    def fields(self) -> RecordFields:
        """The fields below the statements."""
        if self._fields is None:
            self._build_fields()
        assert self._fields is not None
        return self._fields

    def _build_fields(self) -> None:
        if self._fields is not None:
            return
        fields = self._fields = RecordFields(self.company, Policy, (*_TEXTS, *_ANNOUNCED), self)
        for name in _TEXTS:
            self._texts.addWidget(fields.row(name))
        for at, name in enumerate(_ANNOUNCED):
            span = 2 if name == _ANNOUNCED[-1] else 1
            self._announced.addWidget(fields.row(name), at // 2, at % 2, 1, span)
        for name in (*_TEXTS, *_ANNOUNCED):
            fields.row(name).show()
        fields.typed.connect(self._follow_text)
        fields.show(self.company.sheet(Policy))

    def _connect(self) -> None:
        self.statements.told.connect(self.told)
        self.statements.typed.connect(self._follow_statement)
        self.document.open_requested.connect(self._open_document)
        self.beside.toggled.connect(self.document_toggled)
        self.destroyed.connect(self.company.subscribe(self._follow))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def show_document(self, is_open: bool) -> None:
        """Open or close the document, without any signal."""
        self.beside.show_document(is_open)

    def _open_document(self) -> None:
        self.place_requested.emit(Place("issue", content=DOCUMENT))

    def _follow_statement(self) -> None:
        self.document.follow(self.statements.draft(), "text")

    def _follow_text(self) -> None:
        self.document.follow(self.fields.draft(), self.fields.focused_field())

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Light what belongs to the field, or to the statement, that the user is at."""
        if now is None or not self.isAncestorOf(now):
            return
        row, field = self.statements.row_with(now), self.fields.focused_field()
        if row is not None:
            self.document.light(RecordId(row.key), "text")
        elif field:
            self.document.light(self.company.sheet(Policy).id, field)

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
        if self._fields is not None:
            self._fields.commit()

    def _follow(self, change: Change) -> None:
        if self._fields is not None and (not change.edits or change.touches(Policy)):
            self._fields.show(self.company.sheet(Policy))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._texts_title.setText(_("The other texts of the policy"))
        self._announced_title.setText(_("Announcement to staff"))
        if self._fields is not None:
            self._fields.retranslate()
