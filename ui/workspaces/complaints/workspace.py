"""The complaints as cases, the most urgent first; the register as a table is the other way to look."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.charter import ComplaintRule, Promise
from models.domain.records.control import CompanySettings, Holiday, Person
from models.domain.records.correction import Action
from models.domain.records.operation import Breach, Complaint
from models.domain.registers import register_of
from models.services import cases
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.repetition import RepetitionNotice
from ui.registers import RegisterView
from ui.registers.news import News
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import thin_line
from ui.widgets.mode_layout import ModeLayout
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace
from ui.workspaces.complaints.case_page import CasePage
from ui.workspaces.complaints.case_side import CaseSide

CASES, TABLE = "cases", "table"
_NAMED: tuple[type[Record], ...] = (Person, Promise, ComplaintRule, CompanySettings, Holiday)
_SHOWN: tuple[type[Record], ...] = (*_NAMED, Complaint, Action, Breach)


class ComplaintsWorkspace(Workspace):
    """The cases at the leading side, beside them the course of one; or all of them as a table."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._is_stale = True
        self._begun: RecordId | None = None
        self._is_waiting = False
        self._view: RegisterView | None = None
        self._layout = ModeLayout(self, ((CASES, "tasks"), (TABLE, "list")))
        self.modes, self._stack = self._layout.modes, self._layout.pages
        self.repeated = RepetitionNotice(company, Complaint, self)
        self._desk = QWidget(self._stack)
        self.side = CaseSide(company, self._desk)
        self.page = CasePage(company, self._desk)
        self.empty = EmptyState(icon="step-5", parent=self._stack)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(thin_line(is_upright=True, parent=self._desk))
        row.addWidget(self.page, 1)
        # In line with the cases below.
        self._layout.head.setContentsMargins(theme.space(3), theme.space(2), theme.space(4), theme.space(2))
        self._layout.add_after(self.repeated, 1)
        self._layout.add_pages(self._desk, self.empty)

    def _connect(self) -> None:
        self.modes.chosen.connect(self.show_mode)
        self.side.add_requested.connect(self.add)
        self.side.chosen.connect(self._choose)
        self.side.opened.connect(self._enter)
        self.empty.action_requested.connect(self.add)
        self.page.told.connect(self.told)
        self.page.open_requested.connect(self.open_requested)
        self.page.place_requested.connect(self.place_requested)
        self.page.action_requested.connect(self._make_action)
        self.page.breach_requested.connect(self._record_breach)
        self.side.cases.arranged.connect(self._take_first)
        self.repeated.told.connect(self.told)
        self.destroyed.connect(self.company.subscribe(self._follow))
        for keys, deed in (("Ctrl+N", self.add), ("Escape", self._leave), ("Ctrl+F", self._search)):
            shortcut = QShortcut(QKeySequence(keys), self._stack)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    @property
    def view(self) -> RegisterView:
        """The register as a table, made when it is first wanted."""
        if self._view is None:
            self._view = RegisterView(self.company, register_of(Complaint), self._stack)
            self._view.told.connect(self.told)
            self._view.open_requested.connect(self.open_requested)
            self._stack.addWidget(self._view)
        return self._view

    # What is shown

    def show_mode(self, key: str) -> None:
        """Show the cases one by one, or all as a table."""
        self.commit()
        self.modes.set_current(key)
        self._show_page()

    def _show_page(self) -> None:
        if self.modes.current() == TABLE:
            self._stack.setCurrentWidget(self.view)
        elif self.company.all(Complaint) or self._is_begun:
            self._stack.setCurrentWidget(self._desk)
        else:
            self._stack.setCurrentWidget(self.empty)

    @property
    def _is_begun(self) -> bool:
        """Whether a new case stands in the page that is not saved yet."""
        return self._begun == self.page.case.id and self.page.is_new

    def refresh(self) -> None:
        """Show the cases as they are now; the one shown stays, or the most urgent one is shown."""
        self.side.cases.refresh()
        self._show_cases()

    def _show_cases(self) -> None:
        self.repeated.refresh()
        known = self.company.find(Complaint, self.page.case.id)
        if known is not None:
            self.page.show_case(known)
        elif not self._is_begun:
            self._show_first()
        self.side.list.choose(self.page.case.id)
        self._show_page()

    def _show_first(self) -> None:
        """Show the most urgent case; one that is still being looked for takes the place of the oldest."""
        listed = [one for one in self.side.cases.cases() if self.company.find(Complaint, one.id) is not None]
        self._is_waiting = not listed
        first = listed[0] if listed else next(iter(self.company.all(Complaint)), None)
        if first is not None:
            self.page.show_case(first)

    def _take_first(self) -> None:
        if self._is_waiting and self.side.cases.cases():
            self._show_first()
            self.side.list.choose(self.page.case.id)

    def catch_up(self) -> None:
        """Show what changed while nobody looked."""
        if self._is_stale:
            self._is_stale = False
            self.side.cases.word_anew()
            self._show_cases()

    def _follow(self, change: Change) -> None:
        if change.edits and not change.touches(*_SHOWN):
            return
        self._is_stale = self._is_stale or not change.edits or change.touches(*_NAMED)
        if not self.isVisible():
            self._is_stale = True
            return
        if any(edit.after is None and edit.record.id == self._begun for edit in change.edits):
            # It was saved and taken back: nothing is begun any more.
            self._begun = None
        if self._is_stale:
            self.catch_up()
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed."""
        super().showEvent(event)
        self.catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is being typed before something else is shown."""
        self.commit()
        super().hideEvent(event)

    # What is done

    def add(self) -> None:
        """Begin a case that was received today."""
        if not self.company.is_read_only:
            self.show_new(cases.new_complaint(self.company, date.today()), "channel")

    def show_new(self, record: Record, field: str = "") -> None:
        """Show a new case, which is saved with its first entry."""
        if not isinstance(record, Complaint):
            return
        self.catch_up()
        self.commit()
        self.modes.set_current(CASES)
        self._begun, self._is_waiting = record.id, False
        self.page.show_case(record)
        self.side.list.choose(None)
        self._show_page()
        self.page.show_field(field or "channel")

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a case and a field into view; without one, the most urgent case."""
        self.catch_up()
        self.commit()
        case = self.company.find(Complaint, record_id)
        self.modes.set_current(CASES)
        if case is not None:
            self._is_waiting = False
            self.page.show_case(case)
            self.side.list.choose(case.id)
            self._show_page()
            self.page.show_field(field)
        else:
            self._show_page()
            is_empty = self._stack.currentWidget() is self.empty
            target = self.empty.action if is_empty else self.side.list
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take what is being typed."""
        if self.modes.current() == TABLE:
            self.view.commit()
        else:
            self.page.commit()

    def _choose(self, record_id: str) -> None:
        self.commit()
        case = self.company.find(Complaint, RecordId(record_id))
        if case is not None:
            self._is_waiting = False
            self.page.show_case(case)

    def _enter(self, record_id: str) -> None:
        self._choose(record_id)
        self.page.show_field()

    def _leave(self) -> None:
        if self.modes.current() == CASES:
            self.commit()
            if self._is_begun:
                self._begun = None
                self.refresh()
            self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        if self.modes.current() == CASES:
            self.side.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make_action(self, case: Complaint) -> None:
        self.repeated.make_of([case])

    def _record_breach(self, case: Complaint) -> None:
        """Save the broken promise that a case tells of, and go there."""
        speech = current()
        breach = cases.breach_from(case, self.company, speech, date.today())
        try:
            self.company.save(breach)
        except AppError as error:
            self.told.emit(News(error.sentence(speech), NoticeKind.ERROR))
            return
        self.told.emit(News(_("The broken promise was recorded."), NoticeKind.GOOD, can_undo=True))
        field = "cause" if breach.promise is not None else "promise"
        self.place_requested.emit(Place(register_of(Breach).code, breach.id, field))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        register = register_of(Complaint)
        self.modes.set_texts(((CASES, _("Case by case")), (TABLE, _("As a table"))))
        self.empty.set_texts(_(register.about), "" if self.company.is_read_only else _("New complaint"))
        self.side.retranslate()
        self.page.retranslate()
        self._is_stale = True
        if self.isVisible():
            self.catch_up()
