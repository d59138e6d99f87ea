"""The workspace of analysis reports: the figures of a survey, what they mean, and what is decided."""

from __future__ import annotations

import dataclasses
from datetime import date
from functools import cached_property

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.charter import Promise
from models.domain.records.correction import Action
from models.domain.records.feedback import (
    ANSWER_SOURCES,
    Analysis,
    SurveyQuestion,
    Theme,
    ThemeMark,
)
from models.domain.registers import register
from models.domain.survey.report import Material, View, material, survey_of
from models.domain.survey.themes import ThemeNumbers, marks_by_answer, theme_numbers
from models.services.company import Change, OpenCompany
from models.services.survey.analysis import READ, figures, new_report, reports
from ui import jobs, theme
from ui.language import _, current
from ui.registers import RegisterView
from ui.widgets.buttons import SecondaryButton
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.mode_layout import ModeLayout
from ui.widgets.page_scroll import PageScroll
from ui.workspace import Workspace
from ui.workspaces.analysis.report import Report
from ui.workspaces.analysis.results import Results

REPORT, LIST = "report", "list"
_ALL = "all"
_SOURCE_WIDTH, _REPORT_WIDTH = theme.space(52), theme.space(80)
_SEEN: tuple[type[Record], ...] = (*READ, Action, Promise, Theme, ThemeMark)
# So many answers are counted while nobody waits for the window.
_MOST_AT_ONCE = 3_000


