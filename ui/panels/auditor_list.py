"""The questions of an audit, by where they come from, each with how it was answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.domain.ids import RecordId
from models.domain.records.audit import CHECK_RESULTS
from models.services.auditor import ORIGINS, Asked
from ui import icons, theme
from ui.language import _, current
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


class AuditorList(QListWidget):
    """Two lines a question under the heading of its origin; arrows move, Enter goes on to the answer.

    Signals:
        question_chosen: the id of a question's check.
        answer_wanted: the user wants to write.
    """

    question_chosen = Signal(str)
    answer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setFont(theme.font(TextRole.SMALL))
        self.setIconSize(QSize(theme.ICON, theme.ICON))
        self.currentItemChanged.connect(self._tell)

    def show_questions(self, asked: Sequence[Asked], chosen: RecordId | None) -> None:
        """Show other questions; no signal tells which of them is current then."""
        self.blockSignals(True)
        self.clear()
        for origin, group in groupby(asked, lambda one: one.origin):
            heading = QListWidgetItem(_(ORIGINS[origin]), self)
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            heading.setFont(theme.font(TextRole.SMALL, strong=True))
            heading.setSizeHint(QSize(0, _HEADING))
            for one in group:
                self._add(one)
        self.choose(chosen)
        self.blockSignals(False)

    def choose(self, check: RecordId | None) -> None:
        """Make the question of a check current."""
        for item in self._questions():
            if item.data(_ID_ROLE) == check:
                self.setCurrentItem(item)

    def go_on(self, steps: int) -> None:
        """Go on by some questions, or back; stays at both ends."""
        items = list(self._questions())
        here = next((at for at, item in enumerate(items) if item is self.currentItem()), 0)
        if items:
            self.setCurrentItem(items[max(0, min(here + steps, len(items) - 1))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the answer with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, one: Asked) -> None:
        words = one.words(current())
        icon, ink = SIGNS[one.check.result]
        item = QListWidgetItem(icons.icon(icon, ink), words, self)
        item.setData(_ID_ROLE, one.check.id)
        item.setSizeHint(QSize(0, _ROW))
        verdict = _(CHECK_RESULTS[one.check.result]) if one.check.result else _("Not answered yet")
        item.setToolTip(plain_tooltip(words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}: {verdict}")

    def _questions(self) -> Iterator[QListWidgetItem]:
        items = (self.item(row) for row in range(self.count()))
        return (item for item in items if item.data(_ID_ROLE))

    def _tell(self, now: QListWidgetItem | None) -> None:
        if now is not None and now.data(_ID_ROLE):
            self.question_chosen.emit(now.data(_ID_ROLE))
