"""A question and its answer: the score, why it does not apply, what proves it, and what closes its gap."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content.gap import gap_model
from models.domain.fields import Record
from models.domain.records.organisation import GapAnswer, Score
from models.domain.scoring import gap, is_answered
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole, Tone
from ui.widgets.labels import WrapLabel
from ui.widgets.long_text import LongText
from ui.widgets.tile_choice import Tile, TileChoice
from ui.workspaces.gap import closing
from ui.workspaces.gap.closing import GapClosing
from ui.workspaces.gap.evidence import AnswerEvidence
from ui.workspaces.gap.question_head import QuestionHead
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import NOTHING

_TEXTS = ("note", "evidence")
_FIELDS = ("reason", *_TEXTS, *closing.FIELDS)
_ROWS = 2


class AnswerSheet(QWidget):
    """Shows the question of the questionnaire and takes its answer.

    Signals:
        open_requested: a piece of evidence is to be opened.
        place_requested: the `Place` of an action.
        finished: the user is done with this question.
    """

    open_requested = Signal(object)
    place_requested = Signal(object)
    finished = Signal()

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self.fields = RecordFields(questionnaire.company, GapAnswer, _FIELDS, self, save=self._save)
        self.head = QuestionHead(self)
        self.text = WrapLabel(role=TextRole.TITLE, parent=self)
        self.scores = TileChoice(self)
        self.claimed = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE, parent=self)
        self.evidence = AnswerEvidence(questionnaire, self)
        self.closing = GapClosing(questionnaire, self.fields, self)
        self._lay_out()
        self.scores.chosen.connect(self.give)
        self.scores.finished.connect(self.finished)
        self.evidence.told.connect(questionnaire.told)
        self.evidence.open_requested.connect(self.open_requested)
        self.closing.place_requested.connect(self.place_requested)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(theme.space(4))
        for name in _TEXTS:
            editor = self.fields.row(name).editor
            assert isinstance(editor, LongText)
            editor.area.set_rows(_ROWS)
            sides.addWidget(self.fields.row(name), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3.5), theme.space(5), theme.space(2))
        column.setSpacing(theme.space(2.5))
        for widget in (self.head, self.text, self.scores, self.claimed, self.fields.row("reason")):
            column.addWidget(widget)
        column.addLayout(sides)
        column.addWidget(self.evidence)
        column.addWidget(self.closing)
        column.addStretch(1)

    def give(self, score: str) -> None:
        """Answer with a score; "not applicable" asks for its reason."""
        if self._questionnaire.is_read_only:
            return
        self.fields.commit()
        self._questionnaire.give(score)
        if score == Score.NOT_APPLICABLE:
            self.fields.focus("reason")
        else:
            self.scores.focus()

    def _save(self, record: Record, name: str, value: Any) -> Record:
        assert isinstance(record, GapAnswer)
        return self._questionnaire.save({name: value}, record.question)

    def focus(self, field: str = "") -> None:
        """Give the focus to the score or to another field of the answer."""
        if field not in _FIELDS:
            self.scores.focus()
            return
        self.fields.row(field).setVisible(True)
        self.closing.setVisible(self.closing.isVisible() or field in closing.FIELDS)
        self.fields.focus(field)

    def refresh(self) -> None:
        """Show the question with its answer as it is now."""
        questionnaire = self._questionnaire
        answer, standing = questionnaire.answer(), questionnaire.standing
        self.head.show_question(questionnaire)
        self.text.setText(questionnaire.question.question.best(current().code))
        self.scores.set_value(answer.score)
        self.scores.set_read_only(questionnaire.is_read_only)
        self.fields.show(answer)
        self.fields.row("reason").setVisible(answer.score == Score.NOT_APPLICABLE)
        self.claimed.setVisible(standing.is_claimed(answer.question))
        self.evidence.show_answer()
        self.closing.refresh()
        has_gap = is_answered(answer) and gap(answer) > 0
        self.closing.setVisible(has_gap or bool(standing.actions_of(answer.question)))

    def retranslate(self) -> None:
        """Word everything but the question in the current language."""
        self.scores.set_tiles(_tiles())
        self.fields.retranslate()
        claimed = _("{claimed}: without a note or a file of evidence this counts 2 for readiness.")
        self.claimed.setText(claimed.format(claimed=gap_model().claimed.best(current().code)))
        self.closing.retranslate()


def _tiles() -> list[Tile]:
    model, speech = gap_model(), current()
    code, none = speech.code, model.not_applicable
    tiles = [
        Tile(str(level.score), speech.number(level.score), level.label.best(code), level.meaning.best(code))
        for level in model.scale
    ]
    meaning = _("{meaning} (key {key})").format(meaning=none.meaning.best(code), key=speech.island("N"))
    return [*tiles, Tile(Score.NOT_APPLICABLE, NOTHING, none.label.best(code), meaning)]
