"""What every page is: a widget with a title, which shows the company and asks the window for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.sentences import Sentence
from models.services.company import Change, OpenCompany


@dataclass(frozen=True)
class Notice:
    """A line that the window shows above the page.

    kind: one of `ui.widgets.notice_bar.NoticeKind`. can_undo: the notice offers to take the last step back.
    deed: the verb of what else it offers, "" for nothing; act: does it.
    """

    text: str
    kind: str = "info"
    can_undo: bool = False
    deed: str = ""
    act: Callable[[], object] | None = None


class Page(QWidget):
    """A page of the window. Facts and wishes go up by signal; the window answers by method call.

    Signals:
        place_requested: a `Place`, to be shown wherever it is edited.
        page_requested: the key of another page.
        notice_requested: a `Notice`.
        file_requested: an `Evidence` record, to be opened with the system's program.
        heading_changed: the title or the line beside it is another now.
    """

    place_requested = Signal(object)
    page_requested = Signal(str)
    notice_requested = Signal(object)
    file_requested = Signal(object)
    heading_changed = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.company = company
        self._leave: Callable[[], None] = company.subscribe(self._heard)
        self._is_stale = True
        self.destroyed.connect(self._leave)

    def title(self) -> str:
        """Return the page's heading in the current language."""
        raise NotImplementedError

    def subtitle(self) -> str:
        """Return the quiet line beside the heading, "" for none."""
        return ""

    def reveal(self, place: Place) -> None:
        """Bring a place of this page into view and give it the focus."""

    def zones(self) -> Sequence[QWidget]:
        """Return the parts of the page between which F6 goes, the one with the work first."""
        return (self,)

    def commit(self) -> None:
        """Take what is being typed; called before the page is left."""

    def refresh(self) -> None:
        """Show the company as it is now; called when the page is visible and something changed."""

    def retranslate(self) -> None:
        """Set every text again in the current language."""

    def watched(self) -> tuple[type[Record], ...]:
        """Return the record types whose changes make this page stale; all where it is empty."""
        return ()

    def _heard(self, change: Change) -> None:
        types = self.watched()
        if change.edits and types and not change.touches(*types):
            return
        self._is_stale = True
        if self.isVisible():
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Refresh the page if something changed since it was last shown."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
            self.heading_changed.emit()

    def showEvent(self, event: object) -> None:
        """Refresh what became stale while the page was hidden."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.bring_up_to_date()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._is_stale = True
            if self.isVisible():
                self.bring_up_to_date()
        super().changeEvent(event)


def notice(sentence: Sentence | str, kind: str = "info", *, can_undo: bool = False) -> Notice:
    """Return a notice made of a sentence in the current language or of a text."""
    from ui.language import current

    text = sentence.worded(current()) if isinstance(sentence, Sentence) else sentence
    return Notice(text, kind, can_undo)
