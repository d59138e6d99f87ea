"""The promises as rows: number, text, how far each is, and which language lags."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from models.domain.fields import Record, field_of
from models.domain.ids import RecordId
from models.domain.records.charter import Indicator, Promise
from models.domain.records.control import Person
from models.domain.records.organisation import Baseline
from models.domain.registers import register_of
from models.domain.sequence import in_order, moved
from models.localisation.display import Display
from models.services.company import Change, OpenCompany
from models.services.promise_check import PromiseCheck
from models.services.promise_list import ALL, LAGGING, STATE, PromiseDisplay, filters
from ui import language
from ui.registers.slices import Slices
from ui.registers.table_model import RecordTable
from ui.theme import Tone

Index = QModelIndex | QPersistentModelIndex

_CARRIED = "application/x-manshur-promises"
_VIRTUAL = (STATE, LAGGING)


class PromiseTable(RecordTable):
    """Rows of the promises in the order of the charter, which can be changed by hand.

    Signals:
        tallied: numbers of promises by filter, counted while the window lives.
        reordered: records that have to be saved with their new numbers.
    """

    tallied = Signal(object)
    reordered = Signal(object)

    def __init__(self, company: OpenCompany, check: PromiseCheck, parent: QObject | None = None) -> None:
        self._check = check
        self._filters = filters(check)
        self._filter = ALL
        super().__init__(company, register_of(Promise), parent)
        self.columns = (field_of(Promise, "order"), field_of(Promise, "text"), *_VIRTUAL)
        self._counting: Slices[Mapping[str, int]] = Slices(self)

    def _new_display(self) -> Display:
        return PromiseDisplay(self._company, language.current(), self._check)

    def filter_keys(self) -> Sequence[str]:
        """Return the keys of all filters, in the order in which they are offered."""
        return tuple(self._filters)

    @property
    def filter(self) -> str:
        """The key of the filter that is on."""
        return self._filter

    @property
    def is_filtered(self) -> bool:
        """Whether a search or a filter leaves records out."""
        return self._filter != ALL or super().is_filtered

    def narrow(self, key: str) -> None:
        """Show only what a filter keeps."""
        if key != self._filter:
            self._filter = key
            self.rearrange()

    def candidates(self) -> Sequence[Record]:
        """Return the promises in the order of the charter."""
        standing = in_order(one for one in super().candidates() if isinstance(one, Promise))
        return standing if self.is_bin else [one for one in standing if self._filters[self._filter](one)]

    @property
    def total(self) -> int:
        """The number of promises, those that are left out included."""
        return len(super().candidates())

    def tally(self) -> None:
        """Count what each filter keeps, and tell it."""
        self._counting.start(self._counted(), self.tallied.emit)

    def _counted(self) -> Generator[None, None, Mapping[str, int]]:
        numbers = dict.fromkeys(self._filters, 0)
        for promise in self._company.all(Promise):
            for key, keeps in self._filters.items():
                numbers[key] += keeps(promise)
            yield
        return numbers

    def follow(self, change: Change) -> None:
        """Take over what has changed; numbers and states of all promises may be others."""
        if change.touches(Promise, Indicator, Baseline, Person):
            self._texts.clear()
            for edit in change.edits:
                self._found_by.pop(edit.record.id, None)
            self.rearrange()
            self.tally()

    def tone(self, row: int, column: int) -> Tone:
        """Return what state and languages mean."""
        spec, promise = self.columns[column], self.record_at(row)
        if spec not in _VIRTUAL or not isinstance(promise, Promise):
            return Tone.TEXT
        if spec is STATE:
            return Tone.LATE if self._check.open_points(promise) else Tone.GOOD
        return Tone.LATE

    def is_typed_in(self, column: int) -> bool:
        """Whether cells of a column are edited in place at the moment."""
        return self.columns[column] not in _VIRTUAL and super().is_typed_in(column)

    # Moving

    @property
    def can_move(self) -> bool:
        """Whether the order shown is that of the charter, and may be changed."""
        return not (self.is_bin or self._company.is_read_only or self._wanted.by)

    def move(self, ids: Sequence[RecordId], before: RecordId | None) -> None:
        """Ask for promises to stand right before another one, or at the end."""
        if self.can_move:
            changed = moved(self._company.all(Promise), ids, before)
            if changed:
                self.reordered.emit(changed)

    def step(self, ids: Sequence[RecordId], by: int) -> None:
        """Ask for promises to stand one row higher (-1) or lower (1)."""
        rows = sorted(row for one in ids if (row := self.row_of(one)) is not None)
        if not rows:
            return
        # What they are moved over stands behind them afterwards, or what stands behind that.
        target = rows[0] - 1 if by < 0 else rows[-1] + 2
        if 0 <= target <= self.rowCount():
            self.move(ids, self._rows[target] if target < self.rowCount() else None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be carried, and be dropped between others."""
        if not self.can_move:
            return super().flags(index)
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Allow moving only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802
        """Name what can be dropped here."""
        return [_CARRIED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Return what is carried: the ids of the rows."""
        rows = sorted({index.row() for index in indexes})
        carried = QMimeData()
        carried.setData(_CARRIED, json.dumps([self._rows[row] for row in rows]).encode())
        return carried

    def dropMimeData(  # noqa: N802
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Ask for the carried rows to stand where they were dropped."""
        if not data.hasFormat(_CARRIED):
            return False
        at = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        ids: list[Any] = json.loads(bytes(data.data(_CARRIED).data()))
        self.move(ids, self._rows[at] if at < self.rowCount() else None)
        # The rows are moved by saving them: the list must not take them out by itself.
        return False
