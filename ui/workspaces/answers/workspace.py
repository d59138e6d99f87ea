"""The workspace of survey answers: entering by keyboard, importing tables, and the list of all sheets."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.registers import register
from models.domain.survey.results import questions_of
from models.services.company import Change, OpenCompany
from ui import theme
from ui.dialogs.import_answers import ImportAnswersDialog
from ui.language import _, current, ngettext
from ui.registers.news import News
from ui.widgets.buttons import SecondaryButton
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.mode_layout import ModeLayout
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace
from ui.workspaces.answers.entry import EntryPage
from ui.workspaces.answers.sheet_form import SheetsView

ENTRY, LIST = "entry", "list"
_SURVEY_WIDTH = theme.space(60)


class AnswersWorkspace(Workspace):
    """Enters the sheets of one survey; the register of all sheets is the other way to look at them."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._layout = ModeLayout(self, ((ENTRY, "edit"), (LIST, "list")))
        self.modes, self._stack = self._layout.modes, self._layout.pages
        self.surveys = ChoiceBox(optional=False)
        self.surveys.setFixedWidth(_SURVEY_WIDTH)
        self.import_button = SecondaryButton(icon="open", parent=self)
        self.entry = EntryPage(company, self._stack)
        self.empty = EmptyState(icon="step-6", parent=self._stack)
        self.view = SheetsView(company, register("survey_answer"), self._stack)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._layout.add_beside(self.surveys, self.import_button)
        self._layout.add_pages(self.entry, self.empty, self.view)

    def _connect(self) -> None:
        self.modes.chosen.connect(self.show_mode)
        self.surveys.edited.connect(self._choose_survey)
        self.import_button.clicked.connect(self.import_table)
        self.empty.action_requested.connect(self._begin)
        for part in (self.entry, self.view):
            part.told.connect(self.told)
        self.view.open_requested.connect(self.open_requested)
        self.destroyed.connect(self.company.subscribe(self._follow))

    @property
    def survey(self) -> Survey | None:
        """The survey whose sheets are entered: the one chosen, or else the newest that asks something."""
        chosen = self.company.find(Survey, RecordId(self.surveys.value()))
        if chosen is not None:
            return chosen
        surveys = self.company.all(Survey)
        asking = [one for one in surveys if questions_of(self.company, one.id)]
        return next(reversed(asking or list(surveys)), None)

    def show_mode(self, key: str) -> None:
        """Enter sheets, or look at the list of all."""
        self.commit()
        self.modes.set_current(key)
        self.refresh()
        if key == ENTRY and self._stack.currentWidget() is self.entry:
            self.entry.focus_sheet()

    def refresh(self) -> None:
        """Show what fits the mode and what there is."""
        surveys = self.company.all(Survey)
        choices = tuple(Choice(one.id, _name(one)) for one in surveys)
        if choices != self.surveys.choices():
            self.surveys.set_choices(choices)
        survey = self.survey
        self.surveys.set_value(survey.id if survey else "")
        self.surveys.setVisible(len(surveys) > 1)
        self.import_button.setVisible(not self.company.is_read_only)
        if self.modes.current() == LIST:
            self._stack.setCurrentWidget(self.view)
            return
        has_questions = survey is not None and bool(questions_of(self.company, survey.id))
        is_open = has_questions and not self.company.is_read_only
        self._word_empty(has_questions=has_questions)
        if is_open:
            self.entry.show_survey(survey)
        self._stack.setCurrentWidget(self.entry if is_open else self.empty)

    def _word_empty(self, *, has_questions: bool) -> None:
        because = self.company.read_only_because
        if because is not None:
            self.empty.set_texts(because.worded(current()))
        elif not has_questions:
            about = _("Sheets are entered here with one key an answer, once the survey has questions.")
            self.empty.set_texts(about, _(register("survey_question").add))

    def _begin(self) -> None:
        self.place_requested.emit(Place("survey_question" if self.company.all(Survey) else "survey"))

    def _choose_survey(self) -> None:
        self.commit()
        self.refresh()

    def _follow(self, change: Change) -> None:
        if self.isVisible() and (not change.edits or change.touches(Survey, SurveyQuestion)):
            self.refresh()

    def import_table(self) -> None:
        """Ask for a table with answers and import it."""
        survey = self.survey
        if survey is None or not questions_of(self.company, survey.id):
            self.show_mode(ENTRY)
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.commit()
        count = ImportAnswersDialog.ask(self.window(), self.company, survey, date.today())
        if count:
            sentence = ngettext("{count} sheet was imported.", "{count} sheets were imported.", count)
            text = sentence.format(count=current().number(count))
            self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a sheet in the list; without one, enter the next."""
        if self.company.find(SurveyAnswer, record_id) is None:
            self.show_mode(ENTRY)
            return
        self.show_mode(LIST)
        self.view.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form of a new sheet that is prepared for the user."""
        self.show_mode(LIST)
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Save what is being entered."""
        if self.modes.current() == LIST:
            self.view.commit()
        else:
            self.entry.commit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer with a key that nothing with the focus wanted."""
        if self._stack.currentWidget() is not self.entry or not event.text().isalnum():
            return False
        return self.entry.take_key(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.modes.set_texts(((ENTRY, _("Enter sheets")), (LIST, _("List of sheets"))))
        self.import_button.setText(_("Import table…"))
        self.import_button.setToolTip(_("Import answers from a CSV or Excel file"))
        self.surveys.set_name(_("Survey"))
        self.entry.retranslate()
        self.refresh()


def _name(survey: Survey) -> str:
    title = survey.title.best(current().code)
    return " · ".join(one for one in (survey.no, title) if one) or _("Not named yet")
