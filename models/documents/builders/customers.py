"""R-16 and R-17: what customers take home and what hangs on the wall, both made from the charter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.content.documents import document
from models.content.promises import charter_model
from models.documents.blocks import (
    Align,
    Block,
    Heading,
    Inline,
    KeepTogether,
    Missing,
    Paragraph,
    QrCode,
    Spacer,
    Span,
    Title,
    Tone,
)
from models.documents.builders.charter import (
    conditions,
    expectations,
    formats,
    greeting,
    made_up,
    privacy,
    word,
)
from models.documents.builders.contact import (
    contacts,
    deadlines,
    first_contact,
    second_look,
    ways_to_complain,
)
from models.documents.builders.desk import Desk
from models.documents.builders.promises import promises
from models.documents.builders.sections import Writer, brief
from models.documents.pieces import Cover, Display, Leaflet, Poster, PosterStyle, TableCard
from models.domain.records.charter import CharterText, ComplaintRule, Promise

_CHARTER = "D2"
_QR_OF_LEAFLET = 26.0


def build_leaflet(desk: Desk) -> tuple[Block, ...]:
    """Return the folded leaflet: promises inside, greeting on the flap, the way to complain on the back."""
    name = desk.say(desk.organisation.name)
    cover = Cover(
        desk.say(document(_CHARTER).title),
        desk.say(charter_model().poster.title),
        name,
        _revision(desk),
        desk.logo,
    )
    flap = tuple(_flap(desk))
    back = (*_leaflet_contact(desk), *_page(desk, _QR_OF_LEAFLET), *_foot(desk))
    return (Leaflet(cover, (*desk.lacking_logo(), *_leaflet_promises(desk)), flap, back),)


def _flap(desk: Desk) -> Iterator[Block]:
    """Yield the charter's sections that say a word to customers, under their headings, without numbers."""
    headings = {section.id: desk.say(section.heading) for section in document(_CHARTER).sections}
    for section, writer in _ON_FLAP.items():
        blocks = tuple(writer(desk))
        if desk.is_draft or not all(isinstance(block, Missing) for block in blocks):
            yield Heading(headings[section], 2)
            yield from blocks


def build_flat_leaflet(desk: Desk) -> tuple[Block, ...]:
    """Return what the leaflet says on an upright sheet: promises, limits, remedies, the way to complain."""
    return (
        *_head(desk),
        Spacer(3),
        *greeting(desk),
        *_leaflet_promises(desk),
        *_leaflet_contact(desk),
        *_page(desk),
        *_foot(desk),
    )


def build_poster(desk: Desk, style: PosterStyle = PosterStyle.FRAME) -> tuple[Block, ...]:
    """Return the poster: three to six promises, where to complain, revision and date.

    What is missing stands behind it, on a page that only a draft has.
    """
    return (Poster(_display(desk), style), *_lacking(desk))


def build_table_card(desk: Desk) -> tuple[Block, ...]:
    """Return the card that stands on a table; it says what the poster says."""
    return (TableCard(_display(desk)), *_lacking(desk))


def _display(desk: Desk) -> Display:
    words = charter_model().poster
    shown = promises(desk.ledger)[: words.most]
    contact, page = first_contact(desk), page_address(desk)
    return Display(
        title=desk.say(words.title),
        promises=tuple(desk.say(promise.text) for promise in shown),
        labels=tuple(desk.number_of(number) for number in range(1, len(shown) + 1)),
        organisation=desk.say(desk.organisation.name),
        call=desk.say(words.call).format(phone=desk.language.island(contact)) if contact else "",
        foot=_revision(desk),
        qr=page,
        qr_caption=address(page),
        logo=desk.logo,
    )


def _lacking(desk: Desk) -> Iterator[Missing]:
    """Yield what a poster lacks."""
    yield from lacking_name(desk)
    yield from desk.lacking_logo()
    fewest, count = charter_model().poster.fewest, len(promises(desk.ledger))
    if count < fewest:
        desk.missing(Promise)
        number = desk.number_of
        yield Missing(desk.phrase("customers.too_few", fewest=number(fewest), count=number(count)))
    if not desk.organisation.phone:
        yield desk.missing(desk.organisation, "phone")
    yield from _lacking_day(desk)


def lacking_name(desk: Desk) -> Iterator[Missing]:
    """Yield that the organisation has no name yet."""
    if not desk.organisation.name:
        yield desk.missing(desk.organisation, "name")


def _lacking_day(desk: Desk) -> Iterator[Missing]:
    control = desk.control_of(_CHARTER)
    if not (control.effective_date or control.issue_date):
        yield desk.missing(control, "effective_date")


def _head(desk: Desk) -> Iterator[Block]:
    yield from lacking_name(desk)
    yield from desk.lacking_logo()
    yield Title(desk.say(charter_model().poster.title), desk.say(desk.organisation.name), desk.logo)


def _leaflet_promises(desk: Desk) -> Iterator[Block]:
    everything = promises(desk.ledger)
    if not everything:
        yield desk.missing(Promise)
    for number, promise in enumerate(everything, 1):
        label = desk.language.digits(f"{number}.")
        lines = [Paragraph(text) for text in (conditions(desk, promise), made_up(desk, promise)) if text]
        yield KeepTogether((Heading(desk.say(promise.text), 2, label), *lines))


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


def page_address(desk: Desk) -> str:
    """Return the charter's page on the web, or else the organisation's."""
    return desk.ledger.sheet(CharterText).page or desk.organisation.web


def address(page: str) -> Inline:
    """Return the address of a page for readers, "" for none."""
    return (Span(page, island=True),) if page else ""


def _page(desk: Desk, size: float = 34.0) -> Iterator[Block]:
    """Yield the charter's page for cameras and for readers."""
    page = page_address(desk)
    if page:
        yield QrCode(page, size)
        yield Paragraph(address(page), Tone.BODY, Align.CENTRE)


def _foot(desk: Desk) -> Iterator[Block]:
    """Yield revision and date of the charter that the piece is made from."""
    yield from _lacking_day(desk)
    if text := _revision(desk):
        yield Paragraph(text, Tone.QUIET, Align.CENTRE)


def _revision(desk: Desk) -> str:
    """Return revision and date of the charter, "" before its date is known."""
    control = desk.control_of(_CHARTER)
    day = control.effective_date or control.issue_date
    if day is None:
        return ""
    return desk.say(charter_model().poster.foot).format(
        revision=desk.language.digits(control.revision), date=desk.day(day)
    )


_ON_FLAP: Mapping[str, Writer] = {
    "D2-02": word,
    "D2-09": expectations,
    "D2-10": privacy,
    "D2-14": formats,
}
