"""What came of the questionnaire: scores and bands, strengths, and what to do first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.language import _
from ui.widgets.empty_state import EmptyState
from ui.widgets.line import thin_line
from ui.widgets.page_scroll import SideScroll
from ui.workspaces.gap.priorities import Priorities
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.summary import ScoreSummary

_SUMMARY_WIDTH = theme.space(125)


class ResultsPage(QWidget):
    """Follows every answer.

    Signals:
        opened: the id of a question that is to be shown, and a field or "".
        place_requested: the `Place` of an action.
    """

    opened = Signal(str, str)
    place_requested = Signal(object)

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self.summary = ScoreSummary(questionnaire)
        self.priorities = Priorities(questionnaire)
        self.empty = EmptyState(icon="chart-column")
        self.empty.action.set_icon("")
        self._pages = QStackedWidget()
        scroll = SideScroll(self.summary, _SUMMARY_WIDTH)
        board = QWidget()
        row = QHBoxLayout(board)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(scroll)
        row.addWidget(thin_line(is_upright=True))
        row.addWidget(self.priorities, 1)
        self._pages.addWidget(board)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.empty.action_requested.connect(self._begin)
        self.priorities.opened.connect(self._open)
        self.priorities.place_requested.connect(self.place_requested)
        questionnaire.changed.connect(self.refresh)
        self.retranslate()

    def refresh(self) -> None:
        """Show the results as they are now."""
        if not self.isVisible():
            return
        is_begun = self._questionnaire.standing.answered > 0
        self._pages.setCurrentIndex(0 if is_begun else 1)
        if is_begun:
            self.summary.refresh()
            self.priorities.refresh()

    def _open(self, question_id: str) -> None:
        self.opened.emit(question_id, "")

    def _begin(self) -> None:
        self.opened.emit(self._questionnaire.question_id, "")

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.empty.set_texts(
            _("Scores, strengths and priorities stand here as soon as questions are answered."),
            _("Answer the questions"),
        )
        self.summary.retranslate()
        self.priorities.retranslate()
        self.refresh()
