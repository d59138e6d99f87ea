"""R-16 and R-17: what customers take home and what hangs on the wall, both made from the charter."""

from __future__ import annotations

from collections.abc import Iterator

from models.content.promises import charter_model
from models.documents.blocks import (
    Align,
    Block,
    Heading,
    KeepTogether,
    Paragraph,
    QrCode,
    Spacer,
    Span,
    Title,
    Tone,
)
from models.documents.builders.charter import conditions, greeting, remedy
from models.documents.builders.contact import contacts, deadlines, second_look, ways_to_complain
from models.documents.builders.desk import Desk
from models.documents.builders.promises import promises
from models.documents.builders.sections import brief
from models.domain.records.charter import CharterText, ComplaintRule, Promise

_CHARTER = "D2"


def build_leaflet(desk: Desk) -> tuple[Block, ...]:
    """Return the leaflet: promises with their limits and remedies, the way to complain, date and revision."""
    return (
        *_head(desk),
        *greeting(desk),
        *_leaflet_promises(desk),
        *_leaflet_contact(desk),
        *_page(desk),
        *_foot(desk),
    )


def build_poster(desk: Desk) -> tuple[Block, ...]:
    """Return the poster: three to six promises, where to complain, revision and date."""
    poster = charter_model().poster
    shown = promises(desk.ledger)[: poster.most]
    blocks: list[Block] = [*_head(desk), Spacer(6)]
    if len(shown) < poster.fewest:
        blocks.append(desk.missing(Promise))
    for number, promise in enumerate(shown, 1):
        blocks += [Heading(desk.say(promise.text), 1, desk.language.digits(f"{number}.")), Spacer(2)]
    phone = desk.organisation.phone
    if phone:
        call = desk.say(poster.call).format(phone=desk.language.island(phone))
        blocks += [Spacer(10), Paragraph((Span(call, bold=True),), Tone.STRONG, Align.CENTRE)]
    else:
        blocks.append(desk.missing(desk.organisation, "phone"))
    blocks += _page(desk)
    return (*blocks, Spacer(8), *_foot(desk))


def _head(desk: Desk) -> Iterator[Block]:
    name = desk.say(desk.organisation.name)
    if not name:
        yield desk.missing(desk.organisation, "name")
    yield Title(desk.say(charter_model().poster.title), name)


def _leaflet_promises(desk: Desk) -> Iterator[Block]:
    everything = promises(desk.ledger)
    if not everything:
        yield desk.missing(Promise)
    for number, promise in enumerate(everything, 1):
        label = desk.language.digits(f"{number}.")
        lines = [Paragraph(text) for text in (conditions(desk, promise), _made_up(desk, promise)) if text]
        yield KeepTogether((Heading(desk.say(promise.text), 2, label), *lines))


def _made_up(desk: Desk, promise: Promise) -> str:
    text = remedy(desk, promise)
    return desk.phrase("customers.remedy", remedy=text) if text else ""


def _leaflet_contact(desk: Desk) -> Iterator[Block]:
    rule = desk.ledger.sheet(ComplaintRule)
    yield Heading(desk.phrase("customers.tell_us"), 2)
    texts = (ways_to_complain(desk, rule), deadlines(desk, rule), second_look(desk, rule))
    if text := " ".join(filter(None, texts)):
        yield Paragraph(text)
    else:
        yield desk.missing(rule, "channels")
    yield from brief(contacts(desk))
    yield Paragraph(desk.phrase("charter.rights"))


def _page(desk: Desk) -> Iterator[Block]:
    """Yield the charter's page on the web, or else the organisation's, for cameras and for readers."""
    page = desk.ledger.sheet(CharterText).page or desk.organisation.web
    if page:
        yield QrCode(page)
        yield Paragraph((Span(page, island=True),), Tone.BODY, Align.CENTRE)


def _foot(desk: Desk) -> Iterator[Block]:
    """Yield revision and date of the charter that the piece is made from."""
    control = desk.control_of(_CHARTER)
    day = control.effective_date or control.issue_date
    if day is None:
        yield desk.missing(control, "effective_date")
        return
    foot = desk.say(charter_model().poster.foot)
    revision, when = desk.language.digits(control.revision), desk.day(day)
    yield Paragraph(foot.format(revision=revision, date=when), Tone.QUIET, Align.CENTRE)
