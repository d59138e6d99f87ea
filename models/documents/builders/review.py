"""R-11: the minutes of management reviews, ready to be signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from models.content.documents import record_form
from models.content.improvement import review_model
from models.documents.blocks import (
    Block,
    Column,
    Entry,
    Heading,
    KeyValues,
    Note,
    PageBreak,
    Paragraph,
    SignatureBox,
    Table,
)
from models.documents.builders.desk import Desk
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.sections import history, opening
from models.documents.builders.training import signed_by
from models.documents.builders.values import listed
from models.domain.records.audit import Review, ReviewDecision, ReviewInput
from models.domain.records.commitment import Role, RoleName

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
    yield KeyValues((Entry(titles[_DATE], desk.day(review.held_on)),))
    yield _present(desk, review, titles[_PRESENT])
    yield Heading(desk.phrase("review.inputs"), 2)
    yield _inputs(desk, review, titles)
    yield Heading(desk.phrase("review.decisions"), 2)
    outputs = listed(desk.say(topic.text) for topic in review_model().outputs)
    yield Paragraph(desk.phrase("review.about", outputs=outputs))
    yield _decisions(desk, review)
    yield Note(desk.say(review_model().each))
    if review.charter_unchanged_because:
        yield Note(review.charter_unchanged_because, desk.label(Review, "charter_unchanged_because"))
    if review.summary:
        yield Heading(desk.label(Review, "summary"), 2)
        yield Paragraph(review.summary)
    yield _signature(desk, review)


def _present(desk: Desk, review: Review, caption: str) -> Table:
    labels = desk.rules.label
    columns = (
        Column(desk.language.gettext("Name"), 2),
        Column(desk.phrase("review.job"), 2),
        Column(desk.say(labels("signature")), 2),
    )
    rows = tuple((desk.person(who), desk.job(who), "") for who in review.present)
    return Table(columns, rows, caption, blank_rows=0 if rows else _PEOPLE_TO_FILL, to_sign=True)


def _inputs(desk: Desk, review: Review, titles: Sequence[str]) -> Table:
    """Return every item of the agenda with what was reported on it."""
    notes: dict[str, list[str]] = {}
    for one in desk.ledger.all(ReviewInput):
        if one.review == review.id:
            notes.setdefault(one.topic, []).append(one.note)
    columns = (Column(titles[_INPUT], 1.4), Column(titles[_REPORTED], 3))
    rows = tuple(
        (desk.say(topic.text), "\n".join(notes.get(topic.id, ()))) for topic in review_model().inputs
    )
    return Table(columns, rows)


def _decisions(desk: Desk, review: Review) -> Table:
    decision, responsible, due = record_form("R-11").columns[_DECISION:]
    fills = (
        Fill("text", 3, title=decision),
        Fill("owner", 1.2, title=responsible),
        Fill("due", title=due),
    )
    own = [one for one in desk.ledger.all(ReviewDecision) if one.review == review.id]
    return register_table(desk, ReviewDecision, fills, own, by_hand=True)


def _signature(desk: Desk, review: Review) -> Block:
    manager = next((one for one in desk.ledger.all(Role) if one.role == RoleName.TOP_MANAGER), None)
    signer = review.signed_by or (manager.person if manager else None)
    label = desk.label(Review, "signed_by")
    box = SignatureBox(label, desk.person(signer), desk.job(signer), desk.day(review.signed_on))
    return signed_by(desk, box)
