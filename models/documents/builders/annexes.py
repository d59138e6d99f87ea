"""The internal annexes of the charter: how each promise is kept, measured, checked and tried out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.content.documents import document
from models.documents.blocks import (
    Block,
    CellKind,
    Entry,
    Heading,
    KeepTogether,
    Note,
    Numbered,
    PageBreak,
    Table,
)
from models.documents.builders.desk import Desk
from models.documents.builders.indicators import card
from models.documents.builders.lists import list_table
from models.documents.builders.promises import named, number_of, promises
from models.documents.builders.registers import Fill, register_table
from models.documents.builders.risks import brief_risk_table
from models.documents.builders.sections import Writer, facts, numerals
from models.domain.fields import Record
from models.domain.records.charter import Comment, Indicator, Pilot, Procedure, Promise, Risk
from models.domain.records.organisation import Law


def annexes(desk: Desk) -> Iterator[Block]:
    """Yield the annexes A to G, on pages of their own."""
    yield PageBreak()
    yield Note(desk.phrase("annexes.internal"))
    for annex in document("D2").annexes:
        yield Heading(desk.say(annex.heading), 1, f"{desk.say(annex.label)}:")
        yield from desk.filled(_ANNEXES[annex.id](desk))


def _numbered_promise(desk: Desk, promise: Promise) -> str:
    return number_of(desk, promise.id)


_NUMBER = Fill(_numbered_promise, kind=CellKind.NUMBER, title="annexes.number")


def _processes(desk: Desk) -> Iterator[Block]:
    process, limit = Fill("process", 1.2), Fill("remedy_limit", 1.3)
    owner = Fill("owner", title="common.responsible")
    fills = (_NUMBER, Fill("text", 2.6), process, owner, "granted_by", limit)
    yield from _table(desk, Promise, register_table(desk, Promise, fills, promises(desk.ledger)))


def _procedures(desk: Desk) -> Iterator[Block]:
    written = [one for one in desk.ledger.all(Procedure) if one.steps]
    if not written:
        yield desk.missing(Procedure)
    for procedure in written:
        yield from _procedure(desk, procedure)


def _procedure(desk: Desk, procedure: Procedure) -> Iterator[Block]:
    steps = Numbered(procedure.steps, numerals(desk, len(procedure.steps)))
    yield KeepTogether((Heading(named(desk, procedure.promise), 3), steps))
    yield from facts(
        Entry(desk.label(Procedure, field), desk.value(procedure, field))
        for field in ("check", "record", "on_failure")
    )


def _cards(desk: Desk) -> Iterator[Block]:
    cards = desk.ledger.all(Indicator)
    if not cards:
        yield desk.missing(Indicator)
    for indicator in cards:
        yield card(desk, indicator)


def _risks(desk: Desk) -> Iterator[Block]:
    yield from _table(desk, Risk, brief_risk_table(desk, desk.ledger.all(Risk)))


def _comments(desk: Desk) -> Iterator[Block]:
    yield from _table(desk, Comment, list_table(desk, "R-21"))


def _laws(desk: Desk) -> Iterator[Block]:
    yield from _table(desk, Law, list_table(desk, "R-22"))
    checked = [one for one in promises(desk.ledger) if one.is_lawful]
    for promise in promises(desk.ledger):
        if not promise.is_lawful:
            yield desk.missing(promise, "is_lawful")
    if checked:
        fills = (_NUMBER, Fill("text", 3), "checked_by", "checked_on")
        caption = desk.phrase("annexes.legal_check")
        yield register_table(desk, Promise, fills, checked, caption=caption)


def _pilots(desk: Desk) -> Iterator[Block]:
    fills = (
        Fill("place", 1.2),
        Fill(lambda at, pilot: at.period(pilot.start, pilot.end), 1.1, title="feedback.period"),
        Fill("results", 2.4),
        Fill("changes", 2),
    )
    yield from _table(desk, Pilot, register_table(desk, Pilot, fills, desk.ledger.all(Pilot)))


def _table(desk: Desk, record_type: type[Record], table: Table) -> Iterator[Block]:
    yield table if table.rows else desk.missing(record_type)


_ANNEXES: Mapping[str, Writer] = {
    "D2-A": _processes,
    "D2-B": _procedures,
    "D2-C": _cards,
    "D2-D": _risks,
    "D2-E": _comments,
    "D2-F": _laws,
    "D2-G": _pilots,
}
