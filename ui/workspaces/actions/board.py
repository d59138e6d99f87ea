"""The board: a column for each state of an action; cards are moved by keys, and by dragging."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from models.domain.action_states import ACTION_STATES, ActionState, state_of
from models.domain.ids import RecordId
from models.domain.records.correction import Action
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, WrapLabel
from ui.workspaces.actions.cards import CardDelegate, CardModel
from ui.workspaces.actions.table import ActionTable

_STATES = tuple(ActionState)


class CardList(QListView):
    """The cards of one state.

    Signals:
        aside: the focus is wanted in a column that lies so many places on.
        move_requested: the `Action` of the card is wanted so many columns on.
        opened: an `Action` is to be edited.
        chosen: an `Action` is to be shown.
        bin_requested: an `Action` is to be deleted.
    """

    aside = Signal(int)
    move_requested = Signal(object, int)
    opened = Signal(object)
    chosen = Signal(object)
    bin_requested = Signal(object)

    def __init__(self, table: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(table, self)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(self._open)

    @property
    def current_action(self) -> Action | None:
        """The action of the current card, None for none."""
        row = self.currentIndex().row()
        return self.cards.action_at(row) if 0 <= row < self.cards.rowCount() else None

    def choose(self, row: int) -> None:
        """Make a card the current one."""
        if self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(max(0, min(row, self.cards.rowCount() - 1))))

    def _open(self) -> None:
        if (action := self.current_action) is not None:
            self.opened.emit(action)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the action of a card that was pressed."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.indexAt(event.position().toPoint()).isValid():
            self.chosen.emit(self.current_action)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to and move to other columns with the arrows, open with Enter, delete with Del."""
        key, action = Qt.Key(event.key()), self.current_action
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = (key is Qt.Key.Key_Right) != self.isRightToLeft()
            if not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.aside.emit(1 if forward else -1)
            elif action is not None:
                self.move_requested.emit(action, 1 if forward else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and action is not None:
            self.opened.emit(action)
        elif key is Qt.Key.Key_Delete and action is not None:
            self.bin_requested.emit(action)
        else:
            super().keyPressEvent(event)

    def selectionChanged(  # noqa: N802
        self, chosen: QItemSelection, before: QItemSelection
    ) -> None:
        """Keep the card in view that was chosen by keys."""
        super().selectionChanged(chosen, before)
        if self.hasFocus() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())


class BoardColumn(QWidget):
    """A title with a count over the cards of a state."""

    def __init__(self, state: ActionState, table: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = state
        self.title = ElidedLabel(parent=self)
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.count = Chip(parent=self)
        self.list = CardList(table, self)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(2), theme.space(2), theme.space(2), 0)
        column.setSpacing(theme.space(2))
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_actions(self, actions: list[Action]) -> None:
        """Show the actions of this state."""
        self.list.cards.show_actions(actions)
        # Without a card nothing would show the focus.
        policy = Qt.FocusPolicy.StrongFocus if actions else Qt.FocusPolicy.ClickFocus
        self.list.setFocusPolicy(policy)
        number = current().number(len(actions))
        self.count.set_chip(number, Tone.PRIMARY if actions else Tone.QUIET)
        named = _("{title} ({count})").format(title=_(ACTION_STATES[self.state]), count=number)
        self.list.setAccessibleName(named)

    def retranslate(self) -> None:
        """Word title and cards in the current language."""
        self.title.setText(_(ACTION_STATES[self.state]))
        self.list.cards.forget_words()


