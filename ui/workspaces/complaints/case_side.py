"""The leading side of the complaints: search, filters with their counts, and the list of cases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.widgets.buttons import PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_box import FlowBox
from ui.widgets.mode_switch import chip_button
from ui.widgets.search_field import SearchField
from ui.workspaces.complaints.case_list import CaseList
from ui.workspaces.complaints.case_model import ALL, FILTERS, CaseModel

SIDE_WIDTH = theme.space(92)


class CaseSide(QWidget):
    """Signals: a new case is wanted; `chosen` and `opened` as of the list."""

    add_requested = Signal()
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.cases = CaseModel(company, self)
        self.search = SearchField(parent=self)
        self.add_button = PrimaryButton(icon="add", parent=self)
        board = FlowBox(theme.space(1.5), self)
        self.chips = {key: chip_button(parent=board) for key in FILTERS}
        self._pages = QStackedWidget(self)
        self.list = CaseList(self.cases, self._pages)
        self.nothing = EmptyState(icon="search", parent=self._pages)
        self.nothing.action.set_icon("")
        for chip in self.chips.values():
            board.add(chip)
            chip.clicked.connect(self._narrow)
        self._lay_out(board)
        self.search.searched.connect(self.cases.search)
        self.add_button.clicked.connect(self.add_requested)
        self.nothing.action_requested.connect(self.show_all)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.cases.arranged.connect(self._count)

    def _lay_out(self, board: QWidget) -> None:
        self.setFixedWidth(SIDE_WIDTH)
        head = QHBoxLayout()
        head.setSpacing(theme.space(2))
        head.addWidget(self.search, 1)
        head.addWidget(self.add_button)
        above = QVBoxLayout()
        above.setContentsMargins(theme.space(3), theme.space(2.5), theme.space(3), theme.space(2.5))
        above.setSpacing(theme.space(2.5))
        above.addLayout(head)
        above.addWidget(board)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._pages, 1)

    def narrow(self, key: str) -> None:
        """Show only what a filter keeps."""
        self.cases.narrow(key)
        self._count()

    def show_all(self) -> None:
        """Show every case again."""
        self.search.clear()
        self.narrow(ALL)

    def _narrow(self) -> None:
        self.narrow(next(key for key, chip in self.chips.items() if chip is self.sender()))

    def _count(self) -> None:
        speech, numbers = current(), self.cases.numbers
        for key, chip in self.chips.items():
            count = numbers.get(key, 0)
            text = _("{title} ({count})").format(title=_(FILTERS[key]), count=speech.number(count))
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.setChecked(key == self.cases.filter)
            # A filter that keeps nothing is offered only while it is on.
            chip.setVisible(count > 0 or key in (ALL, self.cases.filter))
        is_empty = self.cases.rowCount() == 0 and self.cases.is_narrowed
        self._pages.setCurrentWidget(self.nothing if is_empty else self.list)
        self.add_button.setVisible(not self._company.is_read_only)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.search.set_placeholder(_("Search the cases"))
        self.add_button.setText(_("New complaint"))
        self.add_button.setToolTip(_("{text} (Ctrl+N)").format(text=_("New complaint")))
        self.list.setAccessibleName(_("Cases"))
        self.nothing.set_texts(_("No case fits the search and the filter."), _("Show all"))
        self._count()
