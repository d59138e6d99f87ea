"""Records of one kind as rows that the user puts into order, opens, adds to and drops."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.registers import register_of
from models.localisation.display import Display
from models.services.company import Change, OpenCompany
from ui.language import current
from ui.panels.opening_row import OpeningRow
from ui.registers.bin_menu import BinButton
from ui.registers.news import News, farewell
from ui.widgets.buttons import SecondaryButton
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.ordered_rows import OrderedRows


class RowList(QWidget):
    """Rows, a button that adds one and the way back from the bin; one row at most is open.

    A subclass lays out `list` and `foot`, and says by the methods below what stands there.

    Signals:
        told: `News`.
        typed: something is being typed in a row; `draft` holds it.
    """

    told = Signal(object)
    typed = Signal()

    def __init__(
        self, company: OpenCompany, record_type: type[Record], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.company = company
        self._type = record_type
        self._rows: dict[str, OpeningRow] = {}
        self._open = ""
        self._new: Record | None = None
        self.list = OrderedRows(self)
        self.add_button = SecondaryButton(icon="add", small=True, parent=self)
        self.bin_button = BinButton(company, register_of(record_type), self)
        self.foot = QHBoxLayout()
        self.foot.addWidget(self.add_button)
        self.foot.addWidget(self.bin_button)
        self.foot.addStretch(1)
        self.list.moved.connect(self.give_place)
        self.add_button.clicked.connect(self.add)
        self.destroyed.connect(company.subscribe(self._follow))

    def records(self) -> Sequence[Record]:
        """Return the saved records in their order."""
        raise NotImplementedError

    def begun(self) -> Record:
        """Return a new record that is not saved yet."""
        raise NotImplementedError

    def new_row(self, record: Record) -> OpeningRow:
        """Return the row of a record, not filled yet."""
        raise NotImplementedError

    def fill(self, row: OpeningRow, record: Record, place: int) -> None:
        """Show a record in its row, at its place from 1."""
        raise NotImplementedError

    def moved(self, record: Record, place: int) -> Iterable[Record]:
        """Return the records that change when one is given a place, 0 for the first."""
        raise NotImplementedError

    def sum_up(self, saved: Sequence[Record]) -> None:
        """Say how many there are, or anything else about all of them."""

    def refresh(self) -> None:
        """Show the records as they are now, and the new one that is not saved yet."""
        saved = list(self.records())
        shown = list(saved)
        if self._new is not None and all(one.id != self._new.id for one in shown):
            shown.append(self._new)
        else:
            self._new = None
        rows = [self._row(one) for one in shown]
        self._rows = {row.key: row for row in rows}
        self.list.show_rows(rows)
        for place, (row, one) in enumerate(zip(rows, shown, strict=True), start=1):
            self.fill(row, one, place)
            row.grip.setVisible(not self.company.is_read_only)
        if self._open not in self._rows:
            self._open = ""
        self.add_button.setVisible(not self.company.is_read_only)
        self.sum_up(saved)

    def _row(self, record: Record) -> OpeningRow:
        known = self._rows.get(record.id)
        if known is not None:
            return known
        row = self.new_row(record)
        row.toggled.connect(self._toggle)
        row.typed.connect(self.typed)
        row.deletion_requested.connect(self._delete)
        return row

    def add(self) -> None:
        """Begin a record of one's own."""
        if not self.company.is_read_only:
            self.show_new(self.begun())

    def show_new(self, record: Record) -> None:
        """Open a record that is prepared for the user; it is saved with its first entry."""
        if isinstance(record, self._type):
            self._new = record
            self.refresh()
            self.focus(record.id)

    def give_place(self, key: str, place: int) -> None:
        """Give a record another place, one step to undo."""
        record = self.company.find(self._type, RecordId(key))
        if record is not None and not self.company.is_read_only:
            self.commit()
            self.attempt(lambda: self.company.save_all(self.moved(record, place)))

    def _delete(self) -> None:
        row = self.sender()
        if isinstance(row, OpeningRow) and not self.company.is_read_only:
            self.drop(row.key)

    def drop(self, key: str) -> None:
        """Move a record to the bin."""
        record = self.company.find(self._type, RecordId(key))
        if record is None:
            self._give_up_new()
            return
        keys = list(self._rows)
        at = keys.index(record.id)
        after = next(iter([*keys[at + 1 :], *reversed(keys[:at])]), "")
        news = farewell([record], Display(self.company, current(), content_titles.title))
        self.attempt(lambda: self.company.delete([record]))
        target = self._rows.get(after, self.add_button)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(news)

    def _give_up_new(self) -> None:
        self._new = None
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def attempt(self, deed: Callable[[], object]) -> None:
        """Do something and tell of what could not be done."""
        try:
            deed()
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))

    def _toggle(self) -> None:
        row = self.sender()
        if isinstance(row, OpeningRow):
            self.open("" if row.is_open else row.key)
            if self._new is not None and row.key == self._new.id:
                self._give_up_new()
            elif not row.is_open:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, key: str, field: str = "") -> None:
        """Open one record at a field, the first one where it names none, and close every other."""
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
        first = next(iter(self._rows.values()), None) or self.first_offer()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_offer(self) -> QWidget:
        """Return what begins a list that has no rows."""
        return self.add_button

    def open_row(self) -> OpeningRow | None:
        """Return the row that is being edited, None for none."""
        return self._rows.get(self._open)

    def draft(self) -> Record | None:
        """Return the record that is being edited as it would be saved now, None for none."""
        row = self.open_row()
        return row.fields.draft() if row is not None and row.fields is not None else None

    def row_with(self, widget: QWidget) -> OpeningRow | None:
        """Return the row that a widget is, or is part of; None for none."""
        return next((row for row in self._rows.values() if row is widget or row.isAncestorOf(widget)), None)

    def rows(self) -> Sequence[OpeningRow]:
        """Return the rows in their order."""
        return list(self._rows.values())

    def commit(self) -> None:
        """Take what is being typed."""
        row = self.open_row()
        if row is not None and row.fields is not None:
            row.fields.commit()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(self._type):
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
