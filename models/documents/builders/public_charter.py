"""D2 as it hangs on the wall and is handed out: its public part alone, on as little paper as it can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.content.documents import document
from models.documents.blocks import Block, Entry, InColumns, Inline, Paragraph, SignatureBox, Span, plain
from models.documents.builders.charter import (
    SECTIONS,
    complaint_route,
    conditions,
    lacking,
    lacking_contact,
    made_up,
    per_promise,
    reported,
    targets,
)
from models.documents.builders.contact import contacts
from models.documents.builders.desk import Desk
from models.documents.builders.sections import Writer, form_opening, numbered
from models.documents.builders.training import signed_by
from models.documents.builders.values import listed
from models.domain.records.charter import Indicator, Promise

_WITHIN_PROMISES = frozenset({"D2-07", "D2-08"})
"""Sections that stand with each promise here: its conditions and its remedy."""

_OF_PROMISE = ("text", "conditions", "limits", "remedy", "claim_how")


def build(desk: Desk) -> tuple[Block, ...]:
    """Return what customers read of the charter, signed by the one who approved it."""
    sections = [one for one in document("D2").sections[1:] if one.id not in _WITHIN_PROMISES]
    control = desk.control
    approved = SignatureBox(
        desk.say(desk.rules.label("approved_by")),
        desk.person(control.approved_by),
        desk.job(control.approved_by),
        desk.day(control.approved_on),
    )
    return (
        *form_opening(desk, desk.title, "effective_date"),
        InColumns(tuple(numbered(desk, sections, {**SECTIONS, **_WRITERS}, level=2))),
        signed_by(desk, approved),
    )


def _promises(desk: Desk) -> Iterator[Block]:
    yield from lacking(desk, "conditions", "limits", "remedy")
    yield from per_promise(desk, lambda promise: _promise(desk, promise), *_OF_PROMISE)
    yield Paragraph(desk.phrase("charter.rights"))


def _promise(desk: Desk, promise: Promise) -> Inline:
    more = (conditions(desk, promise), made_up(desk, promise))
    return (Span(desk.say(promise.text), bold=True), *(Span(f"\n{text}") for text in more if text))


def _complaints(desk: Desk) -> Iterator[Block]:
    yield from lacking_contact(desk)
    known = [entry for entry in contacts(desk) if entry.value]
    if known:
        yield Paragraph(tuple(span for place, entry in enumerate(known) for span in _spans(entry, place)))
    if text := complaint_route(desk):
        yield Paragraph(text)


def _spans(entry: Entry, place: int) -> Iterator[Span]:
    yield Span(f"{' · ' if place else ''}{entry.label}: ", bold=True)
    yield Span(plain(entry.value), island=entry.is_code)


def _measuring(desk: Desk) -> Iterator[Block]:
    found = targets(desk)
    if not found:
        yield desk.missing(Indicator)
        return
    names = listed(map(desk.language.isolate, found))
    yield Paragraph(f"{desk.phrase('charter.measured_by')} {names}")
    yield from reported(desk)


_WRITERS: Mapping[str, Writer] = {"D2-06": _promises, "D2-11": _complaints, "D2-13": _measuring}
