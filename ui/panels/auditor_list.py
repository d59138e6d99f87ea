"""The questions of an audit in groups, each with how it was answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.domain.ids import RecordId
from models.domain.records.audit import CHECK_RESULTS
from ui import icons, theme
from ui.language import _
from ui.theme import TextRole
from ui.widgets.labels import plain_tooltip

# By verdict: icon and ink.
SIGNS: Mapping[str, tuple[str, str]] = {
    "yes": ("good", "good"),
    "partly": ("warning", "late"),
    "no": ("error", "broken"),
    "not_looked": ("unmet", "quiet"),
    "": ("unmet", "quiet"),
}
_ROW, _HEADING = theme.space(12.5), theme.space(9)
_ID_ROLE = Qt.ItemDataRole.UserRole + 1


class AskedLine(NamedTuple):
    """One question: the id of its check, the heading it stands under, its words and its result."""

    check: RecordId
    group: str
    words: str
    result: str


class AuditorList(QListWidget):
    """Two lines a question under the heading of its group; arrows move, Enter goes on to the answer.

    Signals:
        question_chosen: the id of a question's check.
        answer_wanted: the user wants to write.
    """

    question_chosen = Signal(str)
    answer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[AskedLine, ...] = ()
        self._items: dict[RecordId, QListWidgetItem] = {}
        self.setProperty("kind", "field")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFont(theme.font(TextRole.SMALL))
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.currentItemChanged.connect(self._tell)

    def show_questions(self, asked: Sequence[AskedLine], chosen: RecordId | None) -> None:
        """Show other questions, or the same ones answered otherwise; no signal tells of it."""
        self.blockSignals(True)
        places = [(one.check, one.group) for one in asked]
        if places == [(one.check, one.group) for one in self._lines]:
            for line in asked:
                self._fill(self._items[line.check], line)
        else:
            self._build(asked)
        self._lines = tuple(asked)
        self.choose(chosen)
        self.blockSignals(False)

    def _build(self, asked: Sequence[AskedLine]) -> None:
        self.clear()
        self._items = {}
        for group, lines in groupby(asked, lambda one: one.group):
            heading = QListWidgetItem(group, self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(theme.font(TextRole.SMALL, strong=True))
            heading.setSizeHint(QSize(0, _HEADING))
            for line in lines:
                item = QListWidgetItem(self)
                item.setData(_ID_ROLE, line.check)
                item.setSizeHint(QSize(0, _ROW))
                self._items[line.check] = item
                self._fill(item, line)

    @staticmethod
    def _fill(item: QListWidgetItem, line: AskedLine) -> None:
        verdict = _(CHECK_RESULTS[line.result]) if line.result else _("Not answered yet")
        said = f"{line.words}: {verdict}"
        if item.data(Qt.ItemDataRole.AccessibleTextRole) == said:
            return
        item.setText(line.words)
        item.setIcon(icons.icon(*SIGNS[line.result]))
        item.setToolTip(plain_tooltip(line.words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def choose(self, check: RecordId | None) -> None:
        """Make the question of a check current."""
        item = self._items.get(check) if check is not None else None
        if item is not None:
            self.setCurrentItem(item)

    def go_on(self, steps: int) -> None:
        """Go on by some questions, or back; stays at both ends."""
        items = list(self._items.values())
        here = next((at for at, item in enumerate(items) if item is self.currentItem()), 0)
        if items:
            self.setCurrentItem(items[max(0, min(here + steps, len(items) - 1))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the answer with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None and now.data(_ID_ROLE):
            self.question_chosen.emit(now.data(_ID_ROLE))
