"""The auditor mode: "show me …", asked of this company, with answer, evidence, verdict and action."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.domain.errors import AppError
from models.domain.gates.criterion import place
from models.domain.ids import RecordId
from models.domain.ledger import Ledger
from models.domain.records.audit import Audit, AuditCheck
from models.domain.registers import register_of
from models.services import auditor
from models.services.auditing.checklist import removed
from models.services.auditing.questions import ORIGINS, Question
from models.services.auditor import Asked
from models.services.company import OpenCompany
from models.services.health import Checkup
from ui import jobs, theme
from ui.health_watch import HealthWatch
from ui.jobs import Job
from ui.language import _, current
from ui.page import Notice, Page, notice
from ui.panels.auditor_list import AskedLine, AuditorList
from ui.panels.auditor_question import AuditorQuestion
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import ElidedLabel, WrapLabel
from ui.widgets.page_scroll import PageScroll

_LIST_WIDTH = theme.space(88)


class AuditorPage(Page):
    """The questions at the leading side, the one that is asked beside them."""

    def __init__(self, company: OpenCompany, health: HealthWatch, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self._health = health
        self._job: Job[tuple[Question, ...]] | None = None
        self._questions: tuple[Question, ...] | None = None
        self._fresh: Audit | None = None
        self._asked: tuple[Asked, ...] = ()
        self._chosen: RecordId | None = None
        self.audits = ChoiceBox(optional=False)
        self.audit_row = FieldRow("", self.audits)
        self.begin_button = LinkButton(icon="add")
        self._about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.progress = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.list = AuditorList()
        self.question = AuditorQuestion(company)
        self.waiting = EmptyState(icon="auditor")
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._choose_audit()
        self.retranslate()
        self._draw()

    def _lay_out(self) -> None:
        side = Card()
        side.setFixedWidth(_LIST_WIDTH)
        begin = QHBoxLayout()
        begin.addWidget(self.begin_button)
        begin.addStretch(1)
        side.add(self._about)
        side.add(self.audit_row)
        side.body.addLayout(begin)
        side.add(self.progress)
        side.add(self.list, 1)
        paper = Card()
        paper.set_flush(True)
        paper.add(PageScroll(self.question), 1)
        board = QWidget()
        work = QHBoxLayout(board)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(theme.space(4))
        work.addWidget(side)
        work.addWidget(paper, 1)
        self._pages.addWidget(self.waiting)
        self._pages.addWidget(board)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5.5), theme.space(5), theme.space(5.5), theme.space(5))
        column.addWidget(self._pages)

    def _connect(self) -> None:
        self.audits.edited.connect(self.bring_other_audit)
        self.begin_button.clicked.connect(self.begin_rehearsal)
        self.list.question_chosen.connect(self._choose)
        self.list.answer_wanted.connect(self.question.write)
        self.question.moved.connect(self._move)
        self.question.answered.connect(self._answer)
        self.question.action_requested.connect(self.make_action)
        self.question.place_requested.connect(self.place_requested)
        self.question.strip.open_requested.connect(self.file_requested)
        self.question.strip.told.connect(self._pass_on)
        self._health.checked.connect(self._draw)

    def title(self) -> str:
        """Return the page's heading."""
        return _("Auditor mode")

    def subtitle(self) -> str:
        """Return which audit the answers belong to."""
        return self.audit.title

    @property
    def audit(self) -> Audit:
        """The audit whose checklist holds the answers; a new one is saved with the first answer."""
        known = self.company.find(Audit, RecordId(self.audits.value()))
        if known is not None:
            return known
        if self._fresh is None or self._fresh.id != self.audits.value():
            self._fresh = auditor.rehearsal(current(), date.today())
        return self._fresh

    @property
    def is_drawn(self) -> bool:
        """Whether the questions of the latest look through the records stand here."""
        return self._questions is not None and self._job is None

    def commit(self) -> None:
        """Take what is being typed."""
        if self.question.answer.is_pending():
            self.question.answer.commit()

    def refresh(self) -> None:
        """Show audits, questions and answers as they are now."""
        self._offer_audits()
        if self._questions is None:
            self._pages.setCurrentIndex(0)
            return
        self._pages.setCurrentIndex(1)
        self._asked = auditor.asked(self.company, self.audit, self._questions, removed(self.company))
        if self._asked and not any(one.check.id == self._chosen for one in self._asked):
            self._chosen = self._asked[0].check.id
        self.list.show_questions([_line(one) for one in self._asked], self._chosen)
        self._show_progress()
        self._show_question()

    def retranslate(self) -> None:
        """Set every text again in the current language."""
        self._about.setText(
            _("Ask yourself what an auditor would ask. The answers stand in the checklist of an audit.")
        )
        self.audit_row.set_label(_("Audit"))
        self.begin_button.setText(_("Begin a rehearsal"))
        self.list.setAccessibleName(_("Questions"))
        self.waiting.set_texts(_("Your records are being looked through."))

    def questions(self) -> tuple[Asked, ...]:
        """Return the questions that are shown, in their order."""
        return self._asked

    def begin_rehearsal(self) -> None:
        """Ask everything anew, in an audit of its own."""
        self.commit()
        self._fresh = auditor.rehearsal(current(), date.today())
        self.audits.set_value(self._fresh.id)
        self.bring_other_audit()
        self.list.setFocus()

    def bring_other_audit(self) -> None:
        """Show the answers of the audit that was chosen."""
        self._chosen = None
        self.refresh()
        self.heading_changed.emit()

    def make_action(self) -> None:
        """Make a corrective action of the question, or show the one that was made."""
        one = self._current()
        if one is None:
            return
        self.commit()
        try:
            action = auditor.make_action(self.company, self.audit, one, current(), date.today())
        except AppError as error:
            self.notice_requested.emit(notice(error.sentence(current()), "error"))
            return
        self.place_requested.emit(place(action, "cause"))

    def _draw(self) -> None:
        """Draw today's questions, beside the window's thread."""
        found = self._health.latest
        if found is None:
            return
        if self._job is not None:
            self._job.cancel()
        work = partial(_drawn, self.company.snapshot(), found)
        self._job = jobs.start(work, owner=self, done=self._take)

    def _take(self, questions: tuple[Question, ...]) -> None:
        self._job = None
        if questions != self._questions:
            self._questions = questions
            self._is_stale = True
            if self.isVisible():
                self.bring_up_to_date()

    def _choose_audit(self) -> None:
        """Take the newest audit that is still open, or a rehearsal."""
        open_ones = [one for one in self.company.all(Audit) if one.signed_on is None]
        if not open_ones:
            self._fresh = auditor.rehearsal(current(), date.today())
        self.audits.set_value(open_ones[-1].id if open_ones else self.audit.id)

    def _offer_audits(self) -> None:
        known = list(self.company.all(Audit))
        shown = self.audit
        if shown.id != self.audits.value():
            self.audits.set_value(shown.id)
        offered = known if any(one.id == shown.id for one in known) else [*known, shown]
        self.audits.set_choices(Choice(one.id, one.title or _("Audit")) for one in offered)

    def _current(self) -> Asked | None:
        return next((one for one in self._asked if one.check.id == self._chosen), None)

    def _show_progress(self) -> None:
        done = sum(one.check.result not in ("", "not_looked") for one in self._asked)
        number = current().number
        text = _("{done} of {total} looked at").format(done=number(done), total=number(len(self._asked)))
        self.progress.setText(text)

    def _show_question(self) -> None:
        one = self._current()
        if one is not None:
            has_action = auditor.corrective_action(self.company, one) is not None
            self.question.show_asked(one, has_action=has_action)
            self._keep_with_its_files(one)

    def _keep_with_its_files(self, one: Asked) -> None:
        """Save the check of a question to which a file was attached before anything was answered."""
        if self.company.is_read_only or self.company.find(AuditCheck, one.check.id) is not None:
            return
        if self.company.evidence_of(register_of(AuditCheck).code, one.check.id):
            QTimer.singleShot(0, self, self._save_current)

    def _save_current(self) -> None:
        self._answer("result", self.question.verdict())

    def _choose(self, check: str) -> None:
        self.commit()
        self._chosen = RecordId(check)
        self._show_question()

    def _move(self, steps: int) -> None:
        self.list.go_on(steps)

    def _answer(self, field: str, value: str) -> None:
        one = self._current()
        if one is None:
            return
        try:
            auditor.answer(self.company, self.audit, one, current(), **{field: value})
        except AppError as error:
            if field == "evidence":
                self.question.refuse(error.sentence(current()))
            else:
                self.notice_requested.emit(notice(error.sentence(current()), "error"))
                self._show_question()
        else:
            self.question.refuse("")

    def _pass_on(self, news: News) -> None:
        self.notice_requested.emit(Notice(news.text, news.kind, news.can_undo))


def _line(one: Asked) -> AskedLine:
    return AskedLine(one.check.id, _(ORIGINS[one.origin]), one.words(current()), one.check.result)


def _drawn(ledger: Ledger, found: Checkup, _job: Job[tuple[Question, ...]]) -> tuple[Question, ...]:
    return auditor.questions(ledger, found.findings, found.at.date())
