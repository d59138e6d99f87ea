"""The plan: eight steps and their tasks over the weeks, what lateness moves, and a file for calendars."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.records.commitment import ObjectiveAction
from models.domain.records.control import CompanySettings, Holiday, Person, StepClosing, TaskState
from models.domain.records.organisation import Organisation
from models.domain.registers import register_of
from models.services import plan
from models.services.company import OpenCompany
from models.services.steps import task_state, ticked
from ui import desktop, theme
from ui.dialogs.files import SaveCalendarDialog
from ui.language import _, current, ngettext
from ui.page import Page, notice
from ui.panels.plan.legend import Legend
from ui.panels.plan.rows import PlanRow, late_by, rows_of
from ui.panels.plan.tree import PlanTree
from ui.panels.record_fields import RecordFields
from ui.panels.task_detail import TaskDetail
from ui.registers.news import notice_of
from ui.theme import TextRole
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.more_button import MoreButton
from ui.widgets.notice_bar import NoticeKind

_START, _LENGTH = "started_on", "plan_weeks"
_FIELD_WIDTH = theme.space(40)


class PlanPage(Page):
    """The tree of bars; a task that is opened stands beside it until it is left."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._outline: plan.Outline | None = None
        self.fields = RecordFields(company, CompanySettings, (_START, _LENGTH), self)
        self.forecast = WrapLabel(role=TextRole.BODY, parent=self)
        self.date_button = SecondaryButton(icon="plan", parent=self)
        self.calendar_button = SecondaryButton(icon="save-as", parent=self)
        self.more = MoreButton(self)
        self.clear_choice = self.more.add_choice("remove")
        self.tree = PlanTree(self)
        self.nothing = EmptyState(icon="plan")
        self.detail = TaskDetail(company, self)
        self._pages = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(4))
        for name in (_START, _LENGTH):
            self.fields.row(name).setFixedWidth(_FIELD_WIDTH)
            head.addWidget(self.fields.row(name), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.forecast, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.date_button, self.calendar_button, self.more):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        card = Card()
        card.set_flush(True)
        card.add(self.tree, 1)
        card.add(thin_line())
        card.add(Legend())
        self._pages.addWidget(card)
        self._pages.addWidget(self.nothing)
        self.detail.setFixedWidth(theme.PANEL_WIDTH)
        self.detail.hide()
        body = QHBoxLayout()
        body.setSpacing(theme.space(4))
        body.addWidget(self._pages, 1)
        body.addWidget(self.detail)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        page.setSpacing(theme.space(4))
        page.addLayout(head)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self.date_button.clicked.connect(self.write_dates)
        self.calendar_button.clicked.connect(self.save_calendar)
        self.clear_choice.triggered.connect(self.clear_dates)
        self.nothing.action_requested.connect(self.start_today)
        self.tree.opened.connect(self._open)
        self.tree.chosen.connect(self._follow)
        self.tree.ticked.connect(self._tick)
        self.detail.left.connect(self._close_task)
        self.detail.place_requested.connect(self.place_requested)
        self.detail.told.connect(lambda news: self.notice_requested.emit(notice_of(news)))
        self.detail.open_requested.connect(self.file_requested)

    def title(self) -> str:
        """Return the page's heading."""
        return _("Plan")

    def subtitle(self) -> str:
        """Return how long the plan is and when it ends."""
        if self._outline is None:
            return ""
        speech, weeks = current(), self._outline.weeks
        sentence = ngettext("{count} week, until {day}", "{count} weeks, until {day}", weeks)
        return sentence.format(count=speech.number(weeks), day=speech.medium_date(self._outline.planned_end))

    def watched(self) -> tuple[type[Record], ...]:
        """Return what bars are made of."""
        return (CompanySettings, Holiday, ObjectiveAction, Organisation, Person, StepClosing, TaskState)

    def reveal(self, place: Place) -> None:
        """Show a task, or a field of the plan itself."""
        self.bring_up_to_date()
        if place.register == register_of(CompanySettings).code:
            self.fields.focus(place.field)
        elif place.content:
            self.tree.choose(place.content)
            self.tree.setFocus()

    def commit(self) -> None:
        """Take what is being typed."""
        self.fields.commit()
        self.detail.commit()

    def refresh(self) -> None:
        """Lay the plan out anew."""
        today = date.today()
        self._outline = plan.outline_of(self.company, today)
        self.fields.show(self.company.sheet(CompanySettings))
        self._pages.setCurrentIndex(int(self._outline is None))
        for button in (self.date_button, self.calendar_button, self.more):
            button.setVisible(self._outline is not None)
        self.forecast.setText(self._forecast())
        if self._outline is None:
            self._close_task()
            return
        self.tree.show_plan(self._outline, rows_of(self.company, self._outline))
        if self.detail.isVisible():
            self.detail.refresh()

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self.fields.retranslate()
        self.tree.retranslate()
        self.date_button.setText(_("Write dates into tasks"))
        self.date_button.setToolTip(
            _("Gives every open task without a due date the days that the plan lays out for it.")
        )
        self.calendar_button.setText(_("Save as calendar"))
        self.calendar_button.setToolTip(
            _("A file that telephones and computers take into their calendars (.ics).")
        )
        self.clear_choice.setText(_("Take the dates out of open tasks"))
        self.more.set_name(_("More"))
        self.nothing.set_texts(
            _("The plan lays the eight steps out over your weeks. It begins on the day you start."),
            _("Start today"),
        )

    def start_today(self) -> None:
        """Begin the plan today."""
        settings = self.company.sheet(CompanySettings)
        try:
            self.company.save(dataclasses.replace(settings, started_on=date.today()))
        except AppError as error:
            self.notice_requested.emit(notice(error.sentence(current()), NoticeKind.WARNING))

    def write_dates(self) -> None:
        """Give the open tasks their days."""
        self._save_tasks(
            lambda: plan.with_dates(self.company, date.today()),
            _("Every open task has a due date already."),
            lambda count: ngettext(
                "{count} task has its dates now.", "{count} tasks have their dates now.", count
            ),
        )

    def clear_dates(self) -> None:
        """Let the plan alone say when open tasks are done."""
        self._save_tasks(
            lambda: plan.without_dates(self.company),
            _("No open task has dates of its own."),
            lambda count: ngettext(
                "{count} task follows the plan again.", "{count} tasks follow the plan again.", count
            ),
        )

    def save_calendar(self) -> None:
        """Write the plan into a file for calendars."""
        target = SaveCalendarDialog.ask(self, _("Plan"))
        if target is None:
            return
        try:
            plan.save_calendar(self.company, current(), date.today(), target)
        except AppError as error:
            self.notice_requested.emit(notice(error.sentence(current()), NoticeKind.WARNING))
            return
        text = _("The calendar was saved as {file}.").format(file=current().island(target.name))
        self.notice_requested.emit(desktop.written(text, target))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the task beside the tree by Escape."""
        if event.key() == Qt.Key.Key_Escape and self.detail.isVisible():
            self._close_task()
        else:
            super().keyPressEvent(event)

    def _save_tasks(
        self,
        prepare: Callable[[], Sequence[TaskState]],
        nothing: str,
        said: Callable[[int], str],
    ) -> None:
        self.commit()
        try:
            states = prepare()
            self.company.save_all(states)
        except AppError as error:
            self.notice_requested.emit(notice(error.sentence(current()), NoticeKind.WARNING))
            return
        count = len(states)
        text = said(count).format(count=current().number(count)) if count else nothing
        self.notice_requested.emit(
            notice(text, NoticeKind.UNDO if count else NoticeKind.INFO, can_undo=count > 0)
        )

    def _forecast(self) -> str:
        """Return in a sentence where the whole is going."""
        found, speech = self._outline, current()
        if found is None:
            return ""
        end = speech.medium_date(found.expected_end)
        if found.is_done:
            return _("Everything is done since {day}.").format(day=end)
        if not found.slip:
            return _("As it looks now, all will be done by {day}, as planned.").format(day=end)
        sentence = _("As it looks now, all will be done by {day}: {delay}.")
        return sentence.format(day=end, delay=late_by(found.slip))

    def _open(self, row: PlanRow) -> None:
        if row.task:
            self.detail.show_task(row.task)
            self.detail.show()
            self.tree.show_details(are_elsewhere=True)
            self.detail.focus("owner")
        elif row.place is not None:
            self.place_requested.emit(row.place)

    def _follow(self, row: PlanRow) -> None:
        """Show the chosen task beside the tree, if one is shown there."""
        if self.detail.isVisible() and row.task:
            self.detail.commit()
            self.detail.show_task(row.task)

    def _close_task(self) -> None:
        self.detail.commit()
        had_focus = self.detail.isAncestorOf(QApplication.focusWidget() or self)
        self.detail.hide()
        self.tree.show_details(are_elsewhere=False)
        if had_focus:
            self.tree.setFocus()

    def _tick(self, task_id: str) -> None:
        state = task_state(task_id, self.company)
        try:
            self.company.save(ticked(state, state.done_on is None, date.today()))
        except AppError as error:
            self.notice_requested.emit(notice(error.sentence(current()), NoticeKind.WARNING))
