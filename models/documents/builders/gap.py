"""R-20: the gap analysis, first and repeated, and the summary of it that D6 contains."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from models.content import gap as content
from models.content.documents import record_form
from models.content.guidance import guidance
from models.documents.blocks import Block, CellKind, Column, Heading, Note, Paragraph, Table
from models.documents.builders.charts import key_area_chart
from models.documents.builders.desk import Desk
from models.documents.builders.sections import closing, opening
from models.documents.builders.values import NOTHING
from models.domain.guidance import Question
from models.domain.records.choices import STEPS
from models.domain.records.organisation import SCORES, GapAnswer, GapRound, Score
from models.domain.scoring import (
    Answers,
    Scores,
    answers_by_round,
    answers_with_files,
    band,
    critical_below,
    is_answered,
    is_claimed,
    points,
    ranked_gaps,
    rounds_in_order,
    scores,
    whole,
)

# The mark before the sign keeps it at the left of its number in any direction of text.
_PLUS = "\u200e+"


@dataclass(frozen=True)
class Round:
    """A round of the questionnaire with its answers by question, and its scores."""

    round: GapRound
    answers: Answers
    scores: Scores


def rounds(desk: Desk) -> Sequence[Round]:
    """Return the rounds that have answers, in their order."""
    answers, areas = answers_by_round(desk.ledger), guidance().by_area
    return [
        Round(one, answers[one.id], scores(areas, answers[one.id]))
        for one in rounds_in_order(desk.ledger)
        if one.id in answers
    ]


def build(desk: Desk) -> tuple[Block, ...]:
    """Return scores, the figures by key area and the list by priority, then all answers of the last round."""
    titles = [desk.say(title) for title in record_form("R-20").columns]
    known = rounds(desk)
    blocks: list[Block] = list(opening(desk))
    if not known:
        blocks += [desk.missing(GapAnswer), *(() if desk.is_draft else (desk.nothing(),))]
        return (*blocks, *closing(desk))
    parts = (
        (titles[0], _rounds_table(desk, known)),
        (titles[1], _figures(desk, known)),
        (titles[2], _priorities(desk, known[-1])),
        (desk.phrase("gap.answers"), _answers(desk, known[-1])),
    )
    for heading, part in parts:
        blocks += [Heading(heading, 2), *part]
    return (*blocks, *closing(desk))


def _rounds_table(desk: Desk, known: Sequence[Round]) -> Iterator[Block]:
    columns = (
        Column(desk.label(GapRound, "title"), 2),
        Column(desk.label(GapRound, "started_on"), kind=CellKind.DATE),
        Column(desk.label(GapRound, "assessor"), 1.4),
        Column(desk.phrase("gap.answered"), kind=CellKind.NUMBER),
        Column(desk.phrase("gap.overall"), kind=CellKind.NUMBER),
        Column(desk.phrase("gap.band"), 1.2),
        Column(desk.label(GapRound, "signed_by"), 1.4),
    )
    yield Table(columns, tuple(_round_row(desk, one) for one in known))


def _figures(desk: Desk, known: Sequence[Round]) -> Iterator[Block]:
    model = content.gap_model()
    yield area_chart(desk, known)
    yield area_table(desk, known)
    yield Note(desk.say(model.score_note), desk.say(model.score_label))
    if len(known) > 1:
        yield from _changed(desk, known[0], known[-1])
    yield from _critical(desk, known[-1])


def _changed(desk: Desk, first: Round, last: Round) -> Iterator[Block]:
    """Yield the questions whose score rose or fell between two rounds."""
    pairs = [
        (one.id, points(first.answers.get(one.id)), points(last.answers.get(one.id)))
        for one in guidance().questions
    ]
    rows = tuple(
        (
            question,
            desk.say(content.gap_question(question).question),
            desk.number_of(before),
            desk.number_of(after),
            _signed(desk, after - before),
        )
        for question, before, after in sorted(pairs, key=lambda pair: (pair[2] or 0) - (pair[1] or 0))
        if before is not None and after is not None and before != after
    )
    if rows:
        columns = (
            Column(desk.phrase("gap.question_no"), kind=CellKind.CODE),
            Column(desk.label(GapAnswer, "question"), 4),
            Column(desk.phrase("gap.first"), kind=CellKind.NUMBER),
            Column(desk.phrase("gap.latest"), kind=CellKind.NUMBER),
            Column(desk.phrase("gap.change"), kind=CellKind.NUMBER),
        )
        yield Table(columns, rows, desk.phrase("gap.changed"))


def _critical(desk: Desk, last: Round) -> Iterator[Block]:
    """Yield the critical questions that stand below the target."""
    low = critical_below(guidance().questions, last.answers)
    if not low:
        yield Paragraph(desk.phrase("gap.no_critical"))
        return
    rows = tuple(
        (
            one.id,
            desk.say(content.gap_question(one.id).question),
            desk.number_of(points(last.answers.get(one.id))),
        )
        for one in low
    )
    columns = (
        Column(desk.phrase("gap.question_no"), kind=CellKind.CODE),
        Column(desk.label(GapAnswer, "question"), 4),
        Column(desk.label(GapAnswer, "score"), kind=CellKind.NUMBER),
    )
    yield Table(columns, rows, desk.phrase("gap.critical"))


def _round_row(desk: Desk, one: Round) -> tuple[str, ...]:
    answered = sum(is_answered(answer) for answer in one.answers.values())
    return (
        one.round.title,
        desk.date_of(one.round.started_on),
        desk.person(one.round.assessor),
        desk.number_of(answered),
        _score(desk, one.scores.overall),
        _band(desk, one.scores.overall),
        desk.person(one.round.signed_by),
    )


def area_chart(desk: Desk, known: Sequence[Round]) -> Block:
    """Return the scores of the key areas as a radar."""
    return key_area_chart(desk, [one.scores for one in known])


def area_table(desk: Desk, known: Sequence[Round]) -> Table:
    """Return the score of each key area in the first and the latest round, with the change between them."""
    first, last = known[0], known[-1]
    is_repeated = len(known) > 1
    columns = [Column(desk.phrase("gap.area"), 3), Column(desk.phrase("gap.first"), kind=CellKind.NUMBER)]
    if is_repeated:
        columns.append(Column(desk.phrase("gap.latest"), kind=CellKind.NUMBER))
        columns.append(Column(desk.phrase("gap.change"), kind=CellKind.NUMBER))
    columns.append(Column(desk.phrase("gap.band"), 1.4))
    names = {area.id: desk.say(area.title) for area in content.key_areas()}
    pairs = [(names[area], first.scores.by_area[area], last.scores.by_area[area]) for area in names]
    pairs.append((desk.phrase("gap.overall"), first.scores.overall, last.scores.overall))
    rows = tuple(_area_row(desk, name, before, after, is_repeated) for name, before, after in pairs)
    return Table(tuple(columns), rows)


def _area_row(
    desk: Desk, name: str, before: Fraction | None, after: Fraction | None, is_repeated: bool
) -> tuple[str, ...]:
    if not is_repeated:
        return name, _score(desk, after), _band(desk, after)
    change = NOTHING if before is None or after is None else _signed(desk, whole(after) - whole(before))
    return name, _score(desk, before), _score(desk, after), change, _band(desk, after)


def _signed(desk: Desk, change: int) -> str:
    return f"{_PLUS}{desk.number_of(change)}" if change > 0 else desk.number_of(change)


def _score(desk: Desk, share: Fraction | None) -> str:
    return NOTHING if share is None else desk.number_of(whole(share))


def _band(desk: Desk, share: Fraction | None) -> str:
    return "" if share is None else desk.say(content.band(band(share)).name)


def _priorities(desk: Desk, last: Round) -> Iterator[Block]:
    gaps = ranked_gaps(guidance().questions, last.answers)
    if not gaps:
        yield desk.nothing()
        return
    columns = (
        Column(desk.phrase("gap.question_no"), kind=CellKind.CODE),
        Column(desk.label(GapAnswer, "question"), 3),
        Column(desk.label(GapAnswer, "score"), kind=CellKind.NUMBER),
        Column(desk.phrase("gap.gap"), kind=CellKind.NUMBER),
        Column(desk.phrase("gap.priority"), kind=CellKind.NUMBER),
        Column(desk.label(GapAnswer, "step"), 1.3),
        Column(desk.phrase("common.responsible"), 1.2),
        Column(desk.label(GapAnswer, "due"), kind=CellKind.DATE),
    )
    rows = tuple(
        (
            one.question.id,
            desk.say(content.gap_question(one.question.id).question),
            desk.number_of(points(one.answer)),
            desk.number_of(one.size),
            desk.number_of(one.priority),
            desk.language.gettext(STEPS[str(one.step)]),
            desk.person(one.answer.owner),
            desk.date_of(one.answer.due),
        )
        for one in gaps
    )
    yield Table(columns, rows)


def _answers(desk: Desk, last: Round) -> Iterator[Block]:
    with_files = answers_with_files(desk.ledger)
    by_area: Mapping[str, tuple[Question, ...]] = guidance().by_area
    columns = (
        Column(desk.phrase("gap.question_no"), kind=CellKind.CODE),
        Column(desk.label(GapAnswer, "question"), 2.6),
        Column(desk.label(GapAnswer, "score"), 1.3),
        Column(desk.phrase("gap.seen"), 3),
    )
    for area in content.key_areas():
        rows = tuple(
            _answer_row(desk, question, last.answers.get(question.id), with_files)
            for question in by_area[area.id]
        )
        yield Table(columns, rows, caption=desk.say(area.title))


def _answer_row(
    desk: Desk, question: Question, answer: GapAnswer | None, with_files: frozenset[str]
) -> tuple[str, ...]:
    text = desk.say(content.gap_question(question.id).question)
    if answer is None or not answer.score:
        return question.id, text, desk.phrase("gap.unanswered"), ""
    seen = answer.reason if answer.score == Score.NOT_APPLICABLE else answer.evidence
    notes = [seen, answer.note]
    if is_claimed(answer, with_files):
        notes.append(desk.say(content.gap_model().claimed))
    return question.id, text, desk.language.gettext(SCORES[answer.score]), "\n".join(filter(None, notes))
