"""A register in the window: its list, and the form of one record over it."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.services.company import OpenCompany
from models.services.editing import new_record
from ui import language
from ui.language import _
from ui.registers.form import RecordForm
from ui.registers.form_head import FormHead
from ui.registers.list_page import ListPage
from ui.registers.news import News
from ui.registers.sheet import SheetView
from ui.registers.slices import Slices
from ui.registers.table_model import RecordTable
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.side_by_side import SideBySide

_IDLE_MS = 400


class RegisterView(QWidget):
    """Shows a register as a list, or one of its records as a form.

    Signals:
        told: `News`, for the window's notice bar.
        open_requested: an `Evidence` record, to be opened with the system's program.
        record_shown: the id of the record in the form, None for the list.
    """

    told = Signal(object)
    open_requested = Signal(object)
    record_shown = Signal(object)

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self._pages = self.new_pages()
        self.list = self.new_list(self._pages)
        self._form: RecordForm | None = None
        self._head: FormHead | None = None
        self._slices: Slices[RecordForm] = Slices(self)
        self._pages.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.list.told.connect(self.told)
        self.list.add_requested.connect(self.add_record)
        self.list.record_opened.connect(self._open)
        for keys, deed in (
            ("Ctrl+N", self.add_record),
            ("Escape", self.leave_form),
            ("Ctrl+D", self.duplicate),
            ("Ctrl+F", self._search),
            ("Ctrl+PgUp", self._go_back),
            ("Ctrl+PgDown", self._go_on),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def new_pages(self) -> QStackedWidget | SideBySide:
        """Return what shows the form in place of the list, or beside it."""
        return QStackedWidget(self)

    def new_list(self, parent: QWidget) -> ListPage:
        """Return the list, not shown yet."""
        return ListPage(self._company, self._register, parent)

    def new_form(self, parent: QWidget) -> RecordForm:
        """Return the form, not built yet."""
        return RecordForm(self._company, self._register, parent)

    def complete(self, column: QVBoxLayout, form: RecordForm) -> None:
        """Add what else belongs to the page of the form."""

    @property
    def model(self) -> RecordTable:
        """The rows of the list."""
        return self.list.model

    @property
    def form(self) -> RecordForm:
        """The form, built when it is first needed."""
        if self._form is None:
            self._prepare_form()
            self._slices.finish()
        assert self._form is not None
        return self._form

    @property
    def is_form_open(self) -> bool:
        """Whether a record's form is shown instead of the list."""
        return self._pages.currentIndex() == 1

    def showEvent(self, event: QShowEvent) -> None:
        """Build the form while the user looks at the list, so that it is there when wanted."""
        super().showEvent(event)
        QTimer.singleShot(_IDLE_MS, self, self._prepare_when_seen)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is being typed before something else is shown."""
        self.commit()
        super().hideEvent(event)

    def _prepare_when_seen(self) -> None:
        if self.isVisible():
            self._prepare_form()

    def _prepare_form(self) -> None:
        if self._form is None and not self._slices.is_running:
            self._slices.start(self._build_form(), self._keep_form)

    def _keep_form(self, form: RecordForm) -> None:
        self._form = form

    def _build_form(self) -> Generator[None, None, RecordForm]:
        page = QWidget(self._pages)
        self._pages.addWidget(page)
        line = thin_line(parent=page)
        head = FormHead(self._register, page)
        form = self.new_form(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, line, form):
            column.addWidget(widget)
        self.complete(column, form)
        self._head = head
        head.back_requested.connect(self.show_table)
        head.step_requested.connect(self.step)
        head.add_requested.connect(self.add_record)
        head.deletion_requested.connect(self.delete_shown)
        form.told.connect(self.told)
        form.open_requested.connect(self.open_requested)
        form.gone.connect(self.show_table)
        form.named.connect(self._name)
        return (yield from form.build())

    def _open(self, record: Record, field: str = "") -> None:
        form = self.form
        form.show_record(record)
        self._name()
        self._pages.setCurrentIndex(1)
        form.show_field(field)
        self.record_shown.emit(record.id)

    def _name(self) -> None:
        """Show how the record in the form is called, and where it stands in the list."""
        if self._head is not None and self._form is not None:
            record = self._form.record
            name = _("New entry") if self._form.is_new else self.model.display.name(record)
            self._head.title.setText(" ".join(name[:200].split()))
            self._head.show_place(self.model.row_of(record.id), self.model.rowCount())
            is_open = not self._company.is_read_only
            self._head.add_button.setVisible(is_open)
            is_kept = self._register.keeps_all or self._form.is_new
            self._head.delete_button.setVisible(is_open and not is_kept)

    def show_table(self) -> None:
        """Go back to the list, on the row of the record that was shown."""
        if self.is_form_open:
            self.commit()
            self._pages.setCurrentIndex(0)
            self.list.grid.choose(self.form.record.id)
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.record_shown.emit(None)

    def leave_form(self) -> None:
        """Go back to the list, and there from pasted rows and from the bin to what stands."""
        if self.is_form_open:
            self.show_table()
        elif self.list.pasting.isVisible():
            self.list.pasting.leave()
        elif self.model.is_bin:
            self.list.leave_bin()

    def add_record(self) -> None:
        """Open the form with a new record; it is saved with its first entry."""
        self.show_new(new_record(self._register, self._company))

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form with a new record that is prepared for the user; it is saved with its first entry."""
        if not self._company.is_read_only:
            self.commit()
            self.list.leave_bin()
            self._open(record, field)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a record and a field into view; without a record, the list."""
        record = self._company.find(self._register.record, record_id)
        self.commit()
        if record is not None:
            self._open(record, field)
        else:
            self.show_table()

    def commit(self) -> None:
        """Save what is being typed, in the form or in a cell."""
        self.list.grid.cells.finish()
        if self._form is not None and self.is_form_open:
            self._form.commit()

    def duplicate(self) -> None:
        """Save a copy of the record in the form and show it, or of those chosen in the list."""
        if not self.is_form_open:
            self.list.duplicate_chosen()
        elif not self.form.is_new:
            self.commit()
            try:
                copy = self._company.duplicate(self.form.record)
            except AppError as error:
                self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            else:
                self._open(copy)

    def delete_shown(self) -> None:
        """Move the record in the form to the bin, and go back to the list."""
        self.show_table()
        self.list.delete([self.form.record])

    def _search(self) -> None:
        if not self.is_form_open:
            self.list.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step(self, rows: int) -> None:
        """Show the record that stands some rows further in the list, if there is one."""
        row = self.model.row_of(self.form.record.id) if self.is_form_open else None
        if row is not None and 0 <= row + rows < self.model.rowCount():
            self.commit()
            self._open(self.model.record_at(row + rows))

    def _go_back(self) -> None:
        self.step(-1)

    def _go_on(self) -> None:
        self.step(1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._head is not None:
            self._head.retranslate()
            self._name()


def view_of(company: OpenCompany, register: Register) -> RegisterView | SheetView:
    """Return the widget that shows a register, a list or a sheet."""
    return SheetView(company, register) if register.is_sheet else RegisterView(company, register)
