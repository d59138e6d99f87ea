"""How far a key area is: a segment for each of its questions, which leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.content.gap import gap_questions
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.segment_strip import Segment, SegmentStrip
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import area_name, in_words, score_tone


class AreaStrip(QWidget):
    """The key area of the question shown.

    Signals:
        chosen: the id of the question to go to.
    """

    chosen = Signal(str)

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self.name = ElidedLabel(role=TextRole.SMALL)
        self.segments = SegmentStrip()
        self.count = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5), theme.space(1.5), theme.space(5), theme.space(1.5))
        row.setSpacing(theme.space(3))
        row.addWidget(self.name)
        row.addWidget(self.segments, 1)
        row.addWidget(self.count)
        self.segments.chosen.connect(self.chosen)

    def refresh(self) -> None:
        """Show how the questions stand."""
        questionnaire, speech = self._questionnaire, current()
        area = questionnaire.question.area
        segments = list(self._segments(area))
        done = sum(segment.tone is not None for segment in segments)
        self.segments.set_segments(segments, questionnaire.question_id)
        self.segments.setAccessibleName(_("Questions of this key area"))
        self.name.setText(area_name(area))
        text = _("{count} of {total} answered")
        self.count.setText(text.format(count=speech.number(done), total=speech.number(len(segments))))

    def _segments(self, area: str) -> list[Segment]:
        standing = self._questionnaire.standing
        made = []
        for question in (one for one in gap_questions() if one.area == area):
            answer, is_claimed = standing.answers.get(question.id), standing.is_claimed(question.id)
            tone = score_tone(answer, is_claimed=is_claimed)
            words = in_words(question, answer, is_claimed=is_claimed)
            made.append(Segment(question.id, words, tone, answer is not None and answer.is_marked))
        return made

    def focus(self) -> None:
        """Give the focus to the segment of the question shown."""
        question = self._questionnaire.question
        ids = [one.id for one in gap_questions() if one.area == question.area]
        self.segments.buttons()[ids.index(question.id)].setFocus(Qt.FocusReason.OtherFocusReason)
