"""The workspace of the management review: reviews, one of them in four parts, and its minutes beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.audit import Review, ReviewDecision, ReviewInput
from models.domain.records.commitment import Objective
from models.domain.records.correction import Action
from models.domain.registers import register_of
from models.localisation.display import Display
from models.services import reviewing
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.beside import Beside
from ui.panels.documents.live import LiveDocument
from ui.registers.news import News, farewell
from ui.theme import TextRole
from ui.widgets.buttons import IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.line import thin_line
from ui.widgets.mode_switch import ModeSwitch
from ui.widgets.notice_bar import NoticeKind
from ui.workspace import Workspace
from ui.workspaces.review.decisions import UNCHANGED
from ui.workspaces.review.listing import ReviewList
from ui.workspaces.review.parts import AGENDA, DECISIONS, MEETING, NEXT_YEAR, ReviewParts

MINUTES = "R-11"
_ICONS = ((MEETING, "people"), (AGENDA, "tasks"), (DECISIONS, "approve"), (NEXT_YEAR, "step-1"))
_REST_MS = 150
_SHOWN = (Review, ReviewInput, ReviewDecision, Objective, Action)


class ReviewWorkspace(Workspace):
    """Chooses, begins and deletes reviews; shows one part of the chosen one at a time."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._chosen: RecordId | None = None
        self._pages = QStackedWidget(self)
        self._board = QWidget(self._pages)
        self.side = ReviewList(company, self._board)
        self.beside = Beside(self._board)
        self._editor = QWidget(self.beside)
        self.title = ElidedLabel(parent=self._editor)
        theme.set_role(self.title, TextRole.TITLE)
        self.delete_button = IconButton("delete", role="quiet", parent=self._editor)
        self.modes = ModeSwitch(_ICONS, self._editor)
        self.parts = ReviewParts(company, self._editor)
        self.document = LiveDocument(company, MINUTES, self.beside)
        self.empty = EmptyState(icon="step-8", parent=self._pages)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(5), theme.space(3), theme.space(4), theme.space(2))
        head.addWidget(self.title, 1)
        head.addWidget(self.delete_button)
        modes = QHBoxLayout()
        modes.setContentsMargins(theme.space(5), 0, theme.space(4), theme.space(2))
        modes.addWidget(self.modes)
        modes.addStretch(1)
        column = QVBoxLayout(self._editor)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(modes)
        column.addWidget(self.parts, 1)
        self.beside.hold(self._editor, self.document)
        row = QHBoxLayout(self._board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side)
        row.addWidget(thin_line(is_upright=True, parent=self._board))
        row.addWidget(self.beside, 1)
        self._pages.addWidget(self._board)
        self._pages.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _connect(self) -> None:
        self.side.list.chosen.connect(self._choose)
        self.side.list.opened.connect(self._enter)
        self.side.add_button.clicked.connect(self.add)
        self.empty.action_requested.connect(self.add)
        self.delete_button.clicked.connect(self.delete_shown)
        self.modes.chosen.connect(self.show_part)
        self.parts.told.connect(self.told)
        self.parts.open_requested.connect(self.open_requested)
        self.parts.place_requested.connect(self.place_requested)
        self.parts.typed.connect(self.document.follow)
        self.document.open_requested.connect(self._open_document)
        self.beside.toggled.connect(self.document_toggled)
        self._rest.timeout.connect(self.refresh)
        self.destroyed.connect(self.company.subscribe(self._follow))
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.add)

    def show_part(self, key: str) -> None:
        """Show one part of the review."""
        self.commit()
        self.modes.set_current(key)
        self._show_chosen()

    # What the user does

    @property
    def review(self) -> Review | None:
        """The review shown, None before there is one."""
        return self.company.find(Review, self._chosen)

    def add(self) -> None:
        """Begin a review of today, with what the records tell of it."""
        if self.company.is_read_only:
            return
        self.commit()
        review = reviewing.new_review(self.company, date.today())
        try:
            self.company.save(review)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        self._show(review.id)
        self.show_part(MEETING)
        self.parts.meeting.fields.focus("held_on")

    def delete_shown(self) -> None:
        """Move the review shown to the bin; its notes and decisions come back with it."""
        review = self.review
        if review is None or self.company.is_read_only:
            return
        display = Display(self.company, current(), content_titles.title)
        notes = [one for one in self.company.all(ReviewInput) if one.review == review.id]
        decisions = reviewing.decisions_of(self.company, review)
        news = farewell([review], display)
        try:
            self.company.delete([review, *notes, *decisions])
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        self.told.emit(news)
        self.refresh()

    def _choose(self, key: str) -> None:
        self.commit()
        self._show(RecordId(key))

    def _enter(self, key: str) -> None:
        self._choose(key)
        self.show_part(MEETING)
        self.parts.meeting.fields.focus("held_on")

    def _show(self, review_id: RecordId | None) -> None:
        self._chosen = review_id
        self.refresh()

    def _open_document(self) -> None:
        self.place_requested.emit(Place("issue", content=MINUTES))

    # What is shown

    def refresh(self) -> None:
        """Show the reviews, and the chosen one, as they are now."""
        self._rest.stop()
        reviews = reviewing.newest_first(self.company)
        if self._chosen not in {one.id for one in reviews}:
            self._chosen = reviews[0].id if reviews else None
        has_work = bool(reviews or self.company.binned(Review))
        self._pages.setCurrentIndex(0 if has_work else 1)
        self.beside.setVisible(bool(reviews))
        self.side.show_reviews(reviews, self._chosen or "")
        self.delete_button.setVisible(not self.company.is_read_only)
        self._show_chosen()

    def _show_chosen(self) -> None:
        review = self.review
        if review is None:
            return
        day = current().medium_date(review.held_on) if review.held_on else _("No day yet")
        self.title.setText(_("Management review of {day}").format(day=day))
        self.parts.show_part(self.modes.current(), review)

    def _follow(self, change: Change) -> None:
        if not self.isVisible():
            return
        if not change.edits or change.touches(*_SHOWN):
            self.refresh()
        else:
            # Figures come from nearly everywhere; several changes in a row are counted once.
            self._rest.start()

    def show_document(self, is_open: bool) -> None:
        """Open or close the minutes beside the review, without any signal."""
        self.beside.show_document(is_open)

    def reveal(self, place: Place) -> None:
        """Bring a review, an item of its agenda or a decision into view."""
        review = reviewing.by_id(self.company, place.record)
        if review is not None:
            self._show(review.id)
        if self.review is None:
            self.show_place()
        elif place.register == register_of(ReviewInput).code:
            note = self.company.find(ReviewInput, place.record)
            self.show_part(AGENDA)
            self.parts.agenda.focus(note.topic if note else place.content, place.record)
        elif place.register == register_of(ReviewDecision).code or place.field == UNCHANGED:
            self.show_part(DECISIONS)
            self.parts.decisions.reveal(place)
        else:
            self.show_place(place.record, place.field)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Bring a review and a field of the meeting into view; without one, the newest."""
        if self.company.find(Review, record_id) is not None:
            self._show(record_id)
        if self.review is None:
            self.refresh()
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.show_part(MEETING)
        self.parts.meeting.fields.focus(field or "held_on")

    def show_new(self, record: Record, field: str = "") -> None:
        """Begin a review, a note or a decision that is prepared for the user."""
        if isinstance(record, ReviewInput) and self.review is not None:
            self.show_part(AGENDA)
            self.parts.agenda.focus(record.topic)
        elif isinstance(record, ReviewDecision) and self.review is not None:
            self.show_part(DECISIONS)
            self.parts.decisions.cards.show_new(record, field)
        else:
            self.add()

    def commit(self) -> None:
        """Take what is being typed."""
        self.parts.commit()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Word everything in the current language; what is being typed is taken first."""
        self.commit()
        register = register_of(Review)
        add = "" if self.company.is_read_only else _(register.add)
        self.empty.set_texts(_(register.about), add)
        self.delete_button.set_name(_("Move to the bin"))
        self.modes.set_texts(
            (
                (MEETING, _("Meeting")),
                (AGENDA, _("Agenda")),
                (DECISIONS, _("Decisions")),
                (NEXT_YEAR, _("Next year")),
            )
        )
        self.side.retranslate()
        self.parts.retranslate()
        if self.isVisible():
            self.refresh()
