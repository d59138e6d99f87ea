"""The guide of a step: why, who, how long, what goes in and comes out, mistakes, examples, clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.content.steps import Step
from models.domain.text import LocalText
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton
from ui.widgets.card import Card
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.page_scroll import PageScroll

_BULLET = "•"


class GuidePanel(Card):
    """Reads like a page of a book; closed by its own button or the page's."""

    close_requested = Signal()

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(icon="guide", parent=parent)
        self._step = step
        self._close = IconButton("remove", role="quiet", parent=self)
        self._close.clicked.connect(self.close_requested)
        self.set_trailing(self._close)
        board = QWidget()
        self._column = QVBoxLayout(board)
        self._column.setContentsMargins(0, 0, theme.space(1), 0)
        self._column.setSpacing(theme.space(1))
        self.add(PageScroll(board, self, theme.space(2)), 1)
        self._is_written = False
        self.retranslate()

    def focus_first(self) -> None:
        """Give the focus to the guide."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Write the guide in the current language, at once or when it is opened."""
        self.set_title(_("Guide to this step"))
        self._close.set_name(_("Close the guide"))
        _clear(self._column)
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
        self._paragraph(step.purpose)
        self._section(_("Who"), [step.who])
        self._section(_("How long"), [step.duration])
        self._list(_("What you need"), step.inputs)
        self._list(_("What comes out"), step.outputs)
        self._list(_("Mistakes to avoid"), step.mistakes)
        if step.examples:
            self._heading(_("Examples"))
            for example in step.examples:
                self._say(example.title.best(code), strong=True)
                self._say(example.text.best(code), tone=Tone.QUIET)
        self._section(_("Also known as"), [step.known_as])
        self._clauses()
        self._column.addStretch()
        self._is_written = True

    def _clauses(self) -> None:
        linked = list(self._step.clauses.items())
        if not linked:
            return
        self._heading(_("Clauses"))
        speech = current()
        for standard, numbers in linked:
            line = _("{standard}: {clauses}").format(
                standard=speech.island(standard), clauses=speech.island(", ".join(numbers))
            )
            self._say(line, tone=Tone.QUIET)

    def _section(self, heading: str, texts: Iterable[LocalText]) -> None:
        self._heading(heading)
        for text in texts:
            self._paragraph(text)

    def _list(self, heading: str, items: Sequence[LocalText]) -> None:
        if not items:
            return
        self._heading(heading)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(2))
        grid.setVerticalSpacing(theme.space(0.5))
        grid.setColumnStretch(1, 1)
        for row, item in enumerate(items):
            grid.addWidget(PlainLabel(_BULLET, tone=Tone.QUIET), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(WrapLabel(item.best(current().code)), row, 1)
        self._column.addLayout(grid)

    def _heading(self, text: str) -> None:
        label = WrapLabel(text, TextRole.BODY)
        theme.set_role(label, TextRole.BODY, Tone.PRIMARY, strong=True)
        self._column.addSpacing(theme.space(2))
        self._column.addWidget(label)

    def _paragraph(self, text: LocalText) -> None:
        self._say(text.best(current().code))

    def _say(self, text: str, *, strong: bool = False, tone: Tone = Tone.TEXT) -> None:
        label = WrapLabel(text, TextRole.BODY, tone)
        theme.set_role(label, TextRole.BODY, tone, strong=strong)
        self._column.addWidget(label)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _clear(column: QVBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout, layouts inside it too."""
    while (item := column.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QGridLayout):
            _clear(inner)
            inner.deleteLater()
