"""D4: the report on surveys, promises and other signs of what customers think."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from models.content.survey import survey_model
from models.documents.blocks import Block, Bullets, CellKind, Entry, Note, Paragraph, Tone
from models.documents.builders.charts import answers_chart, shares_chart
from models.documents.builders.desk import Desk
from models.documents.builders.feedback_tables import (
    by_source,
    index_table,
    questions_table,
    raw_answers,
    said_answers,
)
from models.documents.builders.indicators import dashboard
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.sections import Writer, closing, facts, references, report_opening, sections_of
from models.documents.builders.survey import version_of
from models.documents.builders.survey_figures import SurveyFigures, report_figures, small_sample
from models.documents.builders.survey_findings import (
    comparison_table,
    pitfall_list,
    report_view,
    theme_table,
    weighted_index,
)
from models.documents.builders.values import share_of, with_unit
from models.domain.fields import Record
from models.domain.performance import answered_in_time, kept, performances
from models.domain.records.charter import Indicator
from models.domain.records.correction import Action, ActionSource
from models.domain.records.feedback import Analysis, IndicatorValue, Survey, SurveyAnswer
from models.domain.records.operation import Breach, Complaint, DataSheet, Launch
from models.domain.statistics import margin_of_error
from models.domain.survey.report import View
from models.domain.survey.results import SCALES
from models.domain.totals import currency_of

_SOURCES = (ActionSource.SURVEY, ActionSource.INDICATOR)
_ABOUT_CHARTER = "SV-6"


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the report, one section after another."""
    return (*report_opening(desk), *sections_of(desk, _SECTIONS), *closing(desk))


def newest_report(desk: Desk) -> Analysis | None:
    """Return the analysis of the newest period, None before there is one."""
    return max(desk.ledger.all(Analysis), key=lambda one: one.end or date.min, default=None)


def _figures(desk: Desk) -> SurveyFigures | None:
    return report_figures(desk, newest_report(desk))


def _view(desk: Desk) -> View | None:
    return report_view(desk, newest_report(desk))


def _period(desk: Desk) -> Iterator[Block]:
    report = newest_report(desk)
    found = _figures(desk)
    if report is None:
        yield desk.missing(Analysis)
    yield Paragraph(desk.phrase("feedback.purpose"))
    period = desk.period(report.start, report.end) if report else ""
    aim = found.survey.aim if found else ""
    yield from facts(
        (
            Entry(desk.phrase("feedback.period"), period),
            Entry(desk.phrase("feedback.aim"), aim),
            references(desk),
        )
    )


def _plan(desk: Desk) -> Iterator[Block]:
    found = _figures(desk)
    if found is None:
        yield desk.missing(Survey)
        return
    survey = found.survey
    for field in ("rule", "needed", "owner"):
        if not getattr(survey, field):
            yield desk.missing(survey, field)
    fields = ("aim", "groups", "method", "rule", "needed", "owner")
    entries = [Entry(desk.phrase(f"feedback.survey_{field}"), desk.value(survey, field)) for field in fields]
    days = desk.period(survey.start, survey.end)
    yield from facts((*entries, Entry(desk.phrase("feedback.survey_days"), days)))
    yield Note(desk.say(survey_model().random_note))


def _form(desk: Desk) -> Iterator[Block]:
    found = _figures(desk)
    if found is None or not found.questions:
        yield desk.missing(Survey)
        return
    version = Entry(desk.phrase("feedback.version"), version_of(desk, found.survey))
    yield from facts([version, Entry(desk.phrase("feedback.survey"), desk.say(found.survey.title))])
    yield questions_table(desk, found)


def _response(desk: Desk) -> Iterator[Block]:
    found = _figures(desk)
    if found is None or not found.sheets:
        yield desk.missing(SurveyAnswer)
        return
    survey, valid, number = found.survey, len(found.answers), desk.number_of
    if survey.asked is None:
        yield desk.missing(survey, "asked")
    margin = margin_of_error(valid, survey.population)
    figures = (
        ("population", number(survey.population)),
        ("asked", number(survey.asked)),
        ("received", number(len(found.sheets))),
        ("invalid", number(len(found.sheets) - valid)),
        ("answered", number(valid)),
        ("rate", share_of(desk, valid, survey.asked) if survey.asked else ""),
        ("needed", number(survey.needed)),
        ("margin", _points(desk, margin)),
    )
    yield from facts(Entry(desk.phrase(f"feedback.{name}"), value) for name, value in figures)
    if survey.shortfall_reason:
        yield Note(survey.shortfall_reason, desk.phrase("feedback.shortfall"))
    if warning := small_sample(desk, valid):
        yield Note(desk.say(survey_model().small_sample_note), warning)


def _points(desk: Desk, margin: float | None) -> str:
    return "" if margin is None else desk.phrase("feedback.points", margin=desk.number_of(100 * margin, 0))


