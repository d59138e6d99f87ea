"""The plan of a survey: why and whom one asks, how many answers are needed, and the words of the form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.content.survey import survey_model
from models.domain.errors import AppError
from models.domain.records.feedback import Survey
from models.services.company import OpenCompany
from models.services.editing import save_field
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole
from ui.widgets.labels import WrapLabel
from ui.workspaces.survey.sample_help import SampleHelp

WORDS = ("greeting", "thanks")
"""What customers read besides the questions."""

_SHORT = frozenset(
    {"no", "owner", "population", "needed", "start", "end", "asked", "tested_with", "tested_on"}
)
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "plan": ("title", "no", "owner", "aim", "groups", "method"),
    "sample": ("rule", "population", "needed"),
    "asking": ("tested_with", "tested_on", "start", "end", "asked", "shortfall_reason"),
    "words": WORDS,
}
_NAMES = tuple(name for names in _GROUPS.values() for name in names)
_TEST_FIELDS = ("tested_with",)


class PlanPage(QWidget):
    """The fields of a survey under four headings, with the help on the number of answers among them.

    Signals:
        typed: something is being typed; `fields.draft()` holds it.
    """

    typed = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.fields = RecordFields(company, Survey, _NAMES, self)
        self.help = SampleHelp(self)
        self._headings = {group: WrapLabel(role=TextRole.TITLE, parent=self) for group in _GROUPS}
        self._lay_out()
        self.fields.typed.connect(self._follow_typing)
        self.help.taken.connect(self._take)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        for group, names in _GROUPS.items():
            column.addWidget(self._headings[group])
            column.addLayout(self._grid(names))
            if group == "sample":
                column.addWidget(self.help)
        column.addStretch(1)

    def _grid(self, names: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(4))
        grid.setVerticalSpacing(theme.space(3))
        line, place = 0, 0
        for name in names:
            is_short = name in _SHORT
            if not is_short and place:
                line, place = line + 1, 0
            grid.addWidget(self.fields.row(name), line, place, 1, 1 if is_short else 2)
            place = (place + 1) % 2 if is_short else 0
            line += place == 0
        for each in range(2):
            grid.setColumnStretch(each, 1)
        return grid

    def show_survey(self, survey: Survey) -> None:
        """Show a survey as it is now."""
        self.fields.show(survey)
        self._say_help(survey)

    def _follow_typing(self) -> None:
        draft = self.fields.draft()
        if isinstance(draft, Survey):
            self._say_help(draft)
        self.typed.emit()

    def _say_help(self, survey: Survey) -> None:
        self.help.show_numbers(survey.population, survey.needed, is_read_only=self._company.is_read_only)

    def _take(self, answers: int) -> None:
        self.fields.commit()
        record = self.fields.record
        if record is None:
            return
        try:
            saved = save_field(self._company, record, "needed", answers)
        except AppError as error:
            self.fields.refuse("needed", error)
            return
        assert isinstance(saved, Survey)
        self.show_survey(saved)
        self.fields.take_back("needed")

    def retranslate(self) -> None:
        """Word headings and fields in the current language."""
        titles = {
            "plan": _("What is to be found out"),
            "sample": _("Whom you ask, and how many"),
            "asking": _("Trying out and asking"),
            "words": _("Words of the form"),
        }
        for group, heading in self._headings.items():
            heading.setText(titles[group])
        self.fields.retranslate()
        self.help.retranslate()
        for name in _TEST_FIELDS:
            hint = _("Try the form with {count} customers before you hand it out.")
            self.fields.row(name).set_hint(hint.format(count=current().number(survey_model().test_with)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
