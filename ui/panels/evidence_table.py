"""The list of all evidence: each file with what it shows, what it belongs to, its size and its hash."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import field_of
from models.domain.records.control import Evidence
from models.domain.registers import REGISTERS, register_of
from models.localisation.display import Display
from models.services.company import Change, OpenCompany
from models.services.evidence_list import EvidenceDisplay
from ui import language
from ui.language import _, ngettext
from ui.registers.grid import RecordGrid
from ui.registers.news import News
from ui.registers.table_model import RecordTable
from ui.registers.toolbar import Toolbar
from ui.widgets.empty_state import EmptyState
from ui.widgets.notice_bar import NoticeKind

_COLUMNS = ("file_name", "note", "subject", "size", "added_on", "sha256")
_TYPED_IN = "note"


class EvidenceTable(RecordTable):
    """Rows of all evidence; only what a file shows can be typed in."""

    def __init__(self, company: OpenCompany, parent: QObject | None = None) -> None:
        super().__init__(company, register_of(Evidence), parent)
        self.columns = tuple(field_of(Evidence, name) for name in _COLUMNS)
        # A file may belong to anything; whatever changes may be called otherwise now.
        self._referred = tuple(one.record for one in REGISTERS if one.record is not Evidence)

    def _new_display(self) -> Display:
        return EvidenceDisplay(self._company, language.current())

    def whole_text(self, row: int, column: int) -> str:
        """Return all that a cell's value says; of a hash all its digits."""
        record = self.record_at(row)
        if self.columns[column].name == "sha256" and isinstance(record, Evidence):
            return language.current().island(record.sha256)
        return super().whole_text(row, column)

    def is_typed_in(self, column: int) -> bool:
        """Whether cells of a column are edited in place at the moment."""
        return self.columns[column].name == _TYPED_IN and super().is_typed_in(column)


class EvidenceList(QWidget):
    """Finds, sorts, deletes and restores evidence.

    Signals:
        told: `News`.
        open_requested: an `Evidence` record, to be opened with the system's program.
        attach_requested: files are to be added.
        chosen: the `Evidence` of the current row, None where there is none.
    """

    told = Signal(object)
    open_requested = Signal(object)
    attach_requested = Signal()
    chosen = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.model = EvidenceTable(company, self)
        self.grid = RecordGrid(company, self.model)
        self.toolbar = Toolbar(register_of(Evidence), has_starter=False)
        self.toolbar.menu.removeAction(self.toolbar.duplicate_action)
        self.empty = EmptyState(icon="evidence")
        self.nothing_found = EmptyState(icon="search")
        self.pages = QStackedWidget()
        for page in (self.grid, self.empty, self.nothing_found):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.pages, 1)
        self._connect()
        self._word()

    def _connect(self) -> None:
        self.model.counted.connect(self._show_state)
        self.grid.sort_requested.connect(self.model.sort)
        self.grid.record_opened.connect(self._open)
        self.grid.bin_requested.connect(self.delete_chosen)
        self.grid.selectionModel().selectionChanged.connect(self._note_chosen)
        self.toolbar.searched.connect(self.model.search)
        self.toolbar.add_requested.connect(self.attach_requested)
        self.toolbar.deletion_requested.connect(self.delete_chosen)
        self.toolbar.restore_requested.connect(self.restore_chosen)
        self.toolbar.bin_requested.connect(self.show_bin)
        self.toolbar.list_requested.connect(self.leave_bin)
        self.empty.action_requested.connect(self.attach_requested)
        self.nothing_found.action_requested.connect(self.toolbar.search.clear)
        self.destroyed.connect(self._company.subscribe(self._follow))

    def current(self) -> Evidence | None:
        """Return the evidence of the chosen row; None where none or several are chosen."""
        records = self.grid.chosen_records()
        return records[0] if len(records) == 1 and isinstance(records[0], Evidence) else None

    def delete_chosen(self) -> None:
        """Move the chosen files to the bin and offer to take that back."""
        doomed = self.grid.chosen_records()
        if not doomed or self.model.is_bin:
            return
        try:
            self._company.delete(doomed)
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return
        sentence = ngettext(
            "{count} file was moved to the bin.", "{count} files were moved to the bin.", len(doomed)
        )
        text = sentence.format(count=language.current().number(len(doomed)))
        self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def restore_chosen(self) -> None:
        """Bring the chosen files back from the bin, all of them where none is chosen."""
        rows = range(self.model.rowCount())
        back = self.grid.chosen_records() or [self.model.record_at(row) for row in rows]
        self._company.restore(back)

    def show_bin(self) -> None:
        """Show what was deleted."""
        self.toolbar.search.clear()
        self.grid.clearSelection()
        self.model.show_bin(True)

    def leave_bin(self) -> None:
        """Show the files that stand."""
        self.grid.clearSelection()
        self.model.show_bin(False)

    def commit(self) -> None:
        """Take what is being typed."""
        self.grid.cells.finish()

    def _open(self, record: object, _field: str) -> None:
        self.open_requested.emit(record)

    def _note_chosen(self) -> None:
        self.toolbar.set_any_chosen(self.grid.selectionModel().hasSelection())
        self.chosen.emit(self.current())

    def _follow(self, change: Change) -> None:
        self.model.follow(change)
        self._show_state()
        self.chosen.emit(self.current())

    def _show_state(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        if shown or self.model.is_arranging:
            self.pages.setCurrentWidget(self.grid)
        else:
            self.pages.setCurrentWidget(self.nothing_found if total else self.empty)
        speech = language.current()
        counted = ngettext("{count} file", "{count} files", total).format(count=speech.number(total))
        self.toolbar.show_state(
            counted if total else "",
            is_empty=total == 0,
            is_bin=self.model.is_bin,
            is_locked=self._company.is_read_only,
            binned=len(self._company.binned(Evidence)),
        )

    def _word(self) -> None:
        about = _("Files that prove what was done are kept inside the company file. Drop them here.")
        self.empty.set_texts(about, "" if self._company.is_read_only else _("Add file"))
        self.nothing_found.set_texts(_("Nothing here fits the search."), _("Show all"))
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.commit()
            self.toolbar.retranslate()
            self.model.retranslate()
            self.grid.measure()
            self._word()
