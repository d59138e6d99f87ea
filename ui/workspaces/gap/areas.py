"""The scores of the six key areas, each of which leads to its first open question."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content.gap import gap_model
from models.content.guidance import guidance
from models.domain.scoring import answered, is_answered
from ui import theme
from ui.language import _, current
from ui.widgets.labels import PlainLabel
from ui.widgets.meter import Meter
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import NOTHING, area_name, share_figure


class AreaScores(QWidget):
    """A meter for each key area.

    Signals:
        chosen: the id of the question to go to.
    """

    chosen = Signal(str)

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self.title = PlainLabel()
        theme.set_role(self.title, theme.TextRole.BODY, strong=True)
        self.meters = {area.id: Meter() for area in gap_model().key_areas}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(self.title)
        for meter in self.meters.values():
            meter.clicked.connect(self._choose)
            column.addWidget(meter)

    def refresh(self) -> None:
        """Show how the areas stand."""
        self.title.setText(_("Scores of the key areas"))
        standing, areas = self._questionnaire.standing, guidance().by_area
        for area, meter in self.meters.items():
            is_begun = answered(areas[area], standing.answers) > 0
            share = standing.scores.by_area[area] if is_begun else None
            figure = share_figure(share) if is_begun else NOTHING
            meter.show_measure(area_name(area), figure, None if share is None else float(share))
            count = _("{count} of {total} answered")
            number = current().number
            done = answered(areas[area], standing.answers)
            meter.setToolTip(count.format(count=number(done), total=number(len(areas[area]))))

    def _choose(self) -> None:
        area = next(key for key, meter in self.meters.items() if meter is self.sender())
        questions, answers = guidance().by_area[area], self._questionnaire.standing.answers
        open_ = (one.id for one in questions if not is_answered(answers.get(one.id)))
        self.chosen.emit(next(open_, questions[0].id))
