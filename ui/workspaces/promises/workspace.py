"""The promise builder: the promises, the charter beside them, and the model promises of the trades."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.services.company import OpenCompany
from ui.panels.beside import Beside
from ui.panels.documents.live import LiveDocument
from ui.panels.following import Following
from ui.workspace import Workspace
from ui.workspaces.promises.models_page import ModelsPage
from ui.workspaces.promises.view import PromiseView

CHARTER = "D2"


class PromiseWorkspace(Workspace):
    """Shows the promises with the charter beside them, or the model promises to choose from."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._pages = QStackedWidget(self)
        self.beside = Beside(self._pages)
        self.editor = PromiseView(company, self.beside)
        self.document = LiveDocument(company, CHARTER, self.beside)
        self.beside.hold(self.editor, self.document)
        self._pages.addWidget(self.beside)
        self._models: ModelsPage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._connect()

    def _connect(self) -> None:
        self.editor.told.connect(self.told)
        self.editor.open_requested.connect(self.open_requested)
        self.editor.place_requested.connect(self.place_requested)
        self.editor.models_requested.connect(self.show_models)
        self.document.open_requested.connect(self._open_charter)
        self.beside.toggled.connect(self.document_toggled)
        Following(self.editor, self.document)

    def _open_charter(self) -> None:
        self.place_requested.emit(Place("issue", content=CHARTER))

    def show_document(self, is_open: bool) -> None:
        """Open or close the charter beside the promises, without any signal."""
        self.beside.show_document(is_open)

    @property
    def models(self) -> ModelsPage:
        """The model promises, made when they are first wanted."""
        if self._models is None:
            self._models = ModelsPage(self.company, self._pages)
            self._models.told.connect(self.told)
            self._models.left.connect(self.show_promises)
            self._pages.addWidget(self._models)
        return self._models

    def show_models(self) -> None:
        """Show the model promises of the trades."""
        self.editor.commit()
        self.models.begin()
        self._pages.setCurrentWidget(self.models)
        self.models.focus_first()

    def show_promises(self) -> None:
        """Show the promises of the company."""
        self._pages.setCurrentWidget(self.beside)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a field of a promise, or the list."""
        self.show_promises()
        self.editor.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new promise."""
        self.show_promises()
        self.editor.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.editor.commit()
