"""Records in an order that the user gives them: opened one at a time, moved, added and dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.localisation.display import Display
from models.services.company import Change, OpenCompany
from ui.language import current
from ui.panels.record_row import RecordRow
from ui.registers.bin_menu import BinButton
from ui.registers.news import News, farewell
from ui.widgets.buttons import SecondaryButton
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.ordered_rows import OrderedRows

_FEW = 2


class OrderedRecords(QWidget):
    """A row for each record, one of them open; a button that begins a new one, and the way back from the bin.

    A subclass says which records there are, what a row looks like and what moving changes, connects
    `add_button`, lays the parts out and calls `retranslate` at the end of its own `__init__`.

    Signals:
        told: `News`.
        typed: something is being typed in a record; `draft` holds it.
    """

    told = Signal(object)
    typed = Signal()

    def __init__(self, company: OpenCompany, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self._rows: dict[str, RecordRow] = {}
        self._open = ""
        self._new: Record | None = None
        self.list = OrderedRows(self)
        self.add_button = SecondaryButton(icon="add", small=True, parent=self)
        self.bin_button = BinButton(company, register, self)
        self.list.moved.connect(self.give_place)
        self.destroyed.connect(company.subscribe(self._follow))

    def foot(self) -> QHBoxLayout:
        """Return a line with the button that begins a record, and the way back from the bin."""
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addWidget(self.bin_button)
        line.addStretch(1)
        return line

    # What a subclass says

    def records(self) -> Sequence[Record]:
        """Return the records in their order."""
        raise NotImplementedError

    def new_row(self, record: Record) -> RecordRow:
        """Return the row of a record, a child of `list`."""
        raise NotImplementedError

    def moved_records(self, record: Record, place: int) -> Sequence[Record]:
        """Return the records that change when one is moved to a place, 0 for the first."""
        raise NotImplementedError

    def lingering(self) -> Sequence[Record]:
        """Return records that are gone and stay shown all the same, since something was typed in them."""
        return ()

    def settle(self, saved: Sequence[Record]) -> None:
        """Show what else depends on the saved records."""

    # What is shown

    def refresh(self) -> None:
        """Show the records as they are now."""
        saved = self.records()
        records = list(saved)
        if self._new is not None and all(one.id != self._new.id for one in records):
            records.append(self._new)
        else:
            self._new = None
        records += self.lingering()
        new = sum(one.id not in self._rows for one in records)
        is_seen = new > _FEW and self.list.isVisible()
        if is_seen:
            # Rows that come into what is on the screen would be laid out one by one.
            self.list.hide()
        self._fill(records)
        if is_seen:
            self.list.show()
        if self._open not in self._rows:
            self._open = ""
        self.add_button.setVisible(not self._company.is_read_only)
        self.settle(saved)

    def _fill(self, records: Sequence[Record]) -> None:
        rows = [self._rows.get(one.id) or self._made_row(one) for one in records]
        self._rows = {row.key: row for row in rows}
        self.list.show_rows(rows)
        for place, (row, one) in enumerate(zip(rows, records, strict=True), start=1):
            row.show_record(one, place)
            row.grip.setVisible(not self._company.is_read_only)

    def _made_row(self, record: Record) -> RecordRow:
        row = self.new_row(record)
        row.toggled.connect(self._toggle)
        row.typed.connect(self.typed)
        row.deletion_requested.connect(self._delete)
        return row

    # What can be done

    def show_new(self, record: Record) -> None:
        """Open a record that is prepared for the user; it is saved with its first entry."""
        if isinstance(record, self._register.record) and not self._company.is_read_only:
            self._new = record
            self.refresh()
            self.focus(record.id)

    def give_place(self, key: str, place: int) -> None:
        """Give a record another place, one step to undo."""
        record = self._company.find(self._register.record, RecordId(key))
        if record is not None and not self._company.is_read_only:
            self.commit()
            self.do(lambda: self._company.save_all(self.moved_records(record, place)))

    def _delete(self) -> None:
        row = self.sender()
        if isinstance(row, RecordRow) and not self._company.is_read_only:
            self.drop(row.key)

    def drop(self, key: str) -> None:
        """Move a record to the bin."""
        record = self._company.find(self._register.record, RecordId(key))
        if record is None:
            self._give_up_new()
            return
        keys = list(self._rows)
        at = keys.index(record.id)
        after = next(iter([*keys[at + 1 :], *reversed(keys[:at])]), "")
        display = Display(self._company, current(), content_titles.title)
        news = farewell([record], display)
        if self.do(lambda: self._company.delete([record])):
            target = self._rows.get(after, self.add_button)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self.told.emit(news)

    def _give_up_new(self) -> None:
        self._new = None
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self, deed: Callable[[], object]) -> bool:
        """Do something that may fail, and tell why it did; return whether it was done."""
        try:
            deed()
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return False
        return True

    def _toggle(self) -> None:
        row = self.sender()
        if isinstance(row, RecordRow):
            self.open("" if row.is_open else row.key)
            if self._new is not None and row.key == self._new.id:
                self._give_up_new()
            elif not row.is_open:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, key: str, field: str = "") -> None:
        """Open one record for editing, at a field, and close every other."""
        for row in self._rows.values():
            if row.is_open and row.key != key:
                row.open(False)
        self._open = key if key in self._rows else ""
        if self._open:
            row = self._rows[key]
            row.open(True)
            if row.fields is not None:
                row.fields.focus(field)

    def focus(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Open a record; without one, give the focus to the first, or to what begins one."""
        if record_id in self._rows:
            self.open(str(record_id), field)
            return
        first = next(iter(self._rows.values()), None) or self.beginning()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def beginning(self) -> QWidget:
        """Return what begins the first record."""
        return self.add_button

    def open_row(self) -> RecordRow | None:
        """Return the row that is being edited, None for none."""
        return self._rows.get(self._open)

    def draft(self) -> Record | None:
        """Return the record that is being edited as it would be saved now, None for none."""
        row = self.open_row()
        return row.fields.draft() if row is not None and row.fields is not None else None

    def row_with(self, widget: QWidget) -> RecordRow | None:
        """Return the row that a widget is, or is part of; None for none."""
        return next((row for row in self._rows.values() if row is widget or row.isAncestorOf(widget)), None)

    def rows(self) -> Sequence[RecordRow]:
        """Return the rows in their order."""
        return list(self._rows.values())

    def commit(self) -> None:
        """Take what is being typed."""
        row = self.open_row()
        if row is not None and row.fields is not None:
            row.fields.commit()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(self._register.record):
            self.refresh()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        for row in self._rows.values():
            row.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
