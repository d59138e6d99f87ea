"""The reviews at the leading side: the day of each, how much of the agenda was discussed, its state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content.improvement import review_model
from models.domain.fields import Record
from models.domain.records.audit import Review, ReviewDecision, ReviewInput
from models.domain.registers import register_of
from models.services import reviewing
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.registers.bin_menu import BinButton
from ui.theme import Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.entry_list import Entry, EntryList

_WIDTH = theme.space(58)


class ReviewList(QWidget):
    """Chooses a review, begins another and brings one back from the bin."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.setFixedWidth(_WIDTH)
        self.list = EntryList(self)
        self.add_button = SecondaryButton(icon="add", small=True, parent=self)
        self.bin_button = BinButton(company, register_of(Review), self, self._binned_with)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        for button in (self.add_button, self.bin_button):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            foot.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(1), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _binned_with(self, gone: Record) -> Sequence[Record]:
        """Return the notes and decisions that went into the bin with a review."""
        notes = [one for one in self._company.binned(ReviewInput) if one.review == gone.id]
        decisions = [one for one in self._company.binned(ReviewDecision) if one.review == gone.id]
        return [*notes, *decisions]

    def show_reviews(self, reviews: Sequence[Review], chosen: str) -> None:
        """List reviews, one of them chosen."""
        self.list.show_entries(self._entry(one) for one in reviews)
        self.list.choose(chosen)
        self.add_button.setVisible(not self._company.is_read_only)

    def _entry(self, review: Review) -> Entry:
        speech = current()
        title = speech.medium_date(review.held_on) if review.held_on else _("No day yet")
        detail = _("{known} of {total} items").format(
            known=speech.number(reviewing.discussed(self._company, review)),
            total=speech.number(len(review_model().inputs)),
        )
        chip, tone = self._state(review)
        return Entry(review.id, title, detail, chip, tone)

    @staticmethod
    def _state(review: Review) -> tuple[str, Tone]:
        if reviewing.is_planned(review, date.today()):
            return _("Planned"), Tone.PRIMARY
        if review.signed_by is not None and review.signed_on is not None:
            return _("Signed"), Tone.GOOD
        return _("Not signed"), Tone.LATE

    def retranslate(self) -> None:
        """Word button and list in the current language."""
        register = register_of(Review)
        self.add_button.setText(_(register.add))
        self.add_button.setToolTip(_("{text} (Ctrl+N)").format(text=_(register.add)))
        self.list.setAccessibleName(_(register.title))
