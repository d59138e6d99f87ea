"""What a survey's figures mean: compared with before, open answers by theme, pitfalls that apply."""

from __future__ import annotations

from collections.abc import Iterator

from models.content.survey import is_leading, pitfall_words
from models.documents.blocks import Block, Bullets, CellKind, Column, Entry, Table
from models.documents.builders.desk import Desk
from models.documents.builders.sections import facts
from models.documents.builders.survey_figures import SurveyFigures, result_text
from models.documents.builders.values import NOTHING, labelled, listed
from models.domain.records.feedback import Analysis
from models.domain.survey.analysis import Measure
from models.domain.survey.comparison import VERDICTS, Comparison
from models.domain.survey.report import View, material, view_of
from models.domain.survey.themes import OpenAnswer, open_answers, theme_counts, themes_of
from models.localisation.periods import stretch_of

_QUOTES = 2
_LOWEST = 20
# The mark before the sign keeps it at the left of its number in any direction of text.
_PLUS = "\u200e+"


def report_view(desk: Desk, report: Analysis | None) -> View | None:
    """Return the figures of a report with what they mean, None before there is a survey with questions."""
    of = material(desk.ledger, report)
    if of is None:
        return None
    return view_of(
        of,
        lambda in_weeks: stretch_of(desk.language, in_weeks=in_weeks),
        lambda question: is_leading(question.text),
    )


def comparison_table(desk: Desk, view: View) -> Iterator[Block]:
    """Yield each question beside what it was before, with what the difference means; nothing without any."""
    if not view.compared:
        return
    columns = (
        Column(desk.phrase("survey.question"), 2.4),
        Column(desk.phrase("survey.before"), 1.5),
        Column(desk.phrase("survey.now"), 1.5),
        Column(desk.phrase("survey.difference"), 1.2),
        Column(desk.phrase("survey.verdict"), 1.8),
    )
    rows = tuple(_compared_row(desk, one) for one in view.compared)
    yield Table(columns, rows, caption=desk.phrase("survey.compared"))


def _compared_row(desk: Desk, one: Comparison) -> tuple[str, ...]:
    return (
        desk.say(one.after.question.text),
        result_text(desk, one.before) if one.before else NOTHING,
        result_text(desk, one.after),
        _difference(desk, one),
        desk.language.gettext(VERDICTS[one.verdict]),
    )


def _difference(desk: Desk, one: Comparison) -> str:
    if one.difference is None or one.interval is None:
        return NOTHING
    scale = 1 if one.measure is Measure.SCORE else 100
    value, low, high = (_signed(desk, scale * float(value)) for value in (one.difference, *one.interval))
    return desk.phrase("survey.points", difference=value, low=low, high=high)


def _signed(desk: Desk, value: float) -> str:
    number = desk.number_of(value, 0)
    return f"{_PLUS}{number}" if round(value) > 0 else number


def weighted_index(desk: Desk, view: View) -> Iterator[Block]:
    """Yield the weighted index with its lowest possible value; nothing where questions have no weights."""
    weighted = view.found.weighted
    if weighted is None or view.found.is_small:
        return
    value = desk.phrase("survey.of_100", value=desk.number_of(weighted, 0), lowest=desk.number_of(_LOWEST))
    yield from facts([Entry(desk.phrase("survey.weighted"), value)])


def theme_table(desk: Desk, found: SurveyFigures) -> Iterator[Block]:
    """Yield how many open answers belong to each theme, with two of them; nothing before one is marked."""
    given = _given(desk, found)
    counts = theme_counts(given)
    if not counts:
        return
    themes = [one for one in themes_of(desk.ledger, found.survey.id) if counts[one.id]]
    rows = tuple(
        (
            theme.name,
            desk.number_of(counts[theme.id]),
            "\n".join(_quotes(given, theme.id)),
        )
        for theme in sorted(themes, key=lambda one: -counts[one.id])
    )
    untagged = sum(not one.themes for one in given)
    rest = ((desk.phrase("survey.no_theme"), desk.number_of(untagged), ""),) if untagged else ()
    columns = (
        Column(desk.phrase("survey.theme"), 1.4),
        Column(desk.phrase("survey.times"), kind=CellKind.NUMBER),
        Column(desk.phrase("survey.quotes"), 3.4),
    )
    yield Table(columns, (*rows, *rest))


def themes_text(desk: Desk, found: SurveyFigures, question_id: str) -> str:
    """Return the themes of one open question with their counts, the most frequent first; "" for none."""
    given = [one for one in _given(desk, found) if one.question.id == question_id]
    counts = theme_counts(given)
    themes = [one for one in themes_of(desk.ledger, found.survey.id) if counts[one.id]]
    ordered = sorted(themes, key=lambda one: -counts[one.id])
    return listed(
        labelled(desk.language.isolate(one.name), desk.number_of(counts[one.id])) for one in ordered
    )


def _given(desk: Desk, found: SurveyFigures) -> list[OpenAnswer]:
    shown = {sheet.id for sheet in found.answers}
    given = open_answers(desk.ledger, found.survey.id, found.questions)
    return [one for one in given if one.sheet.id in shown]


def _quotes(given: list[OpenAnswer], theme: str) -> list[str]:
    texts = dict.fromkeys(one.text for one in given if theme in one.themes)
    return list(texts)[:_QUOTES]


def pitfall_list(desk: Desk, view: View) -> Iterator[Block]:
    """Yield the pitfalls that apply, each told by its numbers and with what is to be learnt from it."""
    lines = [" ".join(pitfall_words(pitfall, desk.language)) for pitfall in view.pitfalls]
    if lines:
        yield Bullets(tuple(lines))
