"""The actions as a board or as a list, both narrowed down and searched in the same way."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.services.action_list import ActionFilter, counts
from models.services.actions import another_like
from models.services.company import Change, OpenCompany
from ui import language
from ui.registers.list_page import ListPage
from ui.registers.news import News
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.actions.board import Board
from ui.workspaces.actions.filter_bar import BOARD, FilterBar
from ui.workspaces.actions.table import ActionTable

_HABIT = "actions_mode"


class ActionList(ListPage):
    """Finds, filters, moves and deletes actions.

    Signals beyond those of a list:
        moved: an `Action` and the state where it is wanted.
        peeked: an `Action` to be shown while the focus stays.
    """

    moved = Signal(object, object)
    peeked = Signal(object)

    _bar: FilterBar | None = None

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        table = ActionTable(company)
        super().__init__(company, register_of(Action), parent, table)
        table.setParent(self)
        self.table = table
        self.board = Board(table, self.pages)
        self.pages.addWidget(self.board)
        self._bar = self.bar = FilterBar(company, self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, self.bar)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.timeout.connect(self._count)
        self.bar.modes.set_current(company.habit(_HABIT) or BOARD)
        self.bar.mode_chosen.connect(self._choose_mode)
        self.bar.narrowed.connect(table.narrow)
        self.board.moved.connect(self.moved)
        self.board.chosen.connect(self.peeked)
        self.board.opened.connect(self._open_card)
        self.board.bin_requested.connect(self._bin_card)
        self.nothing_found.action_requested.connect(self._show_all)
        self.grid.selectionModel().currentRowChanged.connect(self._peek)
        self._count()
        self._show_state()

    @property
    def is_board(self) -> bool:
        """Whether the actions are seen as a board."""
        return self._bar is not None and self._bar.modes.current() == BOARD and not self.table.is_bin

    def _choose_mode(self, mode: str) -> None:
        if not self._company.is_read_only:
            with self._telling():
                self._company.note_habit(_HABIT, mode)
        self._show_state()

    def narrow(self, wanted: ActionFilter) -> None:
        """Show only what a filter lets through."""
        self.bar.set_filter(wanted)
        self.table.narrow(wanted)

    def _show_all(self) -> None:
        self.narrow(ActionFilter())

    def show_bin(self) -> None:
        """Show what was deleted, all of it."""
        self._show_all()
        super().show_bin()

    def choose(self, action: Action) -> None:
        """Make an action the current one, in the board and in the list."""
        self.board.choose(action.id)
        self.grid.choose(action.id)

    def focus_rows(self) -> None:
        """Give the focus to the cards or to the rows."""
        if self.is_board:
            self.board.focus_cards()
        else:
            self.grid.setFocus()

    def _peek(self) -> None:
        row = self.grid.currentIndex().row()
        if not self.is_board and not self.table.is_bin and 0 <= row < self.table.rowCount():
            self.peeked.emit(self.table.action_at(row))

    def _open_card(self, action: Action) -> None:
        self.record_opened.emit(action, "")

    def _bin_card(self, action: Action) -> None:
        self.delete([action])

    def duplicate_chosen(self) -> None:
        """Save another action like each chosen one, with a number of its own."""
        if self.model.is_bin:
            return
        try:
            for record in self.chosen():
                self.choose(another_like(self._company, record, date.today()))
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))

    def delete_chosen(self) -> None:
        """Move the chosen actions to the bin and offer to take that back."""
        self.delete(list(self.chosen()))

    def chosen(self) -> list[Action]:
        """Return the actions chosen in the board or in the list."""
        if self.is_board:
            action = self.board.current_action
            return [action] if action is not None else []
        return [one for one in self.grid.chosen_records() if isinstance(one, Action)]

    def _follow(self, change: Change) -> None:
        super()._follow(change)
        if self._bar is not None:
            self._counting.start(0)

    def _count(self) -> None:
        self.bar.refresh(counts(self._company.all(Action), date.today()))

    def _show_state(self) -> None:
        super()._show_state()
        if self._bar is None:
            return
        self.bar.setVisible(self.table.total > 0 and not self.table.is_bin)
        self.board.set_can_move(not self._company.is_read_only)
        if self.is_board and self.pages.currentWidget() is self.grid:
            self.pages.setCurrentWidget(self.board)
        if self.is_board:
            self.toolbar.set_chosen(bool(self.chosen()), "")

    def retranslate(self) -> None:
        """Show everything in the current language."""
        super().retranslate()
        self.board.retranslate()
        self.bar.retranslate()
        self._count()
