"""A register or a sheet of step 7 with what can be made of the records beside it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.registers import register
from models.services.company import Change, OpenCompany
from ui import language
from ui.registers import RegisterView, SheetView
from ui.registers.news import News
from ui.registers.view import view_of
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.side_column import SideColumn
from ui.workspace import Workspace


class BesideCards(Workspace):
    """The editor takes the place, cards stand beside it; they are made anew when the records change.

    A subclass shows its cards in `refresh`; `shows` names what it reads.
    """

    shows: tuple[type[Record], ...] = ()

    def __init__(self, company: OpenCompany, code: str, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._is_stale = True
        self.view: RegisterView | SheetView = view_of(company, register(code))
        self.side = SideColumn(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.side)
        self.setFocusProxy(self.view)
        self.view.told.connect(self.told)
        self.view.open_requested.connect(self.open_requested)
        if isinstance(self.view, RegisterView):
            self.view.record_shown.connect(self._make_room)
        self.destroyed.connect(company.subscribe(self._follow))

    def _make_room(self, record_id: RecordId | None) -> None:
        """Leave the whole width to the form of a record."""
        self.side.setVisible(record_id is None)

    def refresh(self) -> None:
        """Show the cards as they are now."""

    def fail(self, error: AppError) -> None:
        """Tell of what could not be done."""
        self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))

    def _catch_up(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(*self.shows):
            self._is_stale = True
            if self.isVisible():
                self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self._catch_up()

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a record and a field into view."""
        self.view.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new record that is prepared for the user."""
        if isinstance(self.view, RegisterView):
            self.view.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.view.commit()

    def retranslate(self) -> None:
        """Show everything in the current language, at once where it can be seen."""
        self._is_stale = True
        if self.isVisible():
            self._catch_up()
