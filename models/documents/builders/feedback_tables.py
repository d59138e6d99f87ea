"""The tables of the survey report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.documents.blocks import Block, CellKind, Column, Table
from models.documents.builders.desk import Desk
from models.documents.builders.survey_figures import (
    SurveyFigures,
    distribution_text,
    index_of,
    interval_text,
    kind_of,
    mean_text,
    result_text,
    small_sample,
)
from models.documents.builders.values import NOTHING
from models.domain.records.feedback import ANSWER_SOURCES, SurveyAnswer
from models.domain.survey.results import SCALES, QuestionResult, anonymous, answer_to, question_results
from models.localisation.answer_words import one_answer, said

_LONGEST_LIST = 40
_IN_OWN_COLUMN = frozenset({*SCALES, "yes_no", "choice"})


def questions_table(desk: Desk, found: SurveyFigures) -> Table:
    """Return the questions of a survey with the kind of their answers."""
    columns = (
        Column(desk.phrase("annexes.number"), kind=CellKind.NUMBER),
        Column(desk.phrase("survey.question"), 4),
        Column(desk.phrase("survey.kind"), 1.2),
    )
    rows = tuple(
        (desk.number_of(number), desk.say(question.text), kind_of(desk, question))
        for number, question in enumerate(found.questions, 1)
    )
    return Table(columns, rows)


def index_table(desk: Desk, results: Sequence[QuestionResult]) -> Table:
    """Return figure, interval, mean and distribution of the questions that have a scale."""
    columns = (
        Column(desk.phrase("survey.question"), 2.4),
        Column(desk.phrase("survey.count"), kind=CellKind.NUMBER),
        Column(desk.phrase("survey.result"), 1.9),
        Column(desk.phrase("survey.interval_title"), 1),
        Column(desk.phrase("survey.mean"), kind=CellKind.NUMBER),
        Column(desk.phrase("survey.distribution"), 1.7),
    )
    scaled = [result for result in results if result.question.type in SCALES]
    return Table(columns, tuple(_index_row(desk, result) for result in scaled))


def _index_row(desk: Desk, result: QuestionResult) -> tuple[str, ...]:
    asked, index = desk.say(result.question.text), index_of(desk, result.question)
    return (
        f"{index}\n{asked}" if index else asked,
        desk.number_of(result.answers),
        result_text(desk, result),
        interval_text(desk, result),
        mean_text(desk, result),
        distribution_text(desk, result),
    )


def by_source(desk: Desk, found: SurveyFigures) -> Iterator[Block]:
    """Yield the indices of each way in which answers came in, where there are several."""
    groups: dict[str, list[SurveyAnswer]] = {}
    for answer in found.answers:
        groups.setdefault(answer.source, []).append(answer)
    if len(groups) < 2:
        return
    indexed = [place for place, question in enumerate(found.questions) if index_of(desk, question)]
    heads = (index_of(desk, found.questions[place]) for place in indexed)
    columns = (
        Column(desk.phrase("survey.source"), 1),
        Column(desk.phrase("survey.count"), kind=CellKind.NUMBER),
        *(Column(head, 1.8) for head in heads),
    )
    rows = tuple(_group_row(desk, found, name, group, indexed) for name, group in groups.items())
    yield Table(columns, rows, caption=desk.phrase("survey.by_source"))


def _group_row(
    desk: Desk, found: SurveyFigures, name: str, group: Sequence[SurveyAnswer], indexed: Sequence[int]
) -> tuple[str, ...]:
    results = question_results(found.questions, group, one_answer)
    source = desk.language.gettext(ANSWER_SOURCES[name]) if name in ANSWER_SOURCES else NOTHING
    warning = small_sample(desk, len(group))
    label = f"{source}\n({warning})" if warning else source
    return (label, desk.number_of(len(group)), *(result_text(desk, results[place]) for place in indexed))


def said_answers(desk: Desk, found: SurveyFigures) -> Iterator[Block]:
    """Yield the open answers, each once with its number, names and numbers of people hidden."""
    for result in found.results:
        if result.question.type != "open" or not result.words:
            continue
        columns = (
            Column(desk.phrase("survey.said"), 4),
            Column(desk.phrase("survey.times"), kind=CellKind.NUMBER),
        )
        shown = list(result.words.items())[:_LONGEST_LIST]
        rows = tuple((anonymous(text), desk.number_of(count)) for text, count in shown)
        yield Table(columns, rows, caption=desk.say(result.question.text))


def raw_answers(desk: Desk, found: SurveyFigures) -> Table:
    """Return every sheet as it was given, the invalid ones marked with their reason."""
    short = [place for place, one in enumerate(found.questions) if one.type in _IN_OWN_COLUMN]
    spoken = [place for place, one in enumerate(found.questions) if one.type not in _IN_OWN_COLUMN]
    columns = (
        Column(desk.phrase("annexes.number"), kind=CellKind.NUMBER),
        Column(desk.phrase("survey.day"), kind=CellKind.DATE),
        Column(desk.phrase("survey.source"), 0.9),
        *(Column(desk.number_of(place + 1), kind=CellKind.MARK) for place in short),
        Column(desk.phrase("survey.open"), 2.6),
    )
    rows = tuple(_raw_row(desk, found, sheet, short, spoken) for sheet in found.sheets)
    return Table(columns, rows)


def _raw_row(
    desk: Desk, found: SurveyFigures, sheet: SurveyAnswer, short: Sequence[int], spoken: Sequence[int]
) -> tuple[str, ...]:
    language = desk.language
    texts = [anonymous(text) for place in spoken if (text := answer_to(sheet, place))]
    if sheet.invalid_because:
        reason = language.isolate(sheet.invalid_because)
        texts.append(desk.phrase("survey.invalid", reason=reason))
    return (
        desk.number_of(sheet.no),
        desk.date_of(sheet.answered_on),
        desk.value(sheet, "source"),
        *(said(found.questions[place], answer_to(sheet, place), language) or NOTHING for place in short),
        "\n".join(texts),
    )
