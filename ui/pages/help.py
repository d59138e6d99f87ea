"""The help page: glossary, clauses, questions, keys, certificates, limits, about; searchable."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.records.control import CompanySettings
from models.services.company import OpenCompany
from models.services.reading import TOPICS, Passage, found, passages
from models.services.search.targets import Reading
from ui import theme
from ui.language import _, current
from ui.page import Page
from ui.reading_view import ReadingView
from ui.widgets.card import Card
from ui.widgets.flow_tabs import FlowTabs
from ui.widgets.search_field import SearchField

_SEARCH_WIDTH = 220


class HelpPage(Page):
    """One topic at a time; a search looks through all of them."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.tabs = FlowTabs()
        self.tabs.take_keys()
        self.search = SearchField()
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.view = ReadingView()
        self.tabs.add_trailing(self.search)
        self.tabs.chosen.connect(self.show_topic)
        self.search.searched.connect(self._look_for)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card()
        card.set_flush(True)
        card.body.setSpacing(0)
        card.add(self.tabs)
        card.add(self.view, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        page.addWidget(card)

    def title(self) -> str:
        """Return the page's heading."""
        return _("Help")

    def watched(self) -> tuple[type[Record], ...]:
        """Return what the texts depend on: the edition of ISO 9001."""
        return (CompanySettings,)

    def refresh(self) -> None:
        """Show the present topic, or what is searched for, in the present language."""
        self._look_for(self.search.text().strip())

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.tabs.set_tabs((key, _(title)) for key, title in TOPICS.items())
        self.search.set_placeholder(_("Search the help"))

    def show_topic(self, key: str) -> None:
        """Show one topic from its beginning."""
        self.tabs.set_current(key)
        self.search.clear()
        self._look_for("")

    def show_passage(self, reading: Reading) -> None:
        """Show a topic at one of its passages."""
        self.show_topic(reading.topic)
        self.view.go_to(reading.at)
        self.view.setFocus()

    def _look_for(self, text: str) -> None:
        self.view.setAccessibleName(_(TOPICS[self.tabs.current()]))
        if not text:
            self.view.show_passages(self._passages(self.tabs.current()))
            return
        hits: list[Passage] = []
        for key, title in TOPICS.items():
            matching = found(self._passages(key), text)
            if matching:
                hits += [Passage(_(title), is_section=True), *matching]
        self.view.show_passages(hits, _("Nothing in the help contains these words."))

    def _passages(self, key: str) -> tuple[Passage, ...]:
        return passages(key, current(), self.company.sheet(CompanySettings).edition)
