"""The workspace of surveys: versions at the leading side, plan or questions, and the form beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.feedback import Survey, SurveyAnswer, SurveyQuestion
from models.domain.registers import register_of
from models.services.company import Change, OpenCompany
from models.services.survey.design import (
    surveys_in_order,
)
from models.services.survey.forms import CODE
from ui import theme
from ui.language import _, current
from ui.panels.beside import Beside
from ui.panels.documents.live import LiveDocument
from ui.registers.table_files import TableFiles
from ui.widgets.buttons import SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import thin_line
from ui.widgets.mode_switch import ModeSwitch
from ui.widgets.more_button import MoreButton
from ui.widgets.page_scroll import PageScroll
from ui.workspace import Workspace
from ui.workspaces.survey.deeds import PLAN, QUESTIONS, SurveyDeeds
from ui.workspaces.survey.form_menu import FormMenu
from ui.workspaces.survey.plan import WORDS, PlanPage
from ui.workspaces.survey.questions import SurveyQuestions
from ui.workspaces.survey.versions import SurveyList, VersionBar

_NOWHERE = RecordId("")


class SurveyWorkspace(Workspace):
    """Shows one version of a survey; what customers get of it stands beside, as it is being written."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._survey: RecordId | None = None
        self._plan: PlanPage | None = None
        self.surveys = SurveyList(company)
        self.modes = ModeSwitch(((QUESTIONS, "list"), (PLAN, "plan")))
        self.print_button = SecondaryButton(icon="print", small=True)
        self.more = MoreButton()
        self.export_action = self.more.add_choice("save-as")
        self.delete_action = self.more.add_choice("delete")
        self.tables = TableFiles(company, register_of(SurveyQuestion))
        self.bar = VersionBar(company)
        self.questions = SurveyQuestions(company)
        self.forms = FormMenu(company, self)
        self.deeds = SurveyDeeds(company, self)
        self.empty = EmptyState(icon="step-6", parent=self)
        self._work = QWidget(self)
        self.beside = Beside(self._work)
        self.document = LiveDocument(company, CODE, self.beside, subject=_NOWHERE)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        head.setSpacing(theme.space(2))
        head.addWidget(self.modes)
        head.addStretch(1)
        head.addWidget(self.print_button)
        head.addWidget(self.more)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page(self.questions))
        editor = QWidget(self.beside)
        column = QVBoxLayout(editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(thin_line())
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), 0)
        bar.addWidget(self.bar)
        column.addLayout(bar)
        column.addWidget(self.tables)
        column.addWidget(self._pages, 1)
        self.beside.hold(editor, self.document)
        edge = QFrame()
        edge.setProperty("kind", "line")
        edge.setFixedWidth(1)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.surveys)
        row.addWidget(edge)
        row.addWidget(self.beside, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._work)
        outer.addWidget(self.empty)

    def _page(self, content: QWidget) -> PageScroll:
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(4))
        column.addWidget(content)
        column.addStretch(1)
        return PageScroll(board)

    def _connect(self) -> None:
        self.surveys.chosen.connect(self._choose)
        self.surveys.new_requested.connect(self.deeds.begin)
        self.modes.chosen.connect(self.show_mode)
        self.print_button.clicked.connect(self._offer_form)
        self.document.open_requested.connect(self._offer_form_beside)
        self.delete_action.triggered.connect(self.delete_version)
        self.export_action.triggered.connect(self._export)
        self.tables.told.connect(self.told)
        self.bar.version_requested.connect(self.make_version)
        self.questions.version_requested.connect(self.make_version)
        self.questions.typed.connect(self._follow_question)
        self.questions.told.connect(self.told)
        self.forms.told.connect(self.told)
        self.deeds.told.connect(self.told)
        self.deeds.begun.connect(self._show_begun)
        self.empty.action_requested.connect(self.deeds.begin_with_model)
        self.empty.example_requested.connect(self.deeds.begin)
        self.beside.toggled.connect(self.document_toggled)
        self.destroyed.connect(self.company.subscribe(self._follow))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    # What is shown

    @property
    def survey(self) -> Survey | None:
        """The version shown: the one chosen, or else the newest."""
        chosen = self.company.find(Survey, self._survey)
        return chosen or next(iter(surveys_in_order(self.company)), None)

    @property
    def plan(self) -> PlanPage:
        """The plan, made when it is first looked at."""
        if self._plan is None:
            self._plan = PlanPage(self.company)
            self._plan.typed.connect(self._follow_plan)
            self._pages.addWidget(self._page(self._plan))
        return self._plan

    def show_survey(self, survey: RecordId) -> None:
        """Show another version."""
        self.commit()
        self._survey = survey
        self.refresh()

    def _choose(self, key: str) -> None:
        if key != self._survey:
            self.show_survey(RecordId(key))

    def show_mode(self, key: str) -> None:
        """Show the questions, or the plan."""
        self.commit()
        self.modes.set_current(key)
        self.refresh()
        self._pages.setCurrentIndex(1 if key == PLAN else 0)

    def refresh(self) -> None:
        """Show everything as it is now."""
        survey = self.survey
        self._work.setVisible(survey is not None)
        self.empty.setVisible(survey is None)
        if survey is None:
            self._word_empty()
            return
        self._survey = survey.id
        self.surveys.show_surveys(survey.id)
        self.bar.show_survey(survey)
        self.questions.show_survey(survey.id)
        self.document.show_subject(survey.id)
        self.delete_action.setVisible(not self.company.is_read_only)
        if self.modes.current() == PLAN:
            self.plan.show_survey(survey)

    def _word_empty(self) -> None:
        about = _("Customers are asked with a short form. Begin with the ten model questions.")
        because = self.company.read_only_because
        if because is not None:
            self.empty.set_texts(because.worded(current()))
        else:
            self.empty.set_texts(about, _("Begin with the model form"), _("Begin without questions"))

    def _follow(self, change: Change) -> None:
        is_all = not change.edits
        if self.isVisible() and (is_all or change.touches(Survey, SurveyQuestion, SurveyAnswer)):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    # What can be done

    def _show_begun(self, key: str, mode: str) -> None:
        self.show_survey(RecordId(key))
        self.show_mode(mode)
        if mode == PLAN:
            self.plan.fields.focus("title")
        else:
            self.questions.focus()

    def make_version(self, changed: Sequence[SurveyQuestion] = (), without: Sequence[RecordId] = ()) -> None:
        """Make the next version of the survey shown, and show it."""
        self.commit()
        survey = self.survey
        if survey is not None:
            self.deeds.make_version(survey, changed, without)

    def delete_version(self) -> None:
        """Move the version shown to the bin, unless answers came in."""
        self.commit()
        survey = self.survey
        if survey is not None:
            self.deeds.delete(survey)
            self.surveys.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _export(self) -> None:
        self.commit()
        self.tables.export(self.questions.records())

    # The form beside

    def show_document(self, is_open: bool) -> None:
        """Open or close the form beside, without any signal."""
        self.beside.show_document(is_open)

    def _offer_form(self) -> None:
        self._open_menu(self.print_button)

    def _offer_form_beside(self) -> None:
        self._open_menu(self.document.open_button)

    def _open_menu(self, button: QWidget) -> None:
        self.commit()
        survey = self.survey
        if survey is not None:
            self.forms.open(button, survey, self.document.language_code)

    def _follow_question(self) -> None:
        self.document.follow(self.questions.draft(), "text")

    def _follow_plan(self) -> None:
        fields = self.plan.fields
        self.document.follow(fields.draft(), fields.focused_field())

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Light what belongs to the question, or to the words, that the user is at."""
        if now is None or not self.isAncestorOf(now):
            return
        row = self.questions.row_with(now)
        if row is not None:
            self.document.light(RecordId(row.key), "text")
        elif self._plan is not None and self._plan.isAncestorOf(now):
            field = self._plan.fields.focused_field()
            self.document.light(self._survey if field in WORDS else None, field)

    # Coming from elsewhere

    def reveal(self, place: Place) -> None:
        """Bring a question, or a field of a survey, into view."""
        if place.register == register_of(SurveyQuestion).code:
            question = self.company.find(SurveyQuestion, place.record)
            if question is not None and question.survey is not None:
                self.show_survey(question.survey)
            self.show_mode(QUESTIONS)
            self.questions.focus(place.record, place.field)
        else:
            self.show_place(place.record, place.field)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a survey and a field of its plan into view; a question where the record is one."""
        if self.company.find(SurveyQuestion, record_id) is not None:
            self.reveal(Place(register_of(SurveyQuestion).code, record_id, field))
            return
        if self.company.find(Survey, record_id) is not None and record_id is not None:
            self.show_survey(record_id)
        if self.survey is None:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_mode(PLAN)
        self.plan.fields.focus(field)

    def show_new(self, record: Record, _field: str = "") -> None:
        """Begin a survey, or a question of the survey shown."""
        if isinstance(record, SurveyQuestion) and self.survey is not None:
            survey = self.company.find(Survey, record.survey)
            if survey is not None:
                self.show_survey(survey.id)
            self.show_mode(QUESTIONS)
            self.questions.begin(record)
        elif isinstance(record, Survey):
            self.deeds.begin()

    def commit(self) -> None:
        """Take what is being typed."""
        self.questions.commit()
        if self._plan is not None:
            self._plan.fields.commit()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.modes.set_texts(((QUESTIONS, _("Questions")), (PLAN, _("Plan and words"))))
        self.print_button.setText(_("Print form"))
        self.print_button.setToolTip(_("Print or save the form"))
        self.more.set_name(_("More about this version"))
        self.export_action.setText(_("Export table…"))
        self.delete_action.setText(_("Delete this version"))
        self.surveys.retranslate()
        self.forms.retranslate()
        self.refresh()
