"""One question at a time: the question, its score, what proves it, and what closes its gap."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.content.gap import gap_model, gap_questions
from models.domain.fields import Record
from models.domain.records.organisation import GapAnswer, Score
from models.domain.scoring import gap, is_answered
from models.localisation.language import Language
from ui import theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.labels import ElidedLabel, PlainLabel, WrapLabel
from ui.widgets.long_text import LongText
from ui.widgets.page_scroll import PageScroll
from ui.widgets.segment_strip import Segment, SegmentStrip
from ui.widgets.tile_choice import Tile, TileChoice
from ui.workspaces.gap import closing
from ui.workspaces.gap.areas import AreaScores
from ui.workspaces.gap.closing import GapClosing
from ui.workspaces.gap.evidence import AnswerEvidence
from ui.workspaces.gap.guidance import QuestionGuide
from ui.workspaces.gap.question_head import QuestionHead
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import NOTHING, area_name, in_words, score_tone

_SIDE = theme.PANEL_WIDTH
_TEXTS = ("note", "evidence")
_ROWS = 2


class QuestionPage(QWidget):
    """Shows the question of the questionnaire and takes its answer.

    Signals:
        open_requested: a piece of evidence is to be opened.
        place_requested: the `Place` of an action.
    """

    open_requested = Signal(object)
    place_requested = Signal(object)

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self._fields = RecordFields(
            questionnaire.company,
            GapAnswer,
            ("reason", *_TEXTS, *closing.FIELDS),
            self,
            save=self._save,
        )
        self._written: tuple[str, Language | None] = ("", None)
        self._sheet = QWidget()
        self._scroll = PageScroll(self._sheet, self)
        self.head = QuestionHead()
        self.text = WrapLabel(role=TextRole.TITLE)
        self.scores = TileChoice()
        self.claimed = WrapLabel(role=TextRole.SMALL, tone=Tone.LATE)
        self.evidence = AnswerEvidence(questionnaire)
        self.closing = GapClosing(questionnaire, self._fields)
        self.previous_button = SecondaryButton(icon="back")
        self.next_button = PrimaryButton()
        self.mark_button = LinkButton(icon="flag")
        self.area_label = ElidedLabel(role=TextRole.SMALL)
        self.strip = SegmentStrip()
        self.area_count = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.guide = QuestionGuide()
        self.areas = AreaScores(questionnaire)
        self._lay_out()
        self._connect()
        self.retranslate()

    # Building

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(self._main(), 1)
        row.addWidget(_line(is_upright=True))
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(3), theme.space(3))
        column.setSpacing(theme.space(3))
        column.addWidget(self.guide, 1)
        column.addWidget(_line())
        column.addWidget(self.areas)
        row.addWidget(side)

    def _main(self) -> QVBoxLayout:
        self._fill_sheet()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(2))
        foot.setSpacing(theme.space(2.5))
        foot.addWidget(self.previous_button)
        foot.addWidget(self.next_button)
        foot.addStretch(1)
        foot.addWidget(self.mark_button)
        column.addLayout(foot)
        column.addWidget(_line())
        strip = QHBoxLayout()
        strip.setContentsMargins(theme.space(5), theme.space(1.5), theme.space(5), theme.space(1.5))
        strip.setSpacing(theme.space(3))
        strip.addWidget(self.area_label)
        strip.addWidget(self.strip, 1)
        strip.addWidget(self.area_count)
        column.addLayout(strip)
        return column

    def _fill_sheet(self) -> None:
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(theme.space(5), theme.space(3.5), theme.space(5), theme.space(2))
        column.setSpacing(theme.space(2.5))
        sides = QHBoxLayout()
        sides.setSpacing(theme.space(4))
        for name in _TEXTS:
            editor = self._fields.row(name).editor
            assert isinstance(editor, LongText)
            editor.area.set_rows(_ROWS)
            sides.addWidget(self._fields.row(name), 1)
        column.addWidget(self.head)
        column.addWidget(self.text)
        column.addWidget(self.scores)
        column.addWidget(self.claimed)
        column.addWidget(self._fields.row("reason"))
        column.addLayout(sides)
        column.addWidget(self.evidence)
        column.addWidget(self.closing)
        column.addStretch(1)

    def _connect(self) -> None:
        questionnaire = self._questionnaire
        questionnaire.moved.connect(self._move)
        questionnaire.changed.connect(self.refresh)
        self.scores.chosen.connect(self._give)
        self.scores.finished.connect(self.go_on)
        self.previous_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.mark_button.clicked.connect(self.mark)
        self.strip.chosen.connect(self.go)
        self.areas.chosen.connect(self.go)
        self.evidence.told.connect(questionnaire.told)
        self.evidence.open_requested.connect(self.open_requested)
        self.closing.place_requested.connect(self.place_requested)

    # What the user does

    def go(self, question_id: str) -> None:
        """Show a question, what is being typed is saved first."""
        self.commit()
        self._questionnaire.go(question_id)

    def go_on(self) -> None:
        """Show the next question; after the last one the questionnaire has ended."""
        self._step(1)

    def go_back(self) -> None:
        """Show the question before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.commit()
        self._questionnaire.step(by)

    def mark(self) -> None:
        """Mark the question to be looked at again, or take the mark away."""
        self.commit()
        self._questionnaire.mark()

    def give(self, score: str) -> None:
        """Answer with a score, as its tile does; "not applicable" asks for its reason."""
        if self._questionnaire.is_read_only:
            return
        self._give(score)
        if score == Score.NOT_APPLICABLE:
            self._fields.focus("reason")
        else:
            self.scores.focus()

    def _give(self, score: str) -> None:
        self.commit()
        self._questionnaire.give(score)

    def _save(self, record: Record, name: str, value: Any) -> Record:
        assert isinstance(record, GapAnswer)
        return self._questionnaire.save({name: value}, record.question)

    def commit(self) -> None:
        """Save what is being typed."""
        self._fields.commit()

    def focus(self, field: str = "") -> None:
        """Give the focus to the score or to another field of the answer."""
        if field in ("reason", *_TEXTS, *closing.FIELDS):
            self._fields.row(field).setVisible(True)
            self.closing.setVisible(self.closing.isVisible() or field in closing.FIELDS)
            self._fields.focus(field)
        else:
            self.scores.focus()

    # What is shown

    def _move(self) -> None:
        focus = self.window().focusWidget() or self
        had_score, had_strip = self.scores.isAncestorOf(focus), self.strip.isAncestorOf(focus)
        self.refresh()
        if had_score:
            self.scores.focus()
        elif had_strip:
            self.strip.buttons()[self._place_in_area()].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the question with its answer, and how the key areas stand."""
        if not self.isVisible():
            return
        question = self._questionnaire.question
        if self._written != (question.id, current()):
            self._written = question.id, current()
            self.text.setText(question.question.best(current().code))
            self.guide.show_question(question)
            self._scroll.verticalScrollBar().setValue(0)
        self._show_answer()
        self._show_strip()
        self.areas.refresh()

    def _show_answer(self) -> None:
        questionnaire = self._questionnaire
        answer, is_locked = questionnaire.answer(), questionnaire.is_read_only
        self.head.show_question(questionnaire)
        self.scores.set_value(answer.score)
        self.scores.set_read_only(is_locked)
        self._fields.show(answer)
        self._fields.row("reason").setVisible(answer.score == Score.NOT_APPLICABLE)
        is_claimed = questionnaire.standing.is_claimed(answer.question)
        self.claimed.setVisible(is_claimed)
        self.evidence.show_answer()
        has_gap = is_answered(answer) and gap(answer) > 0
        self.closing.refresh()
        self.closing.setVisible(has_gap or bool(questionnaire.standing.actions_of(answer.question)))
        self.mark_button.setText(_("Take the mark away") if answer.is_marked else _("Mark for review"))
        self.mark_button.setVisible(not is_locked)

    def _place_in_area(self) -> int:
        question = self._questionnaire.question
        return [one.id for one in gap_questions() if one.area == question.area].index(question.id)

    def _show_strip(self) -> None:
        questionnaire, speech = self._questionnaire, current()
        standing, area = questionnaire.standing, questionnaire.question.area
        segments, done = [], 0
        for question in (one for one in gap_questions() if one.area == area):
            answer, is_claimed = standing.answers.get(question.id), standing.is_claimed(question.id)
            tone = score_tone(answer, is_claimed=is_claimed)
            words = in_words(question, answer, is_claimed=is_claimed)
            is_marked = answer is not None and answer.is_marked
            segments.append(Segment(question.id, words, tone, is_marked))
            done += tone is not None
        self.strip.set_segments(segments, questionnaire.question_id)
        self.area_label.setText(area_name(area))
        count = _("{count} of {total} answered")
        number = speech.number
        self.area_count.setText(count.format(count=number(done), total=number(len(segments))))

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.scores.set_tiles(_tiles())
        self._fields.retranslate()
        claimed = _("{claimed}: without a note or a file of evidence this counts 2 for readiness.")
        self.claimed.setText(claimed.format(claimed=gap_model().claimed.best(current().code)))
        self.closing.retranslate()
        self.previous_button.setText(_("Previous question"))
        self.previous_button.setToolTip(_("Previous question (Ctrl+Page Up)"))
        self.next_button.setText(_("Next question"))
        self.next_button.setToolTip(_("Next question (Ctrl+Page Down)"))
        self.mark_button.setToolTip(_("Mark this question to look at it again (M)"))
        self.strip.setAccessibleName(_("Questions of this key area"))
        self.refresh()


def _tiles() -> list[Tile]:
    model, speech = gap_model(), current()
    code, none = speech.code, model.not_applicable
    tiles = [
        Tile(str(level.score), speech.number(level.score), level.label.best(code), level.meaning.best(code))
        for level in model.scale
    ]
    meaning = _("{meaning} (key {key})").format(meaning=none.meaning.best(code), key=speech.island("N"))
    return [*tiles, Tile(Score.NOT_APPLICABLE, NOTHING, none.label.best(code), meaning)]


def _line(*, is_upright: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("kind", "line")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
