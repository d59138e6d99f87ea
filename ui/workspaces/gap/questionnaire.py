"""The round, the filter and the question that all views of the questionnaire share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from models.content.gap import GapQuestion, gap_question, gap_questions
from models.content.guidance import guidance
from models.domain.errors import AppError
from models.domain.guidance import Question
from models.domain.ids import RecordId
from models.domain.records.control import Evidence
from models.domain.records.correction import Action
from models.domain.records.organisation import GapAnswer, GapRound
from models.services import gap
from models.services.company import Change, OpenCompany
from models.services.gap import Filter, Standing
from ui.language import _, current
from ui.registers.news import News
from ui.widgets.notice_bar import NoticeKind


class Questionnaire(QObject):
    """Follows the company; the views follow it.

    Signals:
        changed: answers, round or filter are other ones now.
        moved: another question is shown.
        ended: the user wanted the question after the last one.
        told: `News`.
    """

    changed = Signal()
    moved = Signal()
    ended = Signal()
    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QObject) -> None:
        super().__init__(parent)
        self.company = company
        self.filter = Filter()
        self.standing: Standing = gap.standing(company)
        self.question_id = self.standing.first_unanswered or gap_questions()[0].id
        # Answers that were not given yet keep their id, so that evidence can belong to them.
        self._drafts: dict[str, GapAnswer] = {}
        self.destroyed.connect(company.subscribe(self._follow))

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self.company.is_read_only

    @property
    def question(self) -> GapQuestion:
        """The question shown."""
        return gap_question(self.question_id)

    @property
    def number(self) -> int:
        """The place of the question shown among all of them, from 1."""
        return 1 + [one.id for one in gap_questions()].index(self.question_id)

    @property
    def shown(self) -> tuple[Question, ...]:
        """The questions that the filter lets through."""
        return gap.wanted(self.standing, self.filter)

    def answer(self, question_id: str = "") -> GapAnswer:
        """Return the answer to a question, that shown where none is named; a new one where there is none."""
        wanted = question_id or self.question_id
        known = self.standing.answers.get(wanted)
        if known is not None:
            return known
        if wanted not in self._drafts:
            round_ = self.standing.round.id if self.standing.round else None
            step = str(gap_question(wanted).step)
            self._drafts[wanted] = GapAnswer(round=round_, question=wanted, step=step)
        return self._drafts[wanted]

    def go(self, question_id: str) -> None:
        """Show another question."""
        if question_id != self.question_id:
            self.question_id = question_id
            self.moved.emit()

    def step(self, by: int) -> None:
        """Show the next question that the filter lets through, or the one before."""
        ids = [one.id for one in gap_questions()]
        here, wanted = ids.index(self.question_id), {one.id for one in self.shown}
        ahead = ids[here + 1 :] if by > 0 else list(reversed(ids[:here]))
        goal = next((one for one in ahead if one in wanted), None)
        if goal is not None:
            self.go(goal)
        elif by > 0:
            self.ended.emit()

    def set_filter(self, filter_: Filter) -> None:
        """Let other questions through; where that shown is not among them, the first of them is shown."""
        if filter_ == self.filter:
            return
        self.filter = filter_
        self.changed.emit()
        shown = [one.id for one in self.shown]
        if shown and self.question_id not in shown:
            self.go(shown[0])

    def show_round(self, round_id: RecordId | None) -> None:
        """Work on another round; the question stays."""
        self.standing = gap.standing(self.company, round_id)
        self._drafts.clear()
        self.changed.emit()

    def show_answer(self, answer: GapAnswer) -> bool:
        """Show the question of an answer in its round; return whether that question is still asked."""
        if answer.round and (self.standing.round is None or answer.round != self.standing.round.id):
            self.show_round(answer.round)
        if answer.question not in {one.id for one in guidance().questions}:
            return False
        self.go(answer.question)
        return True

    def save(self, changes: Mapping[str, Any], question_id: str = "") -> GapAnswer:
        """Save fields of an answer, that to the question shown where none is named.

        Raises:
            AppError: nothing was changed.
        """
        answer = self.answer(question_id)
        return gap.save_answer(self.company, answer, changes, current(), date.today())

    def give(self, score: str, question_id: str = "") -> None:
        """Answer a question."""
        self._try({"score": score}, question_id)

    def mark(self, question_id: str = "") -> None:
        """Mark a question to be looked at again, or take the mark away."""
        self._try({"is_marked": not self.answer(question_id).is_marked}, question_id)

    def _try(self, changes: Mapping[str, Any], question_id: str) -> None:
        if self.is_read_only:
            return
        try:
            self.save(changes, question_id)
        except AppError as error:
            self.tell(error.sentence(current()), NoticeKind.ERROR)

    def make_actions(
        self, answers: Iterable[GapAnswer], owner: RecordId | None, due: date | None
    ) -> tuple[Action, ...]:
        """Make an action of each gap that has none.

        Raises:
            AppError: nothing was changed.
        """
        return gap.make_actions(self.company, answers, owner, due, current(), date.today())

    def tell(self, text: str, kind: NoticeKind = NoticeKind.INFO, *, can_undo: bool = False) -> None:
        """Say something in the window's notice bar."""
        self.told.emit(News(text, kind, can_undo))

    def _follow(self, change: Change) -> None:
        if change.edits and not change.touches(GapRound, GapAnswer, Action, Evidence):
            return
        before = self.standing.round
        self.standing = gap.standing(self.company, before.id if before else None)
        now = self.standing.round
        if before is not None and (now is None or now.id != before.id):
            self._drafts.clear()
            if now is not None:
                self._tell_gone(before, now)
        elif before is None and now is not None:
            self._drafts.clear()
        self.changed.emit()

    def _tell_gone(self, before: GapRound, now: GapRound) -> None:
        isolate = current().isolate
        text = _("The round {gone} is not there any more. Now {shown} is shown.")
        self.tell(text.format(gone=isolate(before.title), shown=isolate(now.title)), NoticeKind.WARNING)