def _satisfaction(desk: Desk) -> Iterator[Block]:
    found = _figures(desk)
    if found is None or not found.answers:
        yield desk.missing(SurveyAnswer)
        return
    yield index_table(desk, found.results)
    view = _view(desk)
    if view is not None:
        yield from weighted_index(desk, view)
    yield from _charts(desk, found)
    if view is not None:
        yield from comparison_table(desk, view)
    yield Note(desk.phrase("feedback.how_computed"))
    if warning := small_sample(desk, len(found.answers)):
        yield Note(desk.say(survey_model().small_sample_note), warning)
    yield from by_source(desk, found)


def _charts(desk: Desk, found: SurveyFigures) -> Iterator[Block]:
    rated = next((one for one in found.results if one.question.type in SCALES), None)
    charts = (answers_chart(desk, rated) if rated else None, shares_chart(desk, found.results))
    yield from (chart for chart in charts if chart is not None)


def _promises(desk: Desk) -> Iterator[Block]:
    everything = performances(desk.ledger)
    if not everything:
        yield desk.missing(Indicator)
        return
    if not any(one.values for one in everything):
        yield desk.missing(IndicatorValue)
    yield dashboard(desk, everything)
    if any(one.trend for one in everything):
        yield Paragraph(desk.phrase("feedback.trend_note"), Tone.QUIET)
    counted = kept(desk.ledger.all(DataSheet))
    if counted.cases:
        share = share_of(desk, counted.kept, counted.cases)
        yield from facts([Entry(desk.phrase("feedback.kept"), share)])


def _charter(desk: Desk) -> Iterator[Block]:
    found = _figures(desk)
    about = [one for one in found.results if one.question.model == _ABOUT_CHARTER] if found else []
    if not about:
        yield desk.missing(SurveyAnswer)
        return
    yield index_table(desk, about)
    for result in about:
        rated = share_of(desk, result.answers, result.answers + result.blank)
        yield from facts([Entry(desk.phrase("feedback.rated_charter"), rated)])


def _signs(desk: Desk) -> Iterator[Block]:
    report = newest_report(desk)
    complaints = [one for one in desk.ledger.all(Complaint) if not one.cancelled_because]
    breaches = desk.ledger.all(Breach)
    in_time = answered_in_time(complaints, desk.today)
    cost = sum(breach.cost or 0 for breach in breaches)
    if complaints or breaches or desk.ledger.sheet(Launch).launch_on:
        figures = (
            Entry(desk.phrase("feedback.complaints"), desk.number_of(len(complaints))),
            Entry(desk.phrase("feedback.in_time"), share_of(desk, in_time.kept, in_time.cases)),
            Entry(desk.phrase("feedback.breaches"), desk.number_of(len(breaches))),
            Entry(desk.phrase("feedback.remedies"), with_unit(desk, cost, currency_of(desk.ledger))),
        )
        yield from facts(figures)
    if report is None or not report.indirect_signs:
        yield desk.missing(report or Analysis, "indirect_signs")
    else:
        yield Paragraph(report.indirect_signs)


def _themes(desk: Desk) -> Iterator[Block]:
    report, found = newest_report(desk), _figures(desk)
    counted = tuple(theme_table(desk, found)) if found is not None else ()
    if report is not None and report.themes:
        yield Bullets(report.themes)
    elif not counted:
        yield desk.missing(report or Analysis, "themes")
    yield from counted
    if found is not None:
        yield from said_answers(desk, found)


def _reasons(desk: Desk) -> Iterator[Block]:
    yield from _texts(desk, "results", "reasons")


def _decisions(desk: Desk) -> Iterator[Block]:
    yield from _texts(desk, "decisions")
    actions = [one for one in desk.ledger.all(Action) if one.source in _SOURCES]
    if actions:
        fills = (
            "no",
            Fill("problem", 2.6),
            Fill("owner", title="common.responsible"),
            Fill(_due, kind=CellKind.DATE, title="actions.due"),
            "done_on",
        )
        yield register_table(desk, Action, fills, actions)


def _due(desk: Desk, action: Record) -> str:
    assert isinstance(action, Action)
    return desk.date_of(action.due_now)


def _limits(desk: Desk) -> Iterator[Block]:
    yield from _texts(desk, "limits")
    view = _view(desk)
    if view is not None:
        yield from pitfall_list(desk, view)


def _texts(desk: Desk, *fields: str) -> Iterator[Block]:
    report = newest_report(desk)
    for field in fields:
        text = getattr(report, field) if report else ""
        yield Paragraph(text) if text else desk.missing(report or Analysis, field)


def _raw(desk: Desk) -> Iterator[Block]:
    found = _figures(desk)
    if found is None or not found.sheets:
        yield desk.missing(SurveyAnswer)
        return
    yield Paragraph(desk.phrase("feedback.anonymous"))
    yield raw_answers(desk, found)


_SECTIONS: Mapping[str, Writer] = {
    "D4-02": _period,
    "D4-03": _plan,
    "D4-04": _form,
    "D4-05": _response,
    "D4-06": _satisfaction,
    "D4-07": _promises,
    "D4-08": _charter,
    "D4-09": _signs,
    "D4-10": _themes,
    "D4-11": _reasons,
    "D4-12": _decisions,
    "D4-13": _limits,
    "D4-14": _raw,
}
