"""Which language of a promise is all written, and which one lags behind another."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import field_of
from models.domain.records.charter import Promise
from models.localisation.languages import language_rows
from models.services.promise_list import lag_words
from ui import icons, theme
from ui.language import _, current
from ui.theme import Tone
from ui.widgets.buttons import ChipButton
from ui.widgets.chip import Chip
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import plain_tooltip

_ICON = 14


class LagLine(QWidget):
    """A chip for the number of the promise and one for each language.

    Signals:
        text_requested: name of a field and code of the language in which it says nothing yet.
    """

    text_requested = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._promise: Promise | None = None
        self._lags: Mapping[str, tuple[str, ...]] = {}
        board = FlowBox(theme.space(1.5), self)
        self.number = Chip(tone=Tone.ACCENT, parent=board)
        board.add(self.number)
        self.complete: dict[str, Chip] = {}
        self.lagging: dict[str, ChipButton] = {}
        for row in language_rows():
            self.complete[row.code] = Chip(tone=Tone.GOOD, parent=board)
            chip = self.lagging[row.code] = ChipButton(parent=board)
            icons.set_icon(chip, "warning", "late", _ICON, gap=theme.space(1))
            chip.setProperty("language", row.code)
            chip.clicked.connect(self._go)
            board.add(self.complete[row.code])
            board.add(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(1))
        column.addWidget(board)

    def show_lags(self, promise: Promise, lags: Mapping[str, tuple[str, ...]]) -> None:
        """Show where a promise says nothing although another language does."""
        self._promise, self._lags = promise, lags
        self._word()

    def _word(self) -> None:
        if self._promise is None:
            return
        speech, number = current(), self._promise.order
        self.number.setVisible(number is not None)
        self.number.setText(_("Promise {number}").format(number=speech.number(number or 0)))
        for row in language_rows():
            is_written, is_lagging = bool(self._promise.text.get(row.code)), row.code in self._lags
            complete, lagging = self.complete[row.code], self.lagging[row.code]
            complete.setText(_("{language} complete").format(language=row.name_in(speech.code)))
            complete.setVisible(is_written and not is_lagging)
            lagging.setText(lag_words(row.code, speech))
            lagging.setToolTip(plain_tooltip(self._missing(row.code)))
            lagging.setVisible(is_lagging)

    def _missing(self, code: str) -> str:
        labels = [_(field_of(Promise, name).label) for name in self._lags.get(code, ())]
        return _("Not written yet: {fields}").format(fields=current().join(labels))

    def _go(self) -> None:
        chip = self.sender()
        assert isinstance(chip, ChipButton)
        code = str(chip.property("language"))
        if self._lags.get(code):
            self.text_requested.emit(self._lags[code][0], code)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()
