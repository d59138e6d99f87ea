"""How many answers are needed for how sure a result, with one press to take a number."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from models.content.survey import survey_model
from models.domain.statistics import answers_needed
from ui import theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import PlainLabel, WrapLabel

MARGINS = (10, 7, 5)
"""In percentage points, the widest first."""


class SampleHelp(QFrame):
    """A line for each margin of error; the number that is set is marked.

    Signals:
        taken: the number of answers to be set.
    """

    taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        theme.set_property(self, "notice", "info")
        self._customers: int | None = None
        self._needed: int | None = None
        self._is_read_only = False
        self._about = WrapLabel(role=TextRole.SMALL, tone=Tone.TEXT)
        self._note = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.margins = {margin: PlainLabel(role=TextRole.SMALL) for margin in MARGINS}
        self.answers = {margin: PlainLabel(role=TextRole.SMALL) for margin in MARGINS}
        self.buttons = {margin: LinkButton() for margin in MARGINS}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(5))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(3, 1)
        for at, margin in enumerate(MARGINS):
            grid.addWidget(self.margins[margin], at, 0)
            grid.addWidget(self.answers[margin], at, 1)
            grid.addWidget(self.buttons[margin], at, 2)
            self.buttons[margin].clicked.connect(partial(self._take, margin))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        column.setSpacing(theme.space(1))
        column.addWidget(self._about)
        column.addLayout(grid)
        column.addWidget(self._note)

    def numbers(self) -> Mapping[int, int]:
        """Return how many answers each margin needs."""
        return {margin: answers_needed(Fraction(margin, 100), self._customers) for margin in MARGINS}

    def show_numbers(self, customers: int | None, needed: int | None, *, is_read_only: bool) -> None:
        """Show what a number of customers asks for; customers: None for a number that is not known."""
        self._customers, self._needed, self._is_read_only = customers, needed, is_read_only
        self.retranslate()

    def _take(self, margin: int) -> None:
        self.taken.emit(self.numbers()[margin])

    def retranslate(self) -> None:
        """Word the lines in the current language."""
        speech = current()
        if self._customers is None:
            self._about.setText(_("For very many customers, so many answers are needed:"))
        else:
            text = ngettext(
                "Of {count} customer, so many answers are needed:",
                "Of {count} customers, so many answers are needed:",
                self._customers,
            )
            self._about.setText(text.format(count=speech.number(self._customers)))
        for margin, answers in self.numbers().items():
            points = _("within ±{points} points").format(points=speech.number(margin))
            self.margins[margin].setText(points)
            said = ngettext("{count} answer", "{count} answers", answers)
            count = said.format(count=speech.number(answers))
            is_set = answers == self._needed
            self.answers[margin].setText(_("{count} · set").format(count=count) if is_set else count)
            theme.set_role(self.answers[margin], TextRole.SMALL, strong=is_set)
            button = self.buttons[margin]
            button.setText(_("Use this number"))
            button.setAccessibleName(f"{button.text()}: {points}")
            button.setVisible(not is_set and not self._is_read_only and answers > 0)
        self._note.setText(survey_model().random_note.best(speech.code))
