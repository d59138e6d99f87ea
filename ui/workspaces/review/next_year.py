"""Objectives for next year: what became of this year's, and those that follow or are new."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.objective_results import Outcome
from models.domain.records.audit import Review
from models.domain.records.commitment import Objective
from models.domain.registers import register_of
from models.services import next_year
from models.services.company import OpenCompany
from models.services.editing import new_record
from ui import theme
from ui.language import _
from ui.panels.objective_outcome import ObjectiveOutcome
from ui.panels.record_cards import RecordCards
from ui.registers.slices import Slices
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.showing import show_if

_LINES = (("text",), ("baseline", "target", "unit"), ("owner", "due"))


class NextYearPage(QWidget):
    """This year's objectives with their results, and below them next year's.

    Signals:
        told: `News`.
    """

    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._review: Review | None = None
        self._title = WrapLabel(role=TextRole.TITLE, parent=self)
        self._about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.outcomes: list[ObjectiveOutcome] = []
        self._slices: Slices[None] = Slices(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(2))
        self._next_title = WrapLabel(role=TextRole.TITLE, parent=self)
        self.cards = RecordCards(
            company,
            register_of(Objective),
            _LINES,
            wanted=self._following,
            begun=self._begun,
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(3))
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addLayout(self._list)
        column.addWidget(self._next_title)
        column.addWidget(self.cards)
        column.addStretch(1)
        self.cards.told.connect(self.told)

    def show_review(self, review: Review) -> None:
        """Show the objectives as a review finds them."""
        self._review = review
        shown = next_year.open_outcomes(self._company, review)
        self._slices.start(self._filled(shown), lambda _nothing: None)
        for spare in self.outcomes[len(shown) :]:
            spare.hide()
        show_if(self._about, not shown)
        self.cards.refresh()

    def _filled(self, shown: Sequence[Outcome]) -> Generator[None, None, None]:
        for at, outcome in enumerate(shown):
            if at == len(self.outcomes):
                self._add()
            self.outcomes[at].show_outcome(outcome)
            self.outcomes[at].show()
            yield

    def _add(self) -> None:
        card = ObjectiveOutcome(self._company, self._of_review, parent=self)
        card.told.connect(self.told)
        card.went_on.connect(self._go_on)
        self.outcomes.append(card)
        self._list.addWidget(card)

    def _of_review(self) -> Review | None:
        return self._review

    def shown(self) -> Sequence[ObjectiveOutcome]:
        """Return the cards of this year's objectives that can be seen."""
        self._slices.finish()
        return [card for card in self.outcomes if not card.isHidden()]

    def _go_on(self, following: Objective) -> None:
        self.cards.focus(following.id, "target")

    def _following(self) -> Sequence[Record]:
        return next_year.following(self._company, self._review) if self._review is not None else ()

    def _begun(self) -> Record:
        return new_record(register_of(Objective), self._company)

    def commit(self) -> None:
        """Take what is being typed."""
        self.cards.commit()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._title.setText(_("What became of this year's objectives"))
        self._about.setText(_("Every objective has been decided about."))
        self._next_title.setText(_("Next year's objectives"))
        for card in self.outcomes:
            card.retranslate()
