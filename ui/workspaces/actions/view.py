"""The actions, and one of them beside them with its course."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.action_states import ActionState, Lack
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.records.control import Person
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.domain.sentences import Sentence
from models.services.action_sources import ORIGIN_TYPES, origins_of, started
from models.services.actions import Refused, another_like, move, reopen
from models.services.company import Change, OpenCompany
from models.services.editing import ValueRefused
from ui import language
from ui.registers.form import RecordForm
from ui.registers.form_head import FormHead
from ui.registers.news import News
from ui.registers.view import RegisterView
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.side_by_side import SideBySide
from ui.workspaces.actions.course import CourseBar, ReopenBar
from ui.workspaces.actions.form import ActionForm
from ui.workspaces.actions.list_page import ActionList


class ActionView(RegisterView):
    """Signals beyond those of a register: `place_requested` with the `Place` an action came from."""

    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        self._known: tuple[Action, tuple[Record, ...]] | None = None
        super().__init__(company, register_of(Action), parent)
        self.destroyed.connect(company.subscribe(self._follow_company))

    def new_pages(self) -> SideBySide:
        """Return what shows the form beside the list."""
        self.sides = SideBySide(self)
        return self.sides

    def new_list(self, parent: QWidget) -> ActionList:
        """Return board and list."""
        self.actions_page = ActionList(self._company, parent)
        self.actions_page.moved.connect(self.move_action)
        self.actions_page.peeked.connect(self.peek)
        return self.actions_page

    def new_form(self, parent: QWidget) -> RecordForm:
        """Return the form of an action."""
        self.action_form = ActionForm(self._company, parent)
        self.action_form.settled.connect(self._show_course)
        return self.action_form

    def complete(self, column: QVBoxLayout, form: RecordForm) -> None:
        """Add the course above the fields."""
        page = form.parentWidget()
        assert page is not None
        head = page.findChild(FormHead)
        assert isinstance(head, FormHead)
        head.stand_beside()
        self.course = CourseBar(page)
        self.reopening = ReopenBar(page)
        at = column.indexOf(form)
        column.insertWidget(at, self.course)
        column.insertWidget(at + 1, self.reopening)
        column.setStretchFactor(form, 1)
        self.course.move_requested.connect(self._move_shown)
        self.course.reopen_requested.connect(self._ask_to_reopen)
        self.course.owner_requested.connect(self._choose_owner)
        self.course.place_requested.connect(self.place_requested)
        self.reopening.confirmed.connect(self._reopen)
        self.reopening.left.connect(self._leave_reopening)

    def add_record(self) -> None:
        """Open the form with a new action; it is saved with its first entry."""
        self.show_new(started(self._company, date.today()), "problem")

    def peek(self, action: Action) -> None:
        """Show an action beside the list while the focus stays there."""
        if not self.is_form_open and not self.actions_page.is_board:
            return
        if self.is_form_open and self.form.record.id == action.id:
            return
        self.commit()
        focus = self.window().focusWidget()
        self.form.show_record(action)
        self.reopening.hide()
        self._name()
        self._pages.setCurrentIndex(1)
        self.record_shown.emit(action.id)
        if self.sides.has_both and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, record: Record, field: str = "") -> None:
        super()._open(record, field)
        self.reopening.hide()
        if isinstance(record, Action):
            self.actions_page.choose(record)

    def show_table(self) -> None:
        """Go back to the list alone, on the action that was shown."""
        if self.is_form_open:
            self.commit()
            shown = self.action_form.action
            self._pages.setCurrentIndex(0)
            self.actions_page.choose(shown)
            self.actions_page.focus_rows()
            self.record_shown.emit(None)

    def duplicate(self) -> None:
        """Save another action like the one in the form, or like those chosen in the list."""
        if not self.is_form_open:
            self.actions_page.duplicate_chosen()
        elif not self.form.is_new:
            self.commit()
            try:
                copy = another_like(self._company, self.action_form.action, date.today())
            except AppError as error:
                self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            else:
                self._open(copy)

    def _search(self) -> None:
        if self.sides.has_both or not self.is_form_open:
            self.list.toolbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Its course

    def move_action(self, action: Action, target: ActionState) -> None:
        """Let an action go where it is wanted; what keeps it from there is said beside its field."""
        if self._company.is_read_only:
            return
        self.commit()
        try:
            moved = move(self._company, action, target, date.today())
        except Refused as error:
            self._say_lack(action, error.lack)
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
        else:
            self._tell_of(moved, target)

    def _move_shown(self, target: ActionState) -> None:
        self.commit()
        self.move_action(self.action_form.action, target)

    def _say_lack(self, action: Action, lack: Lack) -> None:
        self._open(self._company.find(Action, action.id) or action)
        if lack.needs_reopening:
            self._ask_to_reopen()
        else:
            self.action_form.demand(lack)
        self.told.emit(News(lack.sentence.worded(language.current()), NoticeKind.WARNING))

    def _tell_of(self, action: Action, target: ActionState) -> None:
        said = {
            ActionState.WAITING: Sentence(
                "{no} is done; its effect is to be checked on {day}.", no=action.no, day=action.check_on or ""
            ),
            ActionState.CLOSED: Sentence("{no} is closed.", no=action.no),
        }.get(target)
        if said is None:
            return
        if target is ActionState.WAITING:
            self._open(action, "check_on")
        self.actions_page.choose(action)
        self.told.emit(News(said.worded(language.current()), NoticeKind.UNDO, can_undo=True))

    def _ask_to_reopen(self) -> None:
        self.commit()
        self.reopening.begin(self.action_form.action.check_result.strip().partition("\n")[0][:200])

    def _leave_reopening(self) -> None:
        self.reopening.hide()
        self.course.again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reopen(self, because: str, due: date | None) -> None:
        speech = language.current()
        try:
            again = reopen(self._company, self.action_form.action, because, due, speech, date.today())
        except Refused as error:
            self.reopening.fail(error.lack)
        except ValueRefused as error:
            self.reopening.because.set_problem(error.sentence(speech))
        except AppError as error:
            self.told.emit(News(error.sentence(speech), NoticeKind.ERROR))
        else:
            self._open(again, "steps")
            text = Sentence("{no} is open again.", no=again.no).worded(speech)
            self.told.emit(News(text, NoticeKind.UNDO, can_undo=True))

    def _choose_owner(self) -> None:
        self.action_form.show_field("owner")

    def _show_course(self) -> None:
        if self._form is None and not self._slices.is_running:
            return
        action = self.action_form.action
        self.course.show_action(
            action,
            self._origins_of(action),
            self._company,
            is_new=self.action_form.is_new,
            is_locked=self._company.is_read_only,
        )

    def _origins_of(self, action: Action) -> tuple[Record, ...]:
        """Return where an action came from, looked for once among all complaints and checks."""
        if self._known is None or self._known[0] is not action:
            self._known = action, origins_of(action, self._company)
        return self._known[1]

    def _follow_company(self, change: Change) -> None:
        if not change.edits or change.touches(*ORIGIN_TYPES):
            self._known = None
        if self.is_form_open and (not change.edits or change.touches(Person, *ORIGIN_TYPES)):
            self._show_course()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._form is not None:
            self._show_course()
