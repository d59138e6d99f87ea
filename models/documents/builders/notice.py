"""“You said, we did”: a sheet for the wall or the counter that tells customers what came of their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from models.content.promises import charter_model
from models.documents.blocks import Block, Inline, Missing, Span
from models.documents.builders.contact import first_contact
from models.documents.builders.customers import address, page_address
from models.documents.builders.desk import Desk
from models.documents.pieces import Display, Poster, PosterStyle
from models.domain.records.correction import Notice

MOST = 5
"""How many lines can be read in passing."""


def build(desk: Desk) -> tuple[Block, ...]:
    """Return the sheet with the newest lines; what is missing stands behind it, on a page of drafts only."""
    return (Poster(_display(desk), PosterStyle.CARDS), *_lacking(desk))


def _display(desk: Desk) -> Display:
    shown = newest(desk)
    page = page_address(desk)
    days = [one.published_on for one in shown if one.published_on is not None]
    return Display(
        title=desk.phrase("notice.title"),
        promises=tuple(_line(desk, one) for one in shown),
        labels=tuple(desk.number_of(number) for number in range(1, len(shown) + 1)),
        organisation=desk.say(desk.organisation.name),
        call=_call(desk),
        foot=desk.phrase("notice.published", day=desk.day(max(days))) if days else "",
        qr=page,
        qr_caption=address(page),
        logo=desk.logo,
    )


def _call(desk: Desk) -> str:
    contact = first_contact(desk)
    return (
        desk.say(charter_model().poster.call).format(phone=desk.language.island(contact)) if contact else ""
    )


def newest(desk: Desk) -> Sequence[Notice]:
    """Return the lines published last, those without a day first: they are published with this sheet."""
    lines = sorted(desk.ledger.all(Notice), key=lambda one: one.published_on or date.max, reverse=True)
    return lines[:MOST]


def _line(desk: Desk, line: Notice) -> Inline:
    said = desk.phrase("notice.said", text=desk.say(line.said))
    did = desk.phrase("notice.did", text=desk.say(line.did))
    return (Span(said, bold=True), Span(f"\n{did}"))


def _lacking(desk: Desk) -> Iterator[Missing]:
    """Yield what keeps the sheet from being whole; the register of actions lacks nothing by that."""
    yield from desk.lacking_logo()
    if not desk.ledger.all(Notice):
        yield Missing(desk.phrase("notice.none"))
