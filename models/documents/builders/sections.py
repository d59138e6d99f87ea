"""What the parts of a document have in common: opening, numbered sections, closing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from models.content.documents import Section, document
from models.documents.blocks import (
    Block,
    Bullets,
    CellKind,
    Column,
    Contents,
    Entry,
    Heading,
    KeepTogether,
    KeyValues,
    Paragraph,
    Span,
    Table,
    Title,
    Tone,
    plain,
)
from models.documents.builders.desk import Desk
from models.domain.records.control import EDITIONS, RevisionEntry

Writer = Callable[[Desk], Iterator[Block]]


def opening(desk: Desk) -> Iterator[Block]:
    """Yield the control block and the title."""
    yield desk.control_block()
    yield from desk.lacking_logo()
    yield Title(desk.title)


def form_opening(desk: Desk, title: str, *more: str) -> Iterator[Block]:
    """Yield the opening of what is handed out: a short control block, with these labels too, and a title."""
    yield desk.short_control_block(*more)
    yield from desk.lacking_logo()
    if title:
        yield Title(title)


def report_opening(desk: Desk) -> Iterator[Block]:
    """Yield the opening of a long document, which has a table of contents."""
    yield from opening(desk)
    yield Contents(desk.phrase("common.contents"))


def sections_of(desk: Desk, writers: Mapping[str, Writer], level: int = 1) -> Iterator[Block]:
    """Yield the numbered sections of the document after its control block, each by its own writer."""
    # The first section of the content is the control block itself.
    yield from numbered(desk, document(desk.code).sections[1:], writers, level)


def numbered(
    desk: Desk, sections: Sequence[Section], writers: Mapping[str, Writer], level: int = 1
) -> Iterator[Block]:
    """Yield sections numbered from 1."""
    for number, section in enumerate(sections, 1):
        yield Heading(desk.say(section.heading), level, desk.language.digits(f"{number}."))
        yield from desk.filled(writers[section.id](desk))


def closing(desk: Desk) -> Iterator[Block]:
    """Yield the revision history, if there is any, and the boxes to sign."""
    yield from history(desk)
    yield desk.signatures()


def history(desk: Desk) -> Iterator[Block]:
    """Yield the revisions of the document with their reasons."""
    entries = [entry for entry in desk.ledger.all(RevisionEntry) if entry.document == desk.code]
    if not entries:
        return
    rules, language = desk.rules, desk.language
    columns = (
        Column(desk.say(rules.label("history_number")), kind=CellKind.CODE),
        Column(desk.say(rules.label("history_date")), kind=CellKind.DATE),
        Column(desk.say(rules.label("history_reason")), 3),
        Column(desk.say(rules.label("history_by")), 1),
    )
    rows = tuple(
        (language.digits(one.revision), desk.date_of(one.revised_on), one.reason, desk.person(one.by))
        for one in sorted(entries, key=lambda one: one.revision)
    )
    yield Table(columns, rows, caption=desk.say(rules.label("history")))


def references(desk: Desk) -> Entry:
    """Return the line that names the standards the document leans on."""
    edition = EDITIONS.get(desk.settings.edition, desk.settings.edition).rpartition(":")[2]
    text = desk.say(desk.rules.references).format(edition=desk.language.digits(edition))
    return Entry(desk.say(desk.rules.heading("references")), text)


def titled(title: str, text: str) -> Iterator[KeepTogether]:
    """Yield a text under a title in strong type, nothing where there is no text."""
    if text:
        yield KeepTogether((Paragraph(title, Tone.STRONG), Paragraph(text)))


def facts(entries: Iterable[Entry]) -> Iterator[KeyValues]:
    """Yield the labelled values that say something, nothing where none does."""
    known = tuple(entry for entry in entries if entry.value)
    if known:
        yield KeyValues(known)


def brief(entries: Iterable[Entry]) -> Iterator[Bullets]:
    """Yield the labelled values that say something, each in a line, where columns take too much room."""
    lines = tuple(_line(entry) for entry in entries if entry.value)
    if lines:
        yield Bullets(lines)


def _line(entry: Entry) -> tuple[Span, ...]:
    return Span(f"{entry.label}: ", bold=True), Span(plain(entry.value), island=entry.is_code)


def numerals(desk: Desk, count: int) -> tuple[str, ...]:
    """Return the labels of a numbered list, from 1."""
    return tuple(desk.language.digits(f"{number}.") for number in range(1, count + 1))
