"""Blocks written out as plain text, so that a snapshot can be read and compared by eye."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from models.documents.blocks import (
    Block,
    Bullets,
    Chart,
    CheckBoxes,
    Contents,
    ControlBlock,
    Entry,
    Heading,
    InColumns,
    Inline,
    KeepTogether,
    KeyValues,
    Missing,
    Note,
    Numbered,
    PageBreak,
    Paragraph,
    QrCode,
    SideBySide,
    Signatures,
    Spacer,
    Table,
    Title,
    WriteLines,
    plain,
)
from models.documents.pieces import Display, Leaflet, Poster, TableCard

# Invisible marks would make two lines look the same that are not.
_SEEN = str.maketrans({"\u2066": "⟨", "\u2068": "‹", "\u2069": "›", "\u200e": "→", "\n": " / "})


def as_text(blocks: Iterable[Block]) -> str:
    """Return the blocks, each on lines of its own, with what kind of block it is."""
    return "\n".join(line.rstrip() for block in blocks for line in _lines(block)) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield f"TITLE {_seen(block.text)} | {_seen(block.subtitle)}{' (logo)' * bool(block.logo)}"
        case Heading():
            yield f"{'#' * block.level} {block.number} {_seen(block.text)}"
        case Paragraph():
            yield f"[{block.tone.value}, {block.align.value}] {_seen(block.text)}"
        case Bullets():
            yield from (f"- {_seen(item)}" for item in block.items)
        case Numbered():
            labelled = zip(block.labels, block.items, strict=True)
            yield from (f"{label} {_seen(item)}" for label, item in labelled)
        case Table():
            yield from _table(block)
        case KeepTogether():
            yield "{"
            yield from (f"  {line}" for inner in block.blocks for line in _lines(inner))
            yield "}"
        case InColumns():
            yield "[in columns"
            yield from (f"  {line}" for inner in block.blocks for line in _lines(inner))
            yield "]"
        case _:
            yield from _framed(block)


def _framed(block: Block) -> Iterator[str]:
    match block:
        case ControlBlock():
            yield f"CONTROL, {block.across} across{' (logo)' * bool(block.logo)}"
            yield from _entries(block.entries)
        case KeyValues():
            yield from _entries(block.entries)
        case Signatures():
            for box in block.boxes:
                yield f"SIGN {_seen(' | '.join((box.role, box.name, box.position, box.date)))}"
        case Note():
            yield f"NOTE {_seen(block.title)} | {_seen(block.text)}"
        case Missing():
            yield f"MISSING {_seen(block.text)}"
        case WriteLines():
            yield f"WRITE {_seen(block.label)} × {block.count}"
        case CheckBoxes():
            yield f"TICK {_seen(block.label)} | {' | '.join(map(_seen, block.items))}"
        case SideBySide():
            for half in (block.left, block.right):
                yield f"HALF {half.language}"
                yield from (f"  {line}" for inner in half.blocks for line in _lines(inner))
        case Spacer():
            yield f"SPACE {block.height}"
        case PageBreak():
            yield "=== page ==="
        case Contents():
            yield f"CONTENTS {_seen(block.title)}"
        case Chart():
            yield f"CHART {_seen(block.caption)}"
        case QrCode():
            yield f"QR {_seen(block.text)}"
        case Poster():
            yield f"POSTER, {block.style.value}"
            yield from _displayed(block.display)
        case TableCard():
            yield "TABLE CARD"
            yield from _displayed(block.display)
        case Leaflet():
            yield from _leaflet(block)
        case _:
            yield type(block).__name__


def _displayed(display: Display) -> Iterator[str]:
    yield f"  {_seen(display.title)} | {_seen(display.organisation)}{' (logo)' * bool(display.logo)}"
    labelled = zip(display.labels, display.promises, strict=True)
    yield from (f"  {label} {_seen(promise)}" for label, promise in labelled)
    for name, text in (("CALL", display.call), ("QR", display.qr_caption), ("FOOT", display.foot)):
        yield f"  {name} {_seen(text)}"


def _leaflet(leaflet: Leaflet) -> Iterator[str]:
    cover = leaflet.cover
    texts = (cover.title, cover.subtitle, cover.organisation, cover.foot)
    yield f"LEAFLET {_seen(' | '.join(texts))}{' (logo)' * bool(cover.logo)}"
    for name, blocks in (("FLAP", leaflet.flap), ("INSIDE", leaflet.inside), ("BACK", leaflet.back)):
        yield f"  {name}"
        yield from (f"    {line}" for block in blocks for line in _lines(block))


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    return (f"  {_seen(one.label)}: {_seen(one.value)}{' (code)' * one.is_code}" for one in entries)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"TABLE {_seen(table.caption)}"
    yield "| " + " | ".join(f"{_seen(one.title)} ({one.kind.value})" for one in table.columns)
    for number, row in enumerate(table.rows):
        shown = " (picture)" * bool(table.picture_of(number))
        yield "| " + " | ".join(_seen(cell) for cell in row) + shown
    if table.empty:
        yield f"EMPTY {_seen(table.empty)}"
    if table.blank_rows or table.by_hand:
        yield f"BLANK × {table.blank_rows}{', by hand' * table.by_hand}"


def _seen(text: Inline) -> str:
    return plain(text).translate(_SEEN)
