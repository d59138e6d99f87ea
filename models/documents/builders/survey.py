"""R-07: what came of the newest survey, and the form that customers fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.content.documents import record_form
from models.content.survey import SurveyItem, survey_model
from models.documents.blocks import (
    Block,
    CellKind,
    Column,
    Heading,
    Inline,
    KeepTogether,
    Note,
    PageBreak,
    Paragraph,
    Span,
    Table,
    Title,
    WriteLines,
)
from models.documents.builders.desk import Desk
from models.documents.builders.sections import closing, form_opening, opening
from models.documents.builders.survey_figures import (
    SurveyFigures,
    interval_text,
    kind_of,
    newest_figures,
    result_text,
    small_sample,
)
from models.documents.builders.values import NOTHING, listed
from models.domain.records.feedback import Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.survey_results import SCALES, choices_of

_BOX = "☐"
_GAP = "\u2003"
_LINES_TO_WRITE = 2
_SCALE_OF_TYPE = {"scale5": "satisfaction", "scale7": "ease", "scale10": "recommendation"}
_YES_NO = ("survey.yes", "survey.no")


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the analysis and, on a page of its own, the form."""
    found = newest_figures(desk)
    blocks: list[Block] = [*opening(desk)]
    if found is None:
        blocks.append(desk.missing(Survey))
    else:
        blocks += analysis(desk, found)
    return (*blocks, *closing(desk), PageBreak(), *form(desk, found))


def build_blank(desk: Desk) -> tuple[Block, ...]:
    """Return the form that customers fill in, alone."""
    return (*form_opening(desk, ""), *form(desk, newest_figures(desk)))


def analysis(desk: Desk, found: SurveyFigures) -> Iterator[Block]:
    """Yield the table of results under the name of the survey."""
    yield Heading(desk.say(found.survey.title) or found.survey.no, 2)
    if not found.answers:
        yield desk.missing(SurveyAnswer)
    yield results_table(desk, found)
    if warning := small_sample(desk, len(found.answers)):
        yield Note(desk.say(survey_model().small_sample_note), warning)


def results_table(desk: Desk, found: SurveyFigures) -> Table:
    """Return result and interval of each question, and the themes of open answers."""
    titles = [desk.say(title) for title in record_form("R-07").columns]
    kinds = (CellKind.TEXT, CellKind.TEXT, CellKind.NUMBER, CellKind.TEXT, CellKind.TEXT, CellKind.TEXT)
    columns = tuple(map(Column, titles, (2.2, 1.3, 1, 1.8, 1.1, 1.8), kinds))
    rows = tuple(
        (
            desk.say(result.question.text),
            kind_of(desk, result.question),
            desk.number_of(result.answers),
            result_text(desk, result),
            interval_text(desk, result),
            _themes(desk) if result.question.type == "open" else NOTHING,
        )
        for result in found.results
    )
    return Table(columns, rows)


def _themes(desk: Desk) -> str:
    reports = [report for report in desk.ledger.all(Analysis) if report.themes]
    return listed(map(desk.language.isolate, reports[-1].themes)) if reports else ""


def form(desk: Desk, found: SurveyFigures | None) -> Iterator[Block]:
    """Yield the form of a survey; before there is one, the model form."""
    questions = (found.questions if found else ()) or tuple(map(_model_question, survey_model().items))
    yield Title(desk.phrase("survey.form_title"), _subtitle(desk, found))
    yield Paragraph(desk.phrase("survey.form_intro"))
    for number, question in enumerate(questions, 1):
        yield _item(desk, desk.language.digits(f"{number}."), question)


def _subtitle(desk: Desk, found: SurveyFigures | None) -> Inline:
    name = desk.say(desk.organisation.name)
    version = found.survey.no if found else ""
    return (Span(f"{name} · "), Span(version, island=True)) if name and version else name


def _model_question(item: SurveyItem) -> SurveyQuestion:
    return SurveyQuestion(order=item.number, text=item.text, type=item.type, model=item.id)


def _item(desk: Desk, label: str, question: SurveyQuestion) -> Block:
    asked = f"{label} {desk.say(question.text)}"
    if question.type == "open":
        return WriteLines(asked, _LINES_TO_WRITE)
    return KeepTogether((Paragraph((Span(asked, bold=True),)), Paragraph(_boxes(desk, question))))


def _boxes(desk: Desk, question: SurveyQuestion) -> str:
    choices: Sequence[str]
    if question.type in SCALES:
        choices = _values(desk, question)
    elif question.type == "yes_no":
        choices = [desk.phrase(name) for name in _YES_NO]
    else:
        choices = [desk.say(choice) for choice in choices_of(question)]
    if screening := _screening(desk, question):
        choices = [*choices, screening]
    return _GAP.join(f"{_BOX} {choice}" for choice in choices)


def _values(desk: Desk, question: SurveyQuestion) -> Sequence[str]:
    """Return the values of a scale, the two ends with what they mean."""
    item = _model(question)
    scale = survey_model().scale((item.scale if item else "") or _SCALE_OF_TYPE[question.type])
    ends = {scale.lowest: desk.say(scale.low_label), scale.highest: desk.say(scale.high_label)}
    values = ((desk.number_of(value), ends.get(value, "")) for value in SCALES[question.type])
    return [f"{value} {meaning}" if meaning else value for value, meaning in values]


def _screening(desk: Desk, question: SurveyQuestion) -> str:
    item = _model(question)
    return desk.say(item.screening) if item and item.screening else ""


def _model(question: SurveyQuestion) -> SurveyItem | None:
    return next((item for item in survey_model().items if item.id == question.model), None)
