"""One question at a time: its sheet, the way through the questions, and what helps beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.localisation.language import Language
from ui import theme
from ui.language import _, current
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.line import thin_line
from ui.widgets.page_scroll import PageScroll
from ui.workspaces.gap.answer_sheet import AnswerSheet
from ui.workspaces.gap.area_strip import AreaStrip
from ui.workspaces.gap.areas import AreaScores
from ui.workspaces.gap.guidance import QuestionGuide
from ui.workspaces.gap.questionnaire import Questionnaire

_SIDE = theme.PANEL_WIDTH


class QuestionPage(QWidget):
    """Shows the question of the questionnaire and leads to the others."""

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self._written: tuple[str, Language | None] = ("", None)
        self.sheet = AnswerSheet(questionnaire, self)
        self._scroll = PageScroll(self.sheet, self)
        self.previous_button = SecondaryButton(icon="back", parent=self)
        self.next_button = PrimaryButton(parent=self)
        self.mark_button = LinkButton(icon="flag", parent=self)
        self.strip = AreaStrip(questionnaire, self)
        self._side = QWidget(self)
        self.guide = QuestionGuide(self._side)
        self.areas = AreaScores(questionnaire, self._side)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(2))
        foot.setSpacing(theme.space(2.5))
        foot.addWidget(self.previous_button)
        foot.addWidget(self.next_button)
        foot.addStretch(1)
        foot.addWidget(self.mark_button)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._scroll, 1)
        main.addLayout(foot)
        main.addWidget(thin_line())
        main.addWidget(self.strip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(main, 1)
        row.addWidget(thin_line(is_upright=True))
        row.addWidget(self._side)
        self._fill_side()

    def _fill_side(self) -> None:
        self._side.setFixedWidth(_SIDE)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(theme.space(4), theme.space(3), theme.space(3), theme.space(3))
        column.setSpacing(theme.space(3))
        column.addWidget(self.guide, 1)
        column.addWidget(thin_line(parent=self._side))
        column.addWidget(self.areas)

    def _connect(self) -> None:
        self._questionnaire.moved.connect(self._move)
        self._questionnaire.changed.connect(self.refresh)
        self.sheet.finished.connect(self.go_on)
        self.previous_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.mark_button.clicked.connect(self.mark)
        self.strip.chosen.connect(self.go)
        self.areas.chosen.connect(self.go)

    def go(self, question_id: str) -> None:
        """Show a question, what is being typed is saved first."""
        self.commit()
        self._questionnaire.go(question_id)

    def go_on(self) -> None:
        """Show the next question; after the last one the questionnaire has ended."""
        self.commit()
        self._questionnaire.step(1)

    def go_back(self) -> None:
        """Show the question before."""
        self.commit()
        self._questionnaire.step(-1)

    def mark(self) -> None:
        """Mark the question to be looked at again, or take the mark away."""
        self.commit()
        self._questionnaire.mark()

    def commit(self) -> None:
        """Save what is being typed."""
        self.sheet.fields.commit()

    def _move(self) -> None:
        focus = self.window().focusWidget() or self
        had_sheet, had_strip = self.sheet.isAncestorOf(focus), self.strip.isAncestorOf(focus)
        self.refresh()
        # Every question begins with its score: a digit typed next must not fall into a text.
        if had_sheet:
            self.sheet.focus()
        elif had_strip:
            self.strip.focus()

    def refresh(self) -> None:
        """Show the question with its answer, and how the key areas stand."""
        if not self.isVisible():
            return
        question = self._questionnaire.question
        if self._written != (question.id, current()):
            is_first = self._written[1] is None
            self._written = question.id, current()
            self._scroll.verticalScrollBar().setValue(0)
            # The first time the question is there before its guidance, which is read from several files.
            if is_first:
                QTimer.singleShot(0, self, self._write_guide)
            else:
                self._write_guide()
        self.sheet.refresh()
        self.strip.refresh()
        self.areas.refresh()
        is_marked = self._questionnaire.answer().is_marked
        self.mark_button.setText(_("Take the mark away") if is_marked else _("Mark for review"))
        self.mark_button.setVisible(not self._questionnaire.is_read_only)

    def _write_guide(self) -> None:
        self.guide.show_question(self._questionnaire.question)

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.sheet.retranslate()
        self.previous_button.setText(_("Previous question"))
        self.previous_button.setToolTip(_("Previous question (Ctrl+Page Up)"))
        self.next_button.setText(_("Next question"))
        self.next_button.setToolTip(_("Next question (Ctrl+Page Down)"))
        self.mark_button.setToolTip(_("Mark this question to look at it again (M)"))
        self.refresh()
