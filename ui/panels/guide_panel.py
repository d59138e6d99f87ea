"""The guide of a step: why, who, how long, what goes in and comes out, mistakes, examples, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from models.content.steps import Step
from models.domain.text import LocalText
from ui import theme
from ui.language import _, current
from ui.theme import Tone
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.page_scroll import PageScroll
from ui.widgets.reading_column import ReadingColumn


class GuidePanel(Card):
    """Reads like a page of a book; closed by its own button or the page's."""

    close_requested = Signal()

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(icon="guide", parent=parent)
        self._step = step
        self._close = IconButton("remove", role="quiet", parent=self)
        self._close.clicked.connect(self.close_requested)
        self.set_trailing(self._close)
        self._text = ReadingColumn()
        self.add(PageScroll(self._text, self, theme.space(2)), 1)
        self._is_written = False
        self.retranslate()

    def focus_first(self) -> None:
        """Give the focus to the guide."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Write the guide in the current language, at once or when it is opened."""
        self.set_title(_("Guide to this step"))
        self._close.set_name(_("Close the guide"))
        self._text.clear()
        self._is_written = False
        if self.isVisible():
            self._write()

    def showEvent(self, event: QShowEvent) -> None:
        """Write the guide when it is opened for the first time."""
        super().showEvent(event)
        if not self._is_written:
            self._write()

    def _write(self) -> None:
        step, code = self._step, current().code
        self._text.say(step.purpose.best(code))
        self._section(_("Who"), [step.who])
        self._section(_("How long"), [step.duration])
        self._list(_("What you need"), step.inputs)
        self._list(_("What comes out"), step.outputs)
        self._list(_("Mistakes to avoid"), step.mistakes)
        if step.examples:
            self._text.heading(_("Examples"))
            for example in step.examples:
                self._text.say(example.title.best(code), strong=True)
                self._text.say(example.text.best(code), tone=Tone.QUIET)
        self._section(_("Also known as"), [step.known_as])
        self._clauses()
        self._text.end()
        self._is_written = True

    def _clauses(self) -> None:
        linked = list(self._step.clauses.items())
        if not linked:
            return
        self._text.heading(_("Clauses"))
        speech = current()
        for standard, numbers in linked:
            line = _("{standard}: {clauses}").format(
                standard=speech.island(standard), clauses=speech.island(", ".join(numbers))
            )
            self._text.say(line, tone=Tone.QUIET)

    def _section(self, heading: str, texts: Iterable[LocalText]) -> None:
        self._text.heading(heading)
        for text in texts:
            self._text.say(text.best(current().code))

    def _list(self, heading: str, items: Sequence[LocalText]) -> None:
        if items:
            self._text.heading(heading)
            self._text.points(item.best(current().code) for item in items)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
