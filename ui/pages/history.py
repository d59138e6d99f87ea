"""The history page: who changed what and when, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from models.services.company import OpenCompany
from models.services.history import FieldChange, RecordChange, Told, told
from models.services.reading import Passage
from models.storage.journal import EntryKind
from ui import theme
from ui.language import _, current, ngettext
from ui.page import Page
from ui.reading_view import ReadingView
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState

_AT_ONCE = 100


class HistoryPage(Page):
    """Tells the change journal day by day."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._limit = _AT_ONCE
        self.view = ReadingView()
        self.older = SecondaryButton(icon="clock")
        self.older.clicked.connect(self._show_older)
        self.empty = EmptyState(icon="history")
        self._pages = QStackedWidget()
        for shown in (self.view, self.empty):
            self._pages.addWidget(shown)
        card = Card()
        card.set_flush(True)
        card.add(self._pages, 1)
        card.body.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        page.addWidget(card)
        self.retranslate()

    def title(self) -> str:
        """Return the page's heading."""
        return _("History of changes")

    def subtitle(self) -> str:
        """Return what cannot be done here."""
        return _("Nothing in it can be changed or deleted.")

    def refresh(self) -> None:
        """Show the newest entries."""
        entries = self.company.history(limit=self._limit)
        self.older.setVisible(len(entries) == self._limit)
        lines = [told(entry, self.company, current()) for entry in entries]
        self.view.show_passages(_passages(lines))
        self._pages.setCurrentWidget(self.view if lines else self.empty)

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.older.setText(_("Show older changes"))
        self.view.setAccessibleName(self.title())
        self.empty.set_texts(_("Nothing was changed yet."))

    def _show_older(self) -> None:
        self._limit += _AT_ONCE
        self.refresh()


def _passages(lines: Iterable[Told]) -> Iterator[Passage]:
    for day, entries in groupby(lines, key=lambda line: line.at.astimezone().date()):
        yield Passage(current().long_date(day), is_section=True)
        for entry in entries:
            yield from _entry(entry)


def _entry(entry: Told) -> Iterator[Passage]:
    """Yield one passage for each record that the entry changed; the first says when and who."""
    note = _signature(entry)
    if entry.kind is EntryKind.IMPORT:
        text = ngettext("{count} record was read in", "{count} records were read in", entry.more)
        heading = text.format(count=current().number(entry.more))
        yield Passage(heading, note=note, mark=current().time(entry.at))
    for at, change in enumerate(entry.changes):
        mark = current().time(entry.at) if at == 0 else ""
        is_last = at == len(entry.changes) - 1
        yield Passage(change.deed, points=_points(change), note=note if is_last else "", mark=mark)


def _signature(entry: Told) -> str:
    parts = [_KINDS[entry.kind]() if entry.kind in _KINDS else "", current().isolate(entry.author)]
    if entry.more and entry.changes:
        more = ngettext("{count} more record", "{count} more records", entry.more)
        parts.insert(0, more.format(count=current().number(entry.more)))
    return " · ".join(part for part in parts if part.strip("\u2068\u2069"))


_KINDS = {
    EntryKind.UNDO: lambda: _("Undone"),
    EntryKind.REDO: lambda: _("Done again"),
}


def _points(change: RecordChange) -> tuple[str, ...]:
    return tuple(_point(field) for field in change.fields)


def _point(field: FieldChange) -> str:
    isolate = current().isolate
    if not field.before:
        return _("{field}: “{after}” was entered").format(field=field.label, after=isolate(field.after))
    if not field.after:
        return _("{field}: “{before}” was emptied").format(field=field.label, before=isolate(field.before))
    return _("{field}: “{before}” became “{after}”").format(
        field=field.label, before=isolate(field.before), after=isolate(field.after)
    )
