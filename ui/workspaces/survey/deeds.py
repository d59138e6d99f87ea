"""What is done with whole surveys: begun, made anew as another version, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.feedback import Survey, SurveyQuestion
from models.domain.registers import register_of
from models.domain.survey.results import questions_of
from models.services.company import OpenCompany
from models.services.starters import starter
from models.services.survey.design import OrderIsAnswered, begun_survey, new_version, sheets_of
from ui.language import _, current
from ui.registers.news import News
from ui.widgets.notice_bar import NoticeKind
from ui.workspaces.survey.versions import version_name

QUESTIONS, PLAN = "questions", "plan"
"""What of a survey is shown."""


class SurveyDeeds(QObject):
    """Each deed is one step to undo.

    Signals:
        told: `News`.
        begun: the id of a survey that is to be shown, and what of it.
    """

    told = Signal(object)
    begun = Signal(str, str)

    def __init__(self, company: OpenCompany, parent: QObject) -> None:
        super().__init__(parent)
        self._company = company

    def begin(self) -> None:
        """Begin another survey, without questions."""
        self._begin([begun_survey(self._company, current(), date.today())], PLAN)

    def begin_with_model(self) -> None:
        """Begin the first survey with the questions of the model form."""
        register = register_of(SurveyQuestion)
        self._begin(starter(register, self._company, current(), date.today()), QUESTIONS)

    def _begin(self, records: Sequence[Record], mode: str) -> bool:
        if self._company.is_read_only or not self._do(lambda: self._company.save_all(records)):
            return False
        self.begun.emit(next(one.id for one in records if isinstance(one, Survey)), mode)
        return True

    def make_version(
        self, survey: Survey, changed: Sequence[SurveyQuestion] = (), without: Sequence[RecordId] = ()
    ) -> None:
        """Make the next version of a survey, with changed questions and without some."""
        made, records = new_version(self._company, survey, changed, without)
        if self._begin(records, QUESTIONS):
            text = _("{name} is open. The answers that came in stay with the version before.")
            self._tell(text.format(name=current().isolate(version_name(made))), NoticeKind.UNDO)

    def delete(self, survey: Survey) -> None:
        """Move a version to the bin with its questions, unless answers came in."""
        if self._company.is_read_only:
            return
        sheets = sheets_of(self._company, survey.id)
        if sheets:
            self._tell(OrderIsAnswered(sheets).sentence(current()), NoticeKind.ERROR)
            return
        doomed = [survey, *questions_of(self._company, survey.id)]
        if self._do(lambda: self._company.delete(doomed)):
            name = current().isolate(version_name(survey))
            self._tell(_("{name} lies in the bin.").format(name=name), NoticeKind.UNDO)

    def _do(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except AppError as error:
            self._tell(error.sentence(current()), NoticeKind.ERROR)
            return False
        return True

    def _tell(self, text: str, kind: NoticeKind) -> None:
        self.told.emit(News(text, kind, can_undo=kind is NoticeKind.UNDO))
