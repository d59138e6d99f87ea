"""The scores of a round: overall, by key area, as charts."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content.gap import gap_model, key_areas
from models.content.guidance import guidance
from models.documents.charts.shapes import Geometry
from models.domain.marking import N_
from models.domain.scoring import TARGET, answers_by_round, rounds_in_order, scores, shown_points
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.chart import ChartView
from ui.widgets.chip import Chip
from ui.widgets.figure import Figure
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.meter import Meter
from ui.widgets.mode_switch import ModeSwitch
from ui.widgets.showing import show_if
from ui.workspaces.gap.charts import Named, area_bars, area_radar
from ui.workspaces.gap.questionnaire import Questionnaire
from ui.workspaces.gap.words import area_name, band_name, share_figure

RADAR, BARS = "radar", "bars"


class ScoreSummary(QWidget):
    """How a round came out, beside the round before where there is one."""

    def __init__(self, questionnaire: Questionnaire, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questionnaire = questionnaire
        self._rounds: list[Named] = []
        self.overall = Figure()
        self.critical = Figure()
        self.claimed = Figure()
        self.band = Chip()
        self.note = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.title = PlainLabel()
        theme.set_role(self.title, TextRole.BODY, strong=True)
        self.kinds = ModeSwitch(((RADAR, "target"), (BARS, "chart-column")), self)
        self.kinds.chosen.connect(self._show_kind)
        self.chart = ChartView(self._drawn, N_("Scores of the key areas"))
        self.meters = {area.id: Meter() for area in key_areas()}
        self._lay_out()

    def _lay_out(self) -> None:
        figures = QHBoxLayout()
        figures.setSpacing(theme.space(2))
        for figure in (self.overall, self.critical, self.claimed):
            figures.addWidget(figure, 1)
        title = QHBoxLayout()
        title.setSpacing(theme.space(2))
        title.addWidget(self.title)
        title.addWidget(self.band)
        title.addStretch(1)
        title.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(4), theme.space(4), theme.space(3))
        column.setSpacing(theme.space(3))
        column.addLayout(figures)
        column.addLayout(title)
        column.addWidget(self.chart)
        meters = QVBoxLayout()
        meters.setSpacing(theme.space(0.5))
        for meter in self.meters.values():
            meters.addWidget(meter)
        column.addLayout(meters)
        column.addWidget(self.note)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show the scores as they are now."""
        self._rounds = self._known_rounds()
        standing, number = self._questionnaire.standing, current().number
        overall = standing.scores.overall
        critical = guidance().critical
        shown = (shown_points(standing.answers.get(one.id), standing.with_files) for one in critical)
        reached = sum(points is None or points >= TARGET for points in shown)
        claimed = sum(standing.is_claimed(one.id) for one in guidance().questions)
        self.overall.show_figure(share_figure(overall), _("overall score"), number(100), Tone.PRIMARY)
        total = number(len(critical))
        self.critical.show_figure(number(reached), _("critical questions shown"), total)
        self.critical.setToolTip(_("Critical questions that reach 3 with evidence"))
        self.claimed.show_figure(number(claimed), _("claimed, not shown"), tone=_claimed_tone(claimed))
        self.claimed.setToolTip(_("Scores of 3 or 4 without evidence; each counts 2 for readiness"))
        self.band.set_chip(band_name(overall), Tone.PRIMARY)
        show_if(self.band, overall is not None)
        for area, meter in self.meters.items():
            share = standing.scores.by_area[area]
            words = band_name(share)
            meter.show_measure(
                area_name(area), share_figure(share), None if share is None else float(share), words
            )
        self.chart.refresh()

    def _known_rounds(self) -> list[Named]:
        """Return the round shown, after the one before it that has answers."""
        company, standing = self._questionnaire.company, self._questionnaire.standing
        if standing.round is None:
            return []
        answers, areas = answers_by_round(company), guidance().by_area
        order = [one for one in rounds_in_order(company) if one.id in answers or one == standing.round]
        here = order.index(standing.round)
        return [
            (one.title, scores(areas, answers.get(one.id, {}))) for one in order[max(here - 1, 0) : here + 1]
        ]

    def _drawn(self) -> Geometry | None:
        if not self._rounds:
            return None
        return (area_bars if self.kinds.current() == BARS else area_radar)(self._rounds)

    def _show_kind(self) -> None:
        self.chart.refresh()

    def retranslate(self) -> None:
        """Show everything in the current language."""
        model, code = gap_model(), current().code
        self.title.setText(_("By key area"))
        self.kinds.set_texts(((RADAR, _("Radar")), (BARS, _("Bars"))))
        self.note.setText(" · ".join((model.score_label.best(code), model.score_note.best(code))))


def _claimed_tone(count: int) -> Tone:
    return Tone.LATE if count else Tone.TEXT
