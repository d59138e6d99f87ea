"""A workspace that shows the records anew once they change and it can be seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.facts import Facts
from models.domain.guidance import Guidance
from models.services.company import Change, OpenCompany
from ui import language
from ui.registers.news import News
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace


class FollowedWorkspace(Workspace):
    """Follows the records that `shows` names, all of them where it names none.

    A subclass shows its records in `refresh` and words itself in `retranslate`, which it calls once all its
    parts are there.
    """

    shows: ClassVar[tuple[type[Record], ...]] = ()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._is_stale = True
        self.destroyed.connect(company.subscribe(self._follow))

    def facts(self) -> Facts:
        """Return the records as the rules look them up, as they are now."""
        return Facts(self.company, Guidance(), date.today())

    def refresh(self) -> None:
        """Show the records as they are now."""

    def attempt(self, deed: Callable[[], object]) -> bool:
        """Do something and tell of what could not be done; return whether it was done."""
        try:
            deed()
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return False
        return True

    def catch_up(self) -> None:
        """Show what changed since it was last shown, if anything did."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _follow(self, change: Change) -> None:
        if change.edits and self.shows and not change.touches(*self.shows):
            return
        self._is_stale = True
        if self.isVisible():
            self.catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self.catch_up()

    def retranslate(self) -> None:
        """Show everything in the current language, at once where it can be seen."""
        self._is_stale = True
        if self.isVisible():
            self.catch_up()
