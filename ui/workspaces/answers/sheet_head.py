"""What stands at the head of a sheet: its number, its day, the way it came, and how many there are."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.fields import field_of
from models.domain.records.feedback import ANSWER_SOURCES, Survey, SurveyAnswer
from models.domain.survey.results import answers_of
from models.services.company import OpenCompany
from models.services.survey.answer_keys import following
from ui import theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import WrapLabel
from ui.widgets.number_edit import NumberEdit

_SHARES = (("no", 2), ("answered_on", 3), ("source", 3))
_FIRST_SOURCE = "paper"


class SheetHead(QWidget):
    """The fields that stay from sheet to sheet, and the running count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = NumberEdit(whole=True, minimum=1)
        self.day = DateEdit()
        self.source = ChoiceBox(optional=True)
        self.rows = {
            "no": FieldRow("", self.number),
            "answered_on": FieldRow("", self.day),
            "source": FieldRow("", self.source),
        }
        self.count = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        line.setSpacing(theme.space(4))
        for name, share in _SHARES:
            line.addWidget(self.rows[name], share)
        line.addWidget(self.count, 4, Qt.AlignmentFlag.AlignBottom)
        self.number.edited.connect(self._forget_problem)

    @property
    def given_number(self) -> int | None:
        """The number on the paper, None where none was typed."""
        no = self.number.value()
        return int(no) if no is not None else None

    def take(self) -> bool:
        """Take what stands in the fields; go to the first one that cannot be read and return False."""
        for row in self.rows.values():
            row.editor.commit()
            if row.editor.problem():
                row.editor.setFocus()
                return False
        return True

    def refuse_number(self, problem: str) -> None:
        """Say why the number cannot be taken, and go there."""
        self.rows["no"].set_problem(problem)
        self.number.setFocus()

    def show_sheet(self, sheet: SurveyAnswer) -> None:
        """Show the head of a sheet that is to be mended."""
        self.number.set_value(sheet.no)
        self.day.set_value(sheet.answered_on)
        self.source.set_value(sheet.source)

    def count_sheets(self, company: OpenCompany, survey: Survey, entered: int) -> None:
        """Say how many sheets there are, how many are needed and how many were entered now."""
        speech, sheets = current(), answers_of(company, survey.id)
        if self.number.value() is None:
            self.number.set_value(following(sheets))
        said = [
            ngettext("{count} sheet", "{count} sheets", len(sheets)).format(count=speech.number(len(sheets)))
        ]
        if survey.needed:
            said.append(_("{count} needed").format(count=speech.number(survey.needed)))
        if entered:
            said.append(_("{count} entered now").format(count=speech.number(entered)))
        self.count.setText(" · ".join(said))

    def _forget_problem(self) -> None:
        self.rows["no"].set_problem("")

    def retranslate(self) -> None:
        """Word everything in the current language."""
        for name, row in self.rows.items():
            row.set_label(_("Number on the paper") if name == "no" else _(field_of(SurveyAnswer, name).label))
        self.source.set_choices(Choice(key, _(label)) for key, label in ANSWER_SOURCES.items())
        if not self.source.value():
            self.source.set_value(_FIRST_SOURCE)
        if self.day.value() is None:
            self.day.set_value(date.today())
