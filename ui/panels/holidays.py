"""The days on which the company is closed, and the fixed public holidays to take over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.control import Holiday
from models.domain.registers import register_of
from models.services import holidays
from models.services.company import Change, OpenCompany
from models.services.editing import new_record
from ui import theme
from ui.language import _, current, ngettext
from ui.panels.record_cards import RecordCards
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind

_LINES = (("name",), ("first", "last"))


class HolidaysCard(Card):
    """The holidays to come; those that are over are shown when they are asked for.

    Signals:
        told: `News`.
    """

    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(icon="plan", parent=parent)
        self._company = company
        self._shows_all = False
        self.about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.note = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.take_button = SecondaryButton(icon="add", small=True)
        self.earlier_button = LinkButton(icon="history")
        self.cards = RecordCards(
            company, register_of(Holiday), _LINES, wanted=self._wanted, begun=self._begun, parent=self
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        buttons.addWidget(self.take_button)
        buttons.addWidget(self.earlier_button)
        buttons.addStretch(1)
        self.add(self.about)
        self.body.addLayout(buttons)
        self.add(self.note)
        self.add(self.cards)
        self.take_button.clicked.connect(self.take_fixed)
        self.earlier_button.clicked.connect(self._show_all)
        self.cards.told.connect(self.told)
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()

    def _wanted(self) -> Sequence[Record]:
        if self._shows_all:
            return holidays.in_order(self._company)
        return holidays.upcoming(self._company, date.today())

    def _begun(self) -> Record:
        return new_record(register_of(Holiday), self._company)

    def take_fixed(self) -> None:
        """Save the fixed holidays of the year that are missing, in one step to undo."""
        speech, today = current(), date.today()
        year = holidays.year_to_offer(self._company, today)
        made = holidays.missing(self._company, speech, year)
        if not made:
            return
        try:
            self._company.save_all(made)
        except AppError as error:
            self.told.emit(News(error.sentence(speech), NoticeKind.ERROR))
            return
        self._shows_all = any((one.last or one.first or today) < today for one in made)
        self.refresh()
        sentence = ngettext("{count} holiday was added.", "{count} holidays were added.", len(made))
        text = sentence.format(count=speech.number(len(made)))
        self.told.emit(News(text, NoticeKind.GOOD, can_undo=True))

    def focus(self, record_id: RecordId | None, field: str = "") -> None:
        """Show a holiday, also one that is over, and go to a field of it; without one, the first."""
        if self._company.find(Holiday, record_id) is not None:
            self._shows_all = True
            self.refresh()
        if record_id is None or not self.cards.focus(record_id, field):
            self.cards.add_button.setFocus()

    def commit(self) -> None:
        """Take what is being typed."""
        self.cards.commit()

    def _show_all(self) -> None:
        self._shows_all = not self._shows_all
        self.refresh()

    def refresh(self) -> None:
        """Show the holidays as they are now."""
        speech, today = current(), date.today()
        year = holidays.year_to_offer(self._company, today)
        is_open = not self._company.is_read_only
        left = holidays.missing(self._company, speech, year) if is_open else ()
        self.take_button.setVisible(bool(left))
        self.take_button.setText(_("Add the fixed holidays of {year}").format(year=speech.digits(str(year))))
        over = len(self._company.all(Holiday)) - len(holidays.upcoming(self._company, today))
        self.earlier_button.setVisible(over > 0)
        shown = ngettext("Show {count} that is over", "Show {count} that are over", over)
        text = _("Hide those that are over") if self._shows_all else shown.format(count=speech.number(over))
        self.earlier_button.setText(text)
        self.cards.refresh()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Holiday):
            self.refresh()

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        register = register_of(Holiday)
        self.set_title(_(register.title))
        self.about.setText(_(register.about))
        self.note.setText(holidays.country().holiday_note.best(current().code))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