class AnalysisWorkspace(Workspace):
    """Shows one report with the figures of its survey; the register of all reports is the other way."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._report: Analysis | None = None
        self._made_of: object = None
        self._view: View | None = None
        self._job: jobs.Job[tuple[View, ThemeNumbers]] | None = None
        self._is_stale = True
        self._layout = ModeLayout(self, ((REPORT, "chart-column"), (LIST, "list")))
        self.modes, self._stack = self._layout.modes, self._layout.pages
        self.reports = ChoiceBox(optional=False)
        self.source = ChoiceBox(optional=False)
        self.add_button = SecondaryButton(icon="add", parent=self)
        self.empty = EmptyState(icon="chart-column", parent=self._stack)
        self.page = QWidget()
        self.board = PageScroll(self.page, self._stack)
        self.report = Report(company, self.page)
        self.results = Results(company, self.page)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.source.setFixedWidth(_SOURCE_WIDTH)
        self.reports.setFixedWidth(_REPORT_WIDTH)
        self._layout.add_beside(self.source, self.reports, self.add_button)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(theme.space(5), theme.space(4), theme.space(5), theme.space(5))
        column.setSpacing(theme.space(3))
        parts: tuple[QWidget, ...] = (
            self.report.scope,
            self.results,
            self.report.text,
            self.report.actions,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._layout.add_pages(self.board, self.empty)

    def _connect(self) -> None:
        self.modes.chosen.connect(self.show_mode)
        self.reports.edited.connect(self._choose_report)
        self.source.edited.connect(self.refresh)
        self.add_button.clicked.connect(self.begin_report)
        self.empty.action_requested.connect(self._begin)
        self.report.told.connect(self.told)
        self.report.place_requested.connect(self.place_requested)
        self.results.place_requested.connect(self.place_requested)
        self.destroyed.connect(self.company.subscribe(self._follow))

    # What is shown

    @cached_property
    def view(self) -> RegisterView:
        """The register, made when it is first looked at."""
        view = RegisterView(self.company, register("analysis"), self._stack)
        view.told.connect(self.told)
        view.open_requested.connect(self.open_requested)
        self._stack.addWidget(view)
        return view

    def refresh(self) -> None:
        """Show the report chosen, or else the newest, with its figures as they are now."""
        self._is_stale = False
        known = reports(self.company)
        report = self._known_report(known)
        self._offer(known, report)
        is_list = self.modes.current() == LIST
        for part in (self.source, self.reports, self.add_button):
            part.setVisible(not is_list)
        self.reports.setVisible(not is_list and len(self.reports.choices()) > 1)
        self.add_button.setVisible(not is_list and not self.company.is_read_only)
        if is_list:
            self._stack.setCurrentWidget(self.view)
            return
        made_of = material(self.company, report, self._source())
        if report is None or made_of is None:
            self._word_empty(has_questions=made_of is not None)
            self.source.hide()
            self._stack.setCurrentWidget(self.empty)
            return
        self._stack.setCurrentWidget(self.board)
        self._figure(report, made_of)

    def _known_report(self, known: tuple[Analysis, ...]) -> Analysis | None:
        """Return the report to show: that which was shown, as it is now, or else the newest."""
        shown = self._report
        if shown is not None:
            saved = self.company.find(Analysis, shown.id)
            is_new = saved is None and self.reports.value() == shown.id
            self._report = saved or (shown if is_new and self.report.fields.is_new else None)
        if self._report is None and known:
            self._report = known[0]
        return self._report

    def _offer(self, known: tuple[Analysis, ...], report: Analysis | None) -> None:
        listed = [*known]
        if report is not None and all(one.id != report.id for one in known):
            listed.insert(0, report)
        choices = tuple(Choice(one.id, one.title or _("A report without a title")) for one in listed)
        if choices != self.reports.choices():
            self.reports.set_choices(choices)
        self.reports.set_value(report.id if report else "")
        sources = (
            Choice(_ALL, _("All sources")),
            *(Choice(key, _(label)) for key, label in ANSWER_SOURCES.items()),
        )
        if sources != self.source.choices():
            self.source.set_choices(sources)
            self.source.set_value(self.source.value() or _ALL)

    def _source(self) -> str:
        return "" if self.source.value() == _ALL else self.source.value()

    def _figure(self, report: Analysis, made_of: Material) -> None:
        """Show a report with its figures; many answers are counted in a thread of their own."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        speech = current()
        marks, side = marks_by_answer(self.company), made_of.after

        def work(_job: object = None) -> tuple[View, ThemeNumbers]:
            own = (one for one in made_of.answers if one.survey == side.survey.id and side.window.holds(one))
            return figures(made_of, speech), theme_numbers(own, side.questions, marks)

        if len(made_of.answers) <= _MOST_AT_ONCE:
            self._show(report, work())
            return
        self.report.show_report(report, self._view)
        self._job = jobs.start(work, owner=self, done=lambda counted: self._show(report, counted))

    def _show(self, report: Analysis, counted: tuple[View, ThemeNumbers]) -> None:
        view, themes = counted
        self._job, self._view = None, view
        self.report.show_report(report, view)
        self.results.show_view(view, themes)

    def _word_empty(self, *, has_questions: bool) -> None:
        is_open = not self.company.is_read_only
        if has_questions:
            about = _("The figures of a survey, what they mean and what you decide stand here.")
            self.empty.set_texts(about, _("Begin a report") if is_open else "")
        else:
            about = _("A report is made of the answers to a survey, so the survey needs questions first.")
            self.empty.set_texts(about, _(register("survey_question").add) if is_open else "")

    def _begin(self) -> None:
        if survey_of(self.company, None) is not None:
            self.begin_report()
        else:
            self.place_requested.emit(Place("survey_question"))

    def begin_report(self) -> None:
        """Begin a report on the newest survey; it is saved with its first entry."""
        self.commit()
        survey = survey_of(self.company, None)
        title = survey.title.best(current().code) if survey else ""
        self.show_new(dataclasses.replace(new_report(self.company, date.today()), title=title))

    def show_new(self, record: Record, field: str = "") -> None:
        """Show a new report that is prepared for the user."""
        if isinstance(record, Analysis):
            self.modes.set_current(REPORT)
            self._report = record
            self.report.fields.show(record)
            self._offer(reports(self.company), record)
            self.refresh()
            self.report.focus(field)

    def show_mode(self, key: str) -> None:
        """Show a report, or the list of all."""
        self.commit()
        self.modes.set_current(key)
        self.refresh()

    def _choose_report(self) -> None:
        self.commit()
        self._report = self.company.find(Analysis, RecordId(self.reports.value())) or self._report
        self.refresh()

    # The company

    def _follow(self, change: Change) -> None:
        if change.edits and not change.touches(*_SEEN, SurveyQuestion):
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
        QTimer.singleShot(0, self.report, self.report.complete)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a report and give the focus to one of its fields."""
        found = self.company.find(Analysis, record_id)
        if found is None:
            self.show_mode(REPORT)
            self.modes.setFocus()
            return
        if field == "themes":
            self.show_mode(LIST)
            self.view.show_place(record_id, field)
            return
        self._report = found
        self.show_mode(REPORT)
        self.report.focus(field)

    def commit(self) -> None:
        """Save what is being typed."""
        if self.modes.current() == LIST:
            self.view.commit()
        elif self.report.record is not None:
            self.report.fields.commit()

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.modes.set_texts(((REPORT, _("Report")), (LIST, _("List of reports"))))
        self.reports.set_name(_("Report"))
        self.source.set_name(_("Source of the answers"))
        self.add_button.setText(_(register("analysis").add))
        self.report.retranslate()
        self.results.retranslate()
        self._is_stale = True
        if self.isVisible():
            self.refresh()
