"""The settings page: the user's own choices, the company's, and where everything lies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.marking import N_
from models.domain.records.control import CompanySettings, Holiday
from models.domain.registers import register_of
from models.localisation.languages import CalendarName, language_rows
from models.services.companies import current_user
from models.services.company import OpenCompany
from models.services.preferences import Look
from models.services.user_folders import UserFolders
from ui import desktop, theme
from ui.choices import Choices
from ui.language import _, current
from ui.page import Page
from ui.panels.holidays import HolidaysCard
from ui.panels.record_fields import RecordFields
from ui.registers.news import News, notice_of
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import ElidedLabel, PlainLabel, WrapLabel
from ui.widgets.page_scroll import PageScroll
from ui.widgets.text_edit import ShortText

_CALENDARS: Mapping[str, str] = {
    "": N_("The language's own"),
    CalendarName.JALALI: N_("Persian (Jalali)"),
    CalendarName.GREGORIAN: N_("Gregorian"),
}
_LOOKS: Mapping[str, str] = {
    Look.SYSTEM: N_("As the computer is set"),
    Look.LIGHT: N_("Light"),
    Look.DARK: N_("Dark"),
}
_OF_COMPANY = ("number_prefix", "edition", "plan_weeks", "started_on", "days_off")
_COMPANY_FILE, _SETTINGS, _LOGS = N_("This company's file"), N_("Your settings"), N_("Reports of failures")
# A choice box takes "" for nothing chosen.
_OWN_CALENDAR = "own"


class SettingsPage(Page):
    """Every choice takes effect at once and can be taken back in the same place."""

    def __init__(
        self, company: OpenCompany, choices: Choices, folders: UserFolders, parent: QWidget | None = None
    ) -> None:
        super().__init__(company, parent)
        self.mine = ChoicesCard(choices)
        self.places = PlacesCard(
            {_COMPANY_FILE: company.path, _SETTINGS: folders.preferences, _LOGS: folders.logs}
        )
        self.company_card = CompanyCard(company)
        self.holidays = HolidaysCard(company)
        self.holidays.told.connect(self._pass_on)
        self._lay_out()

    def _lay_out(self) -> None:
        page = QHBoxLayout(self)
        page.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        page.setSpacing(theme.space(4))
        page.addWidget(PageScroll(column_of(self.mine, self.places)), 1)
        page.addWidget(PageScroll(column_of(self.company_card, self.holidays)), 1)

    def title(self) -> str:
        """Return the page's heading."""
        return _("Settings")

    def reveal(self, place: Place) -> None:
        """Bring a field of the company's settings, or a holiday, into view."""
        if place.register == register_of(Holiday).code:
            self.holidays.focus(place.record, place.field)
        else:
            self.company_card.fields.focus(place.field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.mine.commit()
        self.company_card.fields.commit()
        self.holidays.commit()

    def _pass_on(self, news: News) -> None:
        self.notice_requested.emit(notice_of(news))

    def watched(self) -> tuple[type[Record], ...]:
        """Return the company's settings."""
        return (CompanySettings,)

    def refresh(self) -> None:
        """Show the company's settings as they are now."""
        self.company_card.show_settings(self.company.sheet(CompanySettings))


def column_of(*cards: QWidget) -> QWidget:
    """Return cards below one another, as tall as they need to be."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(4))
    for card in cards:
        layout.addWidget(card)
    layout.addStretch(1)
    return column


class CompanyCard(Card):
    """What belongs to the company and travels with its file. Whether it is a sample cannot be changed."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(icon="company", parent=parent)
        self.fields = RecordFields(company, CompanySettings, _OF_COMPANY, self)
        for name in _OF_COMPANY:
            self.add(self.fields.row(name))
        self.sample = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.add(self.sample)
        self.retranslate()

    def show_settings(self, settings: CompanySettings) -> None:
        """Show the settings, and say it when they are a sample's."""
        self.fields.show(settings)
        self.sample.setVisible(settings.is_sample)

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.set_title(_("This company"))
        self.sample.setText(_("This is the sample company: every printed page carries the mark SAMPLE."))
        self.fields.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class ChoicesCard(Card):
    """Language, calendar, light or dark, and the name under which changes are kept."""

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(icon="person", parent=parent)
        self._choices = choices
        self.language = ChoiceBox(optional=False)
        self.calendar = ChoiceBox(optional=False)
        self.look = ChoiceBox(optional=False)
        self.author = ShortText()
        self._rows = {
            "language": FieldRow("", self.language),
            "calendar": FieldRow("", self.calendar),
            "look": FieldRow("", self.look),
            "author": FieldRow("", self.author),
        }
        for row in self._rows.values():
            self.add(row)
        for editor in (self.language, self.calendar, self.look, self.author):
            editor.edited.connect(self._take)
        choices.changed.connect(self._show)
        self.retranslate()
        self._show()

    def _take(self) -> None:
        calendar = self.calendar.value()
        self._choices.change(
            language=self.language.value(),
            calendar="" if calendar == _OWN_CALENDAR else calendar,
            look=self.look.value(),
            author=self.author.value(),
        )

    def _show(self) -> None:
        chosen = self._choices.now
        self.language.set_value(current().code)
        self.calendar.set_value(chosen.calendar or _OWN_CALENDAR)
        self.look.set_value(chosen.look)
        self.author.set_value(chosen.author)

    def commit(self) -> None:
        """Take what is being typed."""
        self.author.commit()

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.set_title(_("For you, on this computer"))
        self.language.set_choices([Choice(row.code, row.name) for row in language_rows()])
        self.calendar.set_choices([Choice(key or _OWN_CALENDAR, _(text)) for key, text in _CALENDARS.items()])
        self.look.set_choices([Choice(key, _(text)) for key, text in _LOOKS.items()])
        self._rows["language"].set_label(_("Language"))
        self._rows["calendar"].set_label(_("Calendar"))
        self._rows["look"].set_label(_("Light or dark"))
        self._rows["author"].set_label(_("Your name"))
        hint = _("Stands beside your changes in the history. Empty: {name}")
        self._rows["author"].set_hint(hint.format(name=current().isolate(current_user())))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._show()


class PlacesCard(Card):
    """Where everything lies, with a button that shows the folder."""

    def __init__(self, places: Mapping[str, Path], parent: QWidget | None = None) -> None:
        super().__init__(icon="open", parent=parent)
        self._places = places
        self._names = {name: PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET) for name in places}
        self._paths = {name: ElidedLabel(middle=True) for name in places}
        self._buttons = {name: SecondaryButton(small=True) for name in places}
        for name in places:
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(self._names[name])
            texts.addWidget(self._paths[name])
            line = QHBoxLayout()
            line.setSpacing(theme.space(3))
            line.addLayout(texts, 1)
            line.addWidget(self._buttons[name])
            self.body.addLayout(line)
            self._buttons[name].clicked.connect(self._open)
        self.retranslate()

    def _open(self) -> None:
        name = next(name for name, button in self._buttons.items() if button is self.sender())
        path = self._places[name]
        folder = path.parent if name == _COMPANY_FILE else path
        desktop.open_folder(folder)

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.set_title(_("Where everything lies"))
        for name, path in self._places.items():
            self._names[name].setText(_(name))
            self._paths[name].setText(current().island(str(path)))
            self._buttons[name].setText(_("Show"))
            self._buttons[name].setAccessibleName(_("Show the folder: {name}").format(name=_(name)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
