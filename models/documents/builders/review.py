"""R-11: the minutes of management reviews, ready to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from models.content.documents import record_form
from models.content.guidance import guidance
from models.content.improvement import review_model
from models.documents.blocks import (
    Block,
    Bullets,
    Column,
    Entry,
    Heading,
    KeepTogether,
    KeyValues,
    Note,
    PageBreak,
    Paragraph,
    SignatureBox,
    Table,
    Tone,
)
from models.documents.builders.desk import Desk
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.review_charts import chart_on
from models.documents.builders.sections import history, opening
from models.documents.builders.training import signed_by
from models.documents.builders.values import from_record, listed
from models.domain.gates.facts import Facts
from models.domain.records.audit import Review, ReviewDecision, ReviewInput
from models.domain.records.commitment import Role, RoleName
from models.domain.records.correction import Action
from models.domain.reported import period_of
from models.domain.review_inputs import report_on

_PEOPLE_TO_FILL = 5
_DATE, _PRESENT, _INPUT, _REPORTED, _DECISION, _RESPONSIBLE, _DUE = range(7)


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the minutes of each review, the newest first; before there is one, the agenda to fill in."""
    blocks: list[Block] = list(opening(desk))
    held = sorted(desk.ledger.all(Review), key=lambda one: one.held_on or date.min, reverse=True)
    for place, review in enumerate(held):
        blocks += [PageBreak()] if place else []
        blocks += _minutes(desk, review)
    if not held:
        blocks += [desk.missing(Review), *_minutes(desk, Review())]
    return (*blocks, *history(desk))


def _minutes(desk: Desk, review: Review) -> Iterator[Block]:
    titles = [desk.say(title) for title in record_form("R-11").columns]
    yield KeyValues(tuple(_facts(desk, review, titles[_DATE])))
    yield _present(desk, review, titles[_PRESENT])
    yield Heading(desk.phrase("review.inputs"), 2)
    yield from _inputs(desk, review, titles)
    outputs = listed(desk.say(topic.text) for topic in review_model().outputs)
    about = Paragraph(desk.phrase("review.about", outputs=outputs))
    yield KeepTogether((Heading(desk.phrase("review.decisions"), 2), about, _decisions(desk, review)))
    yield Note(desk.say(review_model().each))
    if review.charter_unchanged_because:
        yield Note(review.charter_unchanged_because, desk.label(Review, "charter_unchanged_because"))
    if review.summary:
        yield Heading(desk.label(Review, "summary"), 2)
        yield Paragraph(review.summary)
    yield _signature(desk, review)


def _facts(desk: Desk, review: Review, date_title: str) -> Iterator[Entry]:
    """Yield when and where the review was held, on which period it looked back, and who led it."""
    yield Entry(date_title, desk.day(review.held_on))
    period = period_of(desk.facts, review)
    facts = (
        (desk.label(Review, "place"), review.place),
        (desk.phrase("review.period"), desk.period(period.start, period.end) if review.held_on else ""),
        (desk.label(Review, "chair"), desk.person(review.chair)),
        (desk.label(Review, "next_on"), desk.day(review.next_on)),
    )
    yield from (Entry(label, value) for label, value in facts if value)


def _present(desk: Desk, review: Review, caption: str) -> Table:
    labels = desk.rules.label
    columns = (
        Column(desk.language.gettext("Name"), 2),
        Column(desk.phrase("review.job"), 2),
        Column(desk.say(labels("signature")), 2),
    )
    rows = tuple((desk.person(who), desk.job(who), "") for who in review.present)
    return Table(columns, rows, caption, blank_rows=0 if rows else _PEOPLE_TO_FILL, to_sign=True)


def _inputs(desk: Desk, review: Review, titles: Sequence[str]) -> Iterator[Block]:
    """Yield each item of the agenda, with figures, chart and what was said; or room to write."""
    if review.held_on is None:
        columns = (Column(titles[_INPUT], 1.4), Column(titles[_REPORTED], 3))
        rows = tuple((desk.say(topic.text), "") for topic in review_model().inputs)
        yield Table(columns, rows, by_hand=True)
        return
    facts = Facts(desk.ledger, guidance(), desk.today)
    period = period_of(facts, review)
    for number, topic in enumerate(review_model().inputs, 1):
        notes = [
            one for one in desk.ledger.all(ReviewInput) if (one.review, one.topic) == (review.id, topic.id)
        ]
        yield Heading(desk.say(topic.text), 3, desk.language.number(number))
        report = report_on(topic.id, facts, review)
        if report.lines:
            yield Bullets(tuple(line.sentence.worded(desk.language) for line in report.lines))
        chart = chart_on(desk, topic.id, period)
        if chart is not None:
            yield chart
        said = [from_record(one.note, one, "note") for one in notes if one.note.strip()]
        for text in said:
            yield Note(text, titles[_REPORTED])
        if not said:
            yield Paragraph(desk.phrase("review.not_discussed"), Tone.QUIET)


def _decisions(desk: Desk, review: Review) -> Table:
    decision, responsible, due = record_form("R-11").columns[_DECISION:]
    fills = (
        Fill("subject", 1),
        Fill("text", 2.8, title=decision),
        Fill("owner", 1.2, title=responsible),
        Fill("due", title=due),
        Fill(_carried_out, 1.1, title="review.carried_out"),
    )
    own = [one for one in desk.ledger.all(ReviewDecision) if one.review == review.id]
    return register_table(desk, ReviewDecision, fills, own, by_hand=True)


def _carried_out(desk: Desk, decision: ReviewDecision) -> str:
    """Return when a decision was carried out, or the action that carries it out."""
    if decision.done_on is not None:
        return desk.date_of(decision.done_on)
    action = desk.ledger.find(Action, decision.action)
    return desk.language.island(action.no) if action is not None else ""


def _signature(desk: Desk, review: Review) -> Block:
    manager = next((one for one in desk.ledger.all(Role) if one.role == RoleName.TOP_MANAGER), None)
    signer = review.signed_by or (manager.person if manager else None)
    label = desk.label(Review, "signed_by")
    box = SignatureBox(label, desk.person(signer), desk.job(signer), desk.day(review.signed_on))
    return signed_by(desk, box)
