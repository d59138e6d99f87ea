"""Steps, their tasks and the yearly programme as a tree with bars over the weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from models.services.plan import Outline
from ui import icons, theme
from ui.language import _, current
from ui.panels.plan.axis import TimeAxis
from ui.panels.plan.painting import ROW, BarDelegate, Picture, WeeksHeader
from ui.panels.plan.rows import PlanRow
from ui.theme import Tone

NAME, OWNER, WHEN, BARS = range(4)
_NAME_WIDTH = theme.space(70)
_OWNER_WIDTH = theme.space(30)
_WHEN_WIDTH = theme.space(33)


class PlanTree(QTreeWidget):
    """The lines of a plan. What was opened, chosen and scrolled to stays so when the plan changes.

    Signals:
        opened: the `PlanRow` on which Enter was pressed, or that was clicked twice.
        chosen: the `PlanRow` that is the current one now.
        ticked: the id of a task on which the space bar was pressed.
    """

    opened = Signal(object)
    chosen = Signal(object)
    ticked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = Picture()
        self._open: set[str] = set()
        self._is_new = True
        self.setColumnCount(4)
        self.setHeader(WeeksHeader(self._picture, BARS, self))
        self.setItemDelegateForColumn(BARS, BarDelegate(self._picture, self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIndentation(theme.space(5))
        self._lay_out()
        self.itemExpanded.connect(self._note_open)
        self.itemCollapsed.connect(self._note_closed)
        self.itemDoubleClicked.connect(self._open_item)
        self.currentItemChanged.connect(self._tell_chosen)

    def _lay_out(self) -> None:
        head = self.header()
        head.setStretchLastSection(True)
        for column, width in ((NAME, _NAME_WIDTH), (OWNER, _OWNER_WIDTH), (WHEN, _WHEN_WIDTH)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)

    def show_details(self, *, are_elsewhere: bool) -> None:
        """Leave owner and day out while a panel beside the tree shows them."""
        self.setColumnHidden(OWNER, are_elsewhere)
        self.setColumnHidden(WHEN, are_elsewhere)

    def show_plan(self, plan: Outline, rows: Sequence[PlanRow]) -> None:
        """Show the lines of a plan."""
        axis = TimeAxis(plan.span, current())
        today = axis.start_of(plan.today) if axis.holds(plan.today) else None
        self._picture.show(axis, plan.days, today)
        if self._is_new:
            self._is_new = False
            running = next((row.key for row in rows if not row.is_done), "")
            self._open = {running}
        with self._kept_in_place():
            self.clear()
            for row in rows:
                self.addTopLevelItem(_item(row))
            for item in self._items():
                item.setExpanded(_row(item).key in self._open)
        self.viewport().update()
        self.header().viewport().update()

    def current_row(self) -> PlanRow | None:
        """Return the line that is chosen, None for none."""
        item = self.currentItem()
        return _row(item) if item is not None else None

    def choose(self, key: str) -> None:
        """Make a line the current one; nothing happens where there is none of that key."""
        for item in self._items():
            if _row(item).key == key:
                parent = item.parent()
                if parent is not None:
                    parent.setExpanded(True)
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return

    def retranslate(self) -> None:
        """Name the columns in the current language."""
        self.setHeaderLabels([_("Step and task"), _("Owner"), _("Done or due"), ""])
        for column in (NAME, OWNER, WHEN):
            side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            self.headerItem().setTextAlignment(column, side)
        self.setAccessibleName(_("Plan"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a line by Enter, tick a task off by the space bar."""
        row = self.current_row()
        if row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_item(self.currentItem())
        elif row is not None and row.task and event.key() == Qt.Key.Key_Space:
            self.ticked.emit(row.task)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for item in self._items():
                _dress(item, _row(item))

    @contextmanager
    def _kept_in_place(self) -> Iterator[None]:
        """Keep the chosen line and the place of the scroll bar while lines are made anew."""
        row, at = self.current_row(), self.verticalScrollBar().value()
        blocker = QSignalBlocker(self)
        yield
        if row is not None:
            self.choose(row.key)
        elif (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)
        self.verticalScrollBar().setValue(at)
        blocker.unblock()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            assert item is not None
            yield item
            children = (item.child(number) for number in range(item.childCount()))
            yield from (child for child in children if child is not None)

    def _open_item(self, item: QTreeWidgetItem | None, _column: int = 0) -> None:
        if item is None:
            return
        if item.childCount():
            item.setExpanded(not item.isExpanded())
        else:
            self.opened.emit(_row(item))

    def _tell_chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(_row(item))

    def _note_open(self, item: QTreeWidgetItem) -> None:
        self._open.add(_row(item).key)

    def _note_closed(self, item: QTreeWidgetItem) -> None:
        self._open.discard(_row(item).key)


def _item(row: PlanRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.name, row.owner, row.when, ""])
    for column in range(4):
        item.setData(column, ROW, row)
    words = row.in_words()
    item.setToolTip(NAME, words)
    item.setToolTip(BARS, words)
    item.setData(BARS, Qt.ItemDataRole.AccessibleTextRole, words)
    _dress(item, row)
    if row.children:
        item.setFont(NAME, theme.font(strong=True))
    item.addChildren([_item(child) for child in row.children])
    return item


def _dress(item: QTreeWidgetItem, row: PlanRow) -> None:
    """Give a line the inks of the present theme."""
    item.setForeground(WHEN, QColor(theme.colours().word(row.tone)))
    if sign := "met" if row.is_done else "warning" if row.tone is Tone.LATE else "":
        item.setIcon(WHEN, icons.icon(sign, row.tone.value))


def _row(item: QTreeWidgetItem) -> PlanRow:
    row = item.data(NAME, ROW)
    assert isinstance(row, PlanRow)
    return row
