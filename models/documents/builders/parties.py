"""R-01: the list of interested parties."""

from __future__ import annotations

from models.content.documents import record_form
from models.documents.blocks import Block, CellKind, Column, Table, Title
from models.documents.builders.desk import Desk
from models.domain.records.choices import LEVELS
from models.domain.records.organisation import Party

_WIDTHS = (1.5, 2.4, 2.4, 0.9, 1.5, 0.9, 1.2)
_REVIEWED = 6
_ROWS_TO_FILL = 8


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the list with a row for each interested party, in the order of the language."""
    titles = record_form("R-01").columns
    columns = tuple(
        Column(desk.say(title), width, CellKind.DATE if number == _REVIEWED else CellKind.TEXT)
        for number, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True))
    )
    parties = sorted(desk.ledger.all(Party), key=lambda party: desk.language.sort_key(desk.say(party.name)))
    blocks: list[Block] = [desk.control_block(), Title(desk.title)]
    if not parties:
        blocks.append(desk.missing(Party))
    blocks.append(
        Table(columns, tuple(_row(desk, party) for party in parties), blank_rows=0 if parties else 8)
    )
    blocks.append(desk.signatures())
    return tuple(blocks)


def _row(desk: Desk, party: Party) -> tuple[str, ...]:
    language = desk.language
    return (
        desk.say(party.name),
        desk.say(party.needs),
        desk.say(party.expectations),
        language.gettext(LEVELS[party.influence]) if party.influence else "",
        desk.say(party.channel),
        language.gettext(LEVELS[party.priority]) if party.priority else "",
        language.date(party.reviewed_on) if party.reviewed_on else "",
    )
