"""All questions as a list, answered with the same keys as one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content.gap import GapQuestion, gap_model, gap_question
from models.domain.marking import N_
from models.domain.records.correction import Action
from models.domain.records.organisation import GapAnswer
from models.domain.scoring import is_answered
from models.localisation.text import shortened
from models.services.gap import SUBJECT
from ui import theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import WrapLabel
from ui.widgets.plain_table import Column, PlainTable
from ui.workspaces.gap.keys import is_mark_key, score_key
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import NOTHING, score_label, score_tone, weight_name

_NAMED = 5


@dataclass(frozen=True)
class Line:
    """One question with what was entered; answer: None before there is any. files: pieces of evidence."""

    question: GapQuestion
    answer: GapAnswer | None
    files: int
    is_claimed: bool
    actions: Sequence[Action]

    @property
    def is_marked(self) -> bool:
        """Whether it is to be looked at again."""
        return self.answer is not None and self.answer.is_marked


def _id(line: Line) -> str:
    return current().island(line.question.id)


def _text(line: Line) -> str:
    return line.question.question.best(current().code)


def _weight(line: Line) -> str:
    return weight_name(line.question.weight)


def _score(line: Line) -> str:
    if line.is_claimed:
        claimed = gap_model().claimed.best(current().code)
        return _("{score} · {words}").format(score=current().digits(_value(line)), words=claimed)
    if line.answer is not None and line.answer.score and not is_answered(line.answer):
        return _("Reason is missing")
    return score_label(line.answer) or NOTHING


def _value(line: Line) -> str:
    return line.answer.score if line.answer else ""


def _score_tone(line: Line) -> Tone:
    if line.answer is not None and line.answer.score and not is_answered(line.answer):
        return Tone.BROKEN
    return score_tone(line.answer, is_claimed=line.is_claimed) or Tone.QUIET


def _files(line: Line) -> str:
    count = line.files + bool(line.answer and line.answer.evidence.strip())
    return current().number(count) if count else ""


def _mark(line: Line) -> str:
    return "flag" if line.is_marked else ""


def _mark_words(_line: Line) -> str:
    return ""


def _mark_tone(_line: Line) -> Tone:
    return Tone.ACCENT


def _action(line: Line) -> str:
    return current().island(line.actions[-1].no) if line.actions else ""


COLUMNS: Sequence[Column[Line]] = (
    Column(N_("No."), _id),
    Column(N_("Question"), _text, is_wide=True),
    Column(N_("Weight"), _weight, lambda _line: Tone.QUIET),
    Column(N_("Score"), _score, _score_tone),
    Column(N_("Evidence"), _files),
    Column(N_("Marked"), _mark_words, _mark_tone, _mark),
    Column(N_("Action"), _action),
)


class QuestionTable(PlainTable[Line]):
    """Tells keys that mean an answer.

    Signals:
        scored: the key of a row and the score given to it.
        marked: the key of a row.
    """

    scored = Signal(str, str)
    marked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with 0 to 4 and N, mark with M or Space."""
        here, score = self.current_key(), score_key(event)
        if here and score:
            self.scored.emit(here, score)
        elif here and (is_mark_key(event) or event.key() == Qt.Key.Key_Space):
            self.marked.emit(here)
        else:
            super().keyPressEvent(event)


class ListPage(QWidget):
    """The questions that the filter lets through.

    Signals:
        opened: the id of a question, and the field that is asked for or "".
    """

    opened = Signal(str, str)

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self.table = QuestionTable(COLUMNS, self)
        self.nothing = EmptyState(icon="search", parent=self)
        self.nothing.action.set_icon("")
        self.nothing.hide()
        self.lost = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE)
        self.hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(2))
        foot.setSpacing(theme.space(1))
        foot.addWidget(self.lost)
        foot.addWidget(self.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.nothing, 1)
        column.addLayout(foot)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(questionnaire.go)
        self.table.scored.connect(self._give)
        self.table.marked.connect(questionnaire.mark)
        questionnaire.changed.connect(self.refresh)
        questionnaire.moved.connect(self._choose)
        self.retranslate()

    def refresh(self) -> None:
        """Show the questions as they stand."""
        if not self.isVisible():
            return
        questionnaire = self._questionnaire
        standing = questionnaire.standing
        shown = [gap_question(one.id) for one in questionnaire.shown]
        rows = {
            question.id: Line(
                question,
                answer := standing.answers.get(question.id),
                len(questionnaire.company.evidence_of(SUBJECT, answer.id)) if answer else 0,
                standing.is_claimed(question.id),
                standing.actions_of(question.id),
            )
            for question in shown
        }
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self._choose()
        self._say_lost()

    def _choose(self) -> None:
        self.table.choose(self._questionnaire.question_id)

    def _say_lost(self) -> None:
        lost, speech = self._questionnaire.standing.lost, current()
        self.lost.setVisible(bool(lost))
        if lost:
            sentence = ngettext(
                "{count} answer belongs to a question that is no longer asked. It is kept, and no score "
                "counts it: {questions}.",
                "{count} answers belong to questions that are no longer asked. They are kept, and no score "
                "counts them: {questions}.",
                len(lost),
            )
            names = speech.join(speech.isolate(shortened(one.question)) for one in lost[:_NAMED])
            self.lost.setText(sentence.format(count=speech.number(len(lost)), questions=names))

    def _give(self, question_id: str, score: str) -> None:
        self._questionnaire.give(score, question_id)
        if score == "na" and not is_answered(self._questionnaire.answer(question_id)):
            # "Not applicable" counts only with its reason, which is written beside the question.
            self.opened.emit(question_id, "reason")
        else:
            self._next(question_id)

    def _next(self, question_id: str) -> None:
        """Go down after an answer, as in a spreadsheet."""
        keys = self.table.keys()
        if question_id in keys:
            self.table.choose(keys[min(keys.index(question_id) + 1, len(keys) - 1)])

    def _open(self, question_id: str) -> None:
        self.opened.emit(question_id, "")

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.table.setAccessibleName(_("Gap questions"))
        self.table.retranslate()
        self.hint.setText(_("Keys: 0 to 4 answer, N is not applicable, M marks, Enter opens the question."))
        self.nothing.set_texts(_("No question fits the filter."))
        self.refresh()
