"""A register or a sheet with the document that it feeds beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.registers import register
from models.services.company import OpenCompany
from ui.panels.beside import Beside
from ui.panels.documents.live import LiveDocument
from ui.panels.following import Following
from ui.registers import RegisterView, SheetView
from ui.workspace import Workspace

DOCUMENTS: Mapping[str, str] = {
    "policy": "D1",
    "policy_statement": "D1",
    "charter_text": "D2",
    "promise": "D2",
}
"""Which document each register feeds."""


class BesideDocument(Workspace):
    """The register as everywhere else; the document follows what is typed and lights its sentence."""

    def __init__(self, company: OpenCompany, code: str, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._document_code = DOCUMENTS[code]
        self.beside = Beside(self)
        shown = register(code)
        self.editor: RegisterView | SheetView = (
            SheetView(company, shown, self.beside)
            if shown.is_sheet
            else RegisterView(company, shown, self.beside)
        )
        self.document = LiveDocument(company, self._document_code, self.beside)
        self.beside.hold(self.editor, self.document)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.beside)
        self._connect()

    def _connect(self) -> None:
        self.editor.told.connect(self.told)
        self.editor.open_requested.connect(self.open_requested)
        self.document.open_requested.connect(self._open_document)
        self.beside.toggled.connect(self.document_toggled)
        Following(self.editor, self.document)

    def show_document(self, is_open: bool) -> None:
        """Open or close the document, without any signal."""
        self.beside.show_document(is_open)

    def _open_document(self) -> None:
        self.place_requested.emit(Place("issue", content=self._document_code))

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a record and a field in the form."""
        self.editor.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new record that is prepared for the user."""
        if isinstance(self.editor, RegisterView):
            self.editor.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.editor.commit()
