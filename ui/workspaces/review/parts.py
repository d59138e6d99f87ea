"""The four parts of one review, one of them in front; each is built when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.domain.fields import Record
from models.domain.records.audit import Review
from models.services.company import OpenCompany
from ui.widgets.page_scroll import PageScroll
from ui.workspaces.review.agenda import AgendaPage
from ui.workspaces.review.decisions import DecisionsPage
from ui.workspaces.review.meeting import MeetingPage
from ui.workspaces.review.next_year import NextYearPage

MEETING, AGENDA, DECISIONS, NEXT_YEAR = "meeting", "agenda", "decisions", "next_year"

Part = MeetingPage | AgendaPage | DecisionsPage | NextYearPage


class ReviewParts(QStackedWidget):
    """Meeting, agenda, decisions and next year's objectives.

    Signals:
        told: `News`. open_requested: an `Evidence` record. place_requested: a `Place`.
        typed: a record as it is being typed, and the field.
    """

    told = Signal(object)
    open_requested = Signal(object)
    place_requested = Signal(object)
    typed = Signal(object, str)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._built: dict[str, Part] = {}
        self._scrolls: dict[str, PageScroll] = {}

    @property
    def meeting(self) -> MeetingPage:
        """The part about the meeting itself."""
        part = self.part(MEETING)
        assert isinstance(part, MeetingPage)
        return part

    @property
    def agenda(self) -> AgendaPage:
        """The part with the agenda."""
        part = self.part(AGENDA)
        assert isinstance(part, AgendaPage)
        return part

    @property
    def decisions(self) -> DecisionsPage:
        """The part with the decisions."""
        part = self.part(DECISIONS)
        assert isinstance(part, DecisionsPage)
        return part

    @property
    def next_year(self) -> NextYearPage:
        """The part with next year's objectives."""
        part = self.part(NEXT_YEAR)
        assert isinstance(part, NextYearPage)
        return part

    def part(self, key: str) -> Part:
        """Return a part, ready for use."""
        if key not in self._built:
            made = _MAKERS[key](self._company)
            made.told.connect(self.told)
            self._listen(made)
            made.retranslate()
            self._built[key] = made
            self._scrolls[key] = PageScroll(made, self)
            self.addWidget(self._scrolls[key])
        return self._built[key]

    def _listen(self, made: Part) -> None:
        if isinstance(made, MeetingPage):
            made.open_requested.connect(self.open_requested)
        if isinstance(made, AgendaPage | DecisionsPage):
            made.place_requested.connect(self.place_requested)
        if isinstance(made, AgendaPage):
            made.typed.connect(self._tell_note)
        elif isinstance(made, MeetingPage | DecisionsPage):
            made.typed.connect(partial(self._tell_field, made))

    def _tell_note(self) -> None:
        self._tell(self.agenda.draft(), "note")

    def _tell_field(self, part: MeetingPage | DecisionsPage) -> None:
        self._tell(part.fields.draft(), part.fields.focused_field())

    def _tell(self, draft: Record | None, field: str) -> None:
        if draft is not None:
            self.typed.emit(draft, field)

    def show_part(self, key: str, review: Review) -> None:
        """Bring a part of a review to the front, as it is now."""
        part = self.part(key)
        self.setCurrentWidget(self._scrolls[key])
        part.show_review(review)

    def commit(self) -> None:
        """Take what is being typed."""
        for part in self._built.values():
            part.commit()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        for part in self._built.values():
            part.retranslate()


_MAKERS: Mapping[str, Callable[[OpenCompany], Part]] = {
    MEETING: MeetingPage,
    AGENDA: AgendaPage,
    DECISIONS: DecisionsPage,
    NEXT_YEAR: NextYearPage,
}
