"""R-07: what came of the newest survey, and the form that customers fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from models.content.documents import record_form
from models.content.survey import SurveyItem, survey_model
from models.documents.blocks import (
    Block,
    CellKind,
    CheckBoxes,
    Column,
    ControlBlock,
    Entry,
    Heading,
    KeepTogether,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    SideBySide,
    Spacer,
    Span,
    Table,
    Title,
    Tone,
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
from models.documents.builders.survey_findings import comparison_table, report_view, themes_text
from models.documents.builders.values import NOTHING, from_record, listed
from models.documents.origin import Origin
from models.domain.ids import RecordId
from models.domain.records.feedback import Analysis, Survey, SurveyAnswer, SurveyQuestion
from models.domain.survey.results import SCALES, choices_of, questions_of
from models.domain.survey.versions import FIRST_VERSION

_LINES_TO_WRITE = 2
_BETWEEN_QUESTIONS = 1.4  # mm
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
    return (*blocks, *closing(desk), PageBreak(), *_newest_form(desk, found))


def build_blank(desk: Desk) -> tuple[Block, ...]:
    """Return the form that customers fill in, alone."""
    return (*form_opening(desk, ""), *_newest_form(desk, newest_figures(desk)))


def build_twice(desk: Desk) -> tuple[Block, ...]:
    """Return the form twice side by side, each half a sheet wide, to be cut apart."""
    return _twice(desk, build_blank(desk))


def form_of(survey: RecordId, *, is_twice: bool = False) -> Callable[[Desk], tuple[Block, ...]]:
    """Return what builds the form of one survey, alone; the model form once the survey is gone."""

    def build_form(desk: Desk) -> tuple[Block, ...]:
        found = desk.ledger.find(Survey, survey)
        blocks = (*form_opening(desk, ""), *form(desk, found, questions_of(desk.ledger, survey)))
        return _twice(desk, blocks) if is_twice else blocks

    return build_form


def _twice(desk: Desk, blocks: Sequence[Block]) -> tuple[Block, ...]:
    row = desk.language.row
    halves = (Passage((block,), row.code, row.direction, row.font) for block in blocks)
    return tuple(SideBySide(half, half) for half in halves)


def _newest_form(desk: Desk, found: SurveyFigures | None) -> Iterator[Block]:
    return form(desk, found.survey if found else None, found.questions if found else ())


def version_of(desk: Desk, survey: Survey) -> str:
    """Return the code of a survey with its version."""
    code, version = desk.language.island(survey.no), desk.number_of(survey.version or FIRST_VERSION)
    return desk.phrase("survey.version_of", code=code, version=version)


def analysis(desk: Desk, found: SurveyFigures) -> Iterator[Block]:
    """Yield the table of results under the name of the survey."""
    yield Heading(desk.say(found.survey.title) or found.survey.no, 2)
    if not found.answers:
        yield desk.missing(SurveyAnswer)
    yield results_table(desk, found)
    newest = max(desk.ledger.all(Analysis), key=lambda one: one.end or date.min, default=None)
    view = report_view(desk, newest)
    if view is not None and view.found.survey.id == found.survey.id:
        yield from comparison_table(desk, view)
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
            _themes(desk, found, result.question) if result.question.type == "open" else NOTHING,
        )
        for result in found.results
    )
    return Table(columns, rows)


def _themes(desk: Desk, found: SurveyFigures, question: SurveyQuestion) -> str:
    if counted := themes_text(desk, found, question.id):
        return counted
    reports = [report for report in desk.ledger.all(Analysis) if report.themes]
    return listed(map(desk.language.isolate, reports[-1].themes)) if reports else ""


def form(desk: Desk, survey: Survey | None, asked: Sequence[SurveyQuestion]) -> Iterator[Block]:
    """Yield the form of a survey; without questions of its own, the model form."""
    is_small = desk.edition.landscape
    yield Title(desk.phrase("survey.form_title"), "" if is_small else desk.say(desk.organisation.name))
    greeting = desk.say(survey.greeting) if survey else ""
    yield from _words(survey, "greeting", greeting or desk.phrase("survey.form_intro"))
    yield Paragraph(desk.phrase("survey.form_tick"), Tone.QUIET)
    questions = asked or tuple(map(_model_question, survey_model().items))
    for number, question in enumerate(questions, 1):
        if not is_small:
            yield Spacer(_BETWEEN_QUESTIONS)
        yield _item(desk, desk.language.digits(f"{number}."), question)
    thanks = desk.say(survey.thanks) if survey else ""
    yield from _words(survey, "thanks", thanks or desk.phrase("survey.form_thanks"))
    yield ControlBlock(
        (
            Entry(desk.phrase("survey.form_number")),
            Entry(desk.phrase("survey.form_day")),
            Entry(desk.phrase("survey.form_version"), version_of(desk, survey) if survey else ""),
        )
    )


def _words(survey: Survey | None, field: str, text: str) -> Iterator[Block]:
    """Yield the lines of a text as paragraphs that say where they come from."""
    for line in filter(None, (line.strip() for line in text.splitlines())):
        yield Paragraph(from_record(line, survey, field) if survey else line)


def _model_question(item: SurveyItem) -> SurveyQuestion:
    return SurveyQuestion(order=item.number, text=item.text, type=item.type, model=item.id)


def _item(desk: Desk, label: str, question: SurveyQuestion) -> Block:
    origin = Origin(question.id, ("text", "type", "options"))
    text = Span(desk.say(question.text) or NOTHING, bold=True, origin=origin)
    asked = Paragraph((Span(f"{label} ", bold=True), text))
    if question.type == "open":
        return KeepTogether((asked, WriteLines(count=_LINES_TO_WRITE)))
    return KeepTogether((asked, CheckBoxes(tuple(_boxes(desk, question)))))


def _boxes(desk: Desk, question: SurveyQuestion) -> Iterator[str]:
    if question.type in SCALES:
        yield from _values(desk, question)
    elif question.type == "yes_no":
        yield from (desk.phrase(name) for name in _YES_NO)
    else:
        yield from (desk.say(choice) for choice in choices_of(question))
    if screening := _screening(desk, question):
        yield screening


def _values(desk: Desk, question: SurveyQuestion) -> Iterator[str]:
    """Yield the values of a scale, the two ends with what they mean."""
    item = _model(question)
    scale = survey_model().scale((item.scale if item else "") or _SCALE_OF_TYPE[question.type])
    ends = {scale.lowest: desk.say(scale.low_label), scale.highest: desk.say(scale.high_label)}
    for value in SCALES[question.type]:
        yield f"{desk.number_of(value)} {ends.get(value, '')}".strip()


def _screening(desk: Desk, question: SurveyQuestion) -> str:
    item = _model(question)
    return desk.say(item.screening) if item and item.screening else ""


def _model(question: SurveyQuestion) -> SurveyItem | None:
    return next((item for item in survey_model().items if item.id == question.model), None)
