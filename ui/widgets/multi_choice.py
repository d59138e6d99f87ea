"""Any number of several choices."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from ui import theme
from ui.theme import TextRole
from ui.widgets.choice_box import Choice
from ui.widgets.editor import Editor
from ui.widgets.flow_box import FlowBox

_MOST_CHIPS = 12
_LIST_ROWS = 6


class MultiChoice(Editor[tuple[str, ...]]):
    """The values that are ticked, in the order offered: chips when they are few, a list when many."""

    def __init__(self, choices: Iterable[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._choices: tuple[Choice, ...] = ()
        self._locked = False
        self._chips: dict[str, QPushButton] = {}
        self._board = FlowBox(theme.space(1.5))
        self.list = QListWidget()
        self.list.setProperty("kind", "field")
        self.list.setFixedHeight(theme.space(8) * _LIST_ROWS)
        self.list.itemChanged.connect(self.commit)
        self._hold(self._board)
        self.layout_().addWidget(self.list)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer other choices, or the same in another language; what is ticked stays ticked."""
        self._choices = tuple(Choice(*choice) for choice in choices)
        many = len(self._choices) > _MOST_CHIPS
        self._fill_chips(() if many else self._choices)
        self._fill_list(self._choices if many else ())
        self._board.setVisible(not many)
        self.list.setVisible(many)
        self._control = self.list if many else self._board
        self.setFocusProxy(next(iter(self._chips.values()), self.list))
        self._show(self._value)
        self._lock(self._locked)

    def _fill_chips(self, choices: Iterable[Choice]) -> None:
        for chip in self._chips.values():
            self._board.remove(chip)
        self._chips.clear()
        for choice in choices:
            chip = QPushButton(choice.label.replace("&", "&&"))
            chip.setAccessibleName(choice.label)
            chip.setProperty("kind", "chip")
            chip.setFont(theme.font(TextRole.SMALL))
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            chip.toggled.connect(self.commit)
            self._board.add(chip)
            self._chips[choice.value] = chip

    def _fill_list(self, choices: Iterable[Choice]) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for choice in choices:
                item = QListWidgetItem(choice.label, self.list)
                item.setData(Qt.ItemDataRole.UserRole, choice.value)
                item.setCheckState(Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _read(self) -> tuple[str, ...]:
        ticked = {value for value, chip in self._chips.items() if chip.isChecked()}
        ticked |= {
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        }
        known = [choice.value for choice in self._choices]
        kept = [value for value in self._value if value not in known]
        return (*(value for value in known if value in ticked), *kept)

    def _show(self, value: tuple[str, ...]) -> None:
        for key, chip in self._chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(key in value)
        with QSignalBlocker(self.list):
            for item in self._items():
                ticked = item.data(Qt.ItemDataRole.UserRole) in value
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _lock(self, read_only: bool) -> None:
        self._locked = read_only
        self._board.setEnabled(not read_only)
        self.list.setEnabled(not read_only)
