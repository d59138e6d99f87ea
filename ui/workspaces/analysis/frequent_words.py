"""The words that stand in many open answers, one of which narrows what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.domain.survey.themes import Word
from ui import theme
from ui.language import _, current
from ui.widgets.buttons import ChipButton
from ui.widgets.card import Card
from ui.widgets.flow_box import FlowBox


class FrequentWords(Card):
    """A chip for each word, with the number of answers that hold it.

    Signals:
        chosen: another word was chosen, or none; `word` is its key.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon="search", parent=parent)
        self.word = ""
        self.chips: list[ChipButton] = []
        self._box = FlowBox(theme.space(1.5))
        self.add(self._box)

    def show_words(self, found: Sequence[Word]) -> None:
        """Show these words, and nothing where there are none."""
        for chip in self.chips:
            self._box.remove(chip)
        self.chips = [self._chip(word) for word in found]
        for chip in self.chips:
            self._box.add(chip)
        self.setVisible(bool(found))

    def _chip(self, word: Word) -> ChipButton:
        speech = current()
        chip = ChipButton(f"{speech.isolate(word.shown)} {speech.number(word.answers)}")
        chip.setCheckable(True)
        chip.setChecked(word.key == self.word)
        chip.setProperty("word", word.key)
        chip.clicked.connect(self._choose)
        return chip

    def _choose(self) -> None:
        chip = self.sender()
        assert isinstance(chip, ChipButton)
        word = str(chip.property("word"))
        self.word = "" if word == self.word else word
        self.chosen.emit()

    def retranslate(self) -> None:
        """Word the title in the current language."""
        self.set_title(_("Frequent words"))
