"""The list of promises: narrowed down by a press, put in order by dragging or by keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.records.charter import Promise
from models.domain.registers import register_of
from models.services.company import OpenCompany
from models.services.promise_check import PromiseCheck
from models.services.promise_list import ALL, FILTER_TITLES, lag_words
from ui import icons, language, theme
from ui.language import _
from ui.registers.list_page import ListPage
from ui.widgets.buttons import ChipButton
from ui.widgets.flow_box import FlowBox
from ui.workspaces.promises.table import PromiseTable


class PromiseList(ListPage):
    """Finds, filters, orders and deletes promises.

    Signals beyond those of a list: `models_requested` for the model promises of the trades.
    """

    models_requested = Signal()

    _filters: QWidget | None = None

    def __init__(self, company: OpenCompany, check: PromiseCheck, parent: QWidget | None = None) -> None:
        table = PromiseTable(company, check)
        super().__init__(company, register_of(Promise), parent, table)
        table.setParent(self)
        self.table = table
        self._numbers: Mapping[str, int] = {}
        self.chips = {key: self._chip(key) for key in table.filter_keys()}
        self.up_action = self._mover("arrow-up", "Alt+Up", self._move_up)
        self.down_action = self._mover("arrow-down", "Alt+Down", self._move_down)
        self._add_filters()
        self._let_drag()
        self.nothing_found.action_requested.connect(self._show_all)
        table.tallied.connect(self._count)
        table.reordered.connect(self._save_order)
        self._word_own()
        table.tally()

    def _chip(self, key: str) -> ChipButton:
        chip = ChipButton()
        chip.setCheckable(True)
        chip.setProperty("filter", key)
        chip.clicked.connect(self._narrow)
        return chip

    def _mover(self, icon: str, keys: str, deed: Callable[[], None]) -> QAction:
        action = QAction(self)
        icons.set_icon(action, icon, "quiet", theme.ICON)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(deed)
        self.addAction(action)
        self.toolbar.menu.insertAction(self.toolbar.sort_action, action)
        return action

    def _add_filters(self) -> None:
        board = FlowBox(theme.space(1.5), self)
        for chip in self.chips.values():
            board.add(chip)
        self._filters = filters = QWidget(self)
        line = QVBoxLayout(filters)
        line.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2.5))
        line.addWidget(board)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, filters)

    def _let_drag(self) -> None:
        self.grid.setDragEnabled(True)
        self.grid.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.grid.setDragDropOverwriteMode(False)
        self.grid.setDropIndicatorShown(True)

    def current(self) -> Promise | None:
        """Return the promise of the current row, None for none."""
        row = self.grid.currentIndex().row()
        record = self.table.record_at(row) if 0 <= row < self.table.rowCount() else None
        return record if isinstance(record, Promise) else None

    def narrow(self, key: str) -> None:
        """Show only what a filter keeps."""
        self.table.narrow(key)
        for name, chip in self.chips.items():
            chip.setChecked(name == key)

    def _show_all(self) -> None:
        self.narrow(ALL)

    def fill_from_model(self) -> None:
        """Lead to the model promises: one takes of them what one can keep."""
        self.models_requested.emit()

    def show_bin(self) -> None:
        """Show what was deleted, all of it."""
        self.narrow(ALL)
        super().show_bin()

    def _narrow(self) -> None:
        chip = self.sender()
        assert isinstance(chip, ChipButton)
        self.narrow(str(chip.property("filter")))

    def _count(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._word_own()

    def _show_state(self) -> None:
        super()._show_state()
        if self._filters is not None:
            self._filters.setVisible(self.table.total > 0 and not self.table.is_bin)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        current = self.current()
        moving = self.grid.chosen_records() or ([current] if current is not None else [])
        self.table.step([record.id for record in moving], by)

    def _save_order(self, records: Sequence[Record]) -> None:
        with self._telling():
            self._company.save_all(records)

    def _word_own(self) -> None:
        speech = language.current()
        for key, chip in self.chips.items():
            title = _(FILTER_TITLES[key]) if key in FILTER_TITLES else lag_words(key, speech)
            number = self._numbers.get(key)
            counted = _("{title} ({count})").format(title=title, count=speech.number(number or 0))
            chip.setText(title if number is None else counted)
            chip.setChecked(key == self.table.filter)
        self.up_action.setText(_("Move up"))
        self.down_action.setText(_("Move down"))
        self.toolbar.model_action.setText(_("Choose model promises"))
        self._show_state()

    def _word_empty(self) -> None:
        super()._word_empty()
        if not (self.model.is_bin or self._company.is_read_only):
            self.empty.example.setText(_("Choose model promises"))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        super().retranslate()
        self._word_own()