class Board(QWidget):
    """Shows what the table holds, by state.

    Signals: `moved` an action and the `ActionState` where it is wanted; others as of its lists.
    """

    moved = Signal(object, object)
    opened = Signal(object)
    chosen = Signal(object)
    bin_requested = Signal(object)

    def __init__(self, table: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.columns: Mapping[ActionState, BoardColumn] = {
            state: BoardColumn(state, table, self) for state in _STATES
        }
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.refresh)
        self._hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(1), 0, theme.space(1), 0)
        row.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(row, 1)
        self._hint.setContentsMargins(theme.space(3), theme.space(1), theme.space(3), 0)
        outer.addWidget(self._hint)
        for place, column in enumerate(self.columns.values()):
            if place:
                line = QFrame(self)
                line.setProperty("kind", "line")
                line.setFixedWidth(1)
                row.addWidget(line)
            row.addWidget(column, 1)
            self._connect(column)
        for signal in (table.counted, table.dataChanged, table.modelReset):
            signal.connect(self._wait)
        self.retranslate()

    def _connect(self, column: BoardColumn) -> None:
        cards = column.list
        cards.aside.connect(self._go_aside)
        cards.move_requested.connect(self._move)
        cards.opened.connect(self.opened)
        cards.chosen.connect(self.chosen)
        cards.bin_requested.connect(self.bin_requested)
        cards.cards.dropped.connect(self._drop)

    def _wait(self) -> None:
        self._rest.start(0)

    def refresh(self) -> None:
        """Put every action into the column of its state."""
        self._rest.stop()
        kept = self.current_action
        sorted_: dict[ActionState, list[Action]] = {state: [] for state in _STATES}
        for row in range(self._table.rowCount()):
            action = self._table.action_at(row)
            sorted_[state_of(action)].append(action)
        for state, column in self.columns.items():
            column.show_actions(sorted_[state])
        if kept is not None:
            self.choose(kept.id)

    def set_can_move(self, can_move: bool) -> None:
        """Let cards be carried, or only be looked at."""
        self._hint.setVisible(can_move)
        for column in self.columns.values():
            column.list.cards.can_move = can_move

    @property
    def current_action(self) -> Action | None:
        """The action of the card chosen last, None for none."""
        for column in self.columns.values():
            if column.list.selectionModel().hasSelection():
                return column.list.current_action
        return None

    def choose(self, action: RecordId | None, *, focus: bool = False) -> bool:
        """Make the card of an action the current one; return whether there is one."""
        if self._rest.isActive():
            self.refresh()
        found = False
        for column in self.columns.values():
            row = column.list.cards.row_of(action) if action is not None else None
            if row is None:
                column.list.selectionModel().clearSelection()
                continue
            found = True
            column.list.choose(row)
            column.list.scrollTo(column.list.currentIndex())
            if focus:
                column.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def focus_cards(self) -> None:
        """Give the focus to the card chosen last, or to the first one."""
        chosen = self.current_action
        if chosen is not None and self.choose(chosen.id, focus=True):
            return
        filled = (column.list for column in self.columns.values() if column.list.cards.rowCount())
        first = next(filled, self.columns[ActionState.OPEN].list)
        first.choose(0)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_aside(self, by: int) -> None:
        lists = [column.list for column in self.columns.values()]
        here = next(place for place, one in enumerate(lists) if one is self.sender())
        row = lists[here].currentIndex().row()
        reached = lists[max(0, here + by) :: by] if here + by >= 0 else []
        goal = next((one for one in reached if one.cards.rowCount()), None)
        if goal is not None and goal is not lists[here]:
            lists[here].selectionModel().clearSelection()
            goal.choose(row)
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, action: Action, by: int) -> None:
        place = _STATES.index(state_of(action)) + by
        if 0 <= place < len(_STATES):
            self.moved.emit(action, _STATES[place])

    def _drop(self, action_id: RecordId) -> None:
        cards = self.sender()
        goal = next(state for state, column in self.columns.items() if column.list.cards is cards)
        row = self._table.row_of(action_id)
        if row is not None and state_of(self._table.action_at(row)) is not goal:
            # The drag must have ended before a field takes the focus.
            QTimer.singleShot(0, self, lambda: self.moved.emit(self._table.action_at(row), goal))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._hint.setText(_("Alt with an arrow moves a card, Enter opens it; it can be dragged as well."))
        for column in self.columns.values():
            column.retranslate()
        self.refresh()
