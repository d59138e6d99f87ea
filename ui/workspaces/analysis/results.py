"""The figures of a survey, one card below the other."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.content.survey import pitfall_words, survey_model
from models.documents.charts.shapes import Geometry
from models.domain.gates.criterion import Place
from models.domain.marking import N_
from models.domain.records.charter import Promise
from models.domain.records.feedback import ANSWER_SOURCES
from models.domain.survey.analysis import Part, main_figure
from models.domain.survey.comparison import Comparison
from models.domain.survey.report import View
from models.domain.survey.results import QuestionResult
from models.domain.survey.themes import ThemeNumbers, themes_of
from models.localisation.periods import stretch_name
from models.services.company import OpenCompany
from models.services.survey.words import margin_text, question_name
from ui import theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.chart import ChartView
from ui.widgets.labels import WrapLabel
from ui.widgets.plain_table import PlainTable
from ui.widgets.reading_column import ReadingColumn
from ui.workspaces.analysis import charts
from ui.workspaces.analysis.figures import FigureTiles
from ui.workspaces.analysis.tables import COMPARED, PROMISES, RESULTS, Line, fit_rows


class Results(QWidget):
    """Shows a view; a question chosen in the table has its answers, its trend and its sources below.

    Signals:
        place_requested: the `Place` of the open answers.
    """

    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._view: View | None = None
        self.tiles = FigureTiles(self)
        self.margin = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.pitfalls = Card(icon="warning", parent=self)
        self.warnings = ReadingColumn(self.pitfalls)
        self.questions = Card(icon="list", parent=self)
        self.table: PlainTable[Line] = PlainTable(RESULTS, self.questions)
        self.shares = ChartView(self._shares, N_("Shares of the best answers"), self.questions)
        self.question = Card(icon="chart-column", parent=self)
        self.answers = ChartView(self._answers, N_("How many chose each value"), self.question)
        self.trend_title = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.trend = ChartView(self._trend, N_("Result by period"), self.question)
        self.source_title = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.sources = ChartView(self._sources, N_("Result by source"), self.question)
        self.promises = Card(icon="step-3", parent=self)
        self.promise_table: PlainTable[Line] = PlainTable(PROMISES, self.promises)
        self.comparison = Card(icon="history", parent=self)
        self.compared: PlainTable[Comparison] = PlainTable(COMPARED, self.comparison)
        self.themes = Card(icon="tag", parent=self)
        self.theme_list = WrapLabel(parent=self.themes)
        self.sort_button = LinkButton(parent=self.themes)
        self._lay_out()
        self.table.chosen.connect(self._show_question)
        self.sort_button.clicked.connect(self._sort)

    def _lay_out(self) -> None:
        for card, parts in (
            (self.pitfalls, (self.warnings,)),
            (self.questions, (self.table, self.shares)),
            (
                self.question,
                (self.answers, self.trend_title, self.trend, self.source_title, self.sources),
            ),
            (self.promises, (self.promise_table,)),
            (self.comparison, (self.compared,)),
            (self.themes, (self.theme_list,)),
        ):
            for part in parts:
                card.add(part)
        self.themes.set_trailing(self.sort_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(3))
        for below in (
            self.tiles,
            self.margin,
            self.comparison,
            self.questions,
            self.question,
            self.promises,
            self.themes,
            self.pitfalls,
        ):
            column.addWidget(below)

    def show_view(self, view: View, themes: ThemeNumbers) -> None:
        """Show the figures of a survey."""
        self._view = view
        speech, found = current(), view.found
        self.tiles.show_figures(found)
        margin = margin_text(found, speech)
        self.margin.setText(" ".join(filter(None, (margin, survey_model().random_note.best(speech.code)))))
        self.margin.setVisible(bool(margin))
        lines: dict[str, Line] = {
            one.question.id: Line(question_name(one, speech), one)
            for one in found.results
            if main_figure(one) is not None
        }
        self.questions.setVisible(bool(lines))
        self.question.setVisible(bool(lines))
        self.table.show_rows(lines)
        fit_rows(self.table)
        if lines and not self.table.current_key():
            self.table.choose(next(iter(lines)))
        self.shares.refresh()
        self._show_promises(view)
        self._show_comparison(view)
        self._show_themes(view, themes)
        self._show_pitfalls(view)
        self._name_trend()
        self._show_question()

    def _show_promises(self, view: View) -> None:
        rows: dict[str, Line] = {}
        for promise_id, results in view.found.of_promise().items():
            promise = self._company.find(Promise, promise_id)
            for result in results:
                if promise is not None and main_figure(result) is not None:
                    rows[result.question.id] = Line(promise.text.best(current().code), result)
        self.promise_table.show_rows(rows)
        fit_rows(self.promise_table)
        self.promises.setVisible(bool(rows))

    def _show_comparison(self, view: View) -> None:
        self.compared.show_rows({one.after.question.id: one for one in view.compared})
        fit_rows(self.compared)
        self.comparison.setVisible(view.before is not None)

    def _show_themes(self, view: View, numbers: ThemeNumbers) -> None:
        speech, counts, untagged = current(), numbers.counts, numbers.untagged
        named = [
            f"{speech.isolate(one.name)}: {speech.number(counts[one.id])}"
            for one in sorted(themes_of(self._company, view.found.survey.id), key=lambda one: -counts[one.id])
        ]
        rest = ngettext("{count} without a theme", "{count} without a theme", untagged)
        self.theme_list.setText(" · ".join([*named, rest.format(count=speech.number(untagged))]))
        self.themes.setVisible(bool(counts or untagged))

    def _show_pitfalls(self, view: View) -> None:
        self.warnings.clear()
        for pitfall in view.pitfalls:
            seen, lesson = pitfall_words(pitfall, current())
            self.warnings.say(seen, strong=True)
            self.warnings.say(lesson, tone=Tone.QUIET)
        self.pitfalls.setVisible(bool(view.pitfalls))

    def _show_question(self, _key: str = "") -> None:
        result = self._chosen()
        self.question.set_title(question_name(result, current()) if result else "")
        for chart, title in (
            (self.answers, None),
            (self.trend, self.trend_title),
            (self.sources, self.source_title),
        ):
            chart.refresh()
            chart.setVisible(chart.geometry_shown is not None)
            if title is not None:
                title.setVisible(chart.geometry_shown is not None)

    def _chosen(self) -> QuestionResult | None:
        key = self.table.current_key()
        results = self._view.found.results if self._view else ()
        return next((one for one in results if one.question.id == key), None)

    def _shares(self) -> Geometry | None:
        return charts.shares(self._view.found.results, self._view.compared) if self._view else None

    def _answers(self) -> Geometry | None:
        result = self._chosen()
        return charts.answers(result) if result else None

    def _trend(self) -> Geometry | None:
        if self._view is None:
            return None
        in_weeks, speech = self._view.in_weeks, current()
        return self._by_part(
            {
                stretch_name(part.key, speech, in_weeks=in_weeks): part
                for part in self._view.found.by_period
                if part.key is not None and not isinstance(part.key, str)
            }
        )

    def _sources(self) -> Geometry | None:
        parts = self._view.found.by_source if self._view else ()
        return self._by_part(
            {_(label): part for key, label in ANSWER_SOURCES.items() for part in parts if part.key == key}
        )

    def _by_part(self, parts: dict[str, Part]) -> Geometry | None:
        result = self._chosen()
        if self._view is None or result is None or len(parts) < 2:
            return None
        return charts.by_part(parts, self._view.found.questions.index(result.question))

    def _sort(self) -> None:
        self.place_requested.emit(Place("theme"))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.questions.set_title(_("Results question by question"))
        self.promises.set_title(_("Satisfaction with the promises"))
        self.comparison.set_title(_("Compared with before"))
        self.themes.set_title(_("Open answers by theme"))
        self.pitfalls.set_title(_("What to beware of in these figures"))
        self.sort_button.setText(_("Sort the open answers"))
        self.source_title.setText(_("Result by source"))
        self.table.setAccessibleName(_("Results question by question"))
        self.promise_table.setAccessibleName(_("Satisfaction with the promises"))
        self.compared.setAccessibleName(_("Compared with before"))
        for table in (self.table, self.promise_table, self.compared):
            table.retranslate()
        self._name_trend()

    def _name_trend(self) -> None:
        in_weeks = self._view is not None and self._view.in_weeks
        self.trend_title.setText(_("Result by week") if in_weeks else _("Result by month"))
