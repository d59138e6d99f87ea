"""The search of an open company: what is typed in the header leads to what was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.services.company import OpenCompany
from models.services.search.targets import Found, Hit
from ui import jobs
from ui.jobs import Job
from ui.language import current
from ui.search.commands import commands
from ui.search.field import HeaderSearch
from ui.search.sheet import SearchSheet

if TYPE_CHECKING:
    # The first page comes up before anything of this is imported.
    from models.services.search.company import CompanySearch

# The window comes up first; whoever searches sooner does not wait for this.
_READ_AFTER_MS = 2_500


class SearchDesk(QObject):
    """Looks for what is typed beside the window's thread, one search at a time.

    Signals:
        chosen: the target of the hit that is to be opened.
        found: other results are shown.
        given_back: the user is done with searching; the page gets the keyboard.
    """

    chosen = Signal(object)
    found = Signal()
    given_back = Signal()

    def __init__(self, company: OpenCompany, field: HeaderSearch, frame: QWidget) -> None:
        super().__init__(frame)
        self.field = field
        self.sheet = SearchSheet(frame)
        self._company = company
        self._search: CompanySearch | None = None
        self._waking: Job[None] | None = None
        self._reading: Job[None] | None = None
        self._looking: Job[Found] | None = None
        self._shown: Found | None = None
        self._wanted = ""
        self._is_awaited = False
        self._connect(frame)

    def _connect(self, frame: QWidget) -> None:
        self.field.searched.connect(self.look_for)
        self.field.entered.connect(self._come_back)
        self.field.moved.connect(self._move)
        self.field.accepted.connect(self._accept)
        self.field.left.connect(self.leave)
        self.field.escaped.connect(self._step_back)
        self.sheet.left.connect(self.leave)
        self.sheet.list.chosen.connect(self.open)
        frame.installEventFilter(self)
        QTimer.singleShot(_READ_AFTER_MS, self, self.read)

    @property
    def is_ready(self) -> bool:
        """Whether every entry of the company can be found."""
        return self._search is not None and self._search.is_ready

    @property
    def shown_for(self) -> str:
        """The text whose results are shown, "" while there are none."""
        is_shown = self._shown is not None and self.sheet.isVisible()
        return self._shown.wanted if is_shown and self._shown is not None else ""

    @property
    def is_looking(self) -> bool:
        """Whether results are still to come."""
        return self._looking is not None

    def read(self) -> None:
        """Read all entries beside the window's thread, once."""
        if self._search is None:
            self._wake()
        elif self._reading is None and not self._search.is_ready:
            read = self._search.reading()
            self._reading = jobs.start(lambda job: read(job.stop_if_cancelled), owner=self, done=self._took)

    def _wake(self) -> None:
        """Load what searches: it knows all content, which the first page does without."""
        if self._waking is None:
            self._waking = jobs.start(_load, owner=self, done=self._begin)

    def _begin(self, _nothing: None) -> None:
        from models.services.search.company import CompanySearch

        self._waking = None
        self._search = CompanySearch(self._company, tuple(commands()))
        self.destroyed.connect(self._search.leave)
        self.read()
        if self._wanted:
            self._look()

    def _took(self, _nothing: None) -> None:
        self._reading = None
        if self._wanted:
            self._look()

    def look_for(self, text: str) -> None:
        """Show what is found for a text; "" ends the search."""
        self._wanted = text
        if text:
            self.read()
            self._look()
        else:
            self.sheet.hide()
            self._shown = None

    def _look(self) -> None:
        if self._looking is None and self._search is not None:
            find: Callable[[], Found] = self._search.finding(self._wanted, current())
            self._looking = jobs.start(lambda _job: find(), owner=self, done=self._show)

    def _show(self, found: Found) -> None:
        self._looking = None
        if not self._wanted:
            return
        if found.wanted != self._wanted:
            # Meanwhile something else was typed.
            self._look()
            return
        self._shown = found
        if self._is_awaited and self._open_first():
            return
        if self.field.hasFocus():
            self.sheet.show_found(found, self.field)
        self.found.emit()

    def _move(self, by: int) -> None:
        if self.sheet.isVisible():
            self.sheet.list.step(by)
        else:
            self._come_back()

    def _accept(self) -> None:
        """Open what is chosen; where results are still to come, the first of them."""
        hit = self.sheet.list.current()
        if (
            self._search is None
            or self.is_looking
            or self._shown is None
            or self._shown.wanted != self._wanted
        ):
            self._is_awaited = bool(self._wanted)
        elif hit is not None:
            self.open(hit)

    def _open_first(self) -> bool:
        self._is_awaited = False
        hits = self._shown.hits if self._shown is not None else ()
        if hits:
            self.open(hits[0])
        return bool(hits)

    def open(self, hit: Hit) -> None:
        """Leave the search for what was found."""
        self.leave()
        self.chosen.emit(hit.target)

    def leave(self) -> None:
        """Show the page again; the text stays, to go on with."""
        self._is_awaited = False
        self.sheet.hide()

    def _step_back(self) -> None:
        """Close the results, or else empty the field, or else give the keyboard back."""
        if self.sheet.isVisible():
            self.leave()
        elif self.field.text():
            self.field.clear()
        else:
            self.given_back.emit()

    def _come_back(self) -> None:
        if self._wanted:
            self._look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay under the field when the window changes its size, and speak its language."""
        if event.type() == QEvent.Type.Resize and self.sheet.isVisible():
            self.sheet.place(self.field)
        elif event.type() == QEvent.Type.LanguageChange and self.sheet.isVisible():
            self._look()
        return False


def _load(_job: Job[None]) -> None:
    from models.services.search import company

    assert company
