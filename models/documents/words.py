"""The plain words of a document, to tell one revision from the next."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from models.documents.blocks import Block, ControlBlock, Image, InColumns, Missing, Signatures, Table
from models.documents.charts.shapes import Figure
from models.documents.origin import Origin
from models.documents.pieces import Display, Leaflet, Poster, TableCard

# They say who approved what and when, or how a file is called, or are never printed.
_LEFT_OUT = (ControlBlock, Signatures, Missing, Image, Figure, Origin)


def words_of(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return what blocks say, a block or a table's row on each line; control data left out."""
    return tuple(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, _LEFT_OUT):
        return
    if isinstance(block, InColumns):
        yield from words_of(block.blocks)
    elif isinstance(block, Table):
        yield from _joined(column.title for column in block.columns)
        for row in block.rows:
            yield from _joined(text for cell in row for text in _texts(cell))
    elif isinstance(block, Leaflet):
        yield from _joined(_texts(block.cover))
        yield from words_of((*block.flap, *block.inside, *block.back))
    elif isinstance(block, Poster | TableCard):
        yield from _displayed(block.display)
    else:
        yield from _joined(_texts(block))


def _displayed(display: Display) -> Iterator[str]:
    yield from _joined((display.title, display.organisation))
    for label, promise in zip(display.labels, display.promises, strict=True):
        yield from _joined((label, *_texts(promise)))
    for text in (display.call, display.qr_caption, display.foot):
        yield from _joined(_texts(text))


def _joined(texts: Iterable[str]) -> Iterator[str]:
    line = " · ".join(text for text in texts if text.strip())
    if line:
        yield line


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, _LEFT_OUT):
        return
    if isinstance(value, str):
        # Names of kinds and tones are no words of the document.
        if type(value) is str:
            yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _texts(item)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
