"""Some records of one kind below each other, each with a few fields and a button that deletes it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.localisation.display import Display
from models.services.company import Change, OpenCompany
from ui import language, theme
from ui.language import _
from ui.panels.record_fields import RecordFields
from ui.registers.bin_menu import BinButton
from ui.registers.news import News, farewell
from ui.registers.slices import Slices
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.notice_bar import NoticeKind

Lines = Sequence[Sequence[str]]


class Foot(Protocol):
    """What stands below the fields of a card and follows its record; it is a widget."""

    def show_record(self, record: Record) -> None:
        """Show another record, or the same as it is now."""


Feet = Callable[[QWidget], Foot]


class RecordCard(QFrame):
    """The fields of one record in lines, those of one line side by side; perhaps something below them."""

    deletion_requested = Signal(object)

    def __init__(
        self,
        company: OpenCompany,
        register: Register,
        lines: Lines,
        foot: Feet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        names = [name for line in lines for name in line]
        self.fields = RecordFields(company, register.record, names, self)
        self.delete_button = IconButton("delete", role="quiet")
        self.delete_button.clicked.connect(self._ask)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(2.5))
        columns = max(map(len, lines))
        for at, line in enumerate(lines):
            for place, name in enumerate(line):
                is_last = place == len(line) - 1
                span = columns - place if is_last else 1
                grid.addWidget(self.fields.row(name), at, place, 1, span, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.foot = foot(self) if foot is not None else None
        if isinstance(self.foot, QWidget):
            grid.addWidget(self.foot, len(lines), 0, 1, columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(3), theme.space(2), theme.space(3))
        row.setSpacing(theme.space(2))
        row.addLayout(grid, 1)
        row.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignTop)
        self.delete_button.set_name(_("Move to the bin"))

    def show_record(self, record: Record) -> None:
        """Show a record, new or known."""
        self.fields.show(record)
        if self.foot is not None:
            self.foot.show_record(record)

    def _ask(self) -> None:
        self.deletion_requested.emit(self.fields.record)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.delete_button.set_name(_("Move to the bin"))
        self.fields.retranslate()


class RecordCards(QWidget):
    """A card for each wanted record, a button that adds one, and the way back from the bin.

    wanted: the records to be shown, in their order. begun: a new record, which is saved with its first entry.
    foot: makes what stands below the fields of each card.

    Signals:
        told: `News`.
    """

    told = Signal(object)

    def __init__(
        self,
        company: OpenCompany,
        register: Register,
        lines: Lines,
        *,
        wanted: Callable[[], Sequence[Record]],
        begun: Callable[[], Record],
        foot: Feet | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self._lines = lines
        self._wanted = wanted
        self._begun = begun
        self._foot = foot
        self._new: Record | None = None
        self._cards: dict[RecordId, RecordCard] = {}
        self._spare: list[RecordCard] = []
        self._slices: Slices[Sequence[Record]] = Slices(self)
        self._is_stale = True
        self.add_button = SecondaryButton(icon="add", small=True, parent=self)
        self.add_button.clicked.connect(self.add)
        self.bin_button = BinButton(company, register, self)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.space(2))
        self._lay_out()
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(self.bin_button)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.space(2))
        outer.addLayout(self._column)
        outer.addLayout(foot)

    def cards(self) -> list[RecordCard]:
        """Return the cards, from top to bottom."""
        self._finish()
        return list(self._cards.values())

    def refresh(self) -> None:
        """Show what is wanted now, and the new record that is not saved yet.

        Nobody waits for the cards: they come one by one, and not before they can be seen.
        """
        self._is_stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        records = list(self._wanted())
        if self._new is not None and all(one.id != self._new.id for one in records):
            records.append(self._new)
        else:
            self._new = None
        self._keep([record.id for record in records])
        self.add_button.setVisible(not self._company.is_read_only)
        self._slices.start(self._filled(records), self._settle)

    def _filled(self, records: Sequence[Record]) -> Generator[None, None, Sequence[Record]]:
        for at, record in enumerate(records):
            card = self._cards.get(record.id) or self._spare_card()
            self._cards[record.id] = card
            self._column.insertWidget(at, card)
            card.show_record(record)
            card.delete_button.setVisible(not self._company.is_read_only)
            card.show()
            yield
        return records

    def _settle(self, records: Sequence[Record]) -> None:
        self._cards = {record.id: self._cards[record.id] for record in records}

    def _finish(self) -> None:
        """Make the cards that are still to come."""
        self._catch_up()
        self._slices.finish()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the cards once the rest of the page is painted."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._catch_up)

    def _keep(self, wanted: Sequence[RecordId]) -> None:
        for record_id in [one for one in self._cards if one not in wanted]:
            card = self._cards.pop(record_id)
            card.hide()
            self._spare.append(card)

    def _spare_card(self) -> RecordCard:
        if self._spare:
            return self._spare.pop()
        card = RecordCard(self._company, self._register, self._lines, self._foot, self)
        card.deletion_requested.connect(self._delete)
        return card

    def forget_new(self) -> None:
        """Give up a new record in which nothing was entered."""
        self._new = None

    def add(self) -> None:
        """Begin a new record, or go on with the one that is begun."""
        if self._company.is_read_only:
            return
        if self._new is None:
            self.show_new(self._begun())
        else:
            self.focus(self._new.id)

    def show_new(self, record: Record, field: str = "") -> None:
        """Begin with a record that is prepared for the user."""
        self._new = record
        self.refresh()
        self.focus(record.id, field)

    def focus(self, record_id: RecordId, field: str = "") -> bool:
        """Give the focus to a field of a record; return whether the record is shown."""
        self._finish()
        card = self._cards.get(record_id)
        if card is not None:
            card.fields.focus(field)
        return card is not None

    def refuse(self, record_id: RecordId, field: str, error: AppError) -> None:
        """Say beside a field of a record what something that was asked for lacks, and go there."""
        self._finish()
        self._cards[record_id].fields.refuse(field, error)

    def commit(self) -> None:
        """Take what is being typed."""
        for card in tuple(self._cards.values()):
            card.fields.commit()

    def _delete(self, record: Record) -> None:
        if self._new is not None and record.id == self._new.id:
            self._new = None
            self.refresh()
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            self._company.delete([record])
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        display = Display(self._company, language.current(), content_titles.title)
        self.told.emit(farewell([record], display))

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(self._register.record):
            self.refresh()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.add_button.setText(_(self._register.add))
        for card in (*self._cards.values(), *self._spare):
            card.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
