"""The list of all sheets, whose answers are read and written in the words of the user's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from models.domain.errors import AppError
from models.domain.fields import FieldSpec
from models.domain.records.feedback import SurveyQuestion
from models.domain.survey.results import questions_of
from models.localisation.answer_words import said_sheet
from models.localisation.language import all_languages
from models.services.survey.answer_reading import DASH, AnswerReader
from ui.language import current
from ui.registers import RegisterView
from ui.registers.editors import ROOM
from ui.registers.field_board import FieldBoard
from ui.registers.form import RecordForm
from ui.widgets.editor import Editor
from ui.widgets.lines_edit import LinesEdit

_ANSWERS, _SURVEY = "answers", "survey"


class SaidAnswers(LinesEdit):
    """The answers of a sheet, one a line in the order of the questions, whatever language they came in.

    asked: returns the questions they answer.
    """

    def __init__(self, asked: Callable[[], Sequence[SurveyQuestion]]) -> None:
        super().__init__(limit=ROOM)
        self._asked = asked

    def _read(self) -> tuple[str, ...]:
        asked, lines = self._asked(), super()._read()
        languages = all_languages(current())
        read = (self._kept(one, line, languages) for one, line in zip(asked, lines, strict=False))
        return (*read, *lines[len(asked) :])

    def _kept(self, question: SurveyQuestion, line: str, languages: Sequence[Any]) -> str:
        try:
            return AnswerReader(question, languages).read(line)
        except AppError:
            # What came in like this before stays as it was given.
            if line in self._value:
                return line
            raise

    def _show(self, value: tuple[str, ...]) -> None:
        given = tuple(answer.strip() or DASH for answer in value)
        super()._show(said_sheet(self._asked(), given, current()))


class SheetBoard(FieldBoard):
    """The fields of a sheet, with its answers in words."""

    def new_editor(self, spec: FieldSpec) -> Editor[Any]:
        """Return the editor of a field."""
        return SaidAnswers(self._questions) if spec.name == _ANSWERS else super().new_editor(spec)

    def _questions(self) -> Sequence[SurveyQuestion]:
        survey = self.editor(_SURVEY).value() if _SURVEY in self.rows else None
        return questions_of(self._company, survey) if survey else ()


class SheetsView(RegisterView):
    """The register of all sheets."""

    def new_form(self, parent: QWidget) -> RecordForm:
        """Return the form of a sheet, not built yet."""
        return RecordForm(self._company, self._register, parent, SheetBoard)
