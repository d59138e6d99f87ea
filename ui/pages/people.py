"""The page of people: everybody who is picked as owner, trainer, auditor and the like."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.gates.criterion import Place
from models.domain.records.control import Person
from models.domain.registers import register_of
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current, ngettext
from ui.page import Notice, Page
from ui.panels.mentions_foot import MentionsFoot
from ui.registers import RegisterView
from ui.registers.news import News, notice_of
from ui.widgets.card import Card


class PeoplePage(Page):
    """The register of people; under a person's form stands where that person is named."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.view = RegisterView(company, register_of(Person))
        self.mentions = MentionsFoot(company)
        card = Card()
        card.set_flush(True)
        card.body.setSpacing(0)
        card.add(self.view, 1)
        card.add(self.mentions)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        column.addWidget(card)
        self.view.told.connect(self._pass_on)
        self.view.open_requested.connect(self.file_requested)
        self.view.record_shown.connect(self.mentions.show_person)
        self.mentions.place_requested.connect(self.place_requested)

    def title(self) -> str:
        """Return the page's heading."""
        return _("People")

    def subtitle(self) -> str:
        """Return how many people meet customers."""
        count = sum(person.meets_customers for person in self.company.all(Person))
        if not count:
            return ""
        sentence = ngettext("{count} meets customers", "{count} meet customers", count)
        return sentence.format(count=current().number(count))

    def refresh(self) -> None:
        """Show anew where the person is named; the register follows by itself."""
        self.mentions.refresh()

    def reveal(self, place: Place) -> None:
        """Show a person's form, or the list."""
        if place.register == register_of(Person).code:
            self.view.show_place(place.record, place.field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.view.commit()

    def _pass_on(self, news: News | Notice) -> None:
        self.notice_requested.emit(notice_of(news))
