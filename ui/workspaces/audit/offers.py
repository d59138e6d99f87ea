"""What the checklist can be made of: all that can be asked about this company, to be taken or left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.marking import N_
from models.domain.records.audit import Audit
from models.services.auditing import checklist
from models.services.auditing.questions import ORIGINS, Question
from ui import jobs, theme
from ui.jobs import Job
from ui.language import _, current, ngettext
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.plain_table import Column, PlainTable
from ui.workspaces.audit.fieldwork import Fieldwork


def _step(question: Question) -> str:
    return current().digits(question.step) or "–"


def _words(question: Question) -> str:
    return question.words(current())


def _origin(question: Question) -> str:
    return _(ORIGINS[question.origin])


def _quiet(_question: Question) -> Tone:
    return Tone.QUIET


COLUMNS: Sequence[Column[Question]] = (
    Column(N_("Step"), _step),
    Column(N_("Show me…"), _words, is_wide=True),
    Column(N_("Made from"), _origin, _quiet),
)


class OffersPage(QWidget):
    """Questions by step, ticked until the user leaves some out.

    Signals:
        taken: the checklist has lines to work through now.
    """

    taken = Signal()

    def __init__(self, fieldwork: Fieldwork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fieldwork = fieldwork
        self._job: Job[tuple[Question, ...]] | None = None
        self._about: RecordId | None = None
        self._known: set[str] = set()
        self.questions: tuple[Question, ...] = ()
        self.about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.table: PlainTable[Question] = PlainTable(COLUMNS, self, is_ticked=True)
        self.nothing = EmptyState(icon="good", parent=self)
        self._pages = QStackedWidget(self)
        self.take_button = PrimaryButton(icon="add", parent=self)
        self.all_button = SecondaryButton(parent=self)
        self._lay_out()
        self.table.ticked.connect(self._word_button)
        self.take_button.clicked.connect(self.take)
        self.all_button.clicked.connect(self.choose_all)
        fieldwork.changed.connect(self.refresh)
        self.retranslate()

    def _lay_out(self) -> None:
        self.about.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        foot.setSpacing(theme.space(2))
        foot.addWidget(self.take_button)
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.about)
        column.addWidget(self._pages, 1)
        column.addWidget(thin_line(parent=self))
        column.addLayout(foot)

    @property
    def is_drawn(self) -> bool:
        """Whether the questions stand here that can be asked now."""
        return self._job is None and self._about is not None

    def refresh(self) -> None:
        """Look what can be asked now, beside the window's thread."""
        audit = self._fieldwork.audit
        if not self.isVisible() or audit is None:
            return
        if self._job is not None:
            self._job.cancel()
        company = self._fieldwork.company
        work = partial(_offered, company.snapshot(), audit, checklist.removed(company))
        self._job = jobs.start(work, owner=self, done=partial(self._show, audit.id))

    def _show(self, audit_id: RecordId, questions: tuple[Question, ...]) -> None:
        self._job = None
        if audit_id != self._about:
            self._about, self._known = audit_id, set()
        self.questions = questions
        self.table.show_rows({one.key: one for one in questions})
        for one in questions:
            if one.key not in self._known:
                self.table.tick(one.key)
        self._known |= {one.key for one in questions}
        self._pages.setCurrentWidget(self.table if questions else self.nothing)
        self._word_button()

    def choose_all(self) -> None:
        """Tick all questions, or none where all of them are ticked."""
        wanted = len(self.table.ticks()) < len(self.questions)
        for one in self.questions:
            self.table.tick(one.key, is_on=wanted)

    def take(self) -> None:
        """Save what is ticked as lines of the checklist, in one step that can be undone."""
        audit, ticked = self._fieldwork.audit, set(self.table.ticks())
        wanted = [one for one in self.questions if one.key in ticked]
        if audit is None or not wanted:
            self._fieldwork.told.emit(News(_("Tick the questions that you want to ask."), NoticeKind.INFO))
            return
        company = self._fieldwork.company
        if self._fieldwork.attempt(lambda: checklist.take(company, audit, wanted, current())):
            sentence = ngettext("{count} question was taken.", "{count} questions were taken.", len(wanted))
            text = sentence.format(count=current().number(len(wanted)))
            self._fieldwork.told.emit(News(text, NoticeKind.GOOD, can_undo=True))
            self.taken.emit()

    def focus(self) -> None:
        """Give the focus to the questions."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _word_button(self) -> None:
        count, is_open = len(self.table.ticks()), not self._fieldwork.company.is_read_only
        text = ngettext("Take {count} question", "Take {count} questions", count)
        self.take_button.setText(text.format(count=current().number(count)) if count else _("Take questions"))
        for button in (self.take_button, self.all_button):
            button.setVisible(is_open and bool(self.questions))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.about.setText(
            _(
                "Made from your charter, its procedures and indicators, what is overdue, critical gaps and "
                "the model, for the steps of this audit. What you have taken or deleted is not offered again."
            )
        )
        self.nothing.set_texts(_("Everything that can be asked about these steps stands in the checklist."))
        self.all_button.setText(_("Choose all or none"))
        self.table.setAccessibleName(_("Questions to take"))
        self.table.retranslate()
        self._word_button()
        self.refresh()


def _offered(
    ledger: Ledger, audit: Audit, left_out: frozenset[RecordId], job: Job[tuple[Question, ...]]
) -> tuple[Question, ...]:
    job.stop_if_cancelled()
    return checklist.offers(ledger, audit, left_out, date.today())
