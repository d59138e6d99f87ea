"""The line over a question: its number, key area and weight, and its clauses."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.content.gap import gap_questions
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel
from ui.widgets.showing import show_if
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import WEIGHT_TONES, area_name, weight_name


class QuestionHead(QWidget):
    """Says which question this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Chip()
        self.area = Chip()
        self.weight = Chip()
        self.mark = Chip()
        self.clauses = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.clauses.set_at_end()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        for chip in (self.place, self.area, self.weight, self.mark):
            row.addWidget(chip)
        row.addWidget(self.clauses, 1)

    def show_question(self, questionnaire: Questionnaire) -> None:
        """Show the question of the questionnaire."""
        speech, question = current(), questionnaire.question
        place = _("Question {number} of {total}")
        number, total = speech.number(questionnaire.number), speech.number(len(gap_questions()))
        self.place.set_chip(place.format(number=number, total=total))
        self.area.set_chip(area_name(question.area), Tone.PRIMARY)
        self.weight.set_chip(weight_name(question.weight), WEIGHT_TONES[question.weight])
        is_marked = questionnaire.answer().is_marked
        self.mark.set_chip(_("Marked for review"), Tone.ACCENT)
        show_if(self.mark, is_marked)
        clauses = _("ISO 10001:2018, clauses {clauses}")
        numbers = ", ".join(question.clauses.iso_10001)
        self.clauses.setText(clauses.format(clauses=speech.island(numbers)) if numbers else "")
