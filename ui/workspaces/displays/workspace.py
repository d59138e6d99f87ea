"""Where customers see the charter: photo, revision and days, what is out of date, and replacing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.gates.step5 import hidden_channels, stands
from models.domain.guidance import Guidance
from models.domain.ids import RecordId
from models.domain.launch_readiness import old_displays
from models.domain.records.choices import CHANNELS
from models.domain.records.commitment import Scope
from models.domain.records.control import DocumentControl, Evidence, Issue
from models.domain.records.operation import Display
from models.domain.registers import register_of
from models.services import displays
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current, ngettext
from ui.panels.list_and_form import ListAndForm
from ui.registers.news import News
from ui.registers.photographs import Photographs
from ui.theme import Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.entry_list import Entry
from ui.widgets.mode_switch import ModeSwitch
from ui.widgets.notice_bar import NoticeBar, NoticeKind
from ui.workspace import Workspace

STANDING, OLD, REMOVED, ALL = "standing", "old", "removed", "all"


class DisplaysWorkspace(Workspace):
    """The displays as a list with photos, the chosen one as a form; above it what has to be mended."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._photographs = Photographs(company, self)
        self.filter = ModeSwitch([(STANDING, ""), (OLD, ""), (REMOVED, ""), (ALL, "")], self)
        self.old_notice, self.hidden_notice = NoticeBar(self), NoticeBar(self)
        self.replace_button = SecondaryButton(icon="rotate-ccw", small=True)
        self.desk = ListAndForm(company, register_of(Display), self._entries, parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.desk.show_record()

    def _lay_out(self) -> None:
        self.desk.head.insertWidget(1, self.replace_button)
        self.desk.top.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        self.desk.top.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for notice in (self.old_notice, self.hidden_notice):
            notice.close_button.hide()
            column.addWidget(notice)
        column.addWidget(self.desk, 1)

    def _connect(self) -> None:
        self.desk.told.connect(self.told)
        self.desk.open_requested.connect(self.open_requested)
        self.desk.shown.connect(self._note_shown)
        self.desk.named.connect(self._note_shown)
        self.filter.chosen.connect(self._choose_filter)
        self.replace_button.clicked.connect(self.replace_shown)
        self.old_notice.acted.connect(self.replace_all)
        self.hidden_notice.acted.connect(self.add_hidden)
        self._photographs.arrived.connect(self.desk.refresh)
        self.destroyed.connect(self.company.subscribe(self._follow))

    def _facts(self) -> Facts:
        return Facts(self.company, Guidance(), date.today())

    def _entries(self) -> Sequence[Entry]:
        """Return the displays that the filter lets through, the newest first."""
        facts = self._facts()
        old = {one.id for one in old_displays(facts)}
        wanted = self.filter.current()
        shown = (
            one
            for one in self.company.all(Display)
            if wanted == ALL
            or (wanted == OLD and one.id in old)
            or (wanted == STANDING and not facts.has_come(one.removed_on))
            or (wanted == REMOVED and facts.has_come(one.removed_on))
        )
        latest = sorted(shown, key=lambda one: one.installed_on or date.max, reverse=True)
        return [self._entry(one, facts, is_old=one.id in old) for one in latest]

    def _entry(self, display: Display, facts: Facts, *, is_old: bool) -> Entry:
        speech = current()
        channel = _(CHANNELS[display.channel]) if display.channel else ""
        revision = speech.digits(display.revision)
        detail = _("{channel} · rev. {revision}").format(channel=channel, revision=revision)
        if not revision:
            detail = channel
        if facts.has_come(display.removed_on):
            state = (_("Taken down"), Tone.QUIET)
        elif is_old:
            state = (_("Old revision"), Tone.LATE)
        elif stands(facts, display):
            state = (_("Standing"), Tone.GOOD)
        else:
            state = (_("Not up yet"), Tone.QUIET)
        place = display.place or _("Not named yet")
        return Entry(display.id, place, detail, *state, picture=self._photographs.of(display.photo))

    def _shown_display(self) -> Display | None:
        record = self.desk.record
        return self.company.find(Display, record.id) if record is not None else None

    def _note_shown(self) -> None:
        """Offer to replace what is shown, where it carries an old revision."""
        shown, revision = self._shown_display(), displays.charter_revision(self.company)
        is_old = shown is not None and shown in old_displays(self._facts())
        self.replace_button.setVisible(is_old and not self.company.is_read_only)
        text = _("Replace with revision {revision} today").format(revision=current().digits(revision))
        self.replace_button.setText(text)

    def _note_all(self) -> None:
        """Say which displays are old, and on which channels there is none."""
        facts, speech = self._facts(), current()
        is_open = not self.company.is_read_only
        old, revision = old_displays(facts), speech.digits(displays.charter_revision(self.company))
        if old:
            sentence = ngettext(
                "{count} display carries another revision than {revision}, which is in force.",
                "{count} displays carry another revision than {revision}, which is in force.",
                len(old),
            )
            action = _("Replace all with revision {revision} today").format(revision=revision)
            self.old_notice.show_notice(
                NoticeKind.WARNING,
                sentence.format(count=speech.number(len(old)), revision=revision),
                action if is_open else "",
            )
        else:
            self.old_notice.dismiss()
        hidden = hidden_channels(facts)
        if hidden:
            names = speech.join(_(CHANNELS[channel]) for channel in hidden)
            sentence = _("Customers in scope also reach you here, and no charter is up: {channels}.")
            self.hidden_notice.show_notice(
                NoticeKind.INFO, sentence.format(channels=names), _("Add display") if is_open else ""
            )
        else:
            self.hidden_notice.dismiss()
        for notice in (self.old_notice, self.hidden_notice):
            notice.close_button.hide()

    def _choose_filter(self, _key: str) -> None:
        self.desk.commit()
        self.desk.show_record()

    def replace_shown(self) -> None:
        """Note that what is shown was replaced today by the revision in force."""
        shown = self._shown_display()
        if shown is not None:
            self._replace([shown])

    def replace_all(self) -> None:
        """Note that everything old was replaced today by the revision in force."""
        self._replace(old_displays(self._facts()))

    def _replace(self, old: Iterable[Display]) -> None:
        self.commit()
        standing = [known for one in old if (known := self.company.find(Display, one.id)) is not None]
        revision = displays.charter_revision(self.company)
        if not standing or not revision:
            return
        try:
            new = displays.replace_displays(self.company, standing, revision, date.today())
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        self._show_all_standing()
        self.desk.show_record(new[0].id)
        sentence = ngettext(
            "{count} display was replaced. Add its photo or another proof.",
            "{count} displays were replaced. Add their photos or other proof.",
            len(new),
        )
        text = sentence.format(count=current().number(len(new)))
        self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def _show_all_standing(self) -> None:
        if self.filter.current() in (OLD, REMOVED):
            self.filter.set_current(STANDING)

    def add_hidden(self) -> None:
        """Begin a display on the first channel that has none."""
        hidden = hidden_channels(self._facts())
        if hidden:
            self.show_new(
                Display(
                    channel=hidden[0],
                    revision=displays.charter_revision(self.company),
                    installed_on=date.today(),
                ),
                "place",
            )

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a display and a field into view; without one, the list."""
        if record_id is not None and all(one.key != record_id for one in self._entries()):
            self.filter.set_current(ALL)
        self.desk.show_record(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open a new display that is prepared for the user."""
        self.desk.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        self.desk.commit()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(Display, DocumentControl, Issue, Scope, Evidence):
            self._count_filters()
            self._note_shown()
            self._note_all()
            # The list follows displays by itself, but not what is issued meanwhile.
            QTimer.singleShot(0, self, self.desk.refresh)

    def _count_filters(self) -> None:
        facts = self._facts()
        everything = self.company.all(Display)
        removed = sum(facts.has_come(one.removed_on) for one in everything)
        counts = (
            (STANDING, _("Standing"), len(everything) - removed),
            (OLD, _("Old revision"), len(old_displays(facts))),
            (REMOVED, _("Taken down"), removed),
            (ALL, _("All"), len(everything)),
        )
        named = [(key, text, current().number(number)) for key, text, number in counts]
        self.filter.set_texts((key, text) for key, text, _number in named)
        for key, text, number in named:
            self.filter.buttons[key].setToolTip(_("{label}: {value}").format(label=text, value=number))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._count_filters()
        self._note_shown()
        self._note_all()
