"""The page of one step: its work in the middle, its tasks and its gate beside it, and its guide.

A workspace takes the width of the page; tasks, gate and guide come beside it only when they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.content.guidance import guidance
from models.content.steps import step
from models.domain.gates import gate
from models.domain.gates.criterion import CriterionState, Place
from models.domain.records.control import Person, TaskState
from models.services import steps
from models.services.company import OpenCompany
from ui import theme
from ui.dialogs.close_step import CloseStepDialog
from ui.language import _, current
from ui.page import Notice, Page, notice
from ui.panels.gate_panel import GatePanel
from ui.panels.guide_panel import GuidePanel
from ui.panels.step_work import StepWork
from ui.panels.task_detail import TaskDetail
from ui.panels.task_panel import TaskPanel
from ui.registers.news import News, notice_of

# From this width on the guide has a column of its own; below, it stands where tasks and gate do.
_WIDE = 1400
_WIDE_PANEL = theme.PANEL_WIDTH + theme.space(10)


class StepPage(Page):
    """Signals beyond those of a page: the user opened or closed the guide, or the document beside it."""

    guide_toggled = Signal(bool)
    document_toggled = Signal(bool)

    def __init__(self, company: OpenCompany, number: int, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.number = number
        self.step = step(number)
        self._guide_open = False
        self._asked: QWidget | None = None
        self._states: Sequence[CriterionState] = ()
        self.work = StepWork(company, number, self)
        self._side = QStackedWidget(self)
        self._lists = QWidget(self._side)
        self.tasks = TaskPanel([task.id for task in self.step.tasks], self._lists)
        self.gate = GatePanel(self.step.criteria, self._lists)
        self._detail: TaskDetail | None = None
        self.guide = GuidePanel(self.step, self)
        self._lay_out()
        self._connect()
        self._arrange()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._lists)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self.tasks)
        column.addWidget(self.gate, 1)
        self._side.addWidget(self._lists)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        row.setSpacing(theme.space(4))
        row.addWidget(self.work, 1)
        row.addWidget(self._side)
        row.addWidget(self.guide)

    def _connect(self) -> None:
        self.tasks.ticked.connect(self.tick)
        self.tasks.opened.connect(self.open_task)
        self.gate.place_requested.connect(self.go)
        self.gate.asked.connect(self._share_room_soon)
        self.gate.close_requested.connect(self.close_step)
        self.gate.reopen_requested.connect(self.reopen_step)
        self.work.shown.connect(self._leave_asked)
        self.work.tasks_requested.connect(self._toggle_tasks)
        self.work.guide_requested.connect(self._toggle_guide)
        self.work.place_requested.connect(self.go)
        self.work.document_toggled.connect(self.document_toggled)
        self.guide.close_requested.connect(self._close_guide)
        self.work.told.connect(self._pass_on)
        self.work.open_requested.connect(self.file_requested)

    @property
    def detail(self) -> TaskDetail:
        """The details of a task, built when they are first opened."""
        if self._detail is None:
            detail = self._detail = TaskDetail(self.company, self._side)
            self._side.addWidget(detail)
            detail.left.connect(self.show_lists)
            detail.place_requested.connect(self.go)
            detail.told.connect(self._pass_on)
            detail.open_requested.connect(self.file_requested)
        return self._detail

    def title(self) -> str:
        """Return the step's number and name."""
        speech = current()
        return _("Step {number} · {name}").format(
            number=speech.number(self.number), name=self.step.name.best(speech.code)
        )

    def subtitle(self) -> str:
        """Return that the step is closed, where it is."""
        return _("closed") if steps.closing(self.number, self.company) else ""

    def refresh(self) -> None:
        """Show tasks and gate as they are now; the registers follow by themselves."""
        today = date.today()
        lines = steps.task_lines(self.number, self.company)
        owners = (self.company.find(Person, line.state.owner) for line in lines)
        names = {person.id: person.name.best(current().code) for person in owners if person is not None}
        self.tasks.show_lines(lines, names, today)
        for panel in (self.tasks, self.gate):
            panel.set_read_only(self.company.is_read_only)
        self._states = gate(self.number, self.company, guidance(), today)
        closing = steps.closing(self.number, self.company)
        signer = self.company.find(Person, closing.closed_by) if closing else None
        self.gate.show_gate(self._states, closing, signer.name.best(current().code) if signer else "")
        if self._detail is not None and self._side.currentWidget() is self._detail:
            self._detail.refresh()

    def reveal(self, place: Place) -> None:
        """Show a register, a record, a field, a task or the sign-off of this step."""
        if place.register == "task_state":
            state = self.company.find(TaskState, place.record)
            self.open_task(state.task if state else place.content)
            self.detail.focus(place.field)
        elif place.register == "step_closing":
            self.show_lists()
            self._need_side()
            self.gate.focus_sign_off()
        else:
            self.work.reveal(place)

    def go(self, place: Place) -> None:
        """Show a place of this page, or ask the window for it."""
        if steps.tab_of(self.number, place, self.company) is None:
            self.place_requested.emit(place)
        else:
            self.work.reveal(place)

    def zones(self) -> Sequence[QWidget]:
        """Return work, tasks with gate, and guide."""
        return self.work, self._side, self.guide

    def commit(self) -> None:
        """Take what is being typed."""
        self.work.commit()
        if self._detail is not None:
            self._detail.commit()

    def tick(self, task_id: str, is_done: bool) -> None:
        """Tick a task off, or open it again."""
        state = steps.task_state(task_id, self.company)
        try:
            self.company.save(steps.ticked(state, is_done, date.today()))
        finally:
            # A box that could not be saved must not look ticked.
            self.refresh()

    def open_task(self, task_id: str) -> None:
        """Show the details of a task."""
        if task_id not in self.tasks.rows:
            return
        self.detail.commit()
        self.detail.show_task(task_id)
        self._side.setCurrentWidget(self.detail)
        self._need_side()
        self.detail.focus()

    def show_lists(self) -> None:
        """Show tasks and gate; the task whose details were shown gets the focus."""
        if self._detail is None or self._side.currentWidget() is not self._detail:
            return
        self._detail.commit()
        self._side.setCurrentWidget(self._lists)
        self.tasks.focus_task(self._detail.task_id)

    def close_step(self) -> None:
        """Ask who signs, and close the step."""
        if self.company.read_only_because is not None:
            self.notice_requested.emit(notice(self.company.read_only_because, "warning"))
            return
        self.commit()
        closing = CloseStepDialog.ask(self, self.company, self.number, self._states, date.today())
        if closing is not None:
            self.company.save(closing)
            self.notice_requested.emit(notice(_("The step is closed."), "good", can_undo=True))

    def reopen_step(self) -> None:
        """Take the sign-off back."""
        self.company.delete(steps.closings(self.number, self.company))
        self.notice_requested.emit(notice(_("The step is open again."), "undo", can_undo=True))

    def show_guide(self, is_open: bool) -> None:
        """Open or close the guide, without any signal."""
        self._guide_open = is_open
        self._arrange()

    def show_document(self, is_open: bool) -> None:
        """Open or close the documents beside the work, without any signal."""
        self.work.show_document(is_open)

    def _need_side(self) -> None:
        """Let tasks and gate be seen."""
        if self.work.is_wide:
            self._ask_for(self._side)
        elif self._guide_open and self._side.isHidden():
            self._set_guide(False)

    def _toggle_tasks(self) -> None:
        self._ask_for(None if self._asked is self._side else self._side)

    def _toggle_guide(self) -> None:
        if self.work.is_wide:
            self._ask_for(None if self._asked is self.guide else self.guide)
            self.guide.focus_first()
        else:
            self._set_guide(not self._guide_open)

    def _close_guide(self) -> None:
        if self.work.is_wide:
            self._ask_for(None)
        else:
            self._set_guide(False)
        self.work.guide_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_for(self, panel: QWidget | None) -> None:
        """Show a panel beside a workspace, or none."""
        self._asked = panel
        self._arrange()

    def _leave_asked(self) -> None:
        self._ask_for(None)

    def _set_guide(self, is_open: bool) -> None:
        self.show_guide(is_open)
        if is_open:
            self.guide.focus_first()
        self.guide_toggled.emit(is_open)

    def _arrange(self) -> None:
        is_wide = self.width() >= _WIDE
        for panel in (self._side, self.guide):
            panel.setFixedWidth(_WIDE_PANEL if is_wide else theme.PANEL_WIDTH)
        for panel in (self._side, self.guide):
            panel.setVisible(self._is_beside(panel, has_room=is_wide))

    def _is_beside(self, panel: QWidget, *, has_room: bool) -> bool:
        """Return whether a panel stands beside the work."""
        if self.work.is_wide:
            return self._asked is panel
        return self._guide_open if panel is self.guide else has_room or not self._guide_open

    def _share_room_soon(self) -> None:
        # How tall the gate is now, its layout knows only afterwards.
        QTimer.singleShot(0, self, self._share_room)

    def _share_room(self) -> None:
        """Let the tasks give way where there is no room for both lists.

        They do when the gate was asked for all that is missing, and when nothing of them is left to do.
        """
        wanted = self.tasks.full_height() + self.gate.sizeHint().height() + theme.space(4)
        is_second = self.gate.is_asked or self.tasks.is_all_done
        self.tasks.make_room(is_second and wanted > self._lists.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the guide a column of its own where there is room."""
        super().resizeEvent(event)
        self._arrange()
        self._share_room()

    def _pass_on(self, news: News | Notice) -> None:
        self.notice_requested.emit(notice_of(news))
