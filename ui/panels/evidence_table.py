"""The list of all evidence: each file with what it shows, what it belongs to, its size and its hash."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.domain.fields import Record, field_of
from models.domain.records.control import Evidence
from models.domain.registers import REGISTERS, register_of
from models.localisation.display import Display
from models.services.company import OpenCompany
from models.services.evidence_list import EvidenceDisplay
from ui import language
from ui.registers.list_page import ListPage
from ui.registers.table_model import RecordTable

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


class EvidenceList(ListPage):
    """The list of evidence; what is opened are files, what is added are files.

    Signals beyond those of a list: `open_requested` with the `Evidence` to be opened by the system's program,
    and `chosen` with that of the current row, None where none or several are chosen.
    """

    open_requested = Signal(object)
    chosen = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, register_of(Evidence), parent, EvidenceTable(company))
        self.model.setParent(self)
        # Two records of one file would say nothing new.
        self.toolbar.menu.removeAction(self.toolbar.duplicate_action)
        self.record_opened.connect(self._open_file)
        self.grid.selectionModel().selectionChanged.connect(self._tell_chosen)

    def current(self) -> Evidence | None:
        """Return the evidence of the chosen row; None where none or several are chosen."""
        records = self.grid.chosen_records()
        return records[0] if len(records) == 1 and isinstance(records[0], Evidence) else None

    def commit(self) -> None:
        """Take what is being typed."""
        self.grid.cells.finish()

    def duplicate_chosen(self) -> None:
        """Leave evidence as it is."""

    def _open_file(self, record: Record, _field: str) -> None:
        self.open_requested.emit(record)

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.current())
