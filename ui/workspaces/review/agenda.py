"""The fixed agenda of the review, item by item, with the figures of its period."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.records.audit import Review, ReviewInput
from models.services import reviewing
from models.services.company import OpenCompany
from models.services.reviewing import AgendaItem
from ui import theme
from ui.language import _, current
from ui.registers.news import News
from ui.registers.slices import Slices
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.review.agenda_card import AgendaCard


class AgendaPage(QWidget):
    """A card for each item; they come one by one, so that nobody waits for the last.

    Signals:
        told: `News`. place_requested: a `Place`. typed: something is being typed in a note.
    """

    told = Signal(object)
    place_requested = Signal(object)
    typed = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._review: Review | None = None
        self.count = WrapLabel(role=TextRole.TITLE, parent=self)
        self._about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.write_button = SecondaryButton(icon="edit", small=True, parent=self)
        self.write_button.clicked.connect(self.write_all)
        self._cards: list[AgendaCard] = []
        self._slices: Slices[None] = Slices(self)
        head = QHBoxLayout()
        head.addWidget(self.count, 1)
        head.addWidget(self.write_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(5))
        self._column.setSpacing(theme.space(3))
        self._column.addLayout(head)
        self._column.addWidget(self._about)
        self._column.addStretch(1)

    def show_review(self, review: Review) -> None:
        """Show the agenda of a review as it is now."""
        self._review = review
        items = reviewing.agenda(self._company, review, date.today())
        self._say_count(items)
        self._slices.start(self._filled(items, review), self._reveal)

    def cards(self) -> Sequence[AgendaCard]:
        """Return the cards in the order of the agenda."""
        self._slices.finish()
        return tuple(self._cards)

    def _filled(self, items: Sequence[AgendaItem], review: Review) -> Generator[None, None, None]:
        for at, item in enumerate(items):
            if at == len(self._cards):
                self._cards.append(self._new_card())
            self._cards[at].show_item(at + 1, item, review)
            yield

    def _new_card(self) -> AgendaCard:
        card = AgendaCard(self._company, self)
        card.place_requested.connect(self.place_requested)
        card.figures_wanted.connect(self._write)
        card.typed.connect(self.typed)
        # One that came into what is on the screen would lay out all others anew.
        card.hide()
        self._column.insertWidget(self._column.count() - 1, card)
        return card

    def _reveal(self, _nothing: None) -> None:
        for card in self._cards:
            card.show()

    def _say_count(self, items: Sequence[AgendaItem]) -> None:
        speech = current()
        known = sum(item.is_discussed for item in items)
        text = _("{known} of {total} items discussed")
        self.count.setText(text.format(known=speech.number(known), total=speech.number(len(items))))
        is_left = any(not item.is_discussed and item.report.lines for item in items)
        self.write_button.setVisible(is_left and not self._company.is_read_only)

    def write_all(self) -> None:
        """Write the figures of every item down that has no note yet."""
        self.commit()
        if self._review is not None:
            self._write_down(reviewing.agenda(self._company, self._review, date.today()))

    def _write(self, item: AgendaItem) -> None:
        self._write_down([item])

    def _write_down(self, items: Sequence[AgendaItem]) -> None:
        if self._review is None:
            return
        fresh = reviewing.agenda(self._company, self._review, date.today())
        topics = {item.topic.id for item in items}
        wanted = [item for item in fresh if item.topic.id in topics]
        try:
            made = reviewing.write_figures(self._company, self._review, wanted, current())
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        self.told.emit(News(_("The figures are written down."), NoticeKind.GOOD, can_undo=True))
        self.focus(made[0].topic)

    def focus(self, topic: str = "", note: object = None) -> None:
        """Give the focus to the note of an item, the first one without a topic."""
        cards = self.cards()
        found = [card for card in cards if card.item.topic.id == topic]
        if found or cards:
            (found or list(cards))[0].focus_note(note)

    def draft(self) -> ReviewInput | None:
        """Return the note that is being typed as it would be saved, None for none."""
        for card in self._cards:
            for fields in card.notes:
                draft = fields.draft() if fields.focused_field() else None
                if isinstance(draft, ReviewInput):
                    return draft
        return None

    def commit(self) -> None:
        """Take what is being typed."""
        for card in self._cards:
            card.commit()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._about.setText(
            _("The figures are those of the period reviewed; a sentence leads to its records.")
        )
        self.write_button.setText(_("Write all figures down"))
        for card in self._cards:
            card.retranslate()
