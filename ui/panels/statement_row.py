"""One commitment of the policy: its text, and opened the fields in which it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.domain.records.commitment import PolicyStatement
from models.localisation.languages import language_rows
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.opening_row import OpeningRow
from ui.theme import Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import PlainLabel, WrapLabel

_NUMBER_WIDTH = theme.space(7)


class StatementRow(OpeningRow):
    """One statement: its number and its text; opened, a field for each language and what can be done."""

    def __init__(
        self, company: OpenCompany, statement: PolicyStatement, parent: QWidget | None = None
    ) -> None:
        super().__init__(company, statement, (("text",),), parent)
        self._number = PlainLabel(tone=Tone.QUIET, parent=self)
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self.text = WrapLabel(parent=self)
        self._missing = Chip(tone=Tone.LATE, parent=self)
        self.head.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self.head.addWidget(self.text, 1)
        self.head.addStretch()
        self.head.addWidget(self._missing, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self.tools, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def show_statement(self, statement: PolicyStatement, place: int) -> None:
        """Show the statement as it is now, at its place in the policy, from 1."""
        speech = current()
        self._number.setText(_("{number}.").format(number=speech.number(place)))
        self.text.setText(statement.text.best(speech.code) or _("Not written yet"))
        lacking = [row.name for row in language_rows() if not statement.text.get(row.code).strip()]
        self._missing.set_chip(_("{language} is missing").format(language=" · ".join(lacking)), Tone.LATE)
        self._missing.setVisible(bool(lacking))
        self.setAccessibleName(f"{self._number.text()} {self.text.text()}")
        self.show_record(statement)

    def open(self, is_open: bool) -> None:
        """Show the fields in place of the text, or the text alone again."""
        super().open(is_open)
        self.text.setVisible(not is_open)

    def retranslate(self) -> None:
        """Name the buttons in the current language."""
        super().retranslate()
        self.delete_button.set_name(_("Leave it out of the policy (Delete)"))
