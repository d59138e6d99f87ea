"""What every workspace is: the body of a tab that takes the width of the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.services.company import OpenCompany


class Workspace(QWidget):
    """An editor for the records of one tab. It follows the company by itself, as registers do.

    Signals:
        told: `News` or a `Notice`, for the window's notice bar.
        open_requested: an `Evidence` record, to be opened with the system's program.
        place_requested: a `Place` of another tab or page, to be shown.
        document_toggled: the user opened or closed the document beside the editor.
    """

    told = Signal(object)
    open_requested = Signal(object)
    place_requested = Signal(object)
    document_toggled = Signal(bool)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.company = company

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a record and a field into view and give it the focus; without a record, the beginning."""

    def reveal(self, place: Place) -> None:
        """Bring a place into view; a workspace of several registers tells by it which is meant."""
        self.show_place(place.record, place.field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new record that is prepared for the user; it is saved with its first entry."""

    def show_document(self, is_open: bool) -> None:
        """Open or close the document beside the editor, where there is one, without any signal."""

    def commit(self) -> None:
        """Take what is being typed; called before another tab or page is shown."""

    def take_key(self, _event: QKeyEvent) -> bool:
        """Do what a key asks for that nothing with the focus wanted; return whether it meant anything.

        Keys pressed on the strip of tabs come here as well as those pressed in the workspace.
        """
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take keys that nothing inside wanted."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again in the current language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
