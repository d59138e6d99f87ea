"""One record whose whole is a text in several languages: its number, and the text in its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.domain.fields import Record
from models.localisation.languages import language_rows
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.record_row import RecordRow
from ui.theme import Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import PlainLabel, WrapLabel

TEXT = "text"
_NUMBER_WIDTH = theme.space(7)


class TextRow(RecordRow):
    """One record with a bilingual `text`: its number, its text, and in which languages that is missing."""

    def __init__(
        self,
        company: OpenCompany,
        record: Record,
        lines: Sequence[Sequence[str]] = ((TEXT,),),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(company, record, lines, parent)
        self._number = PlainLabel(tone=Tone.QUIET, parent=self)
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self.text = WrapLabel(parent=self)
        self.missing = Chip(tone=Tone.LATE, parent=self)
        self.line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self.line.addWidget(self.text, 1)
        self.line.addStretch()
        self.line.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def say(self, place: int) -> None:
        """Show number and text; place from 1."""
        speech, text = current(), getattr(self._record, TEXT)
        self._number.setText(_("{number}.").format(number=speech.number(place)))
        self.text.setText(text.best(speech.code) or _("Not written yet"))
        lacking = [row.name for row in language_rows() if not text.get(row.code).strip()]
        named = speech.isolate(" · ".join(lacking))
        self.missing.set_chip(_("{language} is missing").format(language=named), Tone.LATE)
        self.missing.setVisible(bool(lacking))
        self.setAccessibleName(f"{self._number.text()} {self.text.text()}")

    def open(self, is_open: bool) -> None:
        """Show the fields in place of the text, or the text alone again."""
        super().open(is_open)
        self.text.setVisible(not is_open)
