"""The workspace of the rounds: start one, finish it, compare two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.control import Evidence, Person
from models.domain.records.correction import Action
from models.domain.records.organisation import GapAnswer, GapRound
from models.domain.registers import register_of
from models.domain.scoring import rounds_in_order
from models.services import gap
from models.services.answering import Answering
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current
from ui.registers.news import News
from ui.theme import TextRole
from ui.widgets.buttons import LinkButton, PrimaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import SideScroll
from ui.workspace import Workspace
from ui.workspaces.gap.comparison import Comparison
from ui.workspaces.gap.round_list import RoundLine, RoundList
from ui.workspaces.gap.round_sheet import RoundSheet
from ui.workspaces.gap.round_start import RoundStart

_LIST_WIDTH = theme.space(96)


class RoundsWorkspace(Workspace):
    """The rounds beside what is known of one, and the comparison of two."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._chosen: RecordId | None = None
        self._answering = Answering(company)
        # Each part is made inside its place: moving a finished one would dress all its parts again.
        self._pages = QStackedWidget(self)
        self._board = QWidget(self._pages)
        self._side = QWidget(self._board)
        self.title = PlainLabel(parent=self._side)
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.new_button = PrimaryButton(icon="add", parent=self._side)
        self.list = RoundList(self._side)
        self.restore_button = LinkButton(icon="restore", parent=self._side)
        self._start: RoundStart | None = None
        self.sheet = RoundSheet(company, self._side)
        self.comparison = Comparison(company, self._answering, self._board)
        self.empty = EmptyState(icon="step-1", parent=self._pages)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._fill_side()
        row = QHBoxLayout(self._board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(SideScroll(self._side, _LIST_WIDTH, self._board))
        row.addWidget(thin_line(is_upright=True, parent=self._board))
        row.addWidget(self.comparison, 1)
        self._pages.addWidget(self._board)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _fill_side(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.new_button)
        column = self._column = QVBoxLayout(self._side)
        column.setContentsMargins(theme.space(5), theme.space(3), theme.space(4), theme.space(3))
        column.setSpacing(theme.space(3))
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(thin_line(parent=self._side))
        column.addWidget(self.sheet)
        column.addStretch(1)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.ask_for_round)
        self.empty.action_requested.connect(self.ask_for_round)
        self.list.chosen.connect(self._choose)
        self.restore_button.clicked.connect(self.restore)
        self.sheet.place_requested.connect(self.place_requested)
        self.sheet.deletion_requested.connect(self.delete)
        self.sheet.finished.connect(self._tell_finished)
        self.comparison.opened.connect(self._open_answer)
        self.destroyed.connect(self.company.subscribe(self._follow))

    @property
    def start(self) -> RoundStart:
        """What a new round needs, made when it is first asked for."""
        if self._start is None:
            start = self._start = RoundStart(self.company, self._side)
            start.hide()
            start.started.connect(self._show_started)
            start.left.connect(self._leave_start)
            self._column.insertWidget(1, start)
        return self._start

    @property
    def _is_starting(self) -> bool:
        return self._start is not None and not self._start.isHidden()

    # What the user does

    def ask_for_round(self) -> None:
        """Ask for what a new round needs."""
        if not self.company.is_read_only:
            self.commit()
            self._pages.setCurrentIndex(0)
            self.start.show()
            self.start.begin()
            self.refresh()

    def delete(self) -> None:
        """Move the round shown to the bin; its answers stay with it and come back with it."""
        round_ = self.company.find(GapRound, self._chosen)
        if round_ is None or self.company.is_read_only:
            return
        try:
            self.company.delete([round_])
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        gone = _("{name} was moved to the bin.").format(name=current().isolate(round_.title))
        self.told.emit(News(gone, NoticeKind.UNDO, can_undo=True))

    def restore(self) -> None:
        """Bring the round that was deleted last back from the bin, with its answers."""
        binned = self.company.binned(GapRound)
        if binned and not self.company.is_read_only:
            self.company.restore([binned[-1]])
            self._choose(binned[-1].id)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a round and one of its fields."""
        self.commit()
        if self.company.find(GapRound, record_id) is not None:
            self._choose(str(record_id))
            self.sheet.fields.focus(field)
        elif not self.company.all(GapRound):
            self.ask_for_round()
        else:
            self.new_button.setFocus()

    def show_new(self, _record: Record, _field: str = "") -> None:
        """Ask for what a new round needs."""
        self.ask_for_round()

    def commit(self) -> None:
        """Save what is being typed."""
        self.sheet.fields.commit()

    def _choose(self, round_id: str) -> None:
        self.commit()
        self._chosen = RecordId(round_id)
        self.refresh()

    def _show_started(self, round_: GapRound) -> None:
        self.start.hide()
        self._choose(round_.id)
        text = _("{name} has been started. Answer it under “{tab}”.")
        tab = _(register_of(GapAnswer).title)
        text = text.format(name=current().isolate(round_.title), tab=tab)
        self.told.emit(News(text, NoticeKind.GOOD, can_undo=True))

    def _leave_start(self) -> None:
        self.start.hide()
        self.refresh()
        self.new_button.setFocus()

    def _tell_finished(self) -> None:
        self.told.emit(News(_("The report of this round is signed."), NoticeKind.GOOD, can_undo=True))

    def _open_answer(self, answer_id: str) -> None:
        self.place_requested.emit(Place(register_of(GapAnswer).code, RecordId(answer_id)))

    # What is shown

    def _follow(self, change: Change) -> None:
        self._answering.follow(change)
        if not change.edits or change.touches(GapRound, GapAnswer, Evidence, Action, Person):
            self.refresh()

    def refresh(self) -> None:
        """Show the rounds as they are now."""
        if not self.isVisible():
            return
        rounds = rounds_in_order(self.company)
        if self._chosen not in [one.id for one in rounds]:
            self._chosen = rounds[-1].id if rounds else None
        is_open = not self.company.is_read_only
        has_work = rounds or self.company.binned(GapRound) or self._is_starting
        self._pages.setCurrentIndex(0 if has_work else 1)
        self.new_button.setVisible(is_open and not self._is_starting)
        binned = self.company.binned(GapRound)
        self.restore_button.setVisible(is_open and bool(binned))
        if binned:
            name = current().isolate(binned[-1].title)
            self.restore_button.setText(_("Bring {name} back from the bin").format(name=name))
        lines = [RoundLine(one, gap.standing(self.company, one.id)) for one in rounds]
        self.list.show_lines(lines, self._chosen)
        chosen = self.company.find(GapRound, self._chosen)
        self.sheet.setVisible(chosen is not None and not self._is_starting)
        if chosen is not None:
            self.sheet.show_round(chosen)
        self.comparison.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Show everything in the current language; what is being typed is taken first."""
        self.commit()
        register = register_of(GapRound)
        self.title.setText(_(register.title))
        self.new_button.setText(_("New round"))
        add = "" if self.company.is_read_only else _("New round")
        self.empty.set_texts(_(register.about), add)
        if self._start is not None:
            self._start.retranslate()
        self.sheet.retranslate()
        self.comparison.retranslate()
        self.refresh()
