"""A quiet notice about failures that repeat, with the cases named and a way to look for the cause."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from models.domain.records.charter import Promise
from models.domain.records.correction import Action
from models.domain.records.operation import COMPLAINT_TYPES, Breach, Complaint
from models.domain.repetition import PERIOD, Case, Repetition, day_of, searching
from models.localisation.text import shortened
from models.services.cases import make_action
from models.services.company import Change, OpenCompany
from ui.language import _, current, ngettext
from ui.registers.news import News
from ui.registers.slices import Slices
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.quiet_notice import QuietNotice

_MOST_NAMED = 5


class RepetitionNotice(QuietNotice):
    """Names the latest repetition of one kind of case, and proposes a corrective action.

    Signals:
        told: `News`.
    """

    told = Signal(object)

    def __init__(self, company: OpenCompany, kind: type[Case], parent: QWidget | None = None) -> None:
        super().__init__(NoticeKind.WARNING, parent)
        self._company = company
        self._kind = kind
        self.found: Repetition | None = None
        self._slices: Slices[tuple[Repetition, ...]] = Slices(self)
        self.acted.connect(self.make)

    def is_touched_by(self, change: Change) -> bool:
        """Return whether a change may have made another repetition the latest."""
        return not change.edits or change.touches(self._kind, Action, Promise)

    def refresh(self) -> None:
        """Show the latest repetition, or nothing; a long search goes on while the window lives."""
        self._slices.start(searching(self._company, self._kind), self._show)

    def _show(self, found: Sequence[Repetition]) -> None:
        self.found = next((one for one in found if self._matter(one)), None)
        if self.found is None:
            self.say("")
            return
        action = "" if self._company.is_read_only else _("Make a corrective action")
        self.say(self._sentence(self.found), action)

    def _matter(self, one: Repetition) -> str:
        """Return what the cases are about, "" for a promise that is gone."""
        promise = self._company.find(Promise, one.promise)
        if promise is not None:
            return shortened(promise.text.best(current().code).strip().rstrip("."))
        return _(COMPLAINT_TYPES[one.subject]) if one.subject in COMPLAINT_TYPES else ""

    def _sentence(self, one: Repetition) -> str:
        speech, count = current(), len(one.cases)
        if self._kind is Breach:
            sentence = ngettext(
                "This promise was broken {count} time within {days} days: {matter} ({cases}).",
                "This promise was broken {count} times within {days} days: {matter} ({cases}).",
                count,
            )
        else:
            sentence = ngettext(
                "{count} complaint within {days} days is about the same: {matter} ({cases}).",
                "{count} complaints within {days} days are about the same: {matter} ({cases}).",
                count,
            )
        return sentence.format(
            count=speech.number(count),
            days=speech.number(PERIOD.days),
            matter=speech.isolate(self._matter(one)),
            cases=self._named(one.cases),
        )

    @staticmethod
    def _named(cases: Sequence[Case]) -> str:
        speech = current()
        names = []
        for case in cases[-_MOST_NAMED:]:
            day = day_of(case)
            number = case.no if isinstance(case, Complaint) else ""
            shown = speech.digits(number) if number.isdecimal() else number
            names.append(speech.isolate(shown or (speech.date(day) if day else "")))
        listed = speech.join(names)
        return _("{cases} and others").format(cases=listed) if len(cases) > _MOST_NAMED else listed

    def make(self) -> Action | None:
        """Save the proposed action with all its cases, and return it; None where that failed."""
        self._slices.finish()
        return self.make_of(self.found.cases) if self.found is not None else None

    def make_of(self, cases: Sequence[Case]) -> Action | None:
        """Save an action that looks for the cause of some cases."""
        speech = current()
        try:
            action = make_action(self._company, cases, speech, date.today())
        except AppError as error:
            self.told.emit(News(error.sentence(speech), NoticeKind.ERROR))
            return None
        text = _("The corrective action {no} was opened in step 7.").format(no=speech.island(action.no))
        self.told.emit(News(text, NoticeKind.GOOD, can_undo=True))
        return action
