"""The list of a register: toolbar, table, and what an empty list says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.domain.totals import Total, totals
from models.services import starters
from models.services.company import Change, OpenCompany
from models.services.editing import save_field
from ui import language, theme
from ui.language import _, ngettext
from ui.registers.grid import RecordGrid
from ui.registers.news import News, farewell
from ui.registers.pasting import PasteBar
from ui.registers.table_files import TableFiles
from ui.registers.table_model import RecordTable
from ui.registers.toolbar import Toolbar
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice_bar import NoticeBar, NoticeKind

_SIGNS: Mapping[str, str] = {"person": "people", "evidence": "evidence"}


class ListPage(QWidget):
    """Finds, sorts, edits, duplicates, deletes and restores the records of a register.

    model: shows the register in another way than its own fields do; then no rows are pasted into it.

    Signals:
        told: `News`.
        add_requested: the user wants a new record.
        record_opened: a record, and the name of a field or "": it is to be shown in the form.
    """

    told = Signal(object)
    add_requested = Signal()
    record_opened = Signal(object, str)

    def __init__(
        self,
        company: OpenCompany,
        register: Register,
        parent: QWidget | None = None,
        model: RecordTable | None = None,
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self.model = model or RecordTable(company, register, self)
        self.pages = QStackedWidget(self)
        self.grid = RecordGrid(company, self.model, self.pages)
        self.toolbar = Toolbar(register, starters.has_starter(register), self)
        self.empty = EmptyState(icon=_sign_of(register), parent=self.pages)
        self.nothing_found = EmptyState(icon="search", parent=self.pages)
        self.nothing_found.action.set_icon("")
        self.notice = NoticeBar(self)
        self.pasting = PasteBar(company, register, self)
        self.tables = TableFiles(company, register, self)
        self._paste_key = QShortcut(QKeySequence.StandardKey.Paste, self)
        self._paste_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if model is not None:
            self._paste_key.setEnabled(False)
            for action in (self.toolbar.paste_action, self.toolbar.import_action):
                self.toolbar.menu.removeAction(action)
        self._lay_out()
        self._connect()
        self._word()

    def _lay_out(self) -> None:
        for page in (self.grid, self.empty, self.nothing_found):
            self.pages.addWidget(page)
        above = QVBoxLayout()
        above.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2))
        above.addWidget(self.pasting)
        above.addWidget(self.tables)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        foot.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addLayout(above)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.model.counted.connect(self._show_state)
        self.grid.sort_requested.connect(self.model.sort)
        self.grid.record_opened.connect(self._open)
        self.grid.bin_requested.connect(self.delete_chosen)
        self.grid.toggled.connect(self._toggle)
        self.grid.cells.refused.connect(self._show_refusal)
        self.grid.selectionModel().selectionChanged.connect(self._note_chosen)
        self.grid.selectionModel().currentChanged.connect(self._note_chosen)
        self.toolbar.searched.connect(self.model.search)
        self.toolbar.add_requested.connect(self.add_requested)
        self.toolbar.restore_requested.connect(self.restore_chosen)
        self.toolbar.list_requested.connect(self.leave_bin)
        self.toolbar.bin_requested.connect(self.show_bin)
        self.toolbar.duplicate_requested.connect(self.duplicate_chosen)
        self.toolbar.deletion_requested.connect(self.delete_chosen)
        self.toolbar.model_requested.connect(self.fill_from_model)
        self.toolbar.sort_requested.connect(self.grid.sort_by_current)
        self.toolbar.paste_requested.connect(self.paste)
        self.toolbar.export_requested.connect(self.export)
        self.toolbar.import_requested.connect(self.take_in)
        self._paste_key.activated.connect(self.paste)
        for bar in (self.pasting, self.tables):
            bar.told.connect(self.told)
            bar.left.connect(self._come_back)
        self.tables.changed.connect(self.grid.choose)
        self.pasting.added.connect(self.grid.choose)
        self.empty.action_requested.connect(self.add_requested)
        self.empty.example_requested.connect(self.fill_from_model)
        self.nothing_found.action_requested.connect(self.toolbar.search.clear)
        self.destroyed.connect(self._company.subscribe(self._follow))

    def _follow(self, change: Change) -> None:
        self.model.follow(change)
        if not change.edits:
            self._show_state()

    def _show_state(self) -> None:
        """Show what fits the number of records: the table, the way to begin, or that nothing was found."""
        shown, total = self.model.rowCount(), self.model.total
        if shown or self.model.is_arranging:
            self.pages.setCurrentWidget(self.grid)
        else:
            self.pages.setCurrentWidget(self.nothing_found if total else self.empty)
        self.toolbar.show_state(
            self._counted(shown, total),
            is_empty=total == 0,
            is_bin=self.model.is_bin,
            is_locked=self._company.is_read_only,
            binned=len(self._company.binned(self._register.record)),
        )
        self._word_empty()

    def _counted(self, shown: int, total: int) -> str:
        speech = language.current()
        if self.model.is_filtered:
            return _("{shown} of {total}").format(shown=speech.number(shown), total=speech.number(total))
        if not total:
            return ""
        counted = ngettext("{count} entry", "{count} entries", total).format(count=speech.number(total))
        sums = totals(self._register, self._company.all(self._register.record))
        return " · ".join([counted, *map(_total_in_words, sums)]) if not self.model.is_bin else counted

    def _word_empty(self) -> None:
        about, add = _(self._register.about), _(self._register.add)
        starter = _("Start from the model") if starters.has_starter(self._register) else ""
        if self.model.is_bin:
            self.empty.set_texts(_("The bin of this list is empty."))
        elif self._company.is_read_only:
            self.empty.set_texts(about)
        else:
            self.empty.set_texts(about, add, starter)

    def _word(self) -> None:
        self.grid.setAccessibleName(_(self._register.title))
        self._note_chosen()
        self.nothing_found.set_texts(_("Nothing here fits the search."), _("Show all"))
        self._show_state()

    def retranslate(self) -> None:
        """Show everything in the current language; what is being typed is saved first."""
        self.grid.cells.finish()
        self.toolbar.retranslate()
        self.model.retranslate()
        self.grid.measure()
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _note_chosen(self) -> None:
        column = self.grid.currentIndex().column()
        label = _(self.model.columns[column].label) if column >= 0 else ""
        self.toolbar.set_chosen(self.grid.selectionModel().hasSelection(), label)

    def _open(self, record: Record, field: str) -> None:
        if not self.model.is_bin:
            self.record_opened.emit(record, field)

    def _show_refusal(self, sentence: str) -> None:
        """Say why a cell cannot be saved, as long as it is open."""
        if sentence:
            self.notice.show_notice(NoticeKind.ERROR, sentence)
        else:
            self.notice.dismiss()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell of what could not be done."""
        try:
            yield
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))

    def _toggle(self, record: Record, field: str) -> None:
        if not self.model.is_bin:
            with self._telling():
                save_field(self._company, record, field, not getattr(record, field))

    def duplicate_chosen(self) -> None:
        """Save a copy of each chosen record and choose the last one."""
        if self.model.is_bin:
            return
        with self._telling():
            copies = [self._company.duplicate(record) for record in self.grid.chosen_records()]
            if copies:
                self.grid.choose(copies[-1].id)

    def delete_chosen(self) -> None:
        """Move the chosen records to the bin and offer to take that back."""
        self.delete(self.grid.chosen_records())

    def delete(self, doomed: list[Record]) -> None:
        """Move records to the bin and offer to take that back."""
        if not doomed or self.model.is_bin:
            return
        if self._register.keeps_all:
            self.record_opened.emit(doomed[0], "cancelled_because")
        with self._telling():
            after = self._neighbour_of(doomed)
            self._company.delete(doomed)
            self.grid.choose(after)
            self.told.emit(farewell(doomed, self.model.display))

    def _neighbour_of(self, doomed: list[Record]) -> RecordId | None:
        """Return the record that takes the place of deleted ones, None where none is left."""
        gone, rows = {record.id for record in doomed}, self.model.rows()
        last = self.model.row_of(doomed[-1].id) or 0
        around = [*rows[last + 1 :], *reversed(rows[:last])]
        return next((record_id for record_id in around if record_id not in gone), None)

    def paste(self) -> None:
        """Show what rows copied in a spreadsheet would become here."""
        if not self.model.is_bin:
            self.pasting.paste(self.model.columns)

    def export(self) -> None:
        """Write what the list shows to a file for spreadsheets: all of it, or what the search left."""
        self.grid.cells.finish()
        self.tables.export([self.model.record_at(row) for row in range(self.model.rowCount())])

    def take_in(self) -> None:
        """Take in what was changed in such a file."""
        self.grid.cells.finish()
        self.pasting.leave()
        self.tables.take_in()

    def _come_back(self) -> None:
        page = self.grid if self.model.rowCount() else self.empty.action
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def restore_chosen(self) -> None:
        """Bring the chosen records back from the bin, all of them where none is chosen."""
        back = self.grid.chosen_records() or [
            self.model.record_at(row) for row in range(self.model.rowCount())
        ]
        with self._telling():
            self._company.restore(back)

    def show_bin(self) -> None:
        """Show what was deleted."""
        self.toolbar.search.clear()
        self.grid.clearSelection()
        self.model.show_bin(True)

    def leave_bin(self) -> None:
        """Show the records that stand."""
        self.grid.clearSelection()
        self.model.show_bin(False)

    def fill_from_model(self) -> None:
        """Save the model's entries that are not there yet, in one step that can be undone."""
        with self._telling():
            records = starters.starter(self._register, self._company, language.current(), date.today())
            self._company.save_all(records)
            if not records:
                self.told.emit(News(_("Everything of the model is here already."), NoticeKind.INFO))
                return
            added = sum(isinstance(record, self._register.record) for record in records)
            sentence = ngettext("{count} entry was added.", "{count} entries were added.", added)
            text = sentence.format(count=language.current().number(added))
            self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))


def _total_in_words(total: Total) -> str:
    speech = language.current()
    if not total.unit:
        return _("{amount} in total").format(amount=speech.number(total.amount))
    return _("{amount} {unit} in total").format(
        amount=speech.number(total.amount), unit=speech.isolate(total.unit)
    )


def _sign_of(register: Register) -> str:
    """Return the icon of the place to which a register belongs."""
    return f"step-{register.step}" if register.step else _SIGNS.get(register.code, "file")
